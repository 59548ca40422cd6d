using Orleans.Concurrency;

namespace Dispatch.Contracts;

/// <summary>Looking at notices, and finding whom to tell: a stateless worker with key 0.</summary>
[Alias("notice-desk-grain")]
public interface INoticeDeskGrain : IGrainWithIntegerKey
{
    /// <summary>What a person was told of, newest first, at most 50.</summary>
    [Alias("of-person"), ReadOnly]
    Task<OwnNotices> OfPerson(string userName);

    /// <summary>Who was told of a case and when, oldest first; the newest 200.</summary>
    [Alias("of-case"), ReadOnly]
    Task<IReadOnlyList<NoticeView>> OfCase(string caseId);

    /// <summary>A person has looked at a notice of theirs. False when it is none of theirs.</summary>
    [Alias("seen")]
    Task<bool> Seen(string id, string userName, DateTimeOffset at);

    /// <summary>Whom a receiver means at an instant.</summary>
    /// <param name="receiver">A party, such as <c>community:xishan</c>, or <c>captain:xiashi</c>.</param>
    /// <param name="at">City time.</param>
    [Alias("audience"), ReadOnly]
    Task<NoticeAudience> Audience(string receiver, DateTimeOffset at);

    /// <summary>Who is told when somebody did not look: the second line of their team, without one its captains on duty.</summary>
    [Alias("second-line"), ReadOnly]
    Task<IReadOnlyList<string>> SecondLine(string userName, DateTimeOffset at);

    /// <summary>How a person is told at an instant; null when there is no such user any more.</summary>
    [Alias("person"), ReadOnly]
    Task<NoticePerson?> Person(string userName, DateTimeOffset at);

    /// <summary>Whether a message wakes a person's phone while no page is open there: Web Push is set up, and they have an installed client and want it.</summary>
    [Alias("wakes"), ReadOnly]
    Task<bool> Wakes(string userName);

    /// <summary>The public key to subscribe to Web Push with, base64url; null where Web Push is not set up.</summary>
    [Alias("push-key"), ReadOnly]
    Task<string?> PushKey();
}

/// <summary>Whom a party means at an instant.</summary>
/// <param name="Told">Who is to be told, by user name.</param>
/// <param name="OffDuty">Who belongs to it and is left in peace, by user name; at most 50.</param>
/// <param name="LookAgainAt">When others may be there: the end of the first duty that counts now; null where no roster keeps them.</param>
[GenerateSerializer, Immutable, Alias("notice-audience")]
public sealed record NoticeAudience(
    [property: Id(0)] IReadOnlyList<string> Told, [property: Id(1)] IReadOnlyList<string> OffDuty, [property: Id(2)] DateTimeOffset? LookAgainAt);

/// <summary>How a person is told.</summary>
[GenerateSerializer, Immutable, Alias("notice-person")]
public sealed record NoticePerson
{
    /// <summary>Who.</summary>
    [Id(0)] public required string UserName { get; init; }

    /// <summary>How people call them.</summary>
    [Id(1)] public required string DisplayName { get; init; }

    /// <summary>Where they work.</summary>
    [Id(2)] public Scope? Area { get; init; }

    /// <summary>Kept by a roster, and not on duty.</summary>
    [Id(3)] public bool OffDuty { get; init; }

    /// <summary>When what is not urgent may be told, outside working hours; null for now.</summary>
    [Id(4)] public DateTimeOffset? QuietUntil { get; init; }

    /// <summary>The order of channels, one at least.</summary>
    [Id(5)] public required IReadOnlyList<string> Channels { get; init; }

    /// <summary>How long an urgent notice waits to be seen before the next channel, city time.</summary>
    [Id(6)] public required TimeSpan Wait { get; init; }

    /// <summary>Where their installed clients are.</summary>
    [Id(7)] public IReadOnlyList<WebPushSubscription> Subscriptions { get; init; } = [];

    /// <summary>Personal data.</summary>
    [Id(8)] public string? Phone { get; init; }
}
