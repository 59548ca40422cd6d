using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Dispatch.Grains.Clocks;

/// <summary>A place in a JSON file that may hold anything: each reader answers a value or notes a fault with its path.</summary>
internal readonly struct FaultyJson
{
    private readonly JsonElement _element;
    private readonly List<CalendarFault> _faults;

    private FaultyJson(JsonElement element, string file, string pointer, List<CalendarFault> faults) =>
        (_element, File, Pointer, _faults) = (element, file, pointer, faults);

    public string File { get; }

    public string Pointer { get; }

    private string Path => $"{File}#{Pointer}";

    /// <summary>The root of a file, or null and a fault if it is not a JSON object.</summary>
    public static FaultyJson? Open(string file, string text, List<CalendarFault> faults)
    {
        try
        {
            CheckTexts(text);
            var options = new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 8 };
            using var document = JsonDocument.Parse(text, options);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return new FaultyJson(document.RootElement.Clone(), file, "", faults);
            faults.Add(new(file, "A calendar file is one JSON object."));
        }
        catch (InvalidOperationException)
        {
            faults.Add(new(file, "A text in the file holds half a character (an unpaired surrogate)."));
        }
        catch (JsonException damage)
        {
            faults.Add(new(file, $"The file is not JSON: {damage.Message}"));
        }

        return null;
    }

    /// <summary>Elements decode their texts only when asked, and throw then; here it is one fault of the file.</summary>
    private static void CheckTexts(string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                reader.GetString();
        }
    }

    public void Fault(string message) => _faults.Add(new(Path, message));

    public bool Has(string name) => _element.TryGetProperty(name, out _);

    public FaultyJson? Optional(string name) =>
        _element.TryGetProperty(name, out var value) ? new(value, File, $"{Pointer}/{name}", _faults) : null;

    public FaultyJson? Required(string name)
    {
        if (Optional(name) is { } value)
            return value;
        Fault($"'{name}' is missing.");
        return null;
    }

    /// <summary>Notes a fault for every property that is none of these.</summary>
    public void Allow(params ReadOnlySpan<string> names)
    {
        foreach (var property in _element.EnumerateObject())
        {
            if (!names.Contains(property.Name))
                Optional(property.Name)!.Value.Fault("Nothing of that name is known here.");
        }
    }

    public bool IsObject()
    {
        if (_element.ValueKind == JsonValueKind.Object)
            return true;
        Fault("This is an object.");
        return false;
    }

    public IEnumerable<FaultyJson> Items(int most)
    {
        if (_element.ValueKind != JsonValueKind.Array)
        {
            Fault("This is a list.");
            return [];
        }

        if (_element.GetArrayLength() > most)
        {
            Fault($"At most {most} entries are read.");
            return [];
        }

        var (file, pointer, faults) = (File, Pointer, _faults);
        return _element.EnumerateArray().Select((item, i) => new FaultyJson(
            item, file, string.Create(CultureInfo.InvariantCulture, $"{pointer}/{i}"), faults));
    }

    public string? Text(int longest)
    {
        if (_element.ValueKind == JsonValueKind.String && _element.GetString() is { Length: > 0 } text && text.Length <= longest)
            return text;
        Fault($"This is a text of 1 to {longest} characters.");
        return null;
    }

    public bool? Flag()
    {
        if (_element.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return _element.GetBoolean();
        Fault("This is true or false.");
        return null;
    }

    public int? Year()
    {
        if (_element.ValueKind == JsonValueKind.Number && _element.TryGetInt32(out var year)
            && year is >= LocalTimeline.FirstYear and <= LocalTimeline.LastYear)
            return year;
        Fault($"This is a year from {LocalTimeline.FirstYear} to {LocalTimeline.LastYear}.");
        return null;
    }

    public DateOnly? Date()
    {
        if (_element.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(
            _element.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        Fault("This is a date such as 2026-10-01.");
        return null;
    }
}
