using Dispatch.Contracts;
using Dispatch.Silo.Evidence;
using Dispatch.Silo.Storage;
using Dispatch.Silo.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Dispatch.Silo.Tests.Evidence;

public sealed class EvidenceTrimmingTests : ICityClock
{
    public DateTimeOffset Now { get; } = new(2026, 9, 30, 0, 0, 0, TimeSpan.Zero);

    public CityTime Time => new(Now, 1, "Asia/Shanghai");

    [Fact(Timeout = 30_000)]
    public async Task An_unused_photo_goes_after_seven_days_of_city_time()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var site = new SqliteSite();
        await using var store = site.Open();
        var (old, young) = (Photo.Of(1), Photo.Of(2));
        await old.UploadAsync(store.Evidence, "o.li", Now.AddDays(-7).AddMilliseconds(-1), cancellation);
        await young.UploadAsync(store.Evidence, "o.li", Now.AddDays(-7), cancellation);
        var real = new FakeTimeProvider();
        using var trimming = new EvidenceTrimming(store.Evidence, this, real, NullLogger<EvidenceTrimming>.Instance);
        await trimming.StartAsync(cancellation);

        while (await store.Evidence.FindAsync(old.Id, null, cancellation) is not null)
        {
            real.Advance(HourlyTrimming.Interval);
            await Task.Yield();
        }

        await trimming.StopAsync(cancellation);
        Assert.NotNull(await store.Evidence.FindAsync(young.Id, null, cancellation));
    }
}
