using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;
using Dispatch.Grains.Storage;
using Microsoft.Extensions.Logging;

namespace Dispatch.Grains.Decoration.Dossiers;

/// <summary>What every dossier's grain needs, so that a kind names one thing.</summary>
/// <param name="Store">Where it is committed.</param>
/// <param name="Policies">The packs.</param>
/// <param name="Territory">The ground.</param>
/// <param name="Logger">For what goes wrong.</param>
public sealed record DossierDesk(IDispatchStore Store, IPolicyShelf Policies, Territory Territory, ILogger<DossierDesk> Logger);

/// <summary>
/// The grain of a dossier: it loads once, decides by pure functions, commits and answers, as a case's grain does. A kind says how it
/// decides, what its expiries do and how it is shown. The key is the owner id.
/// </summary>
/// <typeparam name="TDossier">The kind's state.</typeparam>
public abstract partial class DossierGrain<TDossier>(DossierDesk desk, DossierKind kind) : Grain, IDossierGrain
    where TDossier : Dossier
{
    /// <summary>How often a decision is made anew on the state of a quicker activation.</summary>
    private const int Tries = 3;

    private bool _loaded;
    private TDossier _dossier = (TDossier)kind.None;
    private long _version;

    /// <summary>The id without the kind.</summary>
    protected string Id => this.GetPrimaryKeyString()[(kind.Name.Length + 1)..];

    /// <summary>The ground.</summary>
    protected Territory Territory => desk.Territory;

    /// <summary>The pack in force.</summary>
    protected PolicyPack Pack => desk.Policies.Current;

    private Scope Owner => new(kind.Name, Id);

    /// <inheritdoc/>
    public async Task<DossierAnswer> Act(DossierAct act)
    {
        var mark = new CommandMark(act.By.Id, act.Key, act.BodyHash);
        for (var attempt = 1; ; attempt++)
        {
            await EnsureLoaded();
            if (await desk.Store.FindCommandAsync(Owner, mark.ActorId, mark.Key) is { Repeat: { } before })
            {
                return before.BodyHash == mark.BodyHash ? Shown(act.ReceivedAt) : Reused();
            }

            var now = Later(act.ReceivedAt.CutToMilliseconds(), _dossier.LastEventAt);
            if (CaseGate.Instant(DateTimeOffset.MinValue, act.Command.OccurredAt, now, Pack) is { } refusal)
            {
                return new DossierAnswer(null, refusal);
            }

            var fired = await Fire(_dossier, now);
            var verdict = await Decide((TDossier)fired.Dossier, act, now);
            if (verdict is Refused refused)
            {
                return new DossierAnswer(null, refused.Refusal);
            }

            var decision = (DossierDecision)verdict;
            if (decision.Events.IsEmpty)
            {
                return Shown(now);
            }

            try
            {
                return await Commit(decision with { Events = fired.Events.AddRange(decision.Events) }, mark) ?? Shown(now);
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

    /// <inheritdoc/>
    public async Task<DossierView?> Look(DateTimeOffset at)
    {
        await EnsureLoaded();
        return _version == 0 ? null : View(_dossier, _version, at);
    }

    /// <inheritdoc/>
    public async Task<FiringOutcome> OnDeadline(DeadlineFiring firing)
    {
        await EnsureLoaded(firing.Snapshot);
        var decision = await Fire(_dossier, Later(firing.FiredAt.CutToMilliseconds(), _dossier.LastEventAt));
        if (decision.Events.IsEmpty)
        {
            return new FiringOutcome(0, Next());
        }

        try
        {
            await Commit(decision, command: null);
        }
        catch (StaleOwnerException)
        {
            // Another activation was quicker; what it left due has rows of its own.
            Forget();
            await EnsureLoaded();
            return new FiringOutcome(0, Next());
        }

        return new FiringOutcome(decision.Events.Length, Next());
    }

    /// <summary>What a command leads to: a <see cref="DossierDecision"/> (whose events may be empty) or a <see cref="Refused"/>. Gathers what the rules must know, then asks them.</summary>
    /// <param name="dossier">As it stands at <paramref name="now"/>, with everything fired that was past.</param>
    /// <param name="act">The command.</param>
    /// <param name="now">The instant of the decision.</param>
    protected abstract ValueTask<Verdict> Decide(TDossier dossier, DossierAct act, DateTimeOffset now);

    /// <summary>What the clocks do that ran out by an instant; without events where none did. Mostly <see cref="DossierFiring.Fire"/>.</summary>
    protected abstract ValueTask<DossierDecision> Fire(TDossier dossier, DateTimeOffset now);

    /// <summary>The dossier as it is shown.</summary>
    protected abstract DossierView View(TDossier dossier, long version, DateTimeOffset at);

    /// <summary>Something was stored. For what follows from it elsewhere; it may be told twice or, after a crash, not at all, so whoever needs certainty asks the store.</summary>
    protected virtual Task Committed(DossierDecision decision) => Task.CompletedTask;

    /// <summary>As it stands; one to which nothing has happened where there is none.</summary>
    protected async ValueTask<TDossier> Standing()
    {
        await EnsureLoaded();
        return _dossier;
    }

    private DossierAnswer Shown(DateTimeOffset at) => new(View(_dossier, _version, at));

    private async Task<DossierAnswer?> Commit(DossierDecision decision, CommandMark? command)
    {
        var after = decision.Dossier;
        CommitOutcome outcome;
        try
        {
            outcome = await desk.Store.CommitAsync(new Commit
            {
                Owner = Owner,
                ExpectedVersion = _version,
                Snapshot = kind.Snapshot(after),
                Columns = Columns(after),
                Events = [.. decision.Events.Select(kind.Record)],
                Deadlines = DossierClocks.Deadlines(after.Clocks, Pack),
                Feed = [],
                Command = command,
                Notices = DossierNotices.Between(_dossier, decision),
            });
        }
        catch (UnknownOutcomeException fault)
        {
            LogUnknownOutcome(desk.Logger, Owner);
            Forget();
            throw new StoreUnavailableException("Whether this was stored is not known; repeat it with the same Idempotency-Key.", fault);
        }

        if (outcome.Repeat is { } mark)
        {
            Forget();
            await EnsureLoaded();
            return mark.BodyHash == command?.BodyHash ? null : Reused();
        }

        (_dossier, _version) = ((TDossier)after, outcome.Version);
        await Committed(decision);
        return null;
    }

    private static OwnerColumns Columns(Dossier dossier)
    {
        var place = dossier.Place();
        return new OwnerColumns
        {
            StreetId = place.StreetId,
            CommunityId = place.CommunityId,
            GridId = place.GridId,
            Unit = place.Unit,
            Open = dossier.IsOpen(),
            Overdue = dossier.IsOpen() && dossier.Clocks.Any(clock => clock is { IsOpen: true, State: ClockState.Missed }),
            SearchText = place.Search?.ToLowerInvariant(),
        };
    }

    private async ValueTask EnsureLoaded(StoredOwner? handed = null)
    {
        if (_loaded && (handed is null || handed.Version <= _version))
        {
            return;
        }

        if ((handed ?? await desk.Store.LoadAsync(Owner)) is { } stored && stored.Version > _version)
        {
            (_dossier, _version) = ((TDossier)kind.Read(stored.Snapshot), stored.Version);
        }

        _loaded = true;
    }

    private DateTimeOffset? Next() => DossierClocks.Deadlines(_dossier.Clocks, Pack).Min(deadline => (DateTimeOffset?)deadline.DueAt);

    private void Forget() => (_loaded, _dossier, _version) = (false, (TDossier)kind.None, 0);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DossierAnswer Reused() =>
        new(null, Refuse.With(RefusalCode.IdempotencyKeyReused, "This Idempotency-Key was used for another command; make a new one."));
}
