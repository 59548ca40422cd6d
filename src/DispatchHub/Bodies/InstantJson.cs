using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dispatch.Hub.Bodies;

/// <summary>
/// Instants: ISO 8601 with an offset, cut to whole milliseconds, in the years 2000 to 2199, so that no sum of times runs over.
/// </summary>
public sealed class InstantJson : JsonConverter<DateTimeOffset>
{
    /// <summary>Reads an instant. False for text without offset, in another form, or outside the years.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out DateTimeOffset instant)
    {
        instant = default;
        return text?.IndexOf('T', StringComparison.Ordinal) is { } time and > 0
            && text.AsSpan(time).IndexOfAny('Z', '+', '-') > 0
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var found)
            && Accept(found, out instant);
    }

    /// <inheritdoc/>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
        && reader.TryGetDateTimeOffset(out _)
        && TryParse(reader.GetString(), out var instant)
            ? instant
            : throw new JsonException("An instant is written as ISO 8601 with an offset, for example 2026-03-02T08:30:00+08:00.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    private static bool Accept(DateTimeOffset found, out DateTimeOffset instant)
    {
        instant = found.AddTicks(-(found.Ticks % TimeSpan.TicksPerMillisecond));
        return instant.UtcDateTime.Year is >= 2000 and < 2200;
    }
}

/// <summary>Numbers that are numbers: <c>1e999</c> is refused instead of becoming infinite.</summary>
public sealed class FiniteDoubleJson : JsonConverter<double>
{
    /// <inheritdoc/>
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var value) && double.IsFinite(value)
            ? value
            : throw new JsonException("A finite number is expected.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}
