using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;
using Dispatch.Grains.Storage;
using Microsoft.Extensions.Logging;

namespace Dispatch.Grains.Surges;

/// <summary>
/// The surges of one street: the act is its own commit, which a walk then carries to the open cases, a page with each firing. A case asks
/// what is in force before it decides anything, so that the walk makes things visible and decides nothing.
/// </summary>
public sealed partial class SurgeGrain(
    IDispatchStore store, IForecastReads reads, IPolicyShelf policies, Territory territory, ILogger<SurgeGrain> logger) : Grain, ISurgeGrain
{
    /// <summary>Cases of a page: few enough to be told within a sweeper's lease.</summary>
    private const int CasesAtOnce = 200;

    /// <summary>Cases told at once.</summary>
    private const int Abreast = 8;

    /// <summary>How often a decision is made anew on the state of a quicker activation.</summary>
    private const int Tries = 3;

    private bool _loaded;
    private StreetSurges _surges = StreetSurges.None;
    private long _version;
    private DateTimeOffset _askedAt;
    private TaskCompletionSource? _acting;

    private string StreetId => this.GetPrimaryKeyString()[(ScopeKind.Surges.Length + 1)..];

    private Scope Owner => Scope.Surges(StreetId);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<SurgeOrder>> KnownAt(DateTimeOffset at)
    {
        // Whether an act that is being stored holds is known when it is stored.
        while (_acting is { } acting)
        {
            await acting.Task;
        }

        await EnsureLoaded();
        _askedAt = Later(_askedAt, at);
        return _surges.KnownAt(at);
    }

    /// <inheritdoc/>
    public async Task<SurgeAnswer> Declare(SurgeDeclaration declaration)
    {
        var mark = new CommandMark(declaration.By.Id, declaration.Key, declaration.BodyHash);
        var refusal = await Act(
            declaration.ReceivedAt, now => SurgeDecider.Declare(_surges, declaration, StreetId, now, policies.Current, territory), mark);
        return refusal is null ? new SurgeAnswer(_surges.Surges[^1].View(declaration.ReceivedAt)) : new SurgeAnswer(null, refusal);
    }

    /// <inheritdoc/>
    public async Task<SurgeAnswer> End(SurgeEnding ending)
    {
        var mark = new CommandMark(ending.By.Id, ending.Key, ending.BodyHash);
        var refusal = await Act(ending.ReceivedAt, now => SurgeDecider.End(_surges, ending, now, policies.Current, territory), mark);
        return refusal is null ? new SurgeAnswer(_surges.Find(ending.Id)?.View(_surges.LastEventAt)) : new SurgeAnswer(null, refusal);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SurgeView>> List(DateTimeOffset at)
    {
        await EnsureLoaded();
        return [.. _surges.Surges.Reverse().Take(StreetSurges.Most).Select(surge => surge.View(at))];
    }

    /// <inheritdoc/>
    public async Task<FiringOutcome> OnDeadline(DeadlineFiring firing)
    {
        await EnsureLoaded(firing.Snapshot);
        var now = Later(firing.FiredAt.CutToMilliseconds(), _surges.LastEventAt);
        if (SurgeDecider.Due(_surges, now, policies.Current) is not { } surge)
        {
            return new FiringOutcome(0, Next());
        }

        var page = await reads.DueAsync(new DueQuery(surge.Order.Area, DateTimeOffset.MaxValue, surge.CarriedTo, CasesAtOnce));
        foreach (var some in page.Chunk(Abreast))
        {
            await Task.WhenAll(some.Select(owner => Tell(owner, now)));
        }

        try
        {
            await Commit(SurgeDecider.Carried(_surges, surge, [.. page.Select(owner => owner.OwnerId)], page.Count < CasesAtOnce, now, policies.Current), command: null);
        }
        catch (StaleOwnerException)
        {
            // Another activation carried it on, and cases that were told twice have heard it once.
            Forget();
            await EnsureLoaded();
            return new FiringOutcome(0, Next());
        }

        return new FiringOutcome(1, Next());
    }

    /// <summary>A case that looks at its clocks hears of surges first.</summary>
    private Task<FiringOutcome> Tell(StoredOwner owner, DateTimeOffset now) =>
        GrainFactory.GetGrain<ICaseGrain>(owner.OwnerId).OnDeadline(new DeadlineFiring { FiredAt = now, Claimed = [], Snapshot = owner });

    private async Task<Refusal?> Act(DateTimeOffset at, Func<DateTimeOffset, Verdict> decide, CommandMark command)
    {
        for (var attempt = 1; ; attempt++)
        {
            await EnsureLoaded();
            if (await RepeatOf(command) is { } repeated)
            {
                return repeated.Refusal;
            }

            try
            {
                // From here to the end of the commit nothing else is decided in ignorance of the act.
                _acting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                var verdict = decide(Later(Later(at.CutToMilliseconds(), _askedAt), _surges.LastEventAt));
                return verdict is Refused refused ? refused.Refusal : await Commit((SurgeDecision)verdict, command);
            }
            catch (StaleOwnerException fault)
            {
                Forget();
                if (attempt == Tries)
                {
                    throw new StoreUnavailableException("Another silo was quicker each time, and nothing was stored; try again shortly.", fault);
                }
            }
            finally
            {
                _acting?.SetResult();
                _acting = null;
            }
        }
    }

    private async Task<Repeat?> RepeatOf(CommandMark command) => await store.FindCommandAsync(Owner, command.ActorId, command.Key) is { Repeat: { } mark }
        ? new Repeat(mark.BodyHash == command.BodyHash ? null : Reused())
        : null;

    private async Task<Refusal?> Commit(SurgeDecision decision, CommandMark? command)
    {
        CommitOutcome outcome;
        try
        {
            outcome = await store.CommitAsync(new Commit
            {
                Owner = Owner,
                ExpectedVersion = _version,
                Snapshot = SurgeJson.Snapshot(decision.Surges),
                Columns = new OwnerColumns { StreetId = StreetId, Open = true },
                Events = [.. decision.Events.Select(SurgeJson.Record)],
                Deadlines = SurgeDecider.Deadlines(decision.Surges, policies.Current),
                Feed = [],
                Command = command,
            });
        }
        catch (UnknownOutcomeException fault)
        {
            LogUnknownOutcome(Owner);
            Forget();
            throw new StoreUnavailableException("Whether this was stored is not known; repeat it with the same Idempotency-Key.", fault);
        }

        if (outcome.Repeat is { } mark)
        {
            Forget();
            await EnsureLoaded();
            return mark.BodyHash == command?.BodyHash ? null : Reused();
        }

        (_surges, _version) = (decision.Surges, outcome.Version);
        return null;
    }

    private async ValueTask EnsureLoaded(StoredOwner? handed = null)
    {
        if (_loaded && (handed is null || handed.Version <= _version))
        {
            return;
        }

        if ((handed ?? await store.LoadAsync(Owner)) is { } stored && stored.Version > _version)
        {
            (_surges, _version) = (SurgeJson.Surges(stored.Snapshot), stored.Version);
        }

        _loaded = true;
    }

    private DateTimeOffset? Next() => SurgeDecider.Deadlines(_surges, policies.Current).Min(deadline => (DateTimeOffset?)deadline.DueAt);

    private void Forget() => (_loaded, _surges, _version) = (false, StreetSurges.None, 0);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static Refusal Reused() => Refuse.With(RefusalCode.IdempotencyKeyReused, "This Idempotency-Key was used for another command; make a new one.");

    private sealed record Repeat(Refusal? Refusal);
}
