namespace Dispatch.Grains.Feeds;

/// <summary>One read at a time: whoever asks while it is under way gets its answer, so that a crowd costs one query.</summary>
/// <param name="read">The read. It fails for everybody who joined it, and the next caller starts afresh.</param>
/// <typeparam name="T">What it answers.</typeparam>
/// <remarks>For callers that take turns, as those of a grain do; it takes no lock.</remarks>
public sealed class JoinedRead<T>(Func<Task<T>> read)
{
    private Task<T>? _underWay;

    /// <summary>Starts the read or joins the one under way.</summary>
    public Task<T> Join() => _underWay is { IsCompleted: false } ? _underWay : _underWay = read();
}
