using System.Collections.Immutable;
using System.Globalization;
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
/// The open cases of a full board, spread over the sample street's types and grids and over what a case goes through, as the decider
/// makes them; whatever was due before <see cref="Now"/> has fired. About a tenth is late.
/// </summary>
internal static class OpenCases
{
    private const int SideBySide = 512;

    /// <summary>City time at which the cases stand as they do: a Tuesday morning in working time.</summary>
    public static readonly DateTimeOffset Now = new(2026, 3, 10, 11, 0, 0, TimeSpan.FromHours(8));

    private static readonly ImmutableArray<Grid> Grids = [.. Sample.Territory.Grids.Where(grid => !grid.IsUnlocated)];
    private static readonly ImmutableArray<string> Types = [.. Sample.Xiashi.Types.Keys.Order(StringComparer.Ordinal)];
    private static readonly ImmutableHashSet<string> Officers = ["officer-1", "officer-2"];

    private static readonly Step PassUp = new(4, Role.GridWorker, new PassUp("Not to be stopped by the grid."));
    private static readonly Step Acknowledge = new(8, Role.CommunityStaff, new Acknowledge());
    private static readonly Step PreControl = new(9, Role.CommunityStaff, new StartPreControl());
    private static readonly Step Whistle = new(12, Role.CommunityStaff, new Whistle("The team is needed."));
    private static readonly Step Assign = new(14, Role.Dispatcher, new Assign([.. Officers]));
    private static readonly Step Accept = new(15, Role.Officer, new OfferAccept());
    private static readonly Step Arrive = new(25, Role.Officer, new Arrive());
    private static readonly Step Resolve = new(40, Role.Officer, new Resolve());

    /// <summary>How many of twenty cases stand where, and how many minutes before <see cref="Now"/> the youngest and oldest were reported.</summary>
    private static readonly (int Share, int Youngest, int Oldest, Step[] Steps)[] Courses =
    [
        (5, 1, 29, []),
        (3, 5, 18, [PassUp]),
        (2, 12, 60, [PassUp, Acknowledge, PreControl]),
        (1, 13, 18, [PassUp, Acknowledge, Whistle]),
        (1, 20, 60, [PassUp, Acknowledge, Whistle]),
        (1, 16, 30, [PassUp, Acknowledge, Whistle, Assign, Accept]),
        (5, 26, 140, [PassUp, Acknowledge, Whistle, Assign, Accept, Arrive]),
        (2, 41, 140, [PassUp, Acknowledge, Whistle, Assign, Accept, Arrive, Resolve]),
    ];

    /// <summary>The id of the case with this number.</summary>
    public static string Id(int index) => string.Create(CultureInfo.InvariantCulture, $"open-{index:D6}");

    /// <summary>Puts so many into an empty store.</summary>
    public static async Task FillAsync(StoreSite site, int count, CancellationToken cancellation)
    {
        var began = TimeProvider.System.GetTimestamp();
        await using var services = site.Open();
        var store = services.GetRequiredService<IDispatchStore>();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellation },
            async (index, stop) => await store.CommitAsync(Opened(index, Sample.Xiashi), stop));
        Session.Note($"  {count:N0} open cases prepared in {TimeProvider.System.GetElapsedTime(began).TotalSeconds:F1} s.");
    }

    private static Commit Opened(int index, PolicyPack pack)
    {
        var course = Courses[CourseOf(index % Courses.Sum(one => one.Share))];
        // A prime step through the span: neighbours in the store are not neighbours in time.
        var spanMs = (course.Oldest - course.Youngest) * 60_000L;
        var at = Now.AddMinutes(-course.Youngest).AddMilliseconds(-(index * 7_919L * 1_000 % spanMs));
        var report = Envelope(Role.GridWorker, ReportOf(index), at);
        var opened = (Decision)CaseDecider.Decide(null, 0, report, at, pack, Known.Nothing);
        var (happened, @case) = (opened.Events, opened.Case);
        foreach (var step in course.Steps)
        {
            var now = at.AddMinutes(step.Minute);
            FireUntil(now);
            if (CaseDecider.Decide(@case, 1, Envelope(step.Role, step.Command, now), now, pack, Known.Nothing with { Officers = Officers }) is Decision { Case.Status: var status } decision
                && status.IsOpen())
            {
                Take(decision);
            }
        }

        FireUntil(Now);
        return CaseCommit.Of(Scope.Case(Id(index)), null, new Decision(happened, @case), 0, "", pack, report);

        void FireUntil(DateTimeOffset now)
        {
            while (CaseFiring.Deadlines(@case, pack).MinBy(row => row.DueAt) is { } due && due.DueAt < now)
            {
                Take(CaseFiring.Fire(@case, due.DueAt.AddMilliseconds(1), pack, Known.Nothing));
            }
        }

        void Take(Decision next) => (happened, @case) = ([.. happened, .. next.Events], next.Case);
    }

    private static int CourseOf(int turn)
    {
        var course = 0;
        while (turn >= Courses[course].Share)
        {
            turn -= Courses[course++].Share;
        }

        return course;
    }

    private static Report ReportOf(int index)
    {
        var grid = Grids[index * 7 % Grids.Length];
        var place = new CasePlace
        {
            StreetId = Sample.Territory.FindCommunity(grid.CommunityId)!.StreetId,
            CommunityId = grid.CommunityId,
            GridId = grid.Id,
            Lat = 30.52 + (index % 1_000 * 0.00001),
            Lon = 120.68 + (index % 997 * 0.00001),
            PlaceName = string.Create(CultureInfo.InvariantCulture, $"华语钱塘 {1 + (index % 40)}幢"),
        };
        return new Report
        {
            CaseId = Id(index),
            Type = Types[index % Types.Length],
            Place = place,
            Description = "The owner is having a wall opened; two workers with a cutter, rubble on the landing, no filing shown.",
            Address = $"华语钱塘 {1 + (index % 40)}幢{1 + (index % 3)}单元{1 + (index % 28)}01",
        };
    }

    private static CommandEnvelope Envelope(Role role, CaseCommand command, DateTimeOffset at) => new()
    {
        Command = command,
        Actor = new Actor(role == Role.Officer ? "officer-1" : role.ToString(), role, Scope.Street("xiashi")),
        Key = command.Name,
        BodyHash = command.Name,
        ReceivedAt = at.CutToMilliseconds(),
    };

    private sealed record Step(int Minute, Role Role, CaseCommand Command);
}
