using System.Collections.Immutable;
using System.Globalization;
using Dispatch.Benchmarks.Running;
using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;
using Dispatch.Grains.Storage;
using Dispatch.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Dispatch.Benchmarks.Parts;

/// <summary>
/// Cases of the sample street as the decider makes them, put into a store through its own commit: a grid worker's DEC-03 report,
/// described in a paragraph, whose grid clock of half an hour is running.
/// </summary>
internal static class PreparedCases
{
    private const int SideBySide = 512;

    private const string Description =
        "The owner is having a wall between living room and bay window opened; two workers with a cutter, rubble on the landing, no filing "
        + "shown. The property manager was called and is on the way. The load-bearing wall beside it has not been touched so far.";

    private static readonly ImmutableArray<Grid> Grids = [.. Sample.Territory.Grids.Where(grid => !grid.IsUnlocated)];

    /// <summary>How long such a case's first clock runs.</summary>
    public static readonly TimeSpan FirstClock = TimeSpan.FromMinutes(30);

    /// <summary>The id of the case with this number.</summary>
    public static string Id(int index) => string.Create(CultureInfo.InvariantCulture, $"bench-{index:D6}");

    /// <summary>Commits them all; reported at instants that <paramref name="reportedAt"/> gives.</summary>
    /// <param name="site">The store.</param>
    /// <param name="count">How many.</param>
    /// <param name="reportedAt">When each is reported; inside working time.</param>
    /// <param name="warned">Whether the warnings before the expiry have fired, so that the expiry is what is due next.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task FillAsync(
        StoreSite site, int count, Func<int, DateTimeOffset> reportedAt, bool warned, CancellationToken cancellation)
    {
        var began = TimeProvider.System.GetTimestamp();
        await using var services = site.Open();
        var pack = Sample.Xiashi;
        var store = services.GetRequiredService<IDispatchStore>();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellation },
            async (index, stop) => await store.CommitAsync(Opened(index, reportedAt(index), pack, warned), stop));
        Session.Note($"  {count:N0} cases prepared in {TimeProvider.System.GetElapsedTime(began).TotalSeconds:F1} s.");
    }

    private static Commit Opened(int index, DateTimeOffset at, PolicyPack pack, bool warned)
    {
        var grid = Grids[index % Grids.Length];
        var place = new CasePlace
        {
            StreetId = Sample.Territory.FindCommunity(grid.CommunityId)!.StreetId,
            CommunityId = grid.CommunityId,
            GridId = grid.Id,
            Lat = 30.52 + (index % 1_000 * 0.00001),
            Lon = 120.68 + (index % 997 * 0.00001),
            PlaceName = "华语钱塘 7幢",
        };
        var envelope = new CommandEnvelope
        {
            Command = new Report { CaseId = Id(index), Type = "DEC-03", Place = place, Description = Description, Address = "华语钱塘 7幢2单元2001" },
            Actor = new Actor($"grid-{grid.Id}", Role.GridWorker, grid.Scope),
            Key = Id(index),
            BodyHash = "report",
            ReceivedAt = at,
        };
        var decision = (Decision)CaseDecider.Decide(null, 0, envelope, at, pack, Known.Nothing);
        while (warned && CaseFiring.Deadlines(decision.Case, pack) is [{ Mark: < 100 } next])
        {
            var fired = CaseFiring.Fire(decision.Case, next.DueAt.AddMilliseconds(1), pack, Known.Nothing);
            decision = new Decision([.. decision.Events, .. fired.Events], fired.Case);
        }

        return CaseCommit.Of(Scope.Case(Id(index)), null, decision, 0, "", pack, envelope);
    }
}
