using Dispatch.Benchmarks.Parts;
using Dispatch.Benchmarks.Running;
using Dispatch.Contracts;

namespace Dispatch.Benchmarks.Commits;

/// <summary>Full commits through grains against the same grain on Orleans' AdoNet storage, and what the product's own case grain reaches.</summary>
internal sealed class CommitBenchmark : IBenchmark
{
    private const int Rounds = 3;

    public string Name => "commit";

    public string Summary => "full commits a second through grains, PostgreSQL, 256 callers, against AdoNet grain storage in turns";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Extent extent, CancellationToken cancellation)
    {
        await using var site = await StoreSite.PostgresAsync(cancellation);
        var callers = new Callers(256, grainsEach: 16);
        await PreparedCases.FillAsync(site, callers.Grains, _ => Steps.Reported, warned: false, cancellation);
        await using var silo = await RunningSilo.StartAsync(site, cancellation, "--Demo:Enabled=true", "--Clock:Speed=1", Steps.ClockStart);
        var steps = new Steps(silo.Grains);
        var processor = new ProcessorMeter(site.ServerProcess);
        var rates = await Interleaved.RunAsync(
            [
                processor.Costed("full commit", (length, stop) => callers.RateAsync(steps.Dispatch, length, stop)),
                processor.Costed("AdoNet, state only", (length, stop) => callers.RateAsync(steps.AdoNet, length, stop)),
                processor.Costed("case grain, set-priority", (length, stop) => callers.RateAsync(steps.SetPriority, length, stop)),
            ],
            Rounds,
            extent.Stretch(6),
            cancellation);
        return
        [
            Figure.AtLeast("full commits through grains, times AdoNet grain storage", Interleaved.Ratio(rates[0], rates[1]), "0.00", 2.5, 5),
            Figure.Beside("full commits a second (1 KB snapshot, two events, deadline, feed entry)", Samples.Median(rates[0]), "N0"),
            Figure.Beside("AdoNet grain storage, writes of 1 KB a second", Samples.Median(rates[1]), "N0"),
            Figure.Beside("the product's case grain, set-priority a second", Samples.Median(rates[2]), "N0"),
            .. processor.Rows(),
        ];
    }
}

/// <summary>The calls that are compared.</summary>
internal sealed class Steps(IGrainFactory grains)
{
    /// <summary>When prepared cases were reported: a working morning.</summary>
    public static readonly DateTimeOffset Reported = new(2026, 3, 10, 9, 0, 0, TimeSpan.FromHours(8));

    /// <summary>City time at start, just after; nothing is due while it is measured.</summary>
    public const string ClockStart = "--Clock:Start=2026-03-10T09:00:01+08:00";

    private static readonly Actor Dispatcher = new("dispatcher-1", Role.Dispatcher, Scope.Street("xiashi"));

    private long _keys;

    public Task Dispatch(int index) => grains.GetGrain<IDispatchStepGrain>($"step-{index}").Step();

    public Task AdoNet(int index) => grains.GetGrain<IAdoNetStepGrain>($"step-{index}").Step();

    public async Task SetPriority(int index)
    {
        var key = Interlocked.Increment(ref _keys);
        var answer = await grains.GetGrain<ICaseGrain>(Scope.Case(PreparedCases.Id(index)).ToString()).Execute(new CommandEnvelope
        {
            Command = new SetPriority(key % 2 == 0 ? Priority.High : Priority.Normal, "benchmark"),
            Actor = Dispatcher,
            Key = $"key-{key}",
            BodyHash = "priority",
            ReceivedAt = Reported,
        });
        if (answer.Refusal is { } refusal)
        {
            throw new InvalidOperationException($"set-priority was refused: {refusal.Code}");
        }
    }
}
