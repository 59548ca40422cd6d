using Dispatch.Grains.Storage;
using Microsoft.Extensions.Time.Testing;

namespace Dispatch.Silo.Tests.Clock;

/// <summary>A store's clock side in memory. Its real time is the fake's plus <see cref="Off"/>, as a database's clock that was moved.</summary>
internal sealed class FakeClockStore(FakeTimeProvider real) : IClockReads
{
    public TimeSpan Off { get; set; }

    public bool Away { get; set; }

    public ClockAnchor? Anchor { get; set; }

    public DateTimeOffset? LastEventAt { get; set; }

    public ValueTask<ClockAnchor?> AnchorAsync(CancellationToken cancellation = default) => ValueTask.FromResult(Anchor);

    public ValueTask SetAnchorAsync(ClockAnchor anchor, CancellationToken cancellation = default)
    {
        Anchor = anchor;
        return ValueTask.CompletedTask;
    }

    public ValueTask<DateTimeOffset?> LastEventAtAsync(CancellationToken cancellation = default) => ValueTask.FromResult(LastEventAt);

    public ValueTask<DateTimeOffset> RealNowAsync(CancellationToken cancellation = default) =>
        Away ? throw new IOException("away") : ValueTask.FromResult(real.GetUtcNow() + Off);
}
