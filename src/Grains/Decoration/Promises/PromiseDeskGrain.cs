using System.Security.Cryptography;
using System.Text;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Decoration.Contacts;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;
using Dispatch.Grains.Storage;
using Orleans.Concurrency;

namespace Dispatch.Grains.Decoration.Promises;

/// <summary>Opens the secret links of cases. Only the secret, which never changes, is kept.</summary>
[StatelessWorker]
public sealed class PromiseDeskGrain(IDispatchStore store, IPolicyShelf policies, Territory territory, IUserReads users, IContacts contacts)
    : Grain, IPromiseDeskGrain
{
    private const int OneContact = 0;
    private const int LongestContact = 200;

    private byte[]? _secret;

    /// <inheritdoc/>
    public async Task<Promise?> Open(string token, DateTimeOffset at) =>
        PromiseTokens.Open(await Secret(), token) is { } opened ? await Look(opened.CaseId, opened.Party, at) : null;

    /// <inheritdoc/>
    public async Task<PromiseAnswer?> Answer(string token, OutcomeAnswer answer, DateTimeOffset at)
    {
        if (PromiseTokens.Open(await Secret(), token) is not { } opened || await Look(opened.CaseId, opened.Party, at) is not { } before)
        {
            return null;
        }

        // Said before, about this closing or the one that it opened again: the same answer.
        if (before.Said?.Answer == answer && before.AnswerBy is null)
        {
            return new PromiseAnswer(null, before);
        }

        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{opened.Party}:{answer}:{before.ClosedAt?.ToUnixTimeMilliseconds()}")));
        var given = await Case(opened.CaseId).Execute(new CommandEnvelope
        {
            Command = new AnswerOutcome(opened.Party, answer),
            Actor = new Actor(opened.Party == PromiseParty.Owner ? "owner-link" : "reporter-link", Role.System, null),
            Key = key,
            BodyHash = key,
            ReceivedAt = at,
        });
        return new PromiseAnswer(given.Refusal, (await Look(opened.CaseId, opened.Party, at))!);
    }

    /// <inheritdoc/>
    public async Task<bool> Forget(string token)
    {
        if (PromiseTokens.Open(await Secret(), token) is not { Party: PromiseParty.Reporter, CaseId: var id })
        {
            return false;
        }

        await contacts.EraseAsync(Scope.Case(id).ToString(), OneContact);
        return true;
    }

    /// <inheritdoc/>
    public async Task<PromiseLinks?> Links(string caseId, DateTimeOffset at)
    {
        if (await Case(caseId).View() is not { } view)
        {
            return null;
        }

        var secret = await Secret();
        var contact = await Contact(caseId, at);
        return new PromiseLinks(
            PromiseTokens.Of(secret, caseId, PromiseParty.Reporter),
            view.Place.Unit is null ? null : PromiseTokens.Of(secret, caseId, PromiseParty.Owner),
            contact?.Text,
            contact?.EraseAt);
    }

    /// <inheritdoc/>
    public async Task KeepContact(string caseId, string contact, DateTimeOffset at)
    {
        if (policies.Current.Decoration is { } rules && Refuse.UnlessText(contact, LongestContact, "contact") is null)
        {
            await contacts.PutAsync(Scope.Case(caseId).ToString(), OneContact, contact, at.AddDays(rules.Numbers[DecorationNumbers.ReporterContactDays]));
        }
    }

    private async Task<Promise?> Look(string caseId, PromiseParty party, DateTimeOffset at)
    {
        if (await store.LoadAsync(Scope.Case(caseId)) is not { } stored)
        {
            return null;
        }

        var @case = CaseJson.Case(stored.Snapshot);
        if (party == PromiseParty.Owner && @case.Place.Unit is null)
        {
            return null;
        }

        var pack = await policies.FindAsync(@case.PolicyId, @case.PolicyVersion);
        var events = await store.EventsAsync(Scope.Case(caseId), 0, int.MaxValue);
        var promise = PromiseViews.Of(@case, stored.Number ?? "", [.. events.Select(one => CaseJson.Happened(one.Event))], party, at, pack, territory);
        return party == PromiseParty.Reporter && await Contact(caseId, at) is { } contact ? promise with { ContactUntil = contact.EraseAt } : promise;
    }

    private async ValueTask<Contact?> Contact(string caseId, DateTimeOffset at) =>
        (await contacts.OfOwnerAsync(Scope.Case(caseId).ToString(), at)).GetValueOrDefault(OneContact);

    private ICaseGrain Case(string id) => GrainFactory.GetGrain<ICaseGrain>(Scope.Case(id).ToString());

    private async ValueTask<byte[]> Secret() => _secret ??= await users.SecretAsync(PromiseTokens.Secret);
}
