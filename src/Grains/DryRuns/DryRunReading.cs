using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Forecasts;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Storage;

namespace Dispatch.Grains.DryRuns;

/// <summary>Runs the cases of a period from the stored events, a page at a time. The store is only read.</summary>
/// <param name="reads">The events.</param>
/// <param name="policies">The packs that cases were opened under.</param>
/// <param name="changed">The changed pack.</param>
/// <param name="staffing">Who was where.</param>
public sealed class DryRunReading(IFigureReads reads, IPolicyShelf policies, PolicyPack changed, StaffingAhead staffing)
{
    private const int CasesAtOnce = 500;

    /// <summary>How many cases are run at the same time: as many as the machine has processors, unless others need it.</summary>
    public int AtOnce { get; init; } = Environment.ProcessorCount;

    /// <summary>The report over the cases of some places.</summary>
    /// <param name="places">Streets, each with the community whose cases alone count; null for all of the street.</param>
    /// <param name="from">Cases opened from here on.</param>
    /// <param name="to">Cases opened before; virtual time ends there. At most <see cref="FigureQuery.LongestDays"/> days later.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<DryRunReport> RunAsync(
        IEnumerable<(string StreetId, Scope? Community)> places, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation = default)
    {
        var tally = new DryRunTally(from, to);
        foreach (var (street, community) in places)
        {
            var told = await reads.HistoriesAsync([$"{Scope.Surges(street)}"], to, cancellation);
            var surges = RecordedSurges.Of(told is [var history] ? history.Events : [], from);
            OpenedMark? after = null;
            IReadOnlyList<OpenedCase> page;
            do
            {
                page = await reads.OpenedAsync(new OpenedQuery(street, community, from, to, after, CasesAtOnce), cancellation);
                var histories = await reads.HistoriesAsync([.. page.Select(opened => opened.Mark.OwnerId)], to, cancellation);
                var numbers = page.ToDictionary(opened => opened.Mark.OwnerId, opened => opened.Number, StringComparer.Ordinal);
                foreach (var pair in histories.AsParallel().WithDegreeOfParallelism(AtOnce).WithCancellation(cancellation)
                    .Where(one => Counts(one, community)).Select(one => Pair(one, numbers[one.OwnerId], surges, to)))
                {
                    tally.Add(pair);
                }

                after = page.Count == 0 ? null : page[^1].Mark;
            }
            while (page.Count == CasesAtOnce);
        }

        return tally.Report();
    }

    private DryRunPair Pair(CaseHistory history, string number, IReadOnlyList<SurgeOrder> surges, DateTimeOffset to)
    {
        var reported = (Reported)CaseJson.Happened(history.Events[0].Event).Event;
        var (commands, notRead) = RecordedCommands.Of(history.Events);
        var pack = policies.Find(reported.PolicyId, reported.PolicyVersion);
        return new DryRunPair(
            reported.CaseId,
            number,
            reported.Type,
            history.Events.Count(Missed),
            notRead,
            $"{pack.Id} {pack.Version}",
            new DryRun(pack, staffing, to, surges).Of(commands),
            $"{changed.Id} {changed.Version}",
            new DryRun(changed, staffing, to, surges).Of(commands));
    }

    /// <summary>A drill counts nowhere, and a case where it was opened.</summary>
    private static bool Counts(CaseHistory history, Scope? community) =>
        CaseJson.Happened(history.Events[0].Event).Event is Reported { Drill: false } reported
        && (community is null || community == Scope.Community(reported.Place.CommunityId));

    private static bool Missed(StoredEvent stored) =>
        stored.Event.Name == nameof(DeadlineMissed) && SideClocks.IsPromise(((DeadlineMissed)CaseJson.Happened(stored.Event).Event).Clock);
}
