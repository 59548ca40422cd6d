using Orleans.Concurrency;

namespace Dispatch.Contracts;

/// <summary>How one person wants to be told. Its key is <c>user:{user name}</c>. State without clocks.</summary>
[Alias("person-notices-grain")]
public interface IPersonNoticesGrain : IGrainWithStringKey
{
    /// <summary>As it is kept.</summary>
    [Alias("get"), ReadOnly]
    Task<PersonNotices> Get();

    /// <summary>Sets the order of channels and the telephone; null when it was carried out.</summary>
    [Alias("set")]
    Task<Refusal?> Set(IReadOnlyList<string>? channels, string? phone);

    /// <summary>Adds an installed client, or replaces it; of too many the oldest goes. Null when it was carried out.</summary>
    [Alias("subscribe")]
    Task<Refusal?> Subscribe(WebPushSubscription subscription);

    /// <summary>Takes an installed client away; nothing happens when it is not there.</summary>
    [Alias("unsubscribe")]
    Task Unsubscribe(string endpoint);
}

/// <summary>How one person wants to be told.</summary>
[GenerateSerializer, Immutable, Alias("person-notices")]
public sealed record PersonNotices
{
    /// <summary>How many installed clients a person has at most.</summary>
    public const int MostSubscriptions = 5;

    /// <summary>Their own order; null for that of the pack.</summary>
    [Id(0)] public IReadOnlyList<string>? Channels { get; init; }

    /// <summary>Personal data: digits, with or without a plus before them.</summary>
    [Id(1)] public string? Phone { get; init; }

    /// <summary>Their installed clients, oldest first.</summary>
    [Id(2)] public IReadOnlyList<WebPushSubscription> Subscriptions { get; init; } = [];
}

/// <summary>An installed client, as its browser describes it.</summary>
/// <param name="Endpoint">Where its push service takes messages: an https address of at most 500 characters.</param>
/// <param name="P256dh">Its public key, base64url.</param>
/// <param name="Auth">Its secret, base64url.</param>
[GenerateSerializer, Immutable, Alias("web-push-subscription")]
public sealed record WebPushSubscription([property: Id(0)] string Endpoint, [property: Id(1)] string P256dh, [property: Id(2)] string Auth);

/// <summary>The channels by which people are told.</summary>
public static class NoticeChannels
{
    /// <summary>The bell of the pages.</summary>
    public const string App = "app";

    /// <summary>Web Push to the installed client.</summary>
    public const string Push = "push";

    /// <summary>A text message.</summary>
    public const string Sms = "sms";

    /// <summary>A robot in the group chat of the person's street or community.</summary>
    public const string Webhook = "webhook";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [App, Push, Sms, Webhook];
}
