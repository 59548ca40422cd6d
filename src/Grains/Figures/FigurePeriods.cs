using System.Globalization;
using Dispatch.Contracts;

namespace Dispatch.Grains.Figures;

/// <summary>The local days, ISO weeks and months of a street's time zone.</summary>
/// <param name="zone">The street's time zone.</param>
public sealed class FigurePeriods(TimeZoneInfo zone)
{
    /// <summary>Whether rows of this kind are periods.</summary>
    public static bool IsPeriod(FigureBy by) => by is FigureBy.Day or FigureBy.Week or FigureBy.Month;

    /// <summary>The key of the period that an instant lies in.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Rows of this kind are no periods.</exception>
    public string KeyOf(DateTimeOffset at, FigureBy by) => KeyOf(LocalDay(at), by);

    /// <summary>The keys of every period that touches <c>[from, to)</c>, in order; none where that is empty.</summary>
    public IEnumerable<string> Between(DateTimeOffset from, DateTimeOffset to, FigureBy by)
    {
        if (to <= from)
        {
            yield break;
        }

        string? last = null;
        var end = LocalDay(to.AddTicks(-1));
        for (var day = LocalDay(from); day <= end; day = day.AddDays(1))
        {
            var key = KeyOf(day, by);
            if (key != last)
            {
                yield return last = key;
            }
        }
    }

    private static string KeyOf(DateOnly day, FigureBy by) => by switch
    {
        FigureBy.Day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        FigureBy.Week => Week(day.ToDateTime(TimeOnly.MinValue)),
        FigureBy.Month => day.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        _ => throw new ArgumentOutOfRangeException(nameof(by), by, "No period."),
    };

    private static string Week(DateTime day) =>
        string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(day):D4}-W{ISOWeek.GetWeekOfYear(day):D2}");

    private DateOnly LocalDay(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
}
