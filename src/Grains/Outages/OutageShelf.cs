using System.Collections.Immutable;
using Dispatch.Contracts;

namespace Dispatch.Grains.Outages;

/// <summary>
/// The ledger as this silo knows it: what a firing is judged by, without waiting for anything. Whoever leaves the service's sign of life
/// keeps it right. Used by any number of threads.
/// </summary>
public sealed class OutageShelf
{
    private ImmutableArray<Outage> _outages = [];

    /// <summary>Those that may concern a deadline which fires now, in the order in which they were recorded.</summary>
    public ImmutableArray<Outage> Outages => ImmutableInterlocked.InterlockedCompareExchange(ref _outages, default, default);

    /// <summary>One more was recorded: this silo knows it at once, others when they read the ledger again.</summary>
    public void Add(Outage outage) =>
        ImmutableInterlocked.Update(ref _outages, static (known, more) => known.Any(one => one.Id == more.Id) ? known : known.Add(more), outage);

    /// <summary>Takes what the store has.</summary>
    public void Fill(IEnumerable<Outage> outages) => ImmutableInterlocked.InterlockedExchange(ref _outages, [.. outages.OrderBy(outage => outage.Id)]);
}
