using System.Threading.RateLimiting;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Problems;
using Microsoft.Extensions.Options;

namespace Dispatch.Hub.Evidence;

/// <summary>
/// How many photos are in memory at once, of which how many as pixels. A photo held takes up to 10 MB; one decoded up to 300 MB and
/// 5 s (a PNG of 50 megapixels; a JPEG is read at the size needed, and one of more than 100 scans not at all).
/// </summary>
internal sealed class PhotoBounds(IOptions<LimitOptions> limits) : IDisposable
{
    private const int Waiting = 256;

    private static readonly Problem Busy = new(StatusCodes.Status503ServiceUnavailable, "busy",
        "More photos are on their way than this server holds at once; try again in 5 s.")
    {
        RetryAfterSeconds = 5,
    };

    private readonly ConcurrencyLimiter _held = Limiter(limits.Value.PhotosHeld, Waiting);

    // Whoever decodes holds a photo, so no more than these wait.
    private readonly ConcurrencyLimiter _decoded = Limiter(limits.Value.PhotosDecoded, limits.Value.PhotosHeld);

    /// <summary>Does something for which a photo is in memory; <c>busy</c> when too many wait for that already.</summary>
    public async Task<IResult> HoldAsync(Func<Task<IResult>> work, CancellationToken cancellation)
    {
        using var lease = await _held.AcquireAsync(1, cancellation);
        return lease.IsAcquired ? await work() : Busy;
    }

    /// <summary>Does something with the pixels of a photo that is held, on a thread of its own.</summary>
    public async Task<T> DecodeAsync<T>(Func<T> work, CancellationToken cancellation)
    {
        using var lease = await _decoded.AcquireAsync(1, cancellation);
        return lease.IsAcquired
            ? await Task.Run(work, cancellation)
            : throw new InvalidOperationException("More photos are decoded than held.");
    }

    public void Dispose()
    {
        _held.Dispose();
        _decoded.Dispose();
    }

    private static ConcurrencyLimiter Limiter(int permits, int waiting) => new(new ConcurrencyLimiterOptions
    {
        PermitLimit = permits,
        QueueLimit = waiting,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });
}
