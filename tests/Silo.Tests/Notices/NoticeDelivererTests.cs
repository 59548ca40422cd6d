using Dispatch.Contracts;
using Dispatch.Grains.Notices;
using Dispatch.Grains.Storage;
using Dispatch.Silo.Clock;
using Dispatch.Silo.Notices;
using Dispatch.Silo.Notices.Webhooks;
using Dispatch.Silo.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using static Dispatch.Silo.Tests.Storage.Commits;

namespace Dispatch.Silo.Tests.Notices;

/// <summary>The deliverer against a real store and receivers on this machine.</summary>
public sealed class NoticeDelivererTests : IAsyncLifetime
{
    private readonly SqliteSite _site = new();
    private readonly FakeDesk _desk = new();
    private readonly CancellationTokenSource _patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly List<IDisposable> _started = [];
    private OpenStore _store = null!;
    private CityClock _clock = null!;
    private LoopbackReceiver _good = null!;
    private NoticeDeliverer? _deliverer;

    private CancellationToken Stop => _patience.Token;

    private INoticeStore Notices => _store.Get<INoticeStore>();

    public async ValueTask InitializeAsync()
    {
        _patience.CancelAfter(TimeSpan.FromSeconds(60));
        _store = _site.Open();
        _clock = new CityClock(new DatabaseTime(_store.Clocks), TimeProvider.System, TimeZoneInfo.Utc, NullLogger<CityClock>.Instance);
        await _clock.OpenAsync(Stop);
        _good = await LoopbackReceiver.StartAsync(Stop);
    }

    public async ValueTask DisposeAsync()
    {
        await StopDelivererAsync();
        _started.ForEach(one => one.Dispose());
        await _good.DisposeAsync();
        await _store.DisposeAsync();
        await _site.DisposeAsync();
        _patience.Dispose();
    }

    [Fact]
    public async Task A_receiver_that_never_answers_keeps_neither_commands_nor_other_receivers_waiting()
    {
        using var hole = new BlackHole();
        var options = new NoticeOptions { Timeout = TimeSpan.FromSeconds(15), Webhooks = [Hook(hole.Address, "community:hole"), Hook(_good.Address, "community:good")] };
        await CommitAsync("lost", [.. Enumerable.Range(0, 60).Select(n => To($"hole-{n}"))]);
        Start(options, new DeliveryOptions { InFlight = 8, PerLane = 3 });
        await UntilAsync(() => Task.FromResult(hole.Taken == 3));

        for (var n = 0; n < 40; n++)
        {
            await CommitAsync($"case-{n}", To($"good-{n}"));
        }

        await UntilAsync(() => Task.FromResult(_good.Calls.Count == 40));
        await UntilAsync(async () => (await Notices.OfOwnerAsync(Scope.Case("case-39"), 5, Stop)).Single().State == NoticeState.Told);
        Assert.Equal(3, hole.Taken);
        Assert.All(await Notices.OfOwnerAsync(Scope.Case("lost"), 100, Stop), one => Assert.Equal((NoticeState.Waiting, 0), (one.State, one.Tries.Count)));
    }

    [Fact]
    public async Task A_receiver_that_answers_nothing_so_often_is_left_alone_for_a_while()
    {
        using var hole = new BlackHole();
        var options = new NoticeOptions { Timeout = TimeSpan.FromMilliseconds(100), Webhooks = [Hook(hole.Address, null)] };
        await CommitAsync("lost", [.. Enumerable.Range(0, 30).Select(n => To($"hole-{n}"))]);
        Start(options, new DeliveryOptions { PerLane = 2, FailuresToClose = 4, Closed = TimeSpan.FromMinutes(5) });

        await UntilAsync(async () => (await Notices.OfOwnerAsync(Scope.Case("lost"), 100, Stop)).Count(one => one.NextAt > _clock.Now.AddMinutes(2)) >= 25);

        Assert.InRange(hole.Taken, 4, 5);
        Assert.All((await Notices.OfOwnerAsync(Scope.Case("lost"), 100, Stop)).SelectMany(one => one.Tries), tried => Assert.Equal("no answer", tried.Outcome));
    }

