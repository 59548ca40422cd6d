using Dispatch.Contracts;

namespace Dispatch.Grains.Forecasts;

/// <summary>Makes the answer of a forecast from its items. Not safe for several threads.</summary>
/// <param name="query">What was asked.</param>
/// <param name="zone">The street's time zone, whose hours are counted by.</param>
public sealed class ForecastTally(ForecastQuery query, TimeZoneInfo zone)
{
    private readonly List<ForecastItem> _items = [];

    /// <summary>Counts what one case will miss.</summary>
    public void Add(IEnumerable<ForecastItem> items) => _items.AddRange(items);

    /// <summary>The answer.</summary>
    public ForecastAnswer Answer()
    {
        _items.Sort(SoonestFirst);
        return new ForecastAnswer(
            query.Scope, query.From, query.Until, [.. _items.Take(ForecastQuery.MostItems)], _items.Count, Hours(), Units());
    }

    private List<ForecastHour> Hours()
    {
        var (hours, next) = (new List<ForecastHour>(), 0);
        var local = TimeZoneInfo.ConvertTime(query.From, zone);
        var (from, to) = (query.From, query.From + (TimeSpan.FromHours(1) - TimeSpan.FromTicks(local.Ticks % TimeSpan.TicksPerHour)));
        while (from < query.Until)
        {
            to = to < query.Until ? to : query.Until;
            var (levels, first) = (new int[Enum.GetValues<CaseLevel>().Length], next);
            for (; next < _items.Count && _items[next].DueAt < to; next++)
            {
                levels[(int)_items[next].LevelBefore]++;
            }

            hours.Add(new ForecastHour(from, to, next - first, new LevelCounts(
                levels[(int)CaseLevel.Grid], levels[(int)CaseLevel.Community], levels[(int)CaseLevel.Street], levels[(int)CaseLevel.Supervision])));
            (from, to) = (to, to.AddHours(1));
        }

        return hours;
    }

    private IReadOnlyList<ForecastUnit> Units() =>
    [
        .. _items.CountBy(item => item.Responsible)
            .OrderByDescending(unit => unit.Value).ThenBy(unit => unit.Key.ToString(), StringComparer.Ordinal)
            .Take(ForecastQuery.MostUnits)
            .Select(unit => new ForecastUnit(unit.Key, unit.Value)),
    ];

    private static int SoonestFirst(ForecastItem one, ForecastItem other)
    {
        var byInstant = one.DueAt.CompareTo(other.DueAt);
        var byNumber = byInstant != 0 ? byInstant : string.CompareOrdinal(one.Number, other.Number);
        return byNumber != 0 ? byNumber : string.CompareOrdinal(one.Clock, other.Clock);
    }
}
