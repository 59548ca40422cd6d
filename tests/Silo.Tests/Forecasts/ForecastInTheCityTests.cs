using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Storage;
using Dispatch.Silo.Tests.Hosting;
using Dispatch.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Dispatch.Silo.Tests.Forecasts;

/// <summary>Real grains on a real store; time is that of the commands and firings, far ahead of a clock that hardly moves.</summary>
public sealed class ForecastInTheCityTests : IAsyncDisposable
{
    private static readonly DateTimeOffset From = new(2026, 9, 4, 16, 0, 0, TimeSpan.FromHours(8));
    private static readonly DateTimeOffset Until = From.AddDays(5);
    private static readonly string[] Types = [.. Sample.Xiashi.Types.Keys.Order(StringComparer.Ordinal)];
    private static readonly string[] Grids = [.. Sample.Territory.Grids.Where(grid => !grid.IsUnlocated).Select(grid => grid.Id)];
    private readonly EmbeddedCity _city = new();

    public ValueTask DisposeAsync() => _city.DisposeAsync();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_foretold_is_what_the_store_holds_when_nobody_has_acted(bool offers)
    {
        var host = await _city.StartAsync(
            Stop, "--Clock:Start=2026-09-01T00:00:00+08:00", "--Clock:Speed=1", $"--Policy:Path={(offers ? Repository.PathOf("samples", "xiashi") : ByHandPack.Folder)}");
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        await ChangeStaffingAsync(grains);
        var ids = Enumerable.Range(0, 120).Select(i => $"case-{i:D3}").ToList();
        await Task.WhenAll(ids.Select((id, i) => ReportAsync(grains, id, i)));

        var street = await LookAheadAsync(grains, Scope.Street("xiashi"));
        var grid = await LookAheadAsync(grains, Scope.Grid(Grids[3]));
        await LeaveAloneAsync(grains, ids);

        var happened = await MissesAsync(host, ids);
        Assert.InRange(happened.Count, 120, 900);
        Assert.Equal(happened, street.Items.Select(Line).Order(StringComparer.Ordinal));
        Assert.Equal(happened.Count, street.Total);
        Assert.Contains(street.Items, item => item.LevelAfter == CaseLevel.Supervision);
        Assert.Equal(offers, street.Items.Any(item => item.Clock == ClockNames.Accept));
        Assert.NotEmpty(grid.Items);
        var inGrid = ids.Where((_, i) => Grids[i % Grids.Length] == Grids[3]).ToHashSet();
        Assert.Equal(street.Items.Where(item => inGrid.Contains(item.CaseId)).Select(Line), grid.Items.Select(Line));
    }

    /// <summary>Against their timetables nobody is in one place that evening, and somebody is in another at night.</summary>
    private static async Task ChangeStaffingAsync(IGrainFactory grains)
    {
        var captain = new Actor("captain", Role.Captain, Scope.Street("xiashi"));
        foreach (var (id, i) in Grids.Select((id, i) => (id, i)))
        {
            var change = new StaffingChange(i % 2 == 0, From.AddHours(-1), From.AddHours(20), captain, From);
            Assert.Null((await grains.GetGrain<IGridGrain>($"grid:{id}").SetStaffing(change)).Refusal);
        }

        foreach (var community in Sample.Territory.Grids.Select(grid => grid.CommunityId).Distinct().Where((_, i) => i % 2 == 0))
        {
            var change = new StaffingChange(false, From, From.AddMinutes(40), captain, From);
            Assert.Null((await grains.GetGrain<ICommunityGrain>($"community:{community}").SetStaffing(change)).Refusal);
        }
    }

    private static async Task ReportAsync(IGrainFactory grains, string id, int i)
    {
        var grid = Sample.Territory.FindGrid(Grids[i % Grids.Length])!;
        var report = new Report
        {
            CaseId = id,
            Type = Types[i * 7 % Types.Length],
            Place = new CasePlace { StreetId = "xiashi", CommunityId = grid.CommunityId, GridId = grid.Id },
            InProgress = i % 3 == 0,
        };
        var at = From.AddMinutes(-(i % 50));
        var roles = new[] { Role.Citizen, Role.GridWorker, Role.CommunityStaff };
        var answer = await grains.GetGrain<ICaseGrain>($"case:{id}").Execute(new CommandEnvelope
        {
            Command = report,
            Actor = new Actor(id, roles[i % roles.Length], Scope.Street("xiashi")),
            Key = "report",
            BodyHash = "",
            ReceivedAt = at,
        });
        Assert.Null(answer.Refusal);
    }

    private static Task<ForecastAnswer> LookAheadAsync(IGrainFactory grains, Scope scope) =>
        grains.GetGrain<IForecastGrain>(0).LookAhead(new ForecastQuery { Scope = scope, From = From, Until = Until });

    /// <summary>Fires each deadline at its own instant, the soonest first, but for those past already at the beginning, until the end of the time ahead.</summary>
    private static async Task LeaveAloneAsync(IGrainFactory grains, List<string> ids)
    {
        var due = new PriorityQueue<string, DateTimeOffset>();
        foreach (var id in ids)
        {
            Await(id, await grains.GetGrain<ICaseGrain>($"case:{id}").NextDeadline());
        }

        while (due.TryDequeue(out var id, out var next))
        {
            var past = next.AddMilliseconds(1);
            var fired = await grains.GetGrain<ICaseGrain>($"case:{id}").OnDeadline(new DeadlineFiring { FiredAt = past < From ? From : past, Claimed = [] });
            Await(id, fired.Next);
        }

        void Await(string id, DateTimeOffset? next)
        {
            if (next is { } at && at < Until)
            {
                due.Enqueue(id, at);
            }
        }
    }

    private static async Task<List<string>> MissesAsync(IHost host, IEnumerable<string> ids)
    {
        var (store, lines) = (host.Services.GetRequiredService<IDispatchStore>(), new List<string>());
        foreach (var id in ids)
        {
            var events = await store.EventsAsync(Scope.Case(id), 0, int.MaxValue, Stop);
            lines.AddRange(events.Select(stored => CaseJson.Happened(stored.Event).Event).OfType<DeadlineMissed>()
                .Where(missed => SideClocks.IsPromise(missed.Clock))
                .Select(missed => $"{id} {missed.Clock}#{missed.Generation} {missed.DueAt.ToUnixTimeMilliseconds()}"));
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    private static string Line(ForecastItem item) => $"{item.CaseId} {item.Clock}#{item.Generation} {item.DueAt.ToUnixTimeMilliseconds()}";
}
