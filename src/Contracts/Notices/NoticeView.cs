using System.Text.Json.Serialization;

namespace Dispatch.Contracts;

/// <summary>Somebody was told, or is to be told, of something.</summary>
[GenerateSerializer, Immutable, Alias("notice-view")]
public sealed record NoticeView
{
    /// <summary>The same at every repeat of a delivery.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>The case whose matter it is; null where it is none of a case.</summary>
    [Id(1), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? CaseId { get; init; }

    /// <summary>The case's number.</summary>
    [Id(2)] public string? Number { get; init; }

    /// <summary>Who: <c>user:{name}</c>, or the party whose people are told.</summary>
    [Id(3)] public required string Receiver { get; init; }

    /// <summary>What for: <c>offer</c>, <c>along</c>, <c>verify</c>, <c>grid</c>, <c>acknowledge</c>, <c>assign</c>, <c>check</c>, <c>rework</c>, <c>returned</c>, <c>alarm</c>, <c>supervision</c>, <c>department</c>, <c>extension</c>, <c>suspension</c>, <c>instruction</c>, <c>help</c>, <c>pair</c>, <c>card</c>, <c>review</c> or <c>reminder</c>; of a roster <c>swapAsked</c>, <c>swapAgreed</c>, <c>swapDeclined</c>, <c>dutyGiven</c> or <c>dutyTaken</c>; of house decoration <c>filing</c>, <c>visit</c>, <c>session</c>, <c>session-late</c>, <c>paper-to-sign</c> or <c>dossier-late</c>.</summary>
    [Id(4)] public required string What { get; init; }

    /// <summary>Whether it goes on to the next channel, and to the second line, while nobody has seen it.</summary>
    [Id(5)] public required bool Urgent { get; init; }

    /// <summary>The case's type, by name; of a roster's matter, the hours.</summary>
    [Id(6)] public required Text Title { get; init; }

    /// <summary>Where, down to the building; of a roster's matter, with whom.</summary>
    [Id(7)] public string? Place { get; init; }

    /// <summary>When it became due to be told.</summary>
    [Id(8)] public required DateTimeOffset At { get; init; }

    /// <summary>How far it has come.</summary>
    [Id(9)] public required NoticeState State { get; init; }

    /// <summary>When it was seen.</summary>
    [Id(10)] public DateTimeOffset? SeenAt { get; init; }

    /// <summary>When the matter was over; nothing is told after that.</summary>
    [Id(11)] public DateTimeOffset? GoneAt { get; init; }

    /// <summary>What was tried, in order; in a person's own list empty.</summary>
    [Id(12)] public IReadOnlyList<NoticeTry> Tries { get; init; } = [];

    /// <summary>The team whose roster it is about; null where it is of a case.</summary>
    [Id(84), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public Scope? Team { get; init; }

    /// <summary>The local day of that roster on which the duty begins; null where it is of a case.</summary>
    [Id(85), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public DateOnly? Day { get; init; }

    /// <summary>The page that shows its matter, a path from the root; null for that of the case.</summary>
    [Id(90)] public string? Page { get; init; }
}

/// <summary>One try to tell somebody.</summary>
/// <param name="At">When.</param>
/// <param name="Channel">By what: <c>app</c>, <c>push</c>, <c>sms</c>, <c>webhook</c>, or <c>duty</c> where the roster decided.</param>
/// <param name="Outcome"><c>sent</c>, or why not, in a few words: never a secret, an address or another's text.</param>
[GenerateSerializer, Immutable, Alias("notice-try")]
public sealed record NoticeTry([property: Id(0)] DateTimeOffset At, [property: Id(1)] string Channel, [property: Id(2)] string Outcome);

/// <summary>How far a notice has come.</summary>
[GenerateSerializer, Alias("notice-state"), JsonConverter(typeof(CamelCaseEnumJson<NoticeState>))]
public enum NoticeState
{
    /// <summary>A step is due or will be.</summary>
    Waiting = 0,

    /// <summary>It has reached its receiver by a channel at least, as far as the channel can say.</summary>
    Told = 1,

    /// <summary>Its receiver has looked at it.</summary>
    Seen = 2,

    /// <summary>Its receiver is off duty and was left in peace.</summary>
    Quiet = 3,

    /// <summary>Every channel was tried as often as it may be.</summary>
    Failed = 4,

    /// <summary>A party whose people were found: they have notices of their own.</summary>
    PassedOn = 5,

    /// <summary>It was not told before it made no sense any more.</summary>
    Expired = 6,
}

/// <summary>A person's own notices.</summary>
/// <param name="Items">Newest first, at most 50.</param>
/// <param name="Unseen">How many of them were not seen, and are of matters that last.</param>
[GenerateSerializer, Immutable, Alias("own-notices")]
public sealed record OwnNotices([property: Id(0)] IReadOnlyList<NoticeView> Items, [property: Id(1)] int Unseen);
