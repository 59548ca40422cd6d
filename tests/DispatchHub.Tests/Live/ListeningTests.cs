using System.Security.Claims;
using System.Text.Json;
using Dispatch.Contracts;
using Dispatch.Hub.Live.Bells;
using Dispatch.Hub.Tests.Hosting;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Dispatch.DispatchHub.Tests.Live;

/// <summary>The stream of a bell: what it says when, what it misses never, and what stays bounded.</summary>
[Collection(nameof(FeedCluster))]
public sealed class ListeningTests : IAsyncDisposable
{
    private const string Officer = "officer-in";
    private readonly FakeTimeProvider _time = new();
    private readonly FakeCity _city = new();
    private readonly Owner _owner = new();
    private readonly FeedCluster _cluster;
    private readonly OpenBells _bells;

    public ListeningTests(FeedCluster cluster) =>
        (_cluster, _bells) = (cluster, new OpenBells(cluster.Client, _time, NullLogger<OpenBells>.Instance));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _bells.DisposeAsync();

    [Fact]
    public async Task A_bell_says_everything_at_once_and_again_when_a_silo_rings_it()
    {
        Tell(1);
        await using var stream = Listen();
        Assert.Equal((1, "n1"), await NextAsync(stream));

        Tell(2);
        await RingAsync(Officer);
        Assert.Equal((2, "n2"), await NextAsync(stream));
    }

    [Fact]
    public async Task Rings_in_a_row_are_one_look_and_one_that_changes_nothing_says_nothing()
    {
        Tell(1);
        await using var stream = Listen();
        await NextAsync(stream);
        for (var i = 0; i < 20; i++)
        {
            await RingAsync(Officer);
        }

        var next = NextAsync(stream);
        await _time.PassAsync(TimeSpan.FromSeconds(5));
        Assert.False(next.IsCompleted);
        Tell(3);
        await RingAsync(Officer);
        Assert.Equal((3, "n3"), await next);
    }

    [Fact]
    public async Task A_ring_that_was_lost_is_known_by_the_next_one_whomever_that_is_for()
    {
        await using var stream = Listen();
        await NextAsync(stream);
        await _bells.Rang(new NoticeRing("life", 1), ["somebody-else"]);
        await _time.PassAsync(Listening.Pace);
        var next = NextAsync(stream, passes: false);
        await _bells.Rang(new NoticeRing("life", 2), ["somebody-else"]);
        await _time.PassAsync(Listening.Pace);
        Assert.False(next.IsCompleted);

        Tell(2);
        await _bells.Rang(new NoticeRing("life", 4), ["somebody-else"]);

        Assert.Equal((2, "n2"), await PassingAsync(next));
    }

    [Fact]
    public async Task Where_no_ring_comes_through_the_store_is_looked_at_every_half_minute()
    {
        await using var stream = Listen();
        await NextAsync(stream);

        Tell(2);
        var next = NextAsync(stream, passes: false);
        await _time.PassAsync(Listening.LookAgain + Listening.Pace);

        Assert.Equal((2, "n2"), await PassingAsync(next));
    }

    [Fact]
    public async Task A_stream_ends_within_half_a_minute_of_losing_its_right_and_leaves_nothing_behind()
    {
        var stream = Listen();
        await NextAsync(stream);
        Assert.Equal(1, _bells.Count);
        _owner.Refusal = "invalid-token: Sign in again.";

        var refused = await Assert.ThrowsAsync<HubException>(async () => await NextAsync(stream));

        Assert.StartsWith("invalid-token: ", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, _bells.Count);
    }

    [Fact]
    public async Task While_the_store_is_away_the_stream_ends_with_a_code_that_asks_to_come_again()
    {
        _city.Outage = new StoreUnavailableException("Away.");

        var refused = await Assert.ThrowsAsync<HubException>(async () => await NextAsync(Listen()));

        Assert.StartsWith("unavailable: ", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, _bells.Count);
    }

    [Fact]
    public async Task Over_the_wire_a_notice_reaches_the_bell_that_is_rung_and_no_other()
    {
        await using var server = await HubServer.StartAsync(_cluster.Client, $"street-{Guid.NewGuid():n}", desk: _city.Grains);
        await using var officer = server.Connection(Officer);
        await using var captain = server.Connection("captain-in");
        await Task.WhenAll(officer.StartAsync(Cancellation), captain.StartAsync(Cancellation));
        await using var bell = officer.StreamAsync<JsonElement>("Notices", Cancellation).GetAsyncEnumerator(Cancellation);
        var other = captain.StreamAsync<JsonElement>("Notices", Cancellation).GetAsyncEnumerator(Cancellation);
        Assert.True(await bell.MoveNextAsync() && await other.MoveNextAsync());
        Assert.Equal("notices", bell.Current.GetProperty("kind").GetString());

        Tell(2);
        var next = bell.MoveNextAsync().AsTask();
        var silent = other.MoveNextAsync().AsTask();
        await RingAsync(Officer);
        await server.Time.PassUntilAsync(next);

        Assert.Equal(2, bell.Current.GetProperty("unseen").GetInt32());
        Assert.False(silent.IsCompleted);
    }

    private void Tell(int unseen) => _city.Told[Officer] = new OwnNotices(
        [new NoticeView { Id = $"n{unseen}", Receiver = "user:officer-in", What = "offer", Urgent = true, Title = Text.Same("t"), At = default, State = NoticeState.Told }], unseen);

    private Task RingAsync(string userName) => _cluster.Client.GetGrain<INoticeRingGrain>(0).Ring([userName]);

    private IAsyncEnumerator<NoticesItem> Listen() =>
        new Listening(_bells, _owner, _city.Grains, _time).ListenAsync(new ClaimsPrincipal(), Cancellation).GetAsyncEnumerator(Cancellation);

    private async Task<(int Unseen, string? First)> NextAsync(IAsyncEnumerator<NoticesItem> stream, bool passes = true)
    {
        var moves = stream.MoveNextAsync().AsTask();
        if (passes)
        {
            await _time.PassUntilAsync(moves);
        }

        Assert.True(await moves);
        var said = JsonSerializer.Deserialize<JsonElement>(stream.Current.Json);
        return (said.GetProperty("unseen").GetInt32(), said.GetProperty("items") is var items && items.GetArrayLength() > 0 ? items[0].GetProperty("id").GetString() : null);
    }

    private async Task<T> PassingAsync<T>(Task<T> task)
    {
        await _time.PassUntilAsync(task);
        return await task;
    }

    private sealed class Owner : IBellOwners
    {
        public string? Refusal { get; set; }

        public ValueTask<BellOwner> FindAsync(ClaimsPrincipal user) => new(new BellOwner(Officer, Refusal));
    }
}

/// <summary>Real work between steps of a time that stands still.</summary>
internal static class Passing
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    /// <summary>Lets time pass until something has happened, which it must within 20 s of real time.</summary>
    public static async Task PassUntilAsync(this FakeTimeProvider time, Task happens)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!happens.IsCompleted)
        {
            patience.Token.ThrowIfCancellationRequested();
            time.Advance(Step);
            await Task.Yield();
        }
    }

    /// <summary>Lets so much time pass, step by step.</summary>
    public static async Task PassAsync(this FakeTimeProvider time, TimeSpan span)
    {
        for (var passed = TimeSpan.Zero; passed < span; passed += Step)
        {
            time.Advance(Step);
            await Task.Yield();
        }
    }
}
