using System.Collections.Immutable;
using Dispatch.Benchmarks.Running;
using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;
using Dispatch.Grains.Storage;
using Dispatch.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Dispatch.Benchmarks.Parts;

/// <summary>
/// A year of cases of the sample street from report to closing, as the decider makes them, each put into a store in one commit. One in
/// four is settled at the grid, one resolved by the community, one whistled to the street and worked on by officers, one left alone
/// until its community answers late.
/// </summary>
internal static class WholeStories
{
    private const int SideBySide = 512;

    private static readonly ImmutableArray<Grid> Grids = [.. Sample.Territory.Grids.Where(grid => !grid.IsUnlocated)];

    private static readonly (int Minute, Role Role, CaseCommand Command)[][] Stories =
    [
        [(10, Role.GridWorker, new Settle()), (90, Role.CommunityStaff, new Check(true))],
        [
            (10, Role.GridWorker, new PassUp("not mine to stop")), (20, Role.CommunityStaff, new Acknowledge()), (25, Role.CommunityStaff, new StartPreControl()),
            (60, Role.CommunityStaff, new Resolve()), (100, Role.GridWorker, new Check(true)),
        ],
        [
            (10, Role.GridWorker, new PassUp("several departments")), (15, Role.CommunityStaff, new Acknowledge()), (20, Role.CommunityStaff, new Whistle("needs the team")),
            (25, Role.Dispatcher, new Assign(["o.zhang", "o.li"])), (26, Role.Officer, new OfferAccept()), (45, Role.Officer, new Arrive()),
            (80, Role.Officer, new Resolve()), (150, Role.GridWorker, new Check(false)), (300, Role.Officer, new Resolve()), (400, Role.GridWorker, new Check(true)),
        ],
        [
            (75, Role.CommunityStaff, new Acknowledge()), (76, Role.CommunityStaff, new Comment("seen late")),
            (90, Role.Dispatcher, new Assign(["o.zhang", "o.li"])), (91, Role.Officer, new OfferAccept()), (120, Role.Officer, new Arrive()),
            (200, Role.Officer, new Resolve()), (260, Role.GridWorker, new Check(true)),
        ],
    ];

    /// <summary>Commits them, the first at <paramref name="start"/> and the last within a year; returns how many events they have.</summary>
    public static Task<long> FillAsync(StoreSite site, int count, DateTimeOffset start, CancellationToken cancellation) =>
        FillAsync(site, count, start, TimeSpan.FromDays(365), cancellation);

    /// <summary>The same, the last within another span.</summary>
    public static async Task<long> FillAsync(StoreSite site, int count, DateTimeOffset start, TimeSpan span, CancellationToken cancellation)
    {
        var (began, events) = (TimeProvider.System.GetTimestamp(), 0L);
        await using var services = site.Open();
        var (pack, store) = (Sample.Xiashi, services.GetRequiredService<IDispatchStore>());
        await Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellation },
            async (index, stop) =>
            {
                var commit = Story(index, start + (span * ((double)index / count)), pack);
                Interlocked.Add(ref events, commit.Events.Count);
                await store.CommitAsync(commit, stop);
            });
        Session.Note($"  {count:N0} stories of {events:N0} events prepared in {TimeProvider.System.GetElapsedTime(began).TotalSeconds:F1} s.");
        return events;
    }

    private static Commit Story(int index, DateTimeOffset at, PolicyPack pack)
    {
        at = at.CutToMilliseconds();
        var grid = Grids[index % Grids.Length];
        var place = new CasePlace { StreetId = "xiashi", CommunityId = grid.CommunityId, GridId = grid.Id, PlaceName = "华语钱塘 7幢" };
        var report = Envelope(Role.GridWorker, new Report { CaseId = PreparedCases.Id(index), Type = "DEC-03", Place = place, Description = "Wall opened." }, at);
        var (happened, @case) = ((Decision)CaseDecider.Decide(null, 0, report, at, pack, Known.Nothing)) is var opened ? (opened.Events, opened.Case) : default;
        foreach (var (minute, role, command) in Stories[index % Stories.Length])
        {
            var now = at.AddMinutes(minute);
            while (CaseFiring.Deadlines(@case, pack).MinBy(row => row.DueAt) is { } due && due.DueAt < now)
            {
                Take(CaseFiring.Fire(@case, due.DueAt.AddMilliseconds(1), pack, Known.Nothing));
            }

            if (CaseDecider.Decide(@case, 1, Envelope(role, command, now), now, pack, Known.Nothing with { Officers = ["o.zhang", "o.li"] }) is Decision decision)
            {
                Take(decision);
            }
        }

        return CaseCommit.Of(Scope.Case(PreparedCases.Id(index)), null, new Decision(happened, @case), 0, "", pack, report);

        void Take(Decision next) => (happened, @case) = ([.. happened, .. next.Events], next.Case);
    }

    private static CommandEnvelope Envelope(Role role, CaseCommand command, DateTimeOffset at) => new()
    {
        Command = command,
        Actor = new Actor(role == Role.Officer ? "o.zhang" : role.ToString(), role, Scope.Street("xiashi")),
        Key = command.Name,
        BodyHash = command.Name,
        ReceivedAt = at,
    };
}