    [Fact]
    public async Task What_is_refused_is_sent_again_under_the_same_id_until_it_is_taken()
    {
        _good.Answer = nth => nth < 2 ? (500, "") : (200, "");
        await CommitAsync("a", To("good-1"));
        Start(new NoticeOptions { Webhooks = [Hook(_good.Address, null)] });

        await UntilAsync(async () => (await OnlyAsync("a")).State == NoticeState.Told);

        Assert.Equal(["case.a.1.0", "case.a.1.0"], _good.Calls.Select(call => call.Headers[Outbound.IdHeader]));
        Assert.Equal(["webhook answered 500", "webhook sent"], (await OnlyAsync("a")).Tries.Select(tried => $"{tried.Channel} {tried.Outcome}"));
    }

    [Fact]
    public async Task A_silo_that_dies_after_sending_and_before_writing_it_down_leaves_a_repeat_with_the_same_id()
    {
        await CommitAsync("a", To("good-1"));
        Start(new NoticeOptions { Webhooks = [Hook(_good.Address, null)] }, new DeliveryOptions { Lease = TimeSpan.FromMilliseconds(300) }, new ForgetfulStore(Notices));

        await UntilAsync(async () => (await OnlyAsync("a")).State == NoticeState.Told);

        Assert.Equal(["case.a.1.0", "case.a.1.0"], _good.Calls.Select(call => call.Headers[Outbound.IdHeader]));
        Assert.Single((await OnlyAsync("a")).Tries);
    }

    [Fact]
    public async Task A_matter_that_is_gone_is_not_told_any_more()
    {
        var report = await CommitAsync("a", To("good-1"), To("good-2"));
        await _store.Store.CommitAsync(Next(report, null) with { Notices = new NoticeChanges(["offer:good-1"], []) }, Stop);
        Start(new NoticeOptions { Webhooks = [Hook(_good.Address, null)] });

        await UntilAsync(async () => (await Notices.OfOwnerAsync(Scope.Case("a"), 5, Stop)).Any(one => one.State == NoticeState.Told));

        Assert.Equal("case.a.1.1", Assert.Single(_good.Calls).Headers[Outbound.IdHeader]);
    }

    [Fact]
    public async Task A_party_is_told_as_those_of_it_who_are_on_duty_once_each_and_not_who_did_it()
    {
        _desk.Parties["community:xishan"] = new NoticeAudience(["li", "wang", "doer"], ["zhou"], null);
        _desk.Person = name => FakeDesk.Of(name, NoticeChannels.App);
        await CommitAsync("a", To("x") with { Receiver = "community:xishan", Cause = "acknowledge", Payload = Payload("acknowledge", by: "doer"), Urgent = false });
        Start(new NoticeOptions());

        await UntilAsync(async () => (await Notices.OfOwnerAsync(Scope.Case("a"), 9, Stop)).Count(one => one.State == NoticeState.Told) == 2);

        var all = await Notices.OfOwnerAsync(Scope.Case("a"), 9, Stop);
        Assert.Equal(["community:xishan", "user:li", "user:wang"], all.Select(one => one.Notice.Receiver).Order());
        Assert.Equal("li, wang; off duty: zhou", Assert.Single(all.Single(one => one.State == NoticeState.PassedOn).Tries).Outcome);
    }

    [Fact]
    public async Task An_urgent_notice_that_nobody_looks_at_reaches_the_second_line_and_one_that_is_seen_does_not()
    {
        _desk.Person = name => FakeDesk.Of(name, NoticeChannels.App, NoticeChannels.Sms);
        _desk.Second = ["captain"];
        await CommitAsync("blind", To("li"));
        await CommitAsync("seen", To("wang"));
        await Notices.SeenAsync("case.seen.1.0", "user:wang", _clock.Now, Stop);
        Start(new NoticeOptions());

        await UntilAsync(async () => (await Notices.OfOwnerAsync(Scope.Case("blind"), 9, Stop)).Any(one => one.Notice.Receiver == "user:captain" && one.State == NoticeState.Told));

        var li = (await Notices.OfOwnerAsync(Scope.Case("blind"), 9, Stop)).Single(one => one.Notice.Receiver == "user:li");
        Assert.Equal(["app sent", "sms not set up", "duty second line: captain"], li.Tries.Select(tried => $"{tried.Channel} {tried.Outcome}"));
        Assert.Equal(NoticeState.Seen, Assert.Single(await Notices.OfOwnerAsync(Scope.Case("seen"), 9, Stop)).State);
    }

