using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Routing;
using Dispatch.Grains.Storage;

namespace Dispatch.Grains.Policies.Adopting;

/// <summary>
/// The acts of one street over a store: read, decided on and committed. The street's grain and the command line share it, so that an
/// act is the same however it was given.
/// </summary>
/// <param name="store">Where acts are committed.</param>
/// <param name="shelf">Keeps packs.</param>
/// <param name="territory">The ground.</param>
/// <param name="street">The street.</param>
public sealed class AdoptionBook(IDispatchStore store, IPolicyShelf shelf, Territory territory, Scope street)
{
    private const int Tries = 3;

    private long _version;
    private Task? _reading;

    private Scope Owner => new(StreetPolicies.OwnerKind, street.Id);

    /// <summary>The acts as last read or committed.</summary>
    public StreetPolicies Policies { get; private set; } = StreetPolicies.None;

    /// <summary>Reads what other processes have committed since.</summary>
    public async Task ReadAsync()
    {
        if (await store.LoadAsync(Owner) is { } stored && stored.Version > _version)
        {
            (Policies, _version) = (StreetPoliciesJson.Policies(stored.Snapshot), stored.Version);
        }
    }

    /// <summary>Reads once, however many ask; a read that failed is tried again by the next who asks.</summary>
    public Task EnsureReadAsync() => _reading is { IsFaulted: false, IsCanceled: false } ? _reading : _reading = ReadAsync();

    /// <summary>Decides and commits. The pack's text is kept before, so that no act names a pack that nobody has.</summary>
    /// <exception cref="StoreUnavailableException">It is not known to be stored; repeat it with the same key.</exception>
    public async Task<AdoptionAnswer> AdoptAsync(PolicyAdopting adopting)
    {
        var now = adopting.At.CutToMilliseconds();
        for (var attempt = 1; ; attempt++)
        {
            await ReadAsync();
            if (await store.FindCommandAsync(Owner, adopting.By.Id, adopting.Key) is { Repeat: { } mark, Version: var version })
            {
                return AnswerAgain(mark, version, adopting);
            }

            // Whatever is read meanwhile belongs to the next attempt.
            var (before, expected) = (Policies, _version);
            var load = await LoadAsync(adopting.Adopt);
            var verdict = AdoptionDecider.Decide(street, before, adopting, now, load, territory);
            if (verdict is Refused refused)
            {
                return new AdoptionAnswer(null, refused.Refusal);
            }

            var decision = (AdoptionDecision)verdict;

            if (!await shelf.KeepAsync(load!))
            {
                return new AdoptionAnswer(null, Refuse.With(
                    RefusalCode.PolicyTextDiffers, $"Another text is kept as {load!.Pack!.Id} {load.Pack.Version}; give the changed pack a version of its own."));
            }

            try
            {
                var outcome = await store.CommitAsync(CommitOf(decision, expected, adopting));
                if (outcome.Repeat is { } repeated)
                {
                    await ReadAsync();
                    return AnswerAgain(repeated, outcome.Version, adopting);
                }

                await ReadAsync();
                return new AdoptionAnswer(decision.Policies.Adoptions[^1]);
            }
            catch (StaleOwnerException fault)
            {
                BeginAnew(fault, attempt);
            }
            catch (UnknownOutcomeException fault)
            {
                throw new StoreUnavailableException("Whether this was stored is not known; repeat it with the same Idempotency-Key.", fault);
            }
        }
    }

    /// <summary>Another process was quicker: its act is read before deciding again.</summary>
    private static void BeginAnew(StaleOwnerException fault, int attempt)
    {
        if (attempt == Tries)
        {
            throw new StoreUnavailableException("Somebody else was quicker each time, and nothing was stored; try again shortly.", fault);
        }
    }

    private async Task<PolicyLoad?> LoadAsync(AdoptPolicy adopt) =>
        adopt.Pack is { } text ? PolicyFile.Read("pack", text, shelf.Current.Calendars)
        : adopt.Policy is { } named && await shelf.FindKeptAsync(named.Id, named.Version) is { } pack ? new PolicyLoad(pack, null, [])
        : null;

    /// <summary>Each version is one act, so a version names the act that it committed.</summary>
    private AdoptionAnswer AnswerAgain(CommandMark mark, long version, PolicyAdopting adopting) => mark.BodyHash == adopting.BodyHash
        ? new AdoptionAnswer(Policies.Adoptions[(int)version - 1])
        : new AdoptionAnswer(null, Refuse.With(RefusalCode.IdempotencyKeyReused, "This Idempotency-Key was used for another command; make a new one."));

    private Commit CommitOf(AdoptionDecision decision, long expected, PolicyAdopting adopting) => new()
    {
        Owner = Owner,
        ExpectedVersion = expected,
        Snapshot = StreetPoliciesJson.Snapshot(decision.Policies),
        Columns = new OwnerColumns { StreetId = street.Id, Open = true },
        Events = [StreetPoliciesJson.Record(decision.Happened)],
        Deadlines = [],
        Feed = [],
        Command = new CommandMark(adopting.By.Id, adopting.Key, adopting.BodyHash),
    };
}
