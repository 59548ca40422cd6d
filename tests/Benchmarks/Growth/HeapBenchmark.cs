using Dispatch.Benchmarks.Parts;
using Dispatch.Benchmarks.Running;
using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Dispatch.Benchmarks.Growth;

/// <summary>What an active case grain costs beyond its state: everything alive after activation, less what the same states take by themselves.</summary>
internal sealed class HeapBenchmark : IBenchmark
{
    private const int Cases = 20_000;
    private const int WarmUp = 500;

    private static readonly DateTimeOffset Reported = new(2026, 3, 10, 9, 0, 0, TimeSpan.FromHours(8));

    public string Name => "heap";

    public string Summary => "heap per active case grain beyond its own state's bytes, 20,000 grains, SQLite";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Extent extent, CancellationToken cancellation)
    {
        await using var site = StoreSite.Sqlite();
        var count = extent.Of(Cases);
        await PreparedCases.FillAsync(site, count + WarmUp, index => Reported.AddMilliseconds(index % 1000), warned: false, cancellation);
        await using var silo = await RunningSilo.StartAsync(
            site, cancellation, "--Demo:Enabled=true", "--Clock:Speed=1", "--Clock:Start=2026-03-10T09:00:02+08:00");
        await ActivateAsync(silo.Grains, count, WarmUp, cancellation);
        var before = ManagedHeap.Alive();
        await ActivateAsync(silo.Grains, 0, count, cancellation);
        var perGrain = (ManagedHeap.Alive() - before) / (double)count;
        var perState = await StateAsync(silo, count, cancellation);
        return
        [
            Figure.AtMost("heap per active case grain beyond its own state's bytes, KB", (perGrain - perState) / 1024, "F2", 4, 3),
            Figure.Beside("heap per active case grain, all of it, KB", perGrain / 1024, "F2"),
            Figure.Beside("of which its state (a case by itself, read from the same snapshot), KB", perState / 1024, "F2"),
        ];
    }

    private static Task ActivateAsync(IGrainFactory grains, int from, int count, CancellationToken cancellation) => Parallel.ForEachAsync(
        Enumerable.Range(from, count),
        new ParallelOptions { MaxDegreeOfParallelism = 64, CancellationToken = cancellation },
        async (index, _) =>
        {
            var view = await grains.GetGrain<ICaseGrain>(Scope.Case(PreparedCases.Id(index)).ToString()).View();
            ArgumentNullException.ThrowIfNull(view);
        });

    private static async Task<double> StateAsync(RunningSilo silo, int count, CancellationToken cancellation)
    {
        var store = silo.Services.GetRequiredService<IDispatchStore>();
        var snapshots = new string[count];
        for (var index = 0; index < count; index++)
        {
            snapshots[index] = (await store.LoadAsync(Scope.Case(PreparedCases.Id(index)), cancellation))!.Snapshot;
        }

        var states = new Case[count];
        var before = ManagedHeap.Alive();
        for (var index = 0; index < count; index++)
        {
            states[index] = CaseJson.Case(snapshots[index]);
        }

        var after = ManagedHeap.Alive();
        GC.KeepAlive(snapshots);
        GC.KeepAlive(states);
        return (after - before) / (double)count;
    }
}
