using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Duties;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Surges;

/// <summary>The surges of a street carried on.</summary>
/// <param name="Events">What happened, in order; empty when nothing is to be stored.</param>
/// <param name="Surges">The surges after them.</param>
public sealed record SurgeDecision(ImmutableArray<Happened> Events, StreetSurges Surges) : Verdict;

/// <summary>
/// Who may declare a surge over what and until when, who ends it, and how it is carried to the open cases page by page. Pure. What it
/// does to a case is the case's own rule.
/// </summary>
public static class SurgeDecider
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    private static readonly Budget Minute = new(1, BudgetUnit.Minute, isUrgent: true);

    /// <summary>Declares a surge from <paramref name="now"/> on.</summary>
    public static Verdict Declare(StreetSurges surges, SurgeDeclaration asked, string streetId, DateTimeOffset now, PolicyPack pack, Territory territory)
    {
        if (pack.LongestSurge is not { } longest)
        {
            return No(RefusalCode.SurgeNotOffered, "The policy pack knows no surges; it needs \"surge\": { \"longest\": \"3 d\" }.");
        }

        if (asked.Area.Kind is not (ScopeKind.Street or ScopeKind.Community or ScopeKind.Grid) || !territory.Covers(Scope.Street(streetId), asked.Area))
        {
            return No(RefusalCode.Unknown, "A surge is over a street, community or grid of the territory.");
        }

        if ((UnlessSupervisor(asked.By, asked.Area, territory, "declare a surge") ?? Refuse.UnlessReason(asked.Reason)) is { } refusal)
        {
            return new Refused(refusal);
        }

        if (asked.Until?.CutToMilliseconds() is not { } until || until < now + Shortest || until > now + longest)
        {
            return No(RefusalCode.InvalidEnd, $"Say when it ends: until, a minute from now at least and {longest.TotalDays:0} days at most.");
        }

        if (!asked.Freeze && asked.Raise is null)
        {
            return No(RefusalCode.InvalidValue, "A surge freezes clocks, raises priorities, or both; this one does neither.");
        }

        if (asked.Types.Count > Refuse.MaxIds || asked.Types.Any(type => !pack.Types.ContainsKey(type)))
        {
            return No(RefusalCode.UnknownType, "The pack has no such type; the catalogue lists them. Without types it is over all.");
        }

        if (surges.Surges.FirstOrDefault(one => one.Order.HoldsAt(now) && Overlap(one.Order, asked, territory)) is { } other)
        {
            return No(RefusalCode.OverlappingSurge, $"The surge {other.Order.Id} holds over part of {asked.Area} already; end it first.");
        }

        var step = new Step(surges, now, asked.By.Id);
        var id = $"{streetId}.{surges.Count + 1}";
        step.Record(new SurgeDeclared(id, asked.Area, [.. asked.Types.Distinct()], until, asked.Reason!, asked.Freeze, asked.Raise));
        step.CarryOn(pack);
        return step.Done();
    }

    /// <summary>Ends a surge before its time.</summary>
    public static Verdict End(StreetSurges surges, SurgeEnding asked, DateTimeOffset now, PolicyPack pack, Territory territory)
    {
        if (surges.Find(asked.Id) is not { } surge)
        {
            return No(RefusalCode.Unknown, "There is no such surge.");
        }

        if ((UnlessSupervisor(asked.By, surge.Order.Area, territory, "end a surge") ?? Refuse.UnlessReason(asked.Reason)) is { } refusal)
        {
            return new Refused(refusal);
        }

        if (now >= surge.Order.End)
        {
            return No(RefusalCode.SurgeOver, "This surge is over.");
        }

        var step = new Step(surges, now, asked.By.Id);
        step.Record(new SurgeCalledOff(asked.Id, asked.Reason!));
        step.CarryOn(pack);
        return step.Done();
    }

    /// <summary>Whether the next page of open cases is to be told of a surge.</summary>
    public static Surge? Due(StreetSurges surges, DateTimeOffset now, PolicyPack pack) => NextMark(surges, pack)?.DueAt < now ? surges.ToCarry : null;

    /// <summary>A page of open cases was told; where it was not the last, the next one is due at once.</summary>
    /// <param name="surges">As they stand.</param>
    /// <param name="surge">Of which.</param>
    /// <param name="told">The owner ids, in order.</param>
    /// <param name="last">Whether there are no more.</param>
    /// <param name="now">When the page was due and told.</param>
    /// <param name="pack">The pack in force.</param>
    public static SurgeDecision Carried(StreetSurges surges, Surge surge, IReadOnlyList<string> told, bool last, DateTimeOffset now, PolicyPack pack)
    {
        var step = new Step(surges, now, Actor.Machine.Id);
        if (NextMark(surges, pack) is { } next)
        {
            step.Record(new DeadlineMissed(StreetSurges.Carry, surges.Clock!.Generation, SlaClock.Expiry, next.DueAt, now));
        }

        step.Record(new SurgeCarried(surge.Order.Id, told.Count, told.Count == 0 ? null : told[^1], last));
        step.CarryOn(pack);
        return step.Done();
    }

    /// <summary>At most one: the next page.</summary>
    public static IReadOnlyList<Deadline> Deadlines(StreetSurges surges, PolicyPack pack) =>
        NextMark(surges, pack) is { } next ? [new Deadline(StreetSurges.Carry, surges.Clock!.Generation, next.Mark, next.DueAt)] : [];

    private static MarkDue? NextMark(StreetSurges surges, PolicyPack pack) =>
        surges.Clock is { State: ClockState.Running } clock ? clock.NextMark(pack.StreetCalendar) : null;

    private static bool Overlap(SurgeOrder one, SurgeDeclaration other, Territory territory) =>
        (territory.Covers(one.Area, other.Area) || territory.Covers(other.Area, one.Area))
        && (one.Types.Count == 0 || other.Types.Count == 0 || one.Types.Intersect(other.Types).Any());

    private static Refusal? UnlessSupervisor(Actor by, Scope area, Territory territory, string deed) =>
        Authority.Refuses(by, area, territory, deed, Role.Supervisor);

    private static Refused No(RefusalCode code, string sentence) => new(Refuse.With(code, sentence));

    private sealed class Step(StreetSurges before, DateTimeOffset now, string actor)
    {
        private readonly ImmutableArray<Happened>.Builder _events = ImmutableArray.CreateBuilder<Happened>();
        private StreetSurges _surges = before;

        public void Record(OwnerEvent happening)
        {
            var happened = new Happened(happening, now, null, actor);
            _events.Add(happened);
            _surges = _surges.Apply(happened);
        }

        /// <summary>While cases have not heard of something, the next page is due at once.</summary>
        public void CarryOn(PolicyPack pack)
        {
            if (_surges.Clock is { IsOpen: true } running)
            {
                Record(new ClockStopped(StreetSurges.Carry, running.Generation, running.State == ClockState.Missed ? ClockState.Missed : ClockState.Cancelled));
            }

            if (_surges.ToCarry is null)
            {
                return;
            }

            // Its minute is over when it starts: due at this very instant, past after it.
            Record(new ClockStarted
            {
                Clock = StreetSurges.Carry,
                Generation = (_surges.Clock?.Generation ?? 0) + 1,
                Budget = Minute,
                Calendar = pack.StreetCalendar.Id,
                Marks = [SlaClock.Expiry],
                From = now - TimeSpan.FromMinutes(1),
            });
        }

        public SurgeDecision Done() => new(_events.ToImmutable(), _surges);
    }
}
