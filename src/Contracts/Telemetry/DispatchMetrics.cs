using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Dispatch.Contracts;

/// <summary>Every metric and trace source of the product, by name. Whoever records one takes it from here.</summary>
public static class DispatchMetrics
{
    /// <summary>The meter and the trace source.</summary>
    public const string Name = "Dispatch";

    private static readonly Meter Meter = new(Name);

    /// <summary>Spans of sweeps and flushes.</summary>
    public static ActivitySource Traces { get; } = new(Name);

    /// <summary>Steps committed.</summary>
    public static Counter<long> Commits { get; } =
        Meter.CreateCounter<long>("dispatch.commits", "{commit}", "Steps of cases, grids and communities judged by transactions that became durable, those left out as stale or repeated included");

    /// <summary>Steps that one transaction carried.</summary>
    public static Histogram<int> FlushSize { get; } =
        Meter.CreateHistogram<int>("dispatch.flush.size", "{commit}", "Steps in one transaction");

    /// <summary>Seconds that a transaction took.</summary>
    public static Histogram<double> FlushDuration { get; } =
        Meter.CreateHistogram<double>("dispatch.flush.duration", "s", "How long one transaction took");

    /// <summary>Commits turned away because the queue was full or the database away.</summary>
    public static Counter<long> CommitsTurnedAway { get; } =
        Meter.CreateCounter<long>("dispatch.commits.turned_away", "{commit}", "Commits refused at once: queue full or database away");

    /// <summary>Marks of clocks fired.</summary>
    public static Counter<long> Firings { get; } =
        Meter.CreateCounter<long>("dispatch.firings", "{firing}", "Marks of clocks fired and committed");

    /// <summary>Real seconds from due to committed.</summary>
    public static Histogram<double> Lateness { get; } =
        Meter.CreateHistogram<double>("dispatch.firing.lateness", "s", "Real time from a deadline's due instant to its commit");

    /// <summary>Calls to owners that failed and will be made again when the lease runs out.</summary>
    public static Counter<long> FiringsFailed { get; } =
        Meter.CreateCounter<long>("dispatch.firings.failed", "{call}", "Calls to owners of deadlines that failed");

    /// <summary>Times that the clock's source and the process's own count parted by more than is allowed.</summary>
    public static Counter<long> ClockSteps { get; } =
        Meter.CreateCounter<long>("dispatch.clock.steps", "{step}", "Steps of real time that stopped the sweeper");

    /// <summary>Commands refused; tag <c>code</c>.</summary>
    public static Counter<long> Refusals { get; } =
        Meter.CreateCounter<long>("dispatch.refusals", "{command}", "Commands refused, by code");

    /// <summary>Batches pushed from a street's feed to its followers.</summary>
    public static Counter<long> FeedPushes { get; } =
        Meter.CreateCounter<long>("dispatch.feed.pushes", "{batch}", "Batches pushed to followers of a street's feed");

    /// <summary>Streams that boards and phones hold open.</summary>
    public static UpDownCounter<long> Watchers { get; } =
        Meter.CreateUpDownCounter<long>("dispatch.watchers", "{stream}", "Streams that clients hold open");

    /// <summary>Watchers that fell off the ring and were given a fresh snapshot.</summary>
    public static Counter<long> WatcherGaps { get; } =
        Meter.CreateCounter<long>("dispatch.watchers.gaps", "{gap}", "Watchers that fell too far behind and got a fresh snapshot");
}
