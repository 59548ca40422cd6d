using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Forecasts;
using Dispatch.Grains.Outages;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;
using Dispatch.Grains.Storage;
using Microsoft.Extensions.Logging;

namespace Dispatch.Grains.Cases;

/// <summary>One case: gathers what the decider must know, lets it decide, commits, and only then answers.</summary>
public sealed partial class CaseGrain(
    IDispatchStore store, IPolicyShelf policies, Territory territory, IUserReads users, IEvidenceStore evidence, OutageShelf outages, ILogger<CaseGrain> logger) : Grain, ICaseGrain
{
    /// <summary>How often a decision is made anew on the state of a quicker activation.</summary>
    private const int Tries = 3;

    private bool _loaded;
    private Case? _case;
    private long _version;
    private string _number = "";

    private Scope Owner => Scope.TryParse(this.GetPrimaryKeyString(), out var owner) ? owner : new Scope(ScopeKind.Case, "");

    /// <inheritdoc/>
    public async Task<CommandAnswer> Execute(CommandEnvelope envelope)
    {
        for (var attempt = 1; ; attempt++)
        {
            await EnsureLoaded();
            var now = NotBeforeLastEvent(envelope.ReceivedAt);
            var pack = _case is null && envelope.Command is Report { Place: var place } ? await PackFor(place, now) : Pack();
            var known = await Gather(envelope, now, pack);
            var verdict = CaseDecider.Decide(_case, _version, Cut(envelope), now, pack, known);
            try
            {
                return verdict is Refused refused
                    ? await RepeatOf(envelope) ?? AnswerRefused(refused.Refusal, pack)
                    : verdict is Decision { Events.IsEmpty: true } ? new CommandAnswer(View(pack))
                    : await Commit((Decision)verdict, pack, envelope);
            }
            catch (StaleOwnerException fault)
            {
                BeginAnew(fault, attempt);
            }
        }
    }

    /// <inheritdoc/>
    public async Task<FiringOutcome> OnDeadline(DeadlineFiring firing)
    {
        for (var attempt = 1; ; attempt++)
        {
            await EnsureLoaded(firing.Snapshot);
            if (_case is null)
            {
                return new FiringOutcome(0, null);
            }

            var pack = Pack();
            var now = NotBeforeLastEvent(firing.FiredAt);
            var known = await Surges(_case.Place, now, Known.Nothing);
            known = NeedsStaffing(_case, command: null, pack) ? await Staffing(_case.Place, now, known) : known;
            known = Excused(await Ranked(known, _case, command: null, now, pack));
            var decision = CaseFiring.Fire(_case, now, pack, known);
            if (decision.Events.IsEmpty)
            {
                return new FiringOutcome(0, Next(pack));
            }

            try
            {
                await Commit(decision, pack, envelope: null);
                return new FiringOutcome(decision.Events.Count(happened => happened.Event is DeadlineWarned or DeadlineMissed), Next(pack));
            }
            catch (StaleOwnerException fault)
            {
                BeginAnew(fault, attempt);
            }
        }
    }

    /// <inheritdoc/>
    public async Task<CaseView?> View()
    {
        await EnsureLoaded();
        return View(Pack());
    }

    /// <inheritdoc/>
    public async Task<CaseChoices?> Choices(Actor actor, DateTimeOffset at)
    {
        await EnsureLoaded();
        if (_case is not { } @case)
        {
            return null;
        }

        // A command may be carried out while the staffing is asked for: case, version and instant belong together.
        var (version, pack, now) = (_version, Pack(), NotBeforeLastEvent(at));
        var known = await Surges(@case.Place, now, Known.Nothing);
        known = NeedsStaffing(@case, command: null, pack) ? await Staffing(@case.Place, now, known) : known;
        known = await Ranked(known, @case, command: null, now, pack, looksOnly: true);
        return Cases.Choices.Of(@case, version, actor, now, pack, known);
    }

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> NextDeadline()
    {
        await EnsureLoaded();
        return Next(Pack());
    }

    private async Task<CommandAnswer> Commit(Decision decision, PolicyPack pack, CommandEnvelope? envelope)
    {
        var (after, version) = (decision.Case, _version + 1);
        CommitOutcome outcome;
        try
        {
            outcome = await store.CommitAsync(CaseCommit.Of(Owner, _case, decision, _version, _number, pack, envelope));
        }
        catch (UnknownOutcomeException fault)
        {
            LogUnknownOutcome(Owner);
            Forget();
            throw new StoreUnavailableException("Whether this was stored is not known; repeat it with the same Idempotency-Key.", fault);
        }

        if (outcome.Repeat is { } mark)
        {
            return await AnswerAgain(mark, outcome.Version, envelope!);
        }

        var before = _case;
        (_case, _version, _number) = (after, version, outcome.Number ?? _number);
        TellUnanswered(before, after);
        return new CommandAnswer(View(pack));
    }

    private CommandAnswer AnswerRefused(Refusal refusal, PolicyPack pack)
    {
        DispatchMetrics.Refusals.Add(1, new KeyValuePair<string, object?>("code", refusal.Code));
        return new CommandAnswer(View(pack), refusal);
    }

    /// <summary>A refused command may be the repeat of one that was carried out: then it gets that one's answer.</summary>
    private async Task<CommandAnswer?> RepeatOf(CommandEnvelope envelope) =>
        _case is not null && await store.FindCommandAsync(Owner, envelope.Actor.Id, envelope.Key) is { Repeat: { } mark } found
            ? await AnswerAgain(mark, found.Version, envelope)
            : null;

    private async Task<CommandAnswer> AnswerAgain(CommandMark mark, long version, CommandEnvelope envelope)
    {
        if (mark.BodyHash != envelope.BodyHash)
        {
            return new CommandAnswer(
                null, Refuse.With(RefusalCode.IdempotencyKeyReused, "This Idempotency-Key was used for another command; make a new one."));
        }

        // The first answer of a case may repeat what this activation has not seen: another one committed it.
        if (_version < version)
        {
            Forget();
            await EnsureLoaded();
        }

        var events = await store.EventsAsync(Owner, 0, int.MaxValue);
        var then = CaseJson.Replay(events.TakeWhile(stored => stored.Version <= version).Select(stored => stored.Event));
        return new CommandAnswer(CaseViews.View(then, _number, version, policies.Find(then.PolicyId, then.PolicyVersion)));
    }

    private async Task<Known> Gather(CommandEnvelope envelope, DateTimeOffset now, PolicyPack pack)
    {
        var known = Known.Nothing;
        var place = (envelope.Command as Report)?.Place ?? _case?.Place;
        if (place is null)
        {
            return known;
        }

        known = await Surges(place, now, known);
        if (NeedsStaffing(_case, envelope.Command, pack))
        {
            known = await Staffing(place, now, known);
        }

        known = Excused(await Ranked(known, _case, envelope.Command, now, pack));
        if (envelope.OnBehalf is { } behalf && await users.FindUserAsync(behalf.ActorId) is { Enabled: true } person)
        {
            known = known with { SpokenFor = new Actor(person.UserName, person.Role, person.Area) };
        }

        return envelope.Command switch
        {
            Report report => known with { Evidence = await EvidenceAmong(report.EvidenceIds, envelope, now), Watched = await Watched(report, pack) },
            Settle settle => known with { Evidence = await EvidenceAmong(settle.EvidenceIds, envelope, now) },
            Resolve resolve => known with { Evidence = await EvidenceAmong(resolve.EvidenceIds, envelope, now) },
            DepartmentAnswer answer => known with { Evidence = await EvidenceAmong(answer.EvidenceIds, envelope, now) },
            AttachEvidence attach => known with { Evidence = await EvidenceAmong(attach.EvidenceIds, envelope, now) },
            Assign assign => known with { Officers = [.. await OfficersAmong(assign.OfficerIds, place.StreetId)] },
            Reassign reassign => known with { Officers = [.. await OfficersAmong(reassign.OfficerIds, place.StreetId)] },
            Merge { IntoCaseId: var into } when into != _case?.Id => known with
            {
                MergeTarget = await GrainFactory.GetGrain<ICaseGrain>(Scope.Case(into).ToString()).View(),
            },
            Return { To: var to } => known with { ReturnPlace = ReturnPlaces.Find(territory, place, to) },
            AnswerOutcome => known with { ClosedAt = (await store.EventsAsync(Owner, 0, int.MaxValue)).LastOrDefault(stored => stored.Event.Name == nameof(Closed))?.Event.At },
            _ => known,
        };
    }

    /// <summary>What is known, with when the service was not there; nothing is copied where it always was.</summary>
    private Known Excused(Known known) => outages.Outages is { IsEmpty: false } ledger ? known with { Outages = ledger } : known;

    private async Task<List<string>> OfficersAmong(IReadOnlyList<string>? ids, string streetId)
    {
        var found = await Task.WhenAll((ids ?? []).Take(Refuse.MaxIds).Select(id => users.FindUserAsync(id).AsTask()));
        return
        [
            .. found.OfType<UserRecord>()
                .Where(user => user is { Enabled: true, Role: Role.Officer or Role.Captain } && user.Area == Scope.Street(streetId))
                .Select(officer => officer.UserName),
        ];
    }

    private async Task<ImmutableDictionary<string, EvidencePiece>> EvidenceAmong(
        IReadOnlyList<string>? ids, CommandEnvelope envelope, DateTimeOffset now)
    {
        List<string> asked = [.. (ids ?? []).Where(EvidencePiece.IsId).Take(Refuse.MaxIds)];
        return asked.Count == 0
            ? ImmutableDictionary<string, EvidencePiece>.Empty
            : (await evidence.ClaimAsync(asked, Owner, envelope.Actor.Id, now)).ToImmutableDictionary(piece => piece.Id);
    }

    /// <summary>A city whose pack knows no surges is not asked.</summary>
    private async Task<Known> Surges(CasePlace place, DateTimeOffset now, Known known) => policies.Current.LongestSurge is null && _case?.Surge is null
        ? known
        : known with { Surges = await GrainFactory.GetGrain<ISurgeGrain>(Scope.Surges(place.StreetId).ToString()).KnownAt(now) };

    /// <summary>A city whose pack knows nothing of house decoration has no watch points.</summary>
    private Task<WatchPoint?> Watched(Report report, PolicyPack pack) => pack.Decoration is null || report.Place.Estate is not { } estate || _case is not null
        ? Task.FromResult<WatchPoint?>(null)
        : GrainFactory.GetGrain<IEstateGrain>(DossierKinds.Owner(DossierKinds.Estate, estate).ToString()).Watched(report.Place.Unit, report.Type);

    private async Task<Known> Staffing(CasePlace place, DateTimeOffset now, Known known)
    {
        var grid = GrainFactory.GetGrain<IGridGrain>(Scope.Grid(place.GridId).ToString()).IsStaffed(now);
        var community = GrainFactory.GetGrain<ICommunityGrain>(Scope.Community(place.CommunityId).ToString()).IsStaffed(now);
        return known with { GridStaffed = await grid, CommunityStaffed = await community };
    }

    /// <summary>Only urgent clocks pass over levels that nobody staffs, and only below the street.</summary>
    private static bool NeedsStaffing(Case? @case, CaseCommand? command, PolicyPack pack)
    {
        if (command is Report report)
        {
            return pack.Types.GetValueOrDefault(report.Type)?.ClocksFor(report.InProgress).Urgent == true;
        }

        return @case is not null
            && (StaffingAhead.Matters(@case, pack)
                || ((command is Return or Reopen or TakeBack || @case.Remembered is not null) && @case.Rules(pack).Urgent));
    }

    private async ValueTask EnsureLoaded(StoredOwner? handed = null)
    {
        if (_loaded && (handed is null || handed.Version <= _version))
        {
            return;
        }

        var stored = handed ?? await store.LoadAsync(Owner);
        if (stored is not null && stored.Version > _version)
        {
            var @case = CaseJson.Case(stored.Snapshot);
            await policies.FindAsync(@case.PolicyId, @case.PolicyVersion);
            (_case, _version, _number) = (@case, stored.Version, stored.Number ?? "");
        }

        _loaded = true;
    }

    /// <summary>Another activation was quicker: its state is read before deciding again.</summary>
    private void BeginAnew(StaleOwnerException fault, int attempt)
    {
        Forget();
        if (attempt == Tries)
        {
            throw new StoreUnavailableException("Another silo was quicker each time, and nothing was stored; try again shortly.", fault);
        }
    }

    private void Forget() => (_loaded, _case, _version, _number) = (false, null, 0, "");

    private PolicyPack Pack() => _case is null ? policies.Current : policies.Find(_case.PolicyId, _case.PolicyVersion);

    /// <summary>The pack under which a case is opened: the one adopted for its place, or that of the settings.</summary>
    private async Task<PolicyPack> PackFor(CasePlace place, DateTimeOffset now) =>
        await GrainFactory.GetGrain<IPolicyGrain>(Scope.Street(place.StreetId).ToString()).InForce(place.CommunityId, now) is { } adopted
            ? await policies.FindAsync(adopted.Id, adopted.Version)
            : policies.Current;

    private DateTimeOffset? Next(PolicyPack pack) =>
        _case is null ? null : CaseFiring.Deadlines(_case, pack).Min(deadline => (DateTimeOffset?)deadline.DueAt);

    private CaseView? View(PolicyPack pack) => _case is null ? null : CaseViews.View(_case, _number, _version, pack);

    private DateTimeOffset NotBeforeLastEvent(DateTimeOffset instant)
    {
        var now = instant.CutToMilliseconds();
        return _case is { LastEventAt: var last } && last > now ? last : now;
    }

    private static CommandEnvelope Cut(CommandEnvelope envelope) =>
        envelope.OccurredAt is { } at ? envelope with { OccurredAt = at.CutToMilliseconds(), StampedAt = envelope.StampedAt?.CutToMilliseconds() } : envelope;
}
