using Dispatch.Grains.Feeds;

namespace Dispatch.Grains.Tests.Feeds;

public sealed class PushTests
{
    private static readonly TimeSpan Start = TimeSpan.FromHours(1);

    [Fact]
    public void A_first_change_goes_at_once_and_later_ones_once_an_interval()
    {
        var pace = new PushPace(Ms(25));
        Assert.Equal(TimeSpan.Zero, pace.Wait(Start));
        pace.Pushed(Start);
        Assert.Equal(Ms(15), pace.Wait(Start + Ms(10)));
        Assert.Equal(TimeSpan.Zero, pace.Wait(Start + Ms(25)));
    }

    [Fact]
    public void A_follower_that_does_not_renew_is_dropped_after_its_lease_and_not_before()
    {
        var leases = new FollowerLeases<string>(TimeSpan.FromSeconds(15));
        leases.Renew("hub", Start);
        leases.Renew("grid", Start);
        leases.Renew("grid", Start + TimeSpan.FromSeconds(5));

        Assert.Equal(["grid", "hub"], leases.Live(Start + TimeSpan.FromSeconds(15)).Order());
        Assert.Equal(["grid"], leases.Live(Start + TimeSpan.FromSeconds(15.001)));
        Assert.Equal(1, leases.Count);
    }

    [Fact]
    public async Task Whoever_asks_while_a_read_is_under_way_gets_its_answer()
    {
        var reads = new Queue<TaskCompletionSource<int>>();
        var joined = new JoinedRead<int>(() =>
        {
            reads.Enqueue(new TaskCompletionSource<int>());
            return reads.Last().Task;
        });

        var (first, second) = (joined.Join(), joined.Join());
        reads.Single().SetResult(7);
        Assert.Equal(7, await first);
        Assert.Equal(7, await second);

        var third = joined.Join();
        Assert.Equal(2, reads.Count);
        reads.Last().SetException(new IOException("away"));
        await Assert.ThrowsAsync<IOException>(() => third);
        _ = joined.Join();
        Assert.Equal(3, reads.Count);
    }

    private static TimeSpan Ms(int ms) => TimeSpan.FromMilliseconds(ms);
}
