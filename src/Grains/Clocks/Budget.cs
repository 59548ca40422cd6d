using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dispatch.Grains.Clocks;

/// <summary>The unit that a budget is written in.</summary>
public enum BudgetUnit
{
    /// <summary><c>min</c>: minutes of working time, or of elapsed time with <c>U</c>.</summary>
    Minute,

    /// <summary><c>h</c>: hours of working time, or of elapsed time with <c>U</c>.</summary>
    Hour,

    /// <summary><c>wh</c>: working hours; the same as <c>h</c> without <c>U</c>, kept as it was written.</summary>
    WorkingHour,

    /// <summary><c>wd</c>: working days, each the calendar's standard working length.</summary>
    WorkingDay,

    /// <summary><c>d</c>: local wall-clock days.</summary>
    Day,
}

/// <summary>
/// The time that a clock allows, as packs write it: <c>15 min U</c>, <c>30 min</c>, <c>4 wh</c>, <c>1 h U</c>,
/// <c>7 wd</c>, <c>7 d</c>. One space between the parts; <c>U</c> (urgent) only after <c>min</c> or <c>h</c>. In JSON it is
/// that text.
/// </summary>
[JsonConverter(typeof(BudgetJsonConverter))]
public readonly record struct Budget
{
    /// <summary>The largest amount of any unit: a year in minutes, and more.</summary>
    public const int MaxAmount = 600_000;

    private const long MinuteMs = 60_000;
    private const long HourMs = 60 * MinuteMs;
    private const long DayMs = 24 * HourMs;

    private static readonly string[] Symbols = ["min", "h", "wh", "wd", "d"];

    /// <summary>A budget of <paramref name="amount"/> units.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is not within 1 to <see cref="MaxAmount"/>.</exception>
    /// <exception cref="ArgumentException">Urgent, but not in minutes or hours.</exception>
    public Budget(int amount, BudgetUnit unit, bool isUrgent = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(amount, MaxAmount);
        if (isUrgent && unit is not (BudgetUnit.Minute or BudgetUnit.Hour))
            throw new ArgumentException("Only minutes and hours can be urgent.", nameof(isUrgent));
        (Amount, Unit, IsUrgent) = (amount, unit, isUrgent);
    }

    /// <summary>How many units, 1 to <see cref="MaxAmount"/>.</summary>
    public int Amount { get; }

    /// <summary>The unit that it was written in.</summary>
    public BudgetUnit Unit { get; }

    /// <summary>Whether calendars are ignored (<c>U</c>).</summary>
    public bool IsUrgent { get; }

    /// <summary>The kind of time that this budget is counted in.</summary>
    public ClockAxis Axis =>
        IsUrgent ? ClockAxis.Elapsed : Unit == BudgetUnit.Day ? ClockAxis.LocalDay : ClockAxis.Working;

    /// <summary>Where a budget that is used up exactly at the end of a span is due: days go on to the next span.</summary>
    public UsedUpAt UsedUpAt =>
        Unit is BudgetUnit.WorkingDay or BudgetUnit.Day ? UsedUpAt.NextSpanStart : UsedUpAt.SpanEnd;

    /// <summary>The budget in milliseconds of its own axis: a working day has the calendar's standard length.</summary>
    public long BudgetMs(WorkCalendar calendar) => MsOn(Axis, calendar);

    /// <summary>
    /// The budget in milliseconds of another axis, on which a day is that axis's day: so an extension of <c>2 d</c> gives
    /// two working days to a clock whose policy was changed to working days since.
    /// </summary>
    public long MsOn(ClockAxis axis, WorkCalendar calendar) => Unit switch
    {
        BudgetUnit.Minute => Amount * MinuteMs,
        BudgetUnit.Hour or BudgetUnit.WorkingHour => Amount * HourMs,
        _ => Amount * (axis == ClockAxis.Working ? calendar.StandardDayMs : DayMs),
    };

    /// <summary>Reads a budget; false for anything that is not written exactly as described on the type.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Budget budget)
    {
        budget = default;
        var parts = text?.Split(' ') ?? [];
        if (parts.Length is not (2 or 3))
            return false;
        var unit = Array.IndexOf(Symbols, parts[1]);
        var urgent = parts.Length == 3;
        if (unit < 0 || (urgent && (parts[2] != "U" || unit > (int)BudgetUnit.Hour)))
            return false;
        if (!int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var amount)
            || amount is < 1 or > MaxAmount || parts[0][0] == '0')
            return false;
        budget = new Budget(amount, (BudgetUnit)unit, urgent);
        return true;
    }

    /// <summary>Reads a budget.</summary>
    /// <exception cref="FormatException">The text is not a budget.</exception>
    public static Budget Parse(string text) => TryParse(text, out var budget)
        ? budget
        : throw new FormatException($"'{text}' is not a budget such as '15 min U', '4 wh', '7 wd' or '7 d'.");

    /// <summary>The text that <see cref="TryParse"/> reads back.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Amount} {Symbols[(int)Unit]}{(IsUrgent ? " U" : "")}");
}

/// <summary>Budgets in JSON: the text of <see cref="Budget.ToString"/>.</summary>
public sealed class BudgetJsonConverter : JsonConverter<Budget>
{
    /// <inheritdoc/>
    public override Budget Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Budget.TryParse(reader.GetString(), out var budget)
            ? budget
            : throw new JsonException("A budget is a text such as '15 min U', '4 wh', '7 wd' or '7 d'.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Budget value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
