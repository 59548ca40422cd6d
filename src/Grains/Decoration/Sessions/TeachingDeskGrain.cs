using System.Globalization;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;
using Dispatch.Grains.Storage;
using Orleans.Concurrency;

namespace Dispatch.Grains.Decoration.Sessions;

/// <summary>Looks at sessions. Only the secret, which never changes, is kept.</summary>
[StatelessWorker]
public sealed class TeachingDeskGrain(IDossierReads reads, Territory territory, IPolicyShelf policies, IUserReads users) : Grain, ITeachingDeskGrain
{
    private const int MostSessions = 1_000;
    private const int MostAnswers = 200;

    private byte[]? _secret;

    /// <inheritdoc/>
    public async Task<TeachingSessionList> List(Scope area, bool? open, string? after, int limit, Actor by)
    {
        var pack = policies.Current;
        var found = await reads.ListAsync(new DossierQuery(
            DossierKinds.Session, area, open, After: after is null ? null : DossierKinds.Owner(DossierKinds.Session, after).ToString(), Limit: limit));
        List<TeachingSessionView> items = [.. found.Select(owner => TeachingViews.Of(Read(owner), owner.Version, territory, pack))];
        return new TeachingSessionList(items, items.Count == limit ? items[^1].Id : null, TeachingViews.Menu(pack), SessionRoles.MayOrder(by));
    }

    /// <inheritdoc/>
    public async Task<LearnPage?> Learn(string token, DateTimeOffset at)
    {
        if (TeachingLinks.Open(await Secret(), token) is not { } estateId || territory.FindEstate(estateId) is not { } estate || policies.Current.Teaching is not { } menu)
        {
            return null;
        }

        var open = (await Of(estate, open: true))
            .Where(session => session.Opened!.Audience == TeachingAudience.Owners && session.State() == TeachingState.Collecting)
            .MinBy(session => session.OpenedAt);
        var zone = territory.StreetOf(Scope.Community(estate.CommunityId))!.Zone;
        return new LearnPage
        {
            EstateId = estate.Id,
            Estate = estate.Name,
            SessionId = open?.Opened!.Id ?? string.Create(CultureInfo.InvariantCulture, $"{estate.Id}.owners-{TimeZoneInfo.ConvertTime(at, zone):yyyyMMdd-HHmm}"),
            Menu = menu.Menu,
            Place = open?.Plan?.Place,
            At = open?.Plan is { } plan ? TimeZoneInfo.ConvertTime(plan.At, zone) : null,
            Questions = open?.Questions.Length ?? 0,
            Answers = await Answers(estate.Id),
        };
    }

    /// <inheritdoc/>
    public async Task<PublishedAnswers> Answers(string estateId)
    {
        if (territory.FindEstate(estateId) is not { } estate)
        {
            return new PublishedAnswers([], null);
        }

        var answers = (await Of(estate, open: null))
            .Where(session => session.PublishedAt is not null)
            .OrderByDescending(session => session.PublishedAt)
            .SelectMany(session => session.Questions.Where(question => question is { Aside: null, Answer: not null })
                .Select(question => new PublishedAnswer(question.Question, question.Answer!, question.Ruling, session.PublishedAt!.Value)));
        return new PublishedAnswers([.. answers.Take(MostAnswers)], TeachingLinks.Of(await Secret(), estateId));
    }

    private async Task<IEnumerable<TeachingSession>> Of(Routing.Estate estate, bool? open) =>
        (await reads.ListAsync(new DossierQuery(DossierKinds.Session, Scope.Grid(estate.GridId), open, Limit: MostSessions)))
            .Select(Read)
            .Where(session => session.Opened!.EstateId == estate.Id);

    private static TeachingSession Read(StoredOwner owner) => (TeachingSession)TeachingSession.Kind.Read(owner.Snapshot);

    private async ValueTask<byte[]> Secret() => _secret ??= await users.SecretAsync(TeachingLinks.Secret);
}
