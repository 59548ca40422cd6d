using System.Text.Json.Serialization;

namespace Dispatch.Contracts;

/// <summary>Which morning.</summary>
[GenerateSerializer, Immutable, Alias("morning-query")]
public sealed record MorningQuery
{
    /// <summary>The most entries of each list; all are counted.</summary>
    public const int MostItems = 200;

    /// <summary>How far back a morning may lie, in days.</summary>
    public const int LongestAgo = 31;

    /// <summary>The street or community.</summary>
    [Id(0)] public required Scope Scope { get; init; }

    /// <summary>The street that it lies in.</summary>
    [Id(1)] public required string StreetId { get; init; }

    /// <summary>The local day; null for today.</summary>
    [Id(2)] public DateOnly? Day { get; init; }

    /// <summary>City time.</summary>
    [Id(3)] public required DateTimeOffset Now { get; init; }
}

/// <summary>What a supervisor looks at in the morning. Lists have at most <see cref="MorningQuery.MostItems"/> entries; totals count all.</summary>
[GenerateSerializer, Immutable, Alias("morning-view")]
public sealed record MorningView
{
    /// <summary>Of which street or community.</summary>
    [Id(0)] public required Scope Scope { get; init; }

    /// <summary>The local day.</summary>
    [Id(1)] public required DateOnly Day { get; init; }

    /// <summary>As of when.</summary>
    [Id(2)] public required DateTimeOffset At { get; init; }

    /// <summary>Since when deadlines count as late yesterday: the last working day's midnight, so that a Monday tells of the weekend.</summary>
    [Id(3)] public required DateTimeOffset Since { get; init; }

    /// <summary>Deadlines missed between then and the day's midnight.</summary>
    [Id(4)] public required MorningCases LateYesterday { get; init; }

    /// <summary>Deadlines of the day that are missed already.</summary>
    [Id(5)] public required MorningCases LateToday { get; init; }

    /// <summary>Deadlines that will be missed until the day's end if nobody acts; none for a day that is over.</summary>
    [Id(6)] public required MorningCases ToBeLate { get; init; }

    /// <summary>What waits for the supervisor's word, longest first.</summary>
    [Id(7)] public required MorningApprovals Approvals { get; init; }

    /// <summary>Open cases that were returned twice or more.</summary>
    [Id(8)] public required MorningCases ReturnedTwice { get; init; }

    /// <summary>Communities whose console is silent in duty hours.</summary>
    [Id(9)] public required IReadOnlyList<SilentHub> SilentHubs { get; init; }

    /// <summary>Cards of the last 7 days, newest first, on units and on persons.</summary>
    [Id(10)] public required MorningCards Cards { get; init; }

    /// <summary>Outages of the last 7 days, newest first.</summary>
    [Id(11)] public required IReadOnlyList<Outage> Outages { get; init; }

    /// <summary>Whether whoever asks decides, withdraws and records; set by the hub.</summary>
    [Id(12)] public bool MayDecide { get; init; }

    /// <summary>What the calendars lack that clocks of the street run on, those of packs adopted for later included.</summary>
    [Id(92)] public IReadOnlyList<CalendarFinding> Calendars { get; init; } = [];
}

/// <summary>Cases of a morning.</summary>
/// <param name="Total">How many there are.</param>
/// <param name="Items">The first of them.</param>
[GenerateSerializer, Immutable, Alias("morning-cases")]
public sealed record MorningCases([property: Id(0)] int Total, [property: Id(1)] IReadOnlyList<MorningCase> Items);

/// <summary>Approvals of a morning.</summary>
/// <param name="Total">How many there are.</param>
/// <param name="Items">The first of them.</param>
[GenerateSerializer, Immutable, Alias("morning-approvals")]
public sealed record MorningApprovals([property: Id(0)] int Total, [property: Id(1)] IReadOnlyList<MorningApproval> Items);

/// <summary>Cards of a morning.</summary>
/// <param name="Total">How many there are.</param>
/// <param name="Items">The first of them.</param>
[GenerateSerializer, Immutable, Alias("morning-cards")]
public sealed record MorningCards([property: Id(0)] int Total, [property: Id(1)] IReadOnlyList<MorningCard> Items);

