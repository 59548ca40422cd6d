using Dispatch.Contracts;
using Dispatch.Hub.Cases;
using Microsoft.AspNetCore.Http;

namespace Dispatch.Hub.Tests.Cases;

/// <summary>What the hub makes of a device's clock.</summary>
public sealed class DeviceClockTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(null, 1, 0)]
    [InlineData("2026-03-02T09:00:29Z", 1, 0)]
    [InlineData("2026-03-02T17:10:00+08:00", 1, -600)]
    [InlineData("2026-03-02T08:50:00.000Z", 1, 600)]
    [InlineData("2026-03-02T08:50:00Z", 60, 0)]
    public void A_device_is_off_by_what_the_hub_sees_at_receipt_when_it_is_more_than_half_a_minute_of_real_time(string? deviceNow, double speed, int behind)
    {
        Assert.True(DeviceClock.Read(Request(deviceNow), new CityTime(Now, speed, "Asia/Shanghai")).Succeeded(out var offset, out _));
        Assert.Equal(TimeSpan.FromSeconds(behind), offset);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("2026-03-02T09:00:00")]
    [InlineData("1772411400")]
    public void An_instant_that_is_none_is_refused(string deviceNow)
    {
        Assert.False(DeviceClock.Read(Request(deviceNow), new CityTime(Now, 1, "Asia/Shanghai")).Succeeded(out _, out var problem));
        Assert.Equal("invalid-device-now", problem!.Code);
    }

    [Fact]
    public void What_a_wrong_clock_stamped_is_moved_by_as_much_and_never_past_receipt()
    {
        Assert.Equal(Now.AddMinutes(-5), DeviceClock.Corrected(Now.AddMinutes(5), TimeSpan.FromMinutes(-10), Now));
        Assert.Equal(Now, DeviceClock.Corrected(Now.AddMinutes(-5), TimeSpan.FromMinutes(10), Now));
        Assert.Equal(DateTimeOffset.MinValue, DeviceClock.Corrected(DateTimeOffset.MinValue, TimeSpan.FromDays(-1), Now));
    }

    private static HttpRequest Request(string? deviceNow)
    {
        var context = new DefaultHttpContext();
        if (deviceNow is not null)
        {
            context.Request.Headers[DeviceClock.Header] = deviceNow;
        }

        return context.Request;
    }
}
