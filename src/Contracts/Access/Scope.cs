using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dispatch.Contracts;

/// <summary>
/// A part of the city or a party in it, written <c>kind:id</c>: <c>street:xiashi</c>, <c>grid:xishan-03</c>,
/// <c>officer:o.zhang</c>. It says who is responsible for a case, which area an actor has and what a watcher watches.
/// </summary>
/// <param name="Kind">One of <see cref="ScopeKind"/>.</param>
/// <param name="Id">
/// 1 to <see cref="MaxIdLength"/> ASCII letters, digits, <c>-</c>, <c>_</c> and <c>.</c>; upper and lower case differ.
/// </param>
/// <remarks>
/// The constructor checks nothing, so that code can name what it knows; text from outside goes through <see cref="TryParse"/>.
/// </remarks>
[GenerateSerializer, Immutable, Alias("scope")]
[JsonConverter(typeof(ScopeJson))]
public readonly record struct Scope(string Kind, string Id)
{
    /// <summary>The longest id that <see cref="TryParse"/> takes.</summary>
    public const int MaxIdLength = 96;

    /// <summary>A street (subdistrict).</summary>
    public static Scope Street(string id) => new(ScopeKind.Street, id);

    /// <summary>A community or village.</summary>
    public static Scope Community(string id) => new(ScopeKind.Community, id);

    /// <summary>A grid.</summary>
    public static Scope Grid(string id) => new(ScopeKind.Grid, id);

    /// <summary>An officer of a street team.</summary>
    public static Scope Officer(string id) => new(ScopeKind.Officer, id);

    /// <summary>One case.</summary>
    public static Scope Case(string id) => new(ScopeKind.Case, id);

    /// <summary>A department that the policy pack names.</summary>
    public static Scope Department(string id) => new(ScopeKind.Department, id);

    /// <summary>The supervision of a street.</summary>
    public static Scope Supervisor(string id) => new(ScopeKind.Supervisor, id);

    /// <summary>The surges of a street.</summary>
    public static Scope Surges(string streetId) => new(ScopeKind.Surges, streetId);

    /// <summary>
    /// Reads <c>kind:id</c>. False, with the default value, for an unknown kind, an empty, too long or badly spelled id,
    /// or null.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Scope scope)
    {
        scope = default;
        var colon = text?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        if (colon < 0 || ScopeKind.Known(text.AsSpan(0, colon)) is not { } kind || !IsId(text.AsSpan(colon + 1)))
        {
            return false;
        }

        scope = new Scope(kind, text![(colon + 1)..]);
        return true;
    }

    /// <summary>The form <c>kind:id</c> that <see cref="TryParse"/> reads.</summary>
    public override string ToString() => $"{Kind}:{Id}";

    private static bool IsId(ReadOnlySpan<char> id)
    {
        if (id.Length is 0 or > MaxIdLength)
        {
            return false;
        }

        foreach (var c in id)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.'))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>The kinds of <see cref="Scope"/>, spelled as on the wire.</summary>
public static class ScopeKind
{
    /// <summary>A street (subdistrict).</summary>
    public const string Street = "street";

    /// <summary>A community or village.</summary>
    public const string Community = "community";

    /// <summary>A grid.</summary>
    public const string Grid = "grid";

    /// <summary>An officer of a street team.</summary>
    public const string Officer = "officer";

    /// <summary>One case.</summary>
    public const string Case = "case";

    /// <summary>A department that the policy pack names.</summary>
    public const string Department = "department";

    /// <summary>The supervision of a street.</summary>
    public const string Supervisor = "supervisor";

    /// <summary>The surges of a street: an owner of deadlines that nobody watches, and no scope in text from outside.</summary>
    public const string Surges = "surges";

    /// <summary>The cases of a street with an open alarm: nobody's area and no party, only to be watched.</summary>
    public const string Alarms = "alarms";

    internal static string? Known(ReadOnlySpan<char> kind) => kind switch
    {
        Street => Street,
        Community => Community,
        Grid => Grid,
        Officer => Officer,
        Case => Case,
        Department => Department,
        Supervisor => Supervisor,
        Alarms => Alarms,
        _ => null,
    };
}

/// <summary>A <see cref="Scope"/> in JSON is its string form; any other value is a <see cref="JsonException"/>.</summary>
public sealed class ScopeJson : JsonConverter<Scope>
{
    /// <inheritdoc/>
    public override Scope Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Scope.TryParse(reader.GetString(), out var scope)
            ? scope
            : throw new JsonException("A scope is written kind:id, for example street:xiashi.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Scope value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
