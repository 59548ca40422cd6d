using Dispatch.Contracts;

namespace Dispatch.Hub.Tests.Hosting;

/// <summary>One notice of an officer, and what people have set.</summary>
internal sealed class FakeNoticeDesk(FakeCity city) : INoticeDeskGrain
{
    public const string NoticeId = "case.case-1.3.0~officer-in";

    private static readonly NoticeView Offer = new()
    {
        Id = NoticeId,
        CaseId = FakeCity.CaseId,
        Receiver = "user:officer-in",
        What = "offer",
        Urgent = true,
        Title = new Text("外立面", "Façade"),
        At = new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero),
        State = NoticeState.Told,
        Tries = [new NoticeTry(new DateTimeOffset(2026, 3, 2, 0, 0, 1, TimeSpan.Zero), "app", "sent")],
    };

    public Task<OwnNotices> OfPerson(string userName) => city.Outage is { } outage
        ? Task.FromException<OwnNotices>(outage)
        : Task.FromResult(city.Told.TryGetValue(userName, out var told) ? told
            : userName == "officer-in" ? new OwnNotices([Offer with { Tries = [] }], 1)
            : new OwnNotices([], 0));

    public Task<IReadOnlyList<NoticeView>> OfCase(string caseId) => Task.FromResult<IReadOnlyList<NoticeView>>([Offer]);

    public Task<bool> Seen(string id, string userName, DateTimeOffset at)
    {
        var own = (id, userName) == (NoticeId, "officer-in");
        if (own)
        {
            city.Stored.Enqueue((id, userName, at));
        }

        return Task.FromResult(own);
    }

    public Task<bool> Wakes(string userName) => Task.FromResult(false);

    public Task<NoticeAudience> Audience(string receiver, DateTimeOffset at) => throw new NotSupportedException();

    public Task<IReadOnlyList<string>> SecondLine(string userName, DateTimeOffset at) => throw new NotSupportedException();

    public Task<NoticePerson?> Person(string userName, DateTimeOffset at) => Task.FromResult<NoticePerson?>(
        new NoticePerson { UserName = userName, DisplayName = userName, Channels = ["app", "push"], Wait = TimeSpan.FromMinutes(1) });

    public Task<string?> PushKey() => Task.FromResult<string?>("BKey");
}

/// <summary>What one person has set.</summary>
internal sealed class FakePersonNotices(FakeCity city) : IPersonNoticesGrain
{
    private PersonNotices _kept = new();

    public Task<PersonNotices> Get() => Task.FromResult(_kept);

    public Task<Refusal?> Set(IReadOnlyList<string>? channels, string? phone)
    {
        _kept = city.Refusal is null ? _kept with { Channels = channels, Phone = phone } : _kept;
        return Task.FromResult(city.Refusal);
    }

    public Task<Refusal?> Subscribe(WebPushSubscription subscription)
    {
        _kept = city.Refusal is null ? _kept with { Subscriptions = [subscription] } : _kept;
        return Task.FromResult(city.Refusal);
    }

    public Task Unsubscribe(string endpoint)
    {
        _kept = _kept with { Subscriptions = [] };
        return Task.CompletedTask;
    }
}

/// <summary>A bell that nobody rings.</summary>
internal sealed class FakeNoticeRing : INoticeRingGrain
{
    public Task Ring(IReadOnlyList<string> userNames) => Task.CompletedTask;

    public Task<NoticeRing> Follow(INoticeFollower follower) => Task.FromResult(new NoticeRing("life", 0));
}
