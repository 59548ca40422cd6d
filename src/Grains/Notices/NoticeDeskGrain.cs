using Dispatch.Contracts;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;
using Dispatch.Grains.Storage;
using Orleans.Concurrency;

namespace Dispatch.Grains.Notices;

/// <summary>Gathers what is asked about notices: the store's rows, users, and rosters at an instant.</summary>
[StatelessWorker]
public sealed class NoticeDeskGrain(INoticeStore notices, IUserReads users, IPolicyShelf policies, Territory territory, IPushKey pushKey)
    : Grain, INoticeDeskGrain
{
    private const int MostOfPerson = 50;
    private const int MostOfCase = 200;

    private static readonly string[] ForPeople =
    [
        NoticeReceiver.UserKind, NoticeReceiver.CaptainKind, ScopeKind.Street, ScopeKind.Community, ScopeKind.Grid, ScopeKind.Department, ScopeKind.Supervisor,
    ];

    /// <inheritdoc/>
    public async Task<OwnNotices> OfPerson(string userName) =>
        NoticeViews.Own(await notices.OfReceiverAsync(NoticeReceiver.User(userName), MostOfPerson));

    /// <inheritdoc/>
    public async Task<IReadOnlyList<NoticeView>> OfCase(string caseId) =>
    [
        .. (await notices.OfOwnerAsync(Scope.Case(caseId), MostOfCase))
            .Where(one => ForPeople.Contains(NoticeReceiver.Kind(one.Notice.Receiver)))
            .Select(one => NoticeViews.Of(one, tries: true)),
    ];

    /// <inheritdoc/>
    public async Task<bool> Seen(string id, string userName, DateTimeOffset at) => await notices.SeenAsync(id, NoticeReceiver.User(userName), at);

    /// <inheritdoc/>
    public async Task<NoticeAudience> Audience(string receiver, DateTimeOffset at) =>
        Notices.Audience.Of(receiver, await users.ListUsersAsync(), await TeamAt(Notices.Audience.TeamOf(receiver, territory), at), at);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> SecondLine(string userName, DateTimeOffset at) =>
        await users.FindUserAsync(userName) is { } user
            ? Notices.Audience.SecondLine(user.UserName, await TeamAt(Notices.Audience.TeamOf(user.Area, territory), at))
            : [];

    /// <inheritdoc/>
    public async Task<NoticePerson?> Person(string userName, DateTimeOffset at)
    {
        if (await users.FindUserAsync(userName) is not { Enabled: true } user)
        {
            return null;
        }

        var team = await TeamAt(Notices.Audience.TeamOf(user.Area, territory), at);
        var own = await GrainFactory.GetGrain<IPersonNoticesGrain>(NoticeReceiver.User(user.UserName)).Get();
        var (pack, rules) = (policies.Current, policies.Current.Telling ?? TellingRules.Usual);
        return new NoticePerson
        {
            UserName = user.UserName,
            DisplayName = user.DisplayName,
            Area = user.Area,
            OffDuty = team.IsOff(user.UserName),
            QuietUntil = team.Kept.Contains(user.UserName) || pack.StreetCalendar.IsWorking(at) ? null : pack.StreetCalendar.NextWorking(at),
            Channels = own.Channels ?? rules.Channels,
            Wait = rules.Wait,
            Subscriptions = own.Subscriptions,
            Phone = own.Phone,
        };
    }

    /// <inheritdoc/>
    public async Task<bool> Wakes(string userName)
    {
        var own = await GrainFactory.GetGrain<IPersonNoticesGrain>(NoticeReceiver.User(userName)).Get();
        return PersonNoticeRules.Wakes(own, policies.Current.Telling) && await pushKey.PublicAsync() is not null;
    }

    /// <inheritdoc/>
    public async Task<string?> PushKey() => await pushKey.PublicAsync();

    private async Task<TeamNow> TeamAt(Scope? team, DateTimeOffset at)
    {
        if (team is not { } known)
        {
            return TeamNow.Nobody;
        }

        var grain = GrainFactory.GetGrain<ITeamGrain>(known.ToString());
        var kept = await grain.Kept();
        return kept.Count == 0 ? TeamNow.Nobody : new TeamNow(kept, await grain.OnDutyAt(at));
    }
}
