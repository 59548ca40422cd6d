using System.Buffers.Text;
using Dispatch.Contracts;
using Dispatch.Grains.Notices;

namespace Dispatch.Grains.Tests.Notices;

/// <summary>What a person may set of how they are told.</summary>
public sealed class PersonNoticeRulesTests
{
    private static readonly WebPushSubscription Good = new(
        "https://fcm.googleapis.com/fcm/send/abc", Base64Url.EncodeToString(new byte[65]), Base64Url.EncodeToString(new byte[16]));

    [Theory]
    [InlineData("app", null, true)]
    [InlineData("sms push app webhook", "+8613800000000", true)]
    [InlineData(null, "057387000000", true)]
    [InlineData("", null, false)]
    [InlineData("app app", null, false)]
    [InlineData("pigeon", null, false)]
    [InlineData("app", "1234", false)]
    [InlineData("app", "12 345 678", false)]
    [InlineData("app", "+", false)]
    public void Channels_stand_once_each_and_a_telephone_has_digits(string? channels, string? phone, bool fine)
    {
        var refusal = PersonNoticeRules.Refuses(channels?.Split(' ', StringSplitOptions.RemoveEmptyEntries), phone);

        Assert.Equal(fine ? null : RefusalCode.InvalidValue, refusal?.Code);
    }

    [Fact]
    public void A_subscription_is_what_a_browser_makes()
    {
        Assert.Null(PersonNoticeRules.Refuses(Good));
        Assert.NotNull(PersonNoticeRules.Refuses(Good with { Endpoint = "http://fcm.googleapis.com/fcm/send/abc" }));
        Assert.NotNull(PersonNoticeRules.Refuses(Good with { Endpoint = "https://user:word@fcm.googleapis.com/" }));
        Assert.NotNull(PersonNoticeRules.Refuses(Good with { Endpoint = $"https://fcm.googleapis.com/{new string('a', 500)}" }));
        Assert.NotNull(PersonNoticeRules.Refuses(Good with { P256dh = "abc" }));
        Assert.NotNull(PersonNoticeRules.Refuses(Good with { Auth = "not base64url!" }));
    }

    [Fact]
    public void Of_too_many_installed_clients_the_oldest_makes_room_and_the_same_one_is_kept_once()
    {
        var person = Enumerable.Range(0, 7).Aggregate(new PersonNotices(), (kept, n) => kept.With(Good with { Endpoint = $"https://a.example/{n}" }));
        Assert.Equal(["2", "3", "4", "5", "6"], person.Subscriptions.Select(one => one.Endpoint[^1..]));

        Assert.Equal(["2", "4", "5", "6", "3"], person.With(Good with { Endpoint = "https://a.example/3" }).Subscriptions.Select(one => one.Endpoint[^1..]));
    }
}
