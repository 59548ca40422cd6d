using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Storage;

namespace Dispatch.Grains.Outages;

/// <summary>Records outages by hand, and takes back what they would have excused.</summary>
public sealed class OutageGrain(IOutageStore store, IMorningReads reads, OutageShelf shelf) : Grain, IOutageGrain
{
    private const int MostListed = 200;
    private const int CasesAtOnce = 500;

    private string StreetId => Scope.TryParse(this.GetPrimaryKeyString(), out var street) ? street.Id : "";

    /// <inheritdoc/>
    public async Task<OutageAnswer> Record(RecordOutage command, Actor by, DateTimeOffset now)
    {
        var asked = command with { From = command.From.CutToMilliseconds(), To = command.To.CutToMilliseconds() };
        if (OutageLedger.Refuses(asked, now) is { } refusal)
        {
            return new OutageAnswer(null, Refusal: refusal);
        }

        var outage = await Recorded(asked, by) ?? await store.RecordAsync(new Outage
        {
            Id = 0,
            StreetId = StreetId,
            From = asked.From,
            To = asked.To,
            Reason = asked.Reason!,
            By = by.Id,
            RecordedAt = now,
        });
        shelf.Add(outage);
        return new OutageAnswer(outage, await TakeBack(outage, by, now));
    }

    /// <inheritdoc/>
    public Task<int> TakeBack(Outage outage, DateTimeOffset now) => TakeBack(outage, Actor.Machine, now);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Outage>> List(DateTimeOffset endedAfter) => store.OutagesAsync(StreetId, endedAfter, MostListed).AsTask();

    /// <summary>The same one, where it was recorded already: whoever repeats it finishes what was begun.</summary>
    private async Task<Outage?> Recorded(RecordOutage asked, Actor by) => (await List(asked.From))
        .FirstOrDefault(outage => outage.From == asked.From && outage.To == asked.To && outage.Reason == asked.Reason && outage.By == by.Id && outage.StreetId == StreetId);

    /// <summary>
    /// Cards from deadlines inside it, issued or proposed before anybody recorded it. They were issued at their firing or later, so none
    /// is older than the outage. Each is the supervisor's own act, in the history of its case.
    /// </summary>
    private async Task<int> TakeBack(Outage outage, Actor by, DateTimeOffset now)
    {
        var (withdrawn, after) = (0, (string?)null);
        IReadOnlyList<StoredOwner> page;
        do
        {
            page = await reads.CardedAsync(Scope.Street(StreetId), outage.From, after, CasesAtOnce);
            foreach (var owner in page)
            {
                foreach (var command in OutageLedger.TakesBack(outage, CaseJson.Case(owner.Snapshot)))
                {
                    withdrawn += await IsGiven(owner.OwnerId, outage, command, by, now) ? 1 : 0;
                }
            }

            after = page.Count == 0 ? null : page[^1].OwnerId;
        }
        while (page.Count == CasesAtOnce);

        return withdrawn;
    }

    /// <summary>False where the card was decided on in between.</summary>
    private async Task<bool> IsGiven(string caseId, Outage outage, CaseCommand command, Actor by, DateTimeOffset now) =>
        (await GrainFactory.GetGrain<ICaseGrain>(caseId).Execute(new CommandEnvelope
        {
            Command = command,
            Actor = by,
            Key = OutageLedger.KeyOf(outage, command),
            BodyHash = "",
            ReceivedAt = now,
        })).Refusal is null;
}
