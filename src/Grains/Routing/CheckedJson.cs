using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Dispatch.Grains.Routing;

/// <summary>
/// A JSON value that knows its path and where its faults go. Each reading method answers a stand-in for a value that is
/// missing or wrong, so that one pass finds every fault; whoever reads uses nothing of it when a fault was found.
/// </summary>
internal readonly partial record struct CheckedJson(JsonElement Element, string Path, List<Fault> Faults)
{
    private const int MaxIdLength = 48;
    private const long MaxBytes = 64 * 1024 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    /// <summary>Reads a file; null, with one fault, when it is missing, too large or not JSON.</summary>
    public static JsonDocument? Open(string folder, string file, List<Fault> faults)
    {
        try
        {
            var path = System.IO.Path.Combine(folder, file);
            if (new FileInfo(path) is { Exists: true, Length: > MaxBytes })
            {
                faults.Add(new Fault(file, "is larger than 64 MB"));
                return null;
            }

            return Parse(file, File.ReadAllBytes(path), faults);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            faults.Add(new Fault(file, $"cannot be read: {unreadable.Message}"));
        }

        return null;
    }

    /// <summary>Reads a text; null, with one fault, when it is not JSON.</summary>
    public static JsonDocument? Parse(string file, string text, List<Fault> faults) => Parse(file, Encoding.UTF8.GetBytes(text), faults);

    private static JsonDocument? Parse(string file, byte[] utf8, List<Fault> faults)
    {
        var text = utf8.AsMemory(utf8.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0);
        try
        {
            CheckNames(text.Span);
            return JsonDocument.Parse(text, Strict);
        }
        catch (JsonException malformed)
        {
            var line = malformed.LineNumber is { } number ? $" at line {number + 1}" : "";
            faults.Add(new Fault(file, $"is not JSON{line}: {malformed.Message.Split(" LineNumber:")[0]}"));
        }
        catch (InvalidOperationException)
        {
            faults.Add(new Fault(file, "a name of a member holds broken characters"));
        }

        return null;
    }

    /// <summary>A member is looked for by decoding names, which throws at one that cannot be, so such a file is not read at all.</summary>
    private static void CheckNames(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = Strict.MaxDepth });
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                _ = reader.GetString();
            }
        }
    }

    public void Fault(string problem) => Faults.Add(new Fault(Path, problem));

    public void Fault(string member, string problem) => Faults.Add(new Fault(PathOf(member), problem));

    /// <summary>False, with a fault, unless this is an object whose members all have one of these names.</summary>
    public bool IsObjectOf(params ReadOnlySpan<string> names)
    {
        if (Element.ValueKind != JsonValueKind.Object)
        {
            Fault($"expected an object, found {Kind(Element)}");
            return false;
        }

        foreach (var member in Element.EnumerateObject())
        {
            var known = false;
            foreach (var name in names)
            {
                known |= member.NameEquals(name);
            }

            if (!known)
            {
                Fault($"unknown member {Shown(member)}");
            }
        }

        return true;
    }

    public bool Has(string member) => Element.TryGetProperty(member, out _);

    public CheckedJson Member(string member) => this with { Element = Element.GetProperty(member), Path = PathOf(member) };

    /// <summary>The items of a list; none when it is not there.</summary>
    public IEnumerable<CheckedJson> Items(string member)
    {
        if (!Element.TryGetProperty(member, out var list))
        {
            yield break;
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            Fault(member, $"expected a list, found {Kind(list)}");
            yield break;
        }

        var index = 0;
        foreach (var item in list.EnumerateArray())
        {
            yield return this with { Element = item, Path = $"{PathOf(member)}[{index++}]" };
        }
    }

    /// <summary>The texts of this list.</summary>
    public IEnumerable<string> Texts(int maxLength)
    {
        if (Element.ValueKind != JsonValueKind.Array)
        {
            Fault($"expected a list, found {Kind(Element)}");
            yield break;
        }

        var index = 0;
        foreach (var item in Element.EnumerateArray())
        {
            yield return (this with { Element = item, Path = $"{Path}[{index++}]" }).Text(maxLength);
        }
    }

    /// <summary>The members of an object used as a table; none when it is not there.</summary>
    public IEnumerable<(string Key, CheckedJson Value)> Entries(string member)
    {
        if (!Element.TryGetProperty(member, out var table))
        {
            yield break;
        }

        if (table.ValueKind != JsonValueKind.Object)
        {
            Fault(member, $"expected an object, found {Kind(table)}");
            yield break;
        }

        foreach (var entry in table.EnumerateObject())
        {
            if (NameOf(entry) is not { Length: > 0 and <= Contracts.Text.MaxLength } key)
            {
                Fault(member, $"a name is empty, longer than {Contracts.Text.MaxLength} characters or not valid text");
                continue;
            }

            yield return (key, this with { Element = entry.Value, Path = $"{PathOf(member)}[\"{key}\"]" });
        }
    }

    public string Text(string member, int maxLength)
    {
        if (!Element.TryGetProperty(member, out var value))
        {
            Fault(member, "is missing");
            return "";
        }

        return (this with { Element = value, Path = PathOf(member) }).Text(maxLength);
    }

    public string Text(int maxLength)
    {
        if (Element.ValueKind != JsonValueKind.String)
        {
            Fault($"expected text, found {Kind(Element)}");
            return "";
        }

        var text = StringOf(Element);
        if (text is null || text.Any(char.IsControl))
        {
            Fault("holds control characters or broken characters");
        }
        else if (string.IsNullOrWhiteSpace(text))
        {
            Fault("is empty");
        }
        else if (text.Length > maxLength)
        {
            Fault($"is {text.Length} characters long; at most {maxLength} are taken");
        }
        else
        {
            return text;
        }

        return "";
    }

    /// <summary>An id of an area, estate or person: kebab-case; with <paramref name="pattern"/>, another spelling.</summary>
    public string Id(string member, Regex? pattern = null)
    {
        var id = Text(member, MaxIdLength);
        if (id.Length > 0 && !(pattern ?? KebabCase()).IsMatch(id))
        {
            Fault(member, $"the id \"{id}\" has characters that ids do not have");
        }

        return id;
    }

    public double Number(string member, double min, double max)
    {
        if (!Element.TryGetProperty(member, out var value))
        {
            Fault(member, "is missing");
        }
        else if (value.ValueKind != JsonValueKind.Number)
        {
            Fault(member, $"expected a number, found {Kind(value)}");
        }
        else if (!value.TryGetDouble(out var number) || !(number >= min && number <= max))
        {
            Fault(member, string.Create(CultureInfo.InvariantCulture, $"must be between {min} and {max}"));
        }
        else
        {
            return number;
        }

        return min;
    }

    public bool Flag(string member, bool otherwise)
    {
        if (!Element.TryGetProperty(member, out var value))
        {
            return otherwise;
        }

        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            Fault(member, $"expected true or false, found {Kind(value)}");
        }

        return value.ValueKind == JsonValueKind.True;
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    public static partial Regex KebabCase();

    private static string Shown(JsonProperty member) => NameOf(member) is { Length: <= MaxIdLength } name ? $"\"{name}\"" : "with a long or broken name";

    // Escaped halves of a surrogate pair and bytes that are not UTF-8 pass the parser and are only found here.
    private static string? StringOf(JsonElement element)
    {
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => "null",
    };

    private string PathOf(string member) => Path.Length == 0 || Path[^1] == '/' ? Path + member : $"{Path}.{member}";
}
