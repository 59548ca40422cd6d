using System.Collections.Concurrent;

namespace Dispatch.Simulator;

/// <summary>Carries a simulation's acts through a door and counts what became of them.</summary>
public sealed class CityRun(Simulation simulation, ICityDoor door)
{
    private static readonly TimeSpan TryAgain = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<string, long> _refused = new(StringComparer.Ordinal);
    private long _done;

    /// <summary>Acts carried out, looks not counted.</summary>
    public long Done => Interlocked.Read(ref _done);

    /// <summary>Refusals by their code: somebody was quicker, a clock ran out, a handler would have checked their own work.</summary>
    public IReadOnlyDictionary<string, long> Refused => _refused;

    /// <summary>Told of each act with its answer, in order; for whoever wants to see the city live.</summary>
    public event Action<CityAct, DoorAnswer>? Acted;

    /// <summary>Takes over what an earlier run left open.</summary>
    /// <exception cref="CityUnreachableException">Nobody answered.</exception>
    public async Task AdoptAsync(string streetId, int limit, DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var id in await door.OpenCasesAsync(streetId, limit, cancellation))
        {
            simulation.Adopt(id, now);
        }
    }

    /// <summary>Carries out everything that is due by an instant.</summary>
    /// <exception cref="CityUnreachableException">Nobody answered; the act is planned again and nothing is lost.</exception>
    public async Task RunDueAsync(Func<DateTimeOffset> now, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested && simulation.Take(now()) is { } act)
        {
            var at = now();
            try
            {
                var answer = await CarryOutAsync(act, at, cancellation);
                Count(act, answer);
                simulation.Learn(act, answer, at);
                Acted?.Invoke(act, answer);
            }
            catch (CityUnreachableException)
            {
                simulation.Postpone(act, at + TryAgain);
                throw;
            }
        }
    }

    private async Task<DoorAnswer> CarryOutAsync(CityAct act, DateTimeOffset at, CancellationToken cancellation) => act switch
    {
        FileReport report => await door.ReportAsync(report.Report, act.By, act.Key, at, cancellation),
        GiveCommand given => await door.CommandAsync(given.CaseId, given.Command, act.By, act.Key, at, cancellation),
        LookAtCase look => new DoorAnswer(await door.LookAsync(look.CaseId, act.By, cancellation)),
        WalkPatrol walk => await door.PatrolAsync(walk.GridId, act.By, act.Key, at, cancellation),
        ShowConsole console => await door.ConsoleSeenAsync(console.CommunityId, act.By, act.Key, at, cancellation),
        _ => throw new ArgumentException($"There is no way to carry out {act}.", nameof(act)),
    };

    private void Count(CityAct act, DoorAnswer answer)
    {
        if (answer.Refused is { } code)
        {
            _refused.AddOrUpdate(code, 1, (_, count) => count + 1);
        }
        else if (act is not LookAtCase)
        {
            Interlocked.Increment(ref _done);
        }
    }
}