/// <summary>A case on the morning page: no personal data.</summary>
[GenerateSerializer, Immutable, Alias("morning-case")]
public sealed record MorningCase
{
    /// <summary>The id.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>The number that people say.</summary>
    [Id(1)] public required string Number { get; init; }

    /// <summary>The type's code.</summary>
    [Id(2)] public required string Type { get; init; }

    /// <summary>The type's name in the pack's first language.</summary>
    [Id(3)] public required string Title { get; init; }

    /// <summary>Where it stands now.</summary>
    [Id(4)] public required CaseStatus Status { get; init; }

    /// <summary>Who has it now.</summary>
    [Id(5)] public required Scope Responsible { get; init; }

    /// <summary>The clock that it is listed for; null where it is for none.</summary>
    [Id(6), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Clock { get; init; }

    /// <summary>That clock's deadline.</summary>
    [Id(7), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public DateTimeOffset? DueAt { get; init; }

    /// <summary>The outage that the deadline lies in; null for none.</summary>
    [Id(8), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public long? Excused { get; init; }

    /// <summary>How often it was returned; null for never.</summary>
    [Id(9), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public int? TimesReturned { get; init; }
}

/// <summary>What waits for the supervisor's word. In JSON the camel-case of the name.</summary>
[GenerateSerializer, Alias("approval-kind"), JsonConverter(typeof(CamelCaseEnumJson<ApprovalKind>))]
public enum ApprovalKind
{
    /// <summary>More time is asked for.</summary>
    Extension = 0,

    /// <summary>The case is asked to be parked.</summary>
    Suspension = 1,

    /// <summary>A suspended case is to be looked at again.</summary>
    Review = 2,

    /// <summary>A card is proposed on a person.</summary>
    Card = 3,
}

/// <summary>Something that waits for the supervisor's word.</summary>
[GenerateSerializer, Immutable, Alias("morning-approval")]
public sealed record MorningApproval
{
    /// <summary>The case.</summary>
    [Id(0)] public required MorningCase Case { get; init; }

    /// <summary>What is asked.</summary>
    [Id(1)] public required ApprovalKind Kind { get; init; }

    /// <summary>Who asks; null for the machine.</summary>
    [Id(2), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? By { get; init; }

    /// <summary>Why.</summary>
    [Id(3), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Reason { get; init; }

    /// <summary>How much time, such as <c>2 wd</c>, of an extension.</summary>
    [Id(4), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Length { get; init; }

    /// <summary>On which clock, of an extension.</summary>
    [Id(8), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Clock { get; init; }

    /// <summary>Until when, of a suspension.</summary>
    [Id(5), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public DateTimeOffset? Until { get; init; }

    /// <summary>The card that is proposed.</summary>
    [Id(6), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public CardView? Card { get; init; }

    /// <summary>Until when it is to be decided; null where nothing presses.</summary>
    [Id(7), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public DateTimeOffset? DecideBy { get; init; }
}

/// <summary>A card with its case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Card">The card.</param>
[GenerateSerializer, Immutable, Alias("morning-card")]
public sealed record MorningCard([property: Id(0)] MorningCase Case, [property: Id(1)] CardView Card);

/// <summary>A community whose console is silent in duty hours.</summary>
/// <param name="CommunityId">Which.</param>
/// <param name="Since">Its last sign of life; null where it never gave one.</param>
[GenerateSerializer, Immutable, Alias("silent-hub")]
public sealed record SilentHub([property: Id(0)] string CommunityId, [property: Id(1)] DateTimeOffset? Since);

/// <summary>Makes mornings for hubs: a stateless worker with key 0. It decides nothing; the hub has checked the actor's area.</summary>
[Alias("morning-grain")]
public interface IMorningGrain : IGrainWithIntegerKey
{
    /// <summary>A morning.</summary>
    [Alias("look")]
    Task<MorningView> Look(MorningQuery query);
}
