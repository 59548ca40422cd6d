using System.Text.Json.Serialization;

namespace Dispatch.Contracts.Decoration;

/// <summary>A session in which the rules are taught.</summary>
[GenerateSerializer, Immutable, Alias("teaching-session-view")]
public sealed record TeachingSessionView : DossierView
{
    /// <summary>The estate.</summary>
    [Id(0)] public required string EstateId { get; init; }

    /// <summary>Its name.</summary>
    [Id(1)] public required Text Estate { get; init; }

    /// <summary>Its street.</summary>
    [Id(2)] public required string StreetId { get; init; }

    /// <summary>Its community.</summary>
    [Id(3)] public required string CommunityId { get; init; }

    /// <summary>Its grid.</summary>
    [Id(4)] public required string GridId { get; init; }

    /// <summary>For whom.</summary>
    [Id(5)] public required TeachingAudience Audience { get; init; }

    /// <summary>How far it is.</summary>
    [Id(6)] public required TeachingState State { get; init; }

    /// <summary>When the first order or question came.</summary>
    [Id(7)] public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>What was ordered, what was ordered most often first.</summary>
    [Id(8)] public required IReadOnlyList<OrderedTopic> Topics { get; init; }

    /// <summary>The questions: the agenda, by number.</summary>
    [Id(9)] public required IReadOnlyList<SessionQuestion> Questions { get; init; }

    /// <summary>Where it is held; null before that is planned.</summary>
    [Id(10)] public string? Place { get; init; }

    /// <summary>When it is to be held; null before that is planned.</summary>
    [Id(11)] public DateTimeOffset? At { get; init; }

    /// <summary>When it was held; null before.</summary>
    [Id(12)] public DateTimeOffset? HeldAt { get; init; }

    /// <summary>Who came, by group.</summary>
    [Id(13)] public required IReadOnlyList<GroupCount> Attendance { get; init; }

    /// <summary>What the property team was told of, as it stood when the session was held; null for other audiences and before.</summary>
    [Id(14)] public SpotList? Spots { get; init; }

    /// <summary>Who signed that list, and when; null before.</summary>
    [Id(15)] public SpotListSignature? Signature { get; init; }

    /// <summary>When its answers were published; null before.</summary>
    [Id(16)] public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Why it was called off; null where it was not.</summary>
    [Id(17)] public string? CalledOff { get; init; }

    /// <summary>The commands that whoever asked may give now.</summary>
    [Id(18)] public required IReadOnlyList<string> May { get; init; }

    /// <summary>The path by which owners order and ask, <c>/learn/…</c>; null in the answer to a command.</summary>
    [Id(19)] public string? Link { get; init; }
}

/// <summary>A topic of the menu.</summary>
/// <param name="Id">Its id, kebab-case.</param>
/// <param name="Title">Its name.</param>
/// <param name="Teaches">What is taught, as a sentence.</param>
[GenerateSerializer, Immutable, Alias("teaching-topic")]
public sealed record TeachingTopic([property: Id(0)] string Id, [property: Id(1)] Text Title, [property: Id(2)] Text Teaches);

/// <summary>The menu (菜单): what can be ordered.</summary>
/// <param name="Notice">Whose list it is.</param>
/// <param name="Topics">In the order of the pack; empty where the pack has none.</param>
[GenerateSerializer, Immutable, Alias("teaching-menu")]
public sealed record TeachingMenu([property: Id(0)] Text? Notice, [property: Id(1)] IReadOnlyList<TeachingTopic> Topics);

/// <summary>A topic that was ordered.</summary>
/// <param name="Topic">Its id in the menu.</param>
/// <param name="Title">Its name; the id where the menu has it no more.</param>
/// <param name="Orders">How often it was ordered.</param>
[GenerateSerializer, Immutable, Alias("ordered-topic")]
public sealed record OrderedTopic([property: Id(0)] string Topic, [property: Id(1)] Text Title, [property: Id(2)] int Orders);

/// <summary>A question.</summary>
[GenerateSerializer, Immutable, Alias("session-question")]
public sealed record SessionQuestion
{
    /// <summary>Counts the questions of its session, from 1.</summary>
    [Id(0)] public required int Number { get; init; }

