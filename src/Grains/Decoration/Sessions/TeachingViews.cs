using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Decoration.Sessions;

/// <summary>How a session is shown. Pure.</summary>
internal static class TeachingViews
{
    public static TeachingMenu Menu(PolicyPack pack) => pack.Teaching?.Menu ?? new TeachingMenu(null, []);

    public static TeachingSessionView Of(TeachingSession session, long version, Territory territory, PolicyPack pack) => new()
    {
        Id = session.Opened!.Id,
        Version = version,
        Clocks = DossierClocks.Views(session.Clocks, pack),
        EstateId = session.Opened.EstateId,
        Estate = territory.FindEstate(session.Opened.EstateId)?.Name ?? Text.Same(session.Opened.EstateId),
        StreetId = session.Opened.StreetId,
        CommunityId = session.Opened.CommunityId,
        GridId = session.Opened.GridId,
        Audience = session.Opened.Audience,
        State = session.State(),
        OpenedAt = session.OpenedAt,
        Topics =
        [
            .. session.Topics.OrderByDescending(topic => topic.Orders)
                .Select(topic => new OrderedTopic(topic.Topic, pack.Teaching?.Topic(topic.Topic)?.Title ?? Text.Same(topic.Topic), topic.Orders)),
        ],
        Questions = session.Questions,
        Place = session.Plan?.Place,
        At = session.Plan?.At,
        HeldAt = session.HeldAt,
        Attendance = session.Attendance,
        Spots = session.Spots,
        Signature = session.Signature,
        PublishedAt = session.PublishedAt,
        CalledOff = session.CalledOff,
        May = [],
    };
}
