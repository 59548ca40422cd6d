using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Feeds;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;
using Dispatch.Grains.Storage;
using Microsoft.Extensions.Logging;

namespace Dispatch.Grains.Duties;

/// <summary>
/// What the grains of grids and communities share: one duty with a clock, loaded once, decided on and committed as a case is; and the
/// live state of a follower. The key is the owner's scope.
/// </summary>
public abstract partial class DutyGrain(IDispatchStore store, IPolicyShelf policies, Territory territory, ILogger logger)
    : FollowingGrain(logger), IDeadlineOwner
{
    /// <summary>How many of the next instants due a view shows.</summary>
    private const int NextDueShown = 10;

    /// <summary>How often a decision is made anew on the state of a quicker activation.</summary>
    private const int Tries = 3;

    private readonly ILogger _logger = logger;
    private bool _loaded;
    private PolicyPack? _pack;

    /// <summary>The grid's or community's scope; of a kind that no territory knows when the key is no scope.</summary>
    protected Scope Owner => Scope.TryParse(this.GetPrimaryKeyString(), out var owner) ? owner : default;

    /// <summary>The id in the scope; empty when the key is no scope of that kind.</summary>
    /// <param name="kind">One of <see cref="ScopeKind"/>.</param>
    protected string IdOf(string kind) => Owner is { } owner && owner.Kind == kind ? owner.Id : "";

    /// <summary>The pack that duties are done under: the one in force here at the last decision.</summary>
    protected PolicyPack Pack => _pack ?? policies.Current;

    /// <summary>The territory.</summary>
    protected Territory Territory => territory;

    /// <summary>The duty as last committed or loaded.</summary>
    protected Duty Duty { get; private set; } = Duty.None;

    /// <summary>Counts the commits.</summary>
    protected long Version { get; private set; }

    /// <summary>The rule of the duty's clock; null where the pack has none, or nobody could do it.</summary>
    protected abstract ClockRule? Rule { get; }

    /// <summary>Where it lies, for the store.</summary>
    protected abstract OwnerColumns Columns { get; }

    /// <inheritdoc/>
    public async Task<FiringOutcome> OnDeadline(DeadlineFiring firing)
    {
        var fired = 0;
        await Decide(
            firing.FiredAt,
            now =>
            {
                var decision = Fire(now);
                fired = decision.Events.Count(happened => happened.Event is DeadlineWarned or DeadlineMissed);
                return decision;
            },
            handed: firing.Snapshot);
        return new FiringOutcome(fired, DutyDecider.Deadlines(Duty, Pack).Min(deadline => (DateTimeOffset?)deadline.DueAt));
    }

    /// <summary>Begins the duty where it was never begun.</summary>
    protected Task<Refusal?> Begin(DateTimeOffset at) => Decide(at, now => DutyDecider.Open(Duty, Rule, now, Pack));

    /// <summary>What firing at an instant does.</summary>
    protected abstract DutyDecision Fire(DateTimeOffset now);

    /// <summary>Decides on the duty as it stands and commits; null when that is done or there was nothing to do, else why not.</summary>
    /// <param name="at">When the command was received or the deadline fired.</param>
    /// <param name="decide">Given the instant of the decision; called again when another activation was quicker.</param>
    /// <param name="command">By what a repeat is known.</param>
    /// <param name="handed">The owner as the sweeper read it.</param>
    protected async Task<Refusal?> Decide(
        DateTimeOffset at, Func<DateTimeOffset, Verdict> decide, CommandMark? command = null, StoredOwner? handed = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            await EnsureLoaded(handed);
            var now = at.CutToMilliseconds();
            _pack = await InForce(now);
            var verdict = decide(Duty.LastEventAt > now ? Duty.LastEventAt : now);
            if (verdict is Refused refused)
            {
                return refused.Refusal;
            }

            try
            {
                return await Commit((DutyDecision)verdict, command);
            }
            catch (StaleOwnerException fault)
            {
                Forget();
                if (attempt == Tries)
                {
                    throw new StoreUnavailableException("Another silo was quicker each time, and nothing was stored; try again shortly.", fault);
                }
            }
        }
    }

    /// <summary>Reads the duty where that has not been done.</summary>
    protected async ValueTask EnsureLoaded(StoredOwner? handed = null)
    {
        if (_loaded && (handed is null || handed.Version <= Version))
        {
            return;
        }

        if ((handed ?? await store.LoadAsync(Owner)) is { } stored && stored.Version > Version)
        {
            (Duty, Version) = (DutyJson.Duty(stored.Snapshot), stored.Version);
        }

        _loaded = true;
    }

    private async Task<PolicyPack> InForce(DateTimeOffset now) =>
        await GrainFactory.GetGrain<IPolicyGrain>(Scope.Street(Columns.StreetId).ToString()).InForce(Columns.CommunityId, now) is { } adopted
            ? await policies.FindAsync(adopted.Id, adopted.Version)
            : policies.Current;

    /// <summary>The duty's clock as views show it; none before it was started or after it ended.</summary>
    protected IReadOnlyList<ClockView> ClockViews() => Duty is { IsRunning: true, Clock: { } clock } ? [CaseViews.Clock(clock, Pack)] : [];

    /// <summary>The next instants due among the open cases, soonest first.</summary>
    protected IReadOnlyList<DueCase> NextDue() =>
    [
        .. OpenCases.Rows.Values
            .SelectMany(row => row.Clocks.Where(clock => clock.State == ClockState.Running && clock.DueAt is not null)
                .Select(clock => new DueCase(row.Id, row.Number, clock.Name, clock.DueAt!.Value)))
            .OrderBy(due => due.DueAt).ThenBy(due => due.CaseId, StringComparer.Ordinal)
            .Take(NextDueShown),
    ];

    private async Task<Refusal?> Commit(DutyDecision decision, CommandMark? command)
    {
        if (decision.Events.IsEmpty)
        {
            return null;
        }

        CommitOutcome outcome;
        try
        {
            outcome = await store.CommitAsync(DutyCommit.Of(Owner, Columns, decision, Version, Pack, command));
        }
        catch (UnknownOutcomeException fault)
        {
            LogUnknownOutcome(_logger, Owner);
            Forget();
            throw new StoreUnavailableException("Whether this was stored is not known; repeat it with the same Idempotency-Key.", fault);
        }

        if (outcome.Repeat is { } mark)
        {
            return mark.BodyHash == command?.BodyHash
                ? null
                : Refuse.With(RefusalCode.IdempotencyKeyReused, "This Idempotency-Key was used for another command; make a new one.");
        }

        (Duty, Version) = (decision.Duty, outcome.Version);
        return null;
    }

    private void Forget() => (_loaded, Duty, Version) = (false, Duty.None, 0);
}