    private static WebhookOptions Hook(string address, string? scope) => new() { Url = address, Secret = "word", Scope = scope };

    private static string Payload(string what, string by = "somebody") => new NoticePayload(what, "DEC-03", new Text("外立面", "Façade"), "7幢", by).ToJson();

    private NewNotice To(string name) => new()
    {
        Receiver = NoticeReceiver.User(name),
        Cause = $"offer:{name}",
        Urgent = true,
        At = _clock.Now,
        Payload = Payload("offer"),
    };

    private async Task<Commit> CommitAsync(string id, params NewNotice[] opened)
    {
        var commit = Report(id) with { Notices = new NoticeChanges([], opened) };
        await _store.Store.CommitAsync(commit, Stop);
        return commit;
    }

    private async Task<StoredNotice> OnlyAsync(string id) => Assert.Single(await Notices.OfOwnerAsync(Scope.Case(id), 5, Stop));

    private void Start(NoticeOptions options, DeliveryOptions? delivery = null, INoticeStore? store = null)
    {
        delivery ??= new DeliveryOptions();
        var http = new OutboundHttp(options);
        _started.Add(http);
        INoticeChannel[] channels =
        [
            new AppChannel(),
            new WebhookChannel(options, [new JsonForm(), new DingTalkForm(options), new WeComForm(options)], http, TimeProvider.System),
            new SmsChannel(new HttpSmsGateway(options, http, TimeProvider.System), options),
        ];
        var people = new PeopleRoute(_desk, channels, new NoticeLanes(delivery, TimeProvider.System), _clock, options);
        _deliverer = new NoticeDeliverer(store ?? Notices, [people], _clock, TimeProvider.System, delivery, NullLogger<NoticeDeliverer>.Instance);
        _ = _deliverer.StartAsync(Stop);
    }

    private async Task StopDelivererAsync()
    {
        if (_deliverer is not null)
        {
            await _deliverer.StopAsync(CancellationToken.None);
            _deliverer.Dispose();
        }
    }

    private async Task UntilAsync(Func<Task<bool>> done)
    {
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await done())
        {
            await again.WaitForNextTickAsync(Stop);
        }
    }

    /// <summary>Loses the first thing that it is to write down, as a process does that dies.</summary>
    private sealed class ForgetfulStore(INoticeStore inner) : INoticeStore
    {
        private int _lost;

        public ValueTask<bool> AdvanceAsync(NoticeStep step, CancellationToken cancellation = default) =>
            Interlocked.Exchange(ref _lost, 1) == 0 ? throw new IOException("The power is gone.") : inner.AdvanceAsync(step, cancellation);

        public ValueTask<IReadOnlyList<StoredNotice>> ClaimDueAsync(
            DateTimeOffset now, IReadOnlyList<string> kinds, int limit, string holder, TimeSpan lease, CancellationToken cancellation = default) =>
            inner.ClaimDueAsync(now, kinds, limit, holder, lease, cancellation);

        public ValueTask<DateTimeOffset?> NextDueAsync(IReadOnlyList<string> kinds, CancellationToken cancellation = default) => inner.NextDueAsync(kinds, cancellation);

        public ValueTask<bool> SeenAsync(string id, string receiver, DateTimeOffset at, CancellationToken cancellation = default) =>
            inner.SeenAsync(id, receiver, at, cancellation);

        public ValueTask<IReadOnlyList<StoredNotice>> OfReceiverAsync(string receiver, int limit, CancellationToken cancellation = default) =>
            inner.OfReceiverAsync(receiver, limit, cancellation);

        public ValueTask<IReadOnlyList<StoredNotice>> OfOwnerAsync(Scope owner, int limit, CancellationToken cancellation = default) =>
            inner.OfOwnerAsync(owner, limit, cancellation);

        public ValueTask MakeStandAsync(Scope owner, string streetId, IReadOnlyList<NewNotice> stands, DateTimeOffset at, CancellationToken cancellation = default) =>
            inner.MakeStandAsync(owner, streetId, stands, at, cancellation);

        public ValueTask<int> TrimAsync(DateTimeOffset goneBefore, CancellationToken cancellation = default) => inner.TrimAsync(goneBefore, cancellation);
    }
}
