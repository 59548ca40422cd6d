using Dispatch.Grains.Communities;
using Dispatch.Grains.Tests.Duties;
using Dispatch.TestKit.Feeds;

namespace Dispatch.Grains.Tests.Communities;

public sealed class WhistlesOfDayTests
{
    private static readonly DateTimeOffset Midnight = DutyWorld.At("2026-09-07 00:00");
    private readonly WhistlesOfDay _whistles = new("xishan");

    [Fact]
    public void A_whistle_is_counted_once_however_often_and_in_whatever_order_its_case_changes()
    {
        See("a", "2026-09-07 09:00", version: 3);
        See("a", "2026-09-07 09:00", version: 2);
        See("a", "2026-09-07 09:00", version: 4);
        See("a", "2026-09-07 15:00", version: 7);
        See("b", null);

        Assert.Equal(2, _whistles.Since(Midnight));
    }

    [Fact]
    public void The_first_instant_of_the_day_is_of_the_day_and_the_last_of_the_day_before_is_not()
    {
        See("a", "2026-09-07 00:00");
        See("b", "2026-09-06 23:59:59.999");

        Assert.Equal(1, _whistles.Since(Midnight));
    }

    [Fact]
    public void Whistles_of_another_community_are_not_counted()
    {
        _whistles.See(BoardRows.Row("a", community: "hehua") with { WhistledAt = Midnight });

        Assert.Equal(0, _whistles.Since(Midnight));
    }

    [Theory]
    [InlineData("2026-09-07T00:00:00+08:00", "Asia/Shanghai", "2026-09-06T16:00:00Z")]
    [InlineData("2026-09-07T23:59:59+08:00", "Asia/Shanghai", "2026-09-06T16:00:00Z")]
    [InlineData("2026-03-08T12:00:00-04:00", "America/New_York", "2026-03-08T05:00:00Z")]
    [InlineData("2026-09-06T12:00:00-03:00", "America/Santiago", "2026-09-06T04:00:00Z")]
    public void A_day_begins_at_its_local_midnight_or_where_there_is_none_right_after(string now, string zone, string midnight) =>
        Assert.Equal(At(midnight), WhistlesOfDay.Midnight(At(now), TimeZoneInfo.FindSystemTimeZoneById(zone)));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private void See(string id, string? whistledAt, long version = 1) =>
        _whistles.See(BoardRows.Row(id, version) with { WhistledAt = whistledAt is null ? null : DutyWorld.At(whistledAt) });
}