    /// <summary>As it was asked.</summary>
    [Id(1)] public required string Question { get; init; }

    /// <summary>When.</summary>
    [Id(2)] public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Whether it came by the estate's link and not from staff.</summary>
    [Id(3)] public required bool ByLink { get; init; }

    /// <summary>The answer; null for none yet.</summary>
    [Id(4)] public Text? Answer { get; init; }

    /// <summary>The ruling that the answer is to become; null for a general answer, or none yet.</summary>
    [Id(5)] public SpotRuling? Ruling { get; init; }

    /// <summary>Why it is not answered; null where it is to be.</summary>
    [Id(6)] public string? Aside { get; init; }
}

/// <summary>What a property team is told of: where works go wrong in its estate.</summary>
/// <param name="Spots">The prone spots of its floor plans, at most 200.</param>
/// <param name="Watch">What joint reviews left to be watched, at most 200.</param>
[GenerateSerializer, Immutable, Alias("spot-list")]
public sealed record SpotList([property: Id(0)] IReadOnlyList<ListedSpot> Spots, [property: Id(1)] IReadOnlyList<WatchPoint> Watch);

/// <summary>A prone spot of such a list.</summary>
/// <param name="PlanId">Its floor-plan type.</param>
/// <param name="Plan">The type's name.</param>
/// <param name="Spot">The spot with its ruling.</param>
[GenerateSerializer, Immutable, Alias("listed-spot")]
public sealed record ListedSpot([property: Id(0)] string PlanId, [property: Id(1)] Text Plan, [property: Id(2)] ProneSpot Spot);

/// <summary>That the list was read.</summary>
/// <param name="By">The account of the property team.</param>
/// <param name="At">When.</param>
[GenerateSerializer, Immutable, Alias("spot-list-signature")]
public sealed record SpotListSignature([property: Id(0)] string By, [property: Id(1)] DateTimeOffset At);

/// <summary>For whom a session is.</summary>
[GenerateSerializer, Alias("teaching-audience"), JsonConverter(typeof(CamelCaseEnumJson<TeachingAudience>))]
public enum TeachingAudience
{
    /// <summary>业主.</summary>
    Owners = 0,

    /// <summary>装修企业.</summary>
    Contractors = 1,

    /// <summary>物业: its briefing ends with a signature.</summary>
    Managers = 2,
}

/// <summary>Who comes to a session.</summary>
[GenerateSerializer, Alias("teaching-group"), JsonConverter(typeof(CamelCaseEnumJson<TeachingGroup>))]
public enum TeachingGroup
{
    /// <summary>业主.</summary>
    Owners = 0,

    /// <summary>业主代表.</summary>
    Representatives = 1,

    /// <summary>装修企业.</summary>
    Contractors = 2,

    /// <summary>物业人员.</summary>
    Managers = 3,

    /// <summary>Anybody else, such as vanguard members.</summary>
    Others = 4,
}

/// <summary>How far a session is.</summary>
[GenerateSerializer, Alias("teaching-state"), JsonConverter(typeof(CamelCaseEnumJson<TeachingState>))]
public enum TeachingState
{
    /// <summary>Orders and questions come in; it is to be held.</summary>
    Collecting = 0,

    /// <summary>Held; its answers are to be published, or its list signed.</summary>
    Held = 1,

    /// <summary>Held, and nothing is left to do.</summary>
    Done = 2,

    /// <summary>It is not held.</summary>
    CalledOff = 3,
}

/// <summary>Sessions of an area, and the menu.</summary>
/// <param name="Items">By id.</param>
/// <param name="Next">After which the next page begins; null on the last.</param>
/// <param name="Menu">What can be ordered.</param>
/// <param name="MayOrder">Whether whoever asked may order.</param>
[GenerateSerializer, Immutable, Alias("teaching-session-list")]
public sealed record TeachingSessionList(
    [property: Id(0)] IReadOnlyList<TeachingSessionView> Items, [property: Id(1)] string? Next, [property: Id(2)] TeachingMenu Menu,
    [property: Id(3)] bool MayOrder = false);
