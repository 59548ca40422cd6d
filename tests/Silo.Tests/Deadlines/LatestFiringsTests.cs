using Dispatch.Contracts;
using Dispatch.Grains.Deadlines;

namespace Dispatch.Silo.Tests.Deadlines;

public sealed class LatestFiringsTests
{
    private readonly LatestFirings _latest = new();

    [Fact]
    public void Nothing_fired_is_no_lateness() => Assert.Equal(new Lateness(0, 0, 0), _latest.Summary());

    [Fact]
    public void Half_are_at_most_as_late_as_the_median_and_99_of_100_as_the_99th()
    {
        for (var late = 200; late > 0; late--)
        {
            _latest.Add(late);
        }

        Assert.Equal(new Lateness(100, 198, 200), _latest.Summary());
    }

    [Fact]
    public void The_latest_10_000_push_out_those_before()
    {
        _latest.Add(1_000_000);
        for (var n = 0; n < LatestFirings.Capacity; n++)
        {
            _latest.Add(5);
        }

        Assert.Equal(new Lateness(5, 5, 5), _latest.Summary());
    }
}
