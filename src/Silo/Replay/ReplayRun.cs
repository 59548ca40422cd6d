using Dispatch.Grains.Requests;

namespace Dispatch.Silo.Replay;

/// <summary>
/// Lets a plan happen through the real grains: reports and closings as commands of the machine, and each deadline by a firing at
/// its own instant. Nothing else may fire deadlines meanwhile.
/// </summary>
/// <param name="grains">The grains.</param>
/// <param name="plan">What happens.</param>
/// <param name="real">Real time, by which a paced replay waits.</param>
public sealed class ReplayRun(IGrainFactory grains, ReplayPlan plan, TimeProvider real)
{
    /// <summary>Cases under way side by side: enough to fill the store's flushes.</summary>
    private const int SideBySide = 512;

    /// <summary>The longest wait at once, so that a far virtual instant at a low speed does not overflow a timer.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private int _finished;

    /// <summary>How many cases have had their last event.</summary>
    public int Finished => Volatile.Read(ref _finished);

    /// <summary>Replays without waiting for virtual time: the events of each case in virtual order, cases side by side.</summary>
    /// <exception cref="ReplayFaultException">A case refused what the plan gave it.</exception>
    public Task AtMaxAsync(CancellationToken cancellation) => Parallel.ForEachAsync(
        plan.Cases,
        new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellation },
        async (planned, stop) =>
        {
            var replayed = new ReplayedCase(grains, planned, plan.End);
            while (replayed.NextAt is not null)
            {
                stop.ThrowIfCancellationRequested();
                await replayed.StepAsync();
            }

            Interlocked.Increment(ref _finished);
        });

    /// <summary>Replays so that virtual time runs at a multiple of real time, the events of all cases in virtual order.</summary>
    /// <param name="speed">Virtual seconds in a real one, above zero.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ReplayFaultException">A case refused what the plan gave it.</exception>
    public async Task PacedAsync(double speed, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(speed);
        var began = real.GetTimestamp();
        var due = new PriorityQueue<ReplayedCase, DateTimeOffset>(
            plan.Cases.Select(planned => (new ReplayedCase(grains, planned, plan.End), planned.ReportedAt)));
        var together = new List<ReplayedCase>(SideBySide);
        while (due.TryPeek(out _, out var at))
        {
            await WaitAsync(at, began, speed, cancellation);
            while (together.Count < SideBySide && due.TryPeek(out var next, out var nextAt) && nextAt == at)
            {
                due.Dequeue();
                together.Add(next);
            }

            await Task.WhenAll(together.Select(replayed => replayed.StepAsync()));
            foreach (var replayed in together)
            {
                if (replayed.NextAt is { } nextAt)
                {
                    due.Enqueue(replayed, nextAt);
                }
                else
                {
                    Interlocked.Increment(ref _finished);
                }
            }

            together.Clear();
        }
    }

    private async Task WaitAsync(DateTimeOffset at, long began, double speed, CancellationToken cancellation)
    {
        while ((at - plan.Start) / speed - real.GetElapsedTime(began) is { Ticks: > 0 } left)
        {
            await Task.Delay(left < LongestWait ? left : LongestWait, real, cancellation);
        }
    }
}
