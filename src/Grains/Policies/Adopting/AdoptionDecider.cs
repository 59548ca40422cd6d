using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Duties;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Policies.Adopting;

/// <summary>A pack adopted.</summary>
/// <param name="Happened">The act as it is stored.</param>
/// <param name="Policies">The street's acts after it.</param>
public sealed record AdoptionDecision(Happened Happened, StreetPolicies Policies) : Verdict;

/// <summary>Decides whether a pack is adopted: a function of the street's acts, the wish, the pack, the territory and the instant.</summary>
public static class AdoptionDecider
{
    private const int FaultsTold = 5;

    /// <summary>The act, or why there is none.</summary>
    /// <param name="street">The street that is asked.</param>
    /// <param name="before">What it has adopted.</param>
    /// <param name="adopting">The wish.</param>
    /// <param name="now">The instant of the decision.</param>
    /// <param name="load">The pack as read from the wish's text, or as kept; null where the wish names one that is not kept.</param>
    /// <param name="territory">The ground.</param>
    public static Verdict Decide(
        Scope street, StreetPolicies before, PolicyAdopting adopting, DateTimeOffset now, PolicyLoad? load, Territory territory)
    {
        var (adopt, by) = (adopting.Adopt, adopting.By);
        return (Refuses(street, before, adopt, by, now, territory) ?? RefusesPack(adopt, load, territory)) is { } refusal
            ? new Refused(refusal)
            : Adopted(street, before, adopt, by, now, load!.Pack!);
    }

    private static AdoptionDecision Adopted(
        Scope street, StreetPolicies before, AdoptPolicy adopt, Actor by, DateTimeOffset now, PolicyPack pack)
    {
        var adoption = new PolicyAdoption
        {
            Id = $"{street.Id}-{before.Adoptions.Length + 1}",
            Policy = new PolicyName(pack.Id, pack.Version),
            Areas = [.. adopt.Areas.OrderBy(area => area.ToString(), StringComparer.Ordinal)],
            From = adopt.From.CutToMilliseconds(),
            Reason = adopt.Reason!,
            By = by.Id,
            At = now,
        };
        var happened = new Happened(new PolicyAdopted(adoption), now, null, by.Id);
        return new AdoptionDecision(happened, before.Apply(happened));
    }

    private static Refusal? Refuses(
        Scope street, StreetPolicies before, AdoptPolicy adopt, Actor by, DateTimeOffset now, Territory territory)
    {
        // An administrator has no area: theirs is the installation.
        if (by.Role is not Role.Administrator && Authority.Refuses(by, street, territory, "adopt a policy pack", Role.Supervisor) is { } denied)
        {
            return denied;
        }

        if (Refuse.UnlessReason(adopt.Reason) is { } unsaid)
        {
            return unsaid;
        }

        if (RefusesAreas(street, adopt.Areas, territory) is { } unknown)
        {
            return unknown;
        }

        if (adopt.Areas.Distinct().Count() != adopt.Areas.Count || (adopt.Areas.Count > 1 && adopt.Areas.Contains(street)))
        {
            return Refuse.With(RefusalCode.OverlappingAdoption, "An area is named twice, or the street beside its communities; name each place once.");
        }

        return adopt.From.CutToMilliseconds() < now
                ? Refuse.With(RefusalCode.InThePast, "A pack is adopted from now on at the earliest; give an instant ahead.")
            : before.Adoptions.Length >= PolicyAdoption.Most
                ? Refuse.With(RefusalCode.InvalidValue, $"A street adopts at most {PolicyAdoption.Most} times.")
            : before.Adoptions.FirstOrDefault(one => one.From == adopt.From.CutToMilliseconds() && Adoptions.Overlap(one.Areas, adopt.Areas)) is { } other
                ? Refuse.With(RefusalCode.OverlappingAdoption, $"{other.Policy} is adopted for one of these areas from the same instant on ({other.Id}); give another instant.")
            : null;
    }

    /// <summary>Why these are not places of the street; null when they are.</summary>
    internal static Refusal? RefusesAreas(Scope street, IReadOnlyList<Scope> areas, Territory territory) =>
        areas is { Count: 0 or > PolicyAdoption.Most } || !territory.Knows(street) || areas.Any(area => !IsOf(street, area, territory))
            ? Refuse.With(RefusalCode.UnknownArea, $"Name {street}, or communities of it, such as community:xishan; GET /api/territory lists them.")
            : null;

    /// <summary>Why cases cannot be opened under a pack; null when they can.</summary>
    internal static Refusal? RefusesPack(AdoptPolicy adopt, PolicyLoad? load, Territory territory)
    {
        if (adopt.Pack is null == adopt.Policy is null)
        {
            return Refuse.With(RefusalCode.InvalidValue, "Give either the pack itself or the id and version of one that is kept.");
        }

        if (load is null)
        {
            return Refuse.With(RefusalCode.UnknownPolicy, $"No pack {adopt.Policy} is kept; send the pack itself.");
        }

        if (load.Pack is not { } pack)
        {
            return Told(RefusalCode.FaultyPolicy, "The pack has faults", load.Faults);
        }

        var uncovered = pack.UsedCalendars().Where(calendar => !calendar.IsCovered(adopt.From))
            .Select(calendar => new Fault("calendar", $"{calendar.Id} does not cover {adopt.From:yyyy}"));
        Fault[] unfit = [.. PolicyAgainstTerritory.Faults(pack, territory), .. uncovered];
        return unfit.Length > 0 ? Told(RefusalCode.UnfitPolicy, "The pack does not fit", unfit)
            : StandingStill.In(pack, adopt.From) is { IsEmpty: false } still ? Told(RefusalCode.UnfitPolicy, "The pack leaves cases where no clock runs", still)
            : null;
    }

    private static bool IsOf(Scope street, Scope area, Territory territory) =>
        area == street || (area.Kind == ScopeKind.Community && territory.Covers(street, area));

    private static Refusal Told(RefusalCode code, string what, IReadOnlyCollection<Fault> faults) => Refuse.With(
        code, $"{what}: {string.Join("; ", faults.Take(FaultsTold))}{(faults.Count > FaultsTold ? $"; and {faults.Count - FaultsTold} more" : "")}.");
}
