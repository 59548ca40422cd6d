using System.Globalization;
using System.Text.Json;
using Dispatch.Contracts;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.Bodies;

/// <summary>
/// The query parameters of one request. The first problem is kept and the rest goes on with defaults, so that an endpoint asks once.
/// </summary>
public sealed class QueryText
{
    private readonly IQueryCollection _query;

    /// <summary>For an endpoint that takes these parameters and no others.</summary>
    public QueryText(HttpRequest request, params ReadOnlySpan<string> allowed)
    {
        _query = request.Query;
        foreach (var name in _query.Keys)
        {
            if (!allowed.Contains(name))
            {
                Refuse("unknown-parameter", $"There is no query parameter {RequestBody.Named(name)} here; leave it out.");
            }
        }
    }

    /// <summary>The first thing wrong; null when all was read.</summary>
    public Problem? Problem { get; private set; }

    /// <summary>A text of at most so many characters that can be stored; null when absent or empty.</summary>
    public string? Text(string name, int maxLength)
    {
        var values = _query[name];
        if (values.Count > 1)
        {
            Refuse("invalid-parameter", $"The query parameter '{name}' stands twice; send it once.");
            return null;
        }

        var text = values.ToString();
        if (text.Length > maxLength || !TextLimits.IsStorable(text))
        {
            Refuse("invalid-parameter", $"The query parameter '{name}' holds at most {maxLength} characters, without NUL and half surrogate pairs.");
            return null;
        }

        return text.Length == 0 ? null : text;
    }

    /// <summary>A whole number from one bound to the other, both inside.</summary>
    public long Number(string name, long least, long most, long otherwise) =>
        Read(name, otherwise, $"is a whole number from {least} to {most}", (string text, out long value) =>
            long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= least && value <= most);

    /// <summary>A number in degrees, up to so many either way; null when absent.</summary>
    public double? Degrees(string name, double most) =>
        Read<double?>(name, null, $"is a number of degrees from -{most} to {most}", (string text, out double? value) =>
        {
            var read = double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees);
            value = degrees;
            return read && Math.Abs(degrees) <= most;
        });

    /// <summary>An amount of money with at most two decimals; null when absent.</summary>
    public decimal? Money(string name) => Read<decimal?>(name, null, "is an amount from 0 to 1,000,000,000 with at most two decimals", (string text, out decimal? value) =>
    {
        var read = decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount);
        value = amount;
        return read && amount <= 1_000_000_000 && decimal.Round(amount, 2) == amount;
    });

    /// <summary>An id; null when absent.</summary>
    public string? Id(string name) => Read<string?>(name, null, "is an id: ASCII letters, digits, '-', '_' and '.'", (string text, out string? value) =>
    {
        value = text;
        return SafeId.Is(text);
    });

    /// <summary>True or false; null when absent.</summary>
    public bool? Flag(string name) => Read<bool?>(name, null, "is true or false", (string text, out bool? value) =>
    {
        value = text is "true" ? true : text is "false" ? false : null;
        return value is not null;
    });

    /// <summary>An instant; null when absent.</summary>
    public DateTimeOffset? Instant(string name) =>
        Read<DateTimeOffset?>(name, null, "is an instant with offset, its '+' written %2B: 2026-03-02T08:30:00%2B08:00", (string text, out DateTimeOffset? value) =>
        {
            var read = InstantJson.TryParse(text, out var instant);
            value = instant;
            return read;
        });

    /// <summary>A local day; null when absent.</summary>
    public DateOnly? Day(string name) => Read<DateOnly?>(name, null, "is a day, for example 2026-03-02", (string text, out DateOnly? value) =>
    {
        var read = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        value = day;
        return read;
    });

    /// <summary>A scope; null when absent.</summary>
    public Scope? Scope(string name) => Read<Scope?>(name, null, "is written kind:id, for example street:xiashi", (string text, out Scope? value) =>
    {
        var read = Contracts.Scope.TryParse(text, out var scope);
        value = scope;
        return read;
    });

    /// <summary>A status by its exact name; null when absent.</summary>
    public CaseStatus? Status(string name) => Read<CaseStatus?>(name, null, "is the name of a status, for example PreControl", (string text, out CaseStatus? value) =>
    {
        value = Array.Find(Enum.GetValues<CaseStatus>(), status => status.ToString() == text);
        return value.ToString() == text;
    });

    /// <summary>One of an enum's values, spelled in camel case; null when absent.</summary>
    public TEnum? OneOf<TEnum>(string name)
        where TEnum : struct, Enum
    {
        var values = Enum.GetValues<TEnum>();
        return Read<TEnum?>(name, null, $"is one of {string.Join(", ", values.Select(OnWire))}", (string text, out TEnum? value) =>
        {
            var place = Array.FindIndex(values, one => OnWire(one) == text);
            value = place < 0 ? null : values[place];
            return place >= 0;
        });
    }

    private static string OnWire<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private delegate bool Reading<T>(string text, out T value);

    private T Read<T>(string name, T otherwise, string form, Reading<T> read)
    {
        if (Text(name, 256) is not { } text)
        {
            return otherwise;
        }

        if (read(text, out var value))
        {
            return value;
        }

        Refuse("invalid-parameter", $"The query parameter '{name}' {form}.");
        return otherwise;
    }

    private void Refuse(string code, string detail) => Problem ??= new Problem(StatusCodes.Status400BadRequest, code, detail);
}
