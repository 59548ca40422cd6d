using System.Collections.Immutable;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Policies;

/// <summary>What a pack asks of the ground that it is used on, checked at start.</summary>
public static class PolicyAgainstTerritory
{
    /// <summary>
    /// Every way in which a pack and a territory do not fit. Urgent clocks ignore calendars and the street is never passed over,
    /// so with an urgent type somebody sits in each street's centre round the clock; and the day that numbers cases is the
    /// street's own, so both name one time zone.
    /// </summary>
    public static ImmutableArray<Fault> Faults(PolicyPack pack, Territory territory)
    {
        var faults = ImmutableArray.CreateBuilder<Fault>();
        var urgent = pack.Types.Values
            .Where(type => type.Clocks.Urgent || type.InProgressClocks is { Urgent: true })
            .Select(type => type.Code)
            .Order(StringComparer.Ordinal)
            .FirstOrDefault();
        foreach (var street in territory.Streets)
        {
            if (urgent is not null && !territory.Staffing.StreetIsAlwaysStaffed(street.Id))
            {
                faults.Add(new Fault(
                    $"streets[\"{street.Id}\"].staffed",
                    $"the pack has urgent types such as {urgent}, so the street is staffed \"always\""));
            }

            if (street.Zone.Id != pack.StreetCalendar.Zone.Id)
            {
                faults.Add(new Fault(
                    $"streets[\"{street.Id}\"].timeZone",
                    $"is {street.Zone.Id}, but the pack's calendar {pack.StreetCalendar.Id} is kept in {pack.StreetCalendar.Zone.Id}"));
            }
        }

        return faults.DrainToImmutable();
    }
}
