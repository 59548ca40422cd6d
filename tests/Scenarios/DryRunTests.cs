using System.Text.Json;
using System.Text.Json.Nodes;
using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Storage;
using Dispatch.Grains.Surges;
using Dispatch.Hub.Cli;
using Dispatch.Hub.Composition;
using Dispatch.Silo.Storage;
using Dispatch.Silo.Storage.Migrations;
using Dispatch.TestKit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dispatch.Scenarios;

/// <summary>An office asks what a shorter clock would have done to last month, and what its calendars lack.</summary>
public sealed class DryRunTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dispatch-dry-run-").FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_shorter_clock_makes_a_case_miss_what_it_did_not_and_the_changed_decision_is_told()
    {
        // Acknowledged after 20 of its 30 minutes; with 15 the street is whistled before, and the community cannot resolve any more.
        await StoreAsync(
            new CaseWorld(Sample.Xiashi).Report("2026-09-07 09:00", Role.GridWorker, "DEC-03", passUp: true)
                .Do("2026-09-07 09:20", Role.CommunityStaff, new Acknowledge())
                .Do("2026-09-07 10:00", Role.CommunityStaff, new Resolve())
                .Do("2026-09-07 11:00", Role.GridWorker, new Check(true)));

        var same = await DryRunAsync(Repository.PathOf("samples", "xiashi"));
        var shorter = await DryRunAsync(Changed(clocks => clocks["acknowledge"] = "15 min"));

        Assert.Equal((1, 0, 0, 0), (same.Cases, same.MissedInStore, same.NotRead, same.ChangedTotal));
        Assert.Equal(JsonSerializer.Serialize(same.Before), JsonSerializer.Serialize(same.After));
        Assert.Equal((0, 1, 1), (same.After.Breaches, same.After.Closed, shorter.Before.Closed));
        Assert.Equal("acknowledge, assign, assign, supervise", string.Join(", ", Assert.Single(shorter.Changed).After));
        Assert.Equal(["xiashi 4", "xiashi changed"], shorter.Before.Packs.Concat(shorter.After.Packs));
        Assert.Equal((0, 1, 1, 0), (shorter.After.Escalations.Community, shorter.After.Escalations.Street, shorter.After.Escalations.Supervision, shorter.After.Closed));
        Assert.Equal(new Dictionary<string, int> { ["status-not-allowed"] = 2 }, shorter.After.Refused);
        var community = Assert.Single(shorter.Units, unit => unit.Unit == Scope.Community("xishan"));
        Assert.Equal((0, 1, 0, 1), (community.BreachesBefore, community.BreachesAfter, community.EscalationsBefore, community.EscalationsAfter));
        // Of ten days the street has the case for the last 86 hours and three quarters, and not at all before.
        var street = shorter.Units.Single(unit => unit.Unit == Scope.Street("xiashi"));
        Assert.Equal((0, 0.36), (street.LoadBefore, street.LoadAfter));
        Assert.Contains(new DryRunClock("assign", 0, 2), shorter.Clocks);
        Assert.Equal([0, 1], shorter.Load.Where(load => load.At.Day == 8).SelectMany(load => new[] { load.Before.Street, load.After.Supervision }));
    }

    [Fact]
    public async Task Under_a_surge_of_the_month_a_shorter_clock_stands_still_as_well()
    {
        // From ten past nine on no time passes; the fifteen minutes are not used up when the community answers.
        var world = new CaseWorld(Sample.Xiashi);
        world.Surges.Add(world.Surge("2026-09-07 09:10", "2026-09-07 12:00"));
        await StoreAsync(Answered(world));
        await DeclareAsync(world.At("2026-09-07 09:10"), world.At("2026-09-07 12:00"));

        var report = await DryRunAsync(Changed(clocks => clocks["acknowledge"] = "15 min"));

        Assert.Equal((0, 0, 1), (report.Before.Breaches, report.After.Breaches, report.After.Closed));
    }

    [Fact]
    public async Task A_surge_holds_for_a_case_that_only_the_changed_pack_has_open_when_it_begins()
    {
        var world = new CaseWorld(Sample.Xiashi);
        await StoreAsync(Answered(world));
        Assert.False(world.Case.IsOpen);
        await DeclareAsync(world.At("2026-09-07 10:30"), world.At("2026-09-10 10:30"));

        var report = await DryRunAsync(Changed(clocks => clocks["acknowledge"] = "15 min"));

        Assert.Equal("acknowledge, assign, assign", string.Join(", ", Assert.Single(report.Changed).After));
    }

    [Fact]
    public async Task A_type_that_the_changed_pack_lacks_is_counted_as_refused()
    {
        await StoreAsync(new CaseWorld(Sample.Xiashi).Report("2026-09-07 09:00", Role.GridWorker, "DEC-03"));

        var report = await DryRunAsync(Changed(clocks =>
        {
            clocks.Root.AsObject().Remove("catalogue"); // Both name the type.
            clocks.Root.AsObject().Remove("papers");
            clocks.Parent!["code"] = "DEC-99";
        }));

        Assert.Equal(new Dictionary<string, int> { ["unknown-type"] = 1 }, report.After.Refused);
        Assert.Equal((5, 0), (report.Before.Breaches, report.After.Breaches));
    }

    [Fact]
    public async Task A_pack_with_faults_a_period_that_ends_before_it_begins_and_a_store_that_is_not_there_are_each_one_sentence()
    {
        Assert.Equal(1, await RunAsync("policy", "dry-run", "--pack", Changed(clocks => clocks["acknowledge"] = "soon")));
        await StoreAsync(new CaseWorld(Sample.Xiashi).Report("2026-09-07 09:00", Role.GridWorker, "DEC-03"));
        Assert.Equal(1, await RunAsync("policy", "dry-run", "--pack", Changed(clocks => clocks["acknowledge"] = "soon")));
        Assert.Equal(1, await RunAsync("policy", "dry-run", "--pack", "xiashi", "--from", "2026-09-08T00:00:00Z", "--to", "2026-09-07T00:00:00Z"));

        var said = $"{_error}".Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries).Where(line => !line.EndsWith('…')).ToList();
        Assert.Equal(3, said.Count);
        Assert.Contains("has faults", said[1], StringComparison.Ordinal);
        Assert.Equal("Let --from lie before --to, at most 400 days.", said[2]);
        Assert.Empty($"{_output}");
    }

    [Fact]
    public async Task Calendars_are_found_short_from_November_on_and_days_off_are_only_told()
    {
        await StoreAsync(new CaseWorld(Sample.Xiashi).Report("2026-09-04 17:20", Role.GridWorker, "DEC-04", inProgress: true, passUp: true)
            .Do("2026-09-04 17:21", Role.CommunityStaff, new Acknowledge())
            .Do("2026-09-04 17:22", Role.Supervisor, new Suspend("The owner is away.", new DateTimeOffset(2026, 9, 6, 4, 0, 0, TimeSpan.Zero))));

        Assert.Equal(0, await RunAsync("policy", "lint", "--at", "2026-09-04T18:00:00+08:00"));
        Assert.Contains("The calendars have what they need.", $"{_output}", StringComparison.Ordinal);
        Assert.Contains("Sun 2026-09-06 12:00  xiashi-2026-000001  suspension-end (urgent)", $"{_output}", StringComparison.Ordinal);
        Assert.Equal(1, await RunAsync("policy", "lint", "--at", "2026-11-04T18:00:00+08:00"));
        Assert.Contains("next-year-missing", $"{_output}", StringComparison.Ordinal);
    }

    /// <summary>Acknowledged after 20 of its 30 minutes, resolved and closed within the hour.</summary>
    private static CaseWorld Answered(CaseWorld world) => world.Report("2026-09-07 09:00", Role.GridWorker, "DEC-03", passUp: true)
        .Do("2026-09-07 09:20", Role.CommunityStaff, new Acknowledge())
        .Do("2026-09-07 09:50", Role.CommunityStaff, new Resolve())
        .Do("2026-09-07 10:00", Role.GridWorker, new Check(true));

    private async Task DeclareAsync(DateTimeOffset from, DateTimeOffset until)
    {
        var declaration = new SurgeDeclaration
        {
            Area = Scope.Community("xishan"),
            Until = until,
            Reason = "Storm.",
            By = new Actor("supervisor", Role.Supervisor, Scope.Street("xiashi")),
            Key = "k",
            BodyHash = "",
            ReceivedAt = from,
        };
        var declared = (SurgeDecision)SurgeDecider.Declare(StreetSurges.None, declaration, "xiashi", from, Sample.Xiashi, Sample.Territory);
        await using var services = Services();
        var commit = new Commit
        {
            Owner = Scope.Surges("xiashi"),
            ExpectedVersion = 0,
            Snapshot = SurgeJson.Snapshot(declared.Surges),
            Columns = new OwnerColumns { StreetId = "xiashi", Open = true },
            Events = [.. declared.Events.Select(SurgeJson.Record)],
            Deadlines = SurgeDecider.Deadlines(declared.Surges, Sample.Xiashi),
            Feed = [],
        };
        await services.GetRequiredService<IDispatchStore>().CommitAsync(commit, TestContext.Current.CancellationToken);
    }

    private ServiceProvider Services()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Storage:Path", Path.Combine(_folder, "store"))]).Build();
        StoreMigrations.Migrate(settings.ReadStorageOptions());
        return new ServiceCollection().AddLogging().AddDispatchStorage(settings).BuildServiceProvider();
    }

    private async Task StoreAsync(CaseWorld world)
    {
        await using var services = Services();
        var load = PolicyFile.Load(Repository.PathOf("samples", "xiashi"));
        await services.GetRequiredService<IPolicyReads>().KeepPolicyAsync(load.Pack!.Id, load.Pack.Version, load.Json!);
        var decision = new Decision([.. world.Events], world.Case);
        await services.GetRequiredService<IDispatchStore>().CommitAsync(
            CaseCommit.Of(Scope.Case(world.Case.Id), null, decision, 0, "", load.Pack, envelope: null), TestContext.Current.CancellationToken);
    }

    /// <summary>The sample pack with other clocks for façades, in a folder of its own.</summary>
    private string Changed(Action<JsonNode> change)
    {
        var (from, to) = (Repository.PathOf("samples", "xiashi"), Path.Combine(_folder, "changed"));
        Directory.CreateDirectory(Path.Combine(to, PolicyFile.CalendarFolder));
        foreach (var calendar in Directory.GetFiles(Path.Combine(from, PolicyFile.CalendarFolder)))
        {
            File.Copy(calendar, Path.Combine(to, PolicyFile.CalendarFolder, Path.GetFileName(calendar)), overwrite: true);
        }

        var pack = JsonNode.Parse(File.ReadAllText(Path.Combine(from, PolicyFile.FileName)))!;
        pack["version"] = "changed";
        change(pack["types"]!.AsArray().Single(type => (string?)type!["code"] == "DEC-03")!["clocks"]!);
        File.WriteAllText(Path.Combine(to, PolicyFile.FileName), pack.ToJsonString());
        return to;
    }

    private async Task<DryRunReport> DryRunAsync(string pack)
    {
        _output.GetStringBuilder().Clear();
        var exit = await RunAsync("policy", "dry-run", "--pack", pack, "--from", "2026-09-01T00:00:00+08:00", "--to", "2026-09-11T00:00:00+08:00", "--json");
        Assert.True(exit == 0, $"{_error}");
        return JsonSerializer.Deserialize<DryRunReport>($"{_output}", JsonSerializerOptions.Web)!;
    }

    private Task<int> RunAsync(params string[] words) => CommandLine.RunAsync(
        [.. words, $"--Storage:Path={Path.Combine(_folder, "store")}"],
        new CommandHandlers((_, _) => Task.FromResult(0), new StoreTools(), new PolicyTools()),
        _output,
        _error,
        TestContext.Current.CancellationToken);
}
