using System.Collections.Immutable;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Policies.Adopting;
using Dispatch.Grains.Routing;
using Dispatch.Grains.Storage;
using Dispatch.Silo.Clock;
using Dispatch.Silo.Health;

namespace Dispatch.Silo.City;

/// <summary>
/// Names calendars that do not cover the time ahead, whose deadlines there are computed from weekly hours alone and are provisional until
/// the year's holidays are loaded, and those whose coming year has no make-up days yet: of the pack of the settings and of those that
/// were adopted by the start. The supervisor's morning also names those of packs adopted since.
/// </summary>
internal sealed class CalendarGaps(OpenedCity city, CityClock clock, IDispatchStore store, Territory territory) : IReadinessNote
{
    /// <summary>How far ahead it looks: longer than any working-day budget of the sample packs takes.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromDays(90);

    private ImmutableArray<PolicyPack> _packs = [];

    /// <summary>Reads what the streets have adopted.</summary>
    public async Task ReadAsync()
    {
        var packs = new List<PolicyPack> { city.Policies.Current };
        foreach (var street in territory.Streets)
        {
            var book = new AdoptionBook(store, city.Policies, territory, street.Scope);
            await book.ReadAsync();
            packs.AddRange(await PacksInUse.ReadAsync(book.Policies.Adoptions, territory, street.Id, city.Policies, clock.Now));
        }

        _packs = [.. packs.Distinct()];
    }

    public IEnumerable<string> Notes()
    {
        var (now, until) = (clock.Now, clock.Now + Ahead);
        var used = CalendarLint.UsedBy(_packs);
        return used
            .Where(calendar => !calendar.IsCovered(until))
            .Select(calendar =>
                $"The calendar {calendar.Id} lacks {TimeZoneInfo.ConvertTime(until, calendar.Zone):yyyy}: deadlines in that year are provisional; "
                    + "add its holidays to the calendar's file and restart.")
            .Concat(CalendarLint.Of(used, now)
                .Where(finding => finding.Code == CalendarLint.MakeUpDaysMissing)
                .Select(finding => $"The calendar {finding.Calendar}: {finding.Detail}"));
    }
}
