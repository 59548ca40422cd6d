namespace Dispatch.Benchmarks.Commits;

/// <summary>256 callers, each of which waits for its answer before it calls again, over its own grains in turn.</summary>
internal sealed class Callers(int callers, int grainsEach)
{
    /// <summary>Grains called.</summary>
    public int Grains => callers * grainsEach;

    /// <summary>Calls for a while; answers given in a second.</summary>
    /// <param name="call">Calls the grain of this number, from 0 to <see cref="Grains"/>.</param>
    /// <param name="length">For how long.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<double> RateAsync(Func<int, Task> call, TimeSpan length, CancellationToken cancellation)
    {
        var began = TimeProvider.System.GetTimestamp();
        var answered = await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(() => CallAsync(caller), cancellation)));
        return answered.Sum() / TimeProvider.System.GetElapsedTime(began).TotalSeconds;

        async Task<long> CallAsync(int caller)
        {
            var count = 0L;
            for (; TimeProvider.System.GetElapsedTime(began) < length; count++)
            {
                cancellation.ThrowIfCancellationRequested();
                await call((caller * grainsEach) + (int)(count % grainsEach));
            }

            return count;
        }
    }
}
