using System.Buffers.Text;
using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Notices;

/// <summary>What a person may set of how they are told.</summary>
internal static class PersonNoticeRules
{
    private const int LongestEndpoint = 500;
    private const int LongestPhone = 20;
    private const int PublicKeyBytes = 65;
    private const int SecretBytes = 16;

    /// <summary>Channels each once and one at least, or none for the pack's order; a telephone of 5 to 20 digits.</summary>
    public static Refusal? Refuses(IReadOnlyList<string>? channels, string? phone) =>
        channels is not null && (channels.Count == 0 || channels.Distinct(StringComparer.Ordinal).Count() != channels.Count || channels.Any(one => !NoticeChannels.All.Contains(one)))
            ? Refuse.With(RefusalCode.InvalidValue, $"Name one channel at least, each once, of {string.Join(", ", NoticeChannels.All)}.")
            : phone is not null && !IsPhone(phone)
                ? Refuse.With(RefusalCode.InvalidValue, "Give the telephone as 5 to 20 digits, with or without a plus before them.")
                : null;

    /// <summary>An https address, and keys of the lengths that Web Push has (RFC 8291).</summary>
    public static Refusal? Refuses(WebPushSubscription subscription) =>
        subscription.Endpoint.Length <= LongestEndpoint && Uri.TryCreate(subscription.Endpoint, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback) && address.UserInfo.Length == 0
        && Has(subscription.P256dh, PublicKeyBytes) && Has(subscription.Auth, SecretBytes)
            ? null
            : Refuse.With(RefusalCode.InvalidValue, "Send the subscription as the browser made it: an https endpoint and the keys p256dh and auth.");

    /// <summary>With one more; of too many the oldest goes.</summary>
    public static PersonNotices With(this PersonNotices person, WebPushSubscription subscription) => person with
    {
        Subscriptions =
        [
            .. person.Subscriptions.Where(one => one.Endpoint != subscription.Endpoint).TakeLast(PersonNotices.MostSubscriptions - 1),
            subscription,
        ],
    };

    /// <summary>Whether Web Push is among somebody's channels and has somewhere to go; a pack that tells nobody wakes nobody.</summary>
    public static bool Wakes(PersonNotices person, TellingRules? rules) =>
        rules is not null && person.Subscriptions.Count > 0 && (person.Channels ?? rules.Channels).Contains(NoticeChannels.Push);

    private static bool IsPhone(string phone)
    {
        var digits = phone.StartsWith('+') ? phone.AsSpan(1) : phone;
        return digits.Length is >= 5 and <= LongestPhone && !digits.ContainsAnyExceptInRange('0', '9');
    }

    private static bool Has(string text, int bytes) => text.Length <= 2 * bytes && Base64Url.IsValid(text, out var length) && length == bytes;
}
