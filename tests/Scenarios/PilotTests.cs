using System.Text.Json.Nodes;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Policies;
using Dispatch.Hub.Cli;
using Dispatch.Hub.Composition;
using Dispatch.Silo.Hosting;
using Dispatch.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dispatch.Scenarios;

/// <summary>A street tries a shorter clock on paper, then in one community, and looks at what came of it.</summary>
public sealed class PilotTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Morning = new(2026, 9, 7, 9, 0, 0, TimeSpan.FromHours(8));
    private readonly string _folder = Directory.CreateTempSubdirectory("dispatch-pilot-").FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();
    private IHost? _city;

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _output.DisposeAsync();
        await _error.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IGrainFactory Grains => _city!.Services.GetRequiredService<IGrainFactory>();

    [Fact]
    public async Task A_dry_run_changes_a_decision_and_the_pack_is_adopted_by_one_community_first()
    {
        await StartAsync();
        await ReportAsync("before", "xishan", Morning);
        await GiveAsync("before", new Acknowledge(), Morning.AddMinutes(20));
        Assert.Equal(0, await RunAsync("policy", "dry-run", "--pack", Shorter(), "--from", "2026-09-07T00:00:00+08:00", "--to", "2026-09-07T09:25:00+08:00"));
        Assert.Contains("1 cases miss something on one side only:", $"{_output}", StringComparison.Ordinal);

        var begins = Morning.AddHours(1);
        var adopted = await AdoptAsync(begins, Scope.Community("xishan"));

        Assert.Equal(("xiashi-1", begins), (adopted.Id, adopted.From));
        Assert.Equal(Morning.AddMinutes(59).AddMinutes(30), await AcknowledgeDueAsync("just-before", "xishan", Morning.AddMinutes(59)));
        Assert.Equal(begins.AddMinutes(15), await AcknowledgeDueAsync("in-the-pilot", "xishan", begins));
        Assert.Equal(begins.AddMinutes(30), await AcknowledgeDueAsync("elsewhere", "hehua", begins));
        // A case that runs keeps its pack: a second generation of its clock is as long as the first.
        await GiveAsync("before", new Whistle("They go on."), begins.AddMinutes(1));
        Assert.Equal("4", await VersionOfAsync("before"));
        Assert.Equal("pilot", await VersionOfAsync("in-the-pilot"));
        Assert.Contains("15 min", await Grains.GetGrain<ICityQueryGrain>(0).Catalogue(Scope.Grid("xishan-01"), begins), StringComparison.Ordinal);
        Assert.Contains("\"version\":\"4\"", await Grains.GetGrain<ICityQueryGrain>(0).Catalogue(Scope.Street("xiashi"), begins), StringComparison.Ordinal);

        Assert.Equal("pilot", (await Grains.GetGrain<ICatalogueGrain>(0).Read(Scope.Grid("xishan-01"), null, begins))!.Policy.Version);
        Assert.Equal("4", (await Grains.GetGrain<ICatalogueGrain>(0).Read(Scope.Community("xishan"), "4", begins))!.Policy.Version);
        Assert.Equal("4", (await Grains.GetGrain<ICatalogueGrain>(0).Read(null, null, begins))!.Policy.Version);
        Assert.Null(await Grains.GetGrain<ICatalogueGrain>(0).Read(null, "never", begins));

        await ComparedAsync(begins);
        await StopAsync();
        Assert.Equal(0, await RunAsync("verify"));
    }

    [Fact]
    public async Task What_the_command_line_adopts_is_known_to_a_city_that_runs_and_to_one_that_starts_later()
    {
        await StartAsync();
        await ReportAsync("before", "xishan", Morning);
        await _city!.Services.GetRequiredService<Dispatch.Grains.Storage.IUserReads>().SaveUserAsync(
            new UserRecord { UserName = "boss", DisplayName = "Boss", Role = Role.Supervisor, Area = Scope.Street("xiashi"), Stamp = "1" }, Stop);
        string[] wish = ["policy", "adopt", "--pack", Shorter(), "--communities", "xishan", "--from", "2026-09-07T10:00:00+08:00", "--reason", "a pilot", "--by", "boss"];

        Assert.True(await RunAsync(wish) == 0, $"{_error}");
        Assert.Contains("xiashi pilot is adopted for community:xishan from 2026-09-07 10:00 +08:00 on (xiashi-1).", $"{_output}", StringComparison.Ordinal);
        Assert.Equal(0, await RunAsync(wish));

        var policies = Grains.GetGrain<IPolicyGrain>("street:xiashi");
        while (await policies.InForce("xishan", Morning.AddHours(2)) is null)
        {
            await Task.Yield();
            Stop.ThrowIfCancellationRequested();
        }

        Assert.Equal("boss", Assert.Single(await policies.Adoptions()).By);
        Assert.Equal(Morning.AddHours(2).AddMinutes(15), await AcknowledgeDueAsync("running", "xishan", Morning.AddHours(2)));
        await StopAsync();
        await StartAsync();
        Assert.Equal(Morning.AddHours(2).AddMinutes(15), await AcknowledgeDueAsync("started", "xishan", Morning.AddHours(2)));
        Assert.Equal("pilot", await VersionOfAsync("running"));
        Assert.Equal(1, await RunAsync("policy", "adopt", "--pack", "xiashi", "--street", "xiashi", "--from", "2020-01-01T00:00:00Z", "--reason", "x", "--by", "boss"));
        Assert.Equal(1, await RunAsync("policy", "adopt", "--pack", "xiashi", "--street", "xiashi", "--from", "2026-09-09T00:00:00Z", "--reason", "x", "--by", "nobody"));
        Assert.Equal(2, await RunAsync("policy", "adopt", "--pack", "xiashi", "--from", "2026-09-09T00:00:00Z", "--reason", "x", "--by", "boss"));
        Assert.Contains("A pack is adopted from now on at the earliest", $"{_error}", StringComparison.Ordinal);
        Assert.Contains("There is no user nobody who may sign in.", $"{_error}", StringComparison.Ordinal);
    }

    /// <summary>Two cases since the pack was adopted: one under it, one not; the two before it do not count.</summary>
    private async Task ComparedAsync(DateTimeOffset begins)
    {
        var query = new FigureQuery
        {
            Scope = Scope.Street("xiashi"),
            StreetId = "xiashi",
            From = Morning.AddDays(-1),
            To = Morning.AddDays(1),
            AsOf = begins.AddHours(1),
            By = FigureBy.Community,
        };
        var figures = Grains.GetGrain<IFigureGrain>(0);

        var compared = (await figures.Compare(query, "xiashi-1"))!;

        Assert.Equal((begins, 1, 1, false), (compared.From, compared.Pilot.Counts.Opened, compared.Rest.Counts.Opened, compared.Comparable));
        Assert.Null(await figures.Compare(query, "xiashi-2"));
        for (var index = 1; index < FigureComparison.FewestCases; index++)
        {
            await ReportAsync($"p{index}", "xishan", begins.AddMinutes(1));
            await ReportAsync($"r{index}", "hehua", begins.AddMinutes(1));
        }

        var enough = (await figures.Compare(query, "xiashi-1"))!;
        Assert.Equal((FigureComparison.FewestCases, FigureComparison.FewestCases, true), (enough.Pilot.Counts.Opened, enough.Rest.Counts.Opened, enough.Comparable));
    }

    private async Task StartAsync()
    {
        var builder = Host.CreateApplicationBuilder([$"--Storage:Path={Store}", "--Clock:Start=2026-09-07T08:00:00+08:00", "--Clock:Speed=1", "--Demo:Simulation=false"]);
        builder.Logging.ClearProviders();
        builder.AddDispatchSilo(DispatchSettings.Read(builder.Configuration));
        _city = builder.Build();
        await _city.TakeStartStepsAsync(Stop);
        await _city.StartAsync(Stop);
    }

    private async Task StopAsync()
    {
        if (_city is { } city)
        {
            _city = null;
            await city.StopAsync(CancellationToken.None);
            await ((IAsyncDisposable)city).DisposeAsync();
        }
    }

    private async Task<PolicyAdoption> AdoptAsync(DateTimeOffset from, params Scope[] areas)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Shorter(), PolicyFile.FileName), Stop);
        var wish = new AdoptPolicy { Pack = text, Areas = areas, From = from, Reason = "Half the time, tried by one community first." };
        var adopting = new PolicyAdopting(wish, new Actor("supervisor", Role.Supervisor, Scope.Street("xiashi")), Morning, "adopt", "");
        var policies = Grains.GetGrain<IPolicyGrain>("street:xiashi");
        var answer = await policies.Adopt(adopting);
        Assert.Null(answer.Refusal);
        Assert.Equal(answer.Adoption!.Id, (await policies.Adopt(adopting)).Adoption!.Id);
        Assert.Equal(RefusalCode.IdempotencyKeyReused, (await policies.Adopt(adopting with { BodyHash = "other" })).Refusal!.Code);
        var other = adopting with { Key = "other", Adopt = wish with { Pack = text.Replace("15 min", "16 min", StringComparison.Ordinal), From = from.AddHours(9) } };
        Assert.Equal(RefusalCode.PolicyTextDiffers, (await policies.Adopt(other)).Refusal!.Code);
        return answer.Adoption;
    }

    private async Task<DateTimeOffset> AcknowledgeDueAsync(string id, string community, DateTimeOffset at) =>
        (await ReportAsync(id, community, at)).Clocks.Single(clock => clock.Name == "acknowledge").DueAt!.Value;

    private async Task<string> VersionOfAsync(string id)
    {
        var stored = await _city!.Services.GetRequiredService<Dispatch.Grains.Storage.IDispatchStore>().LoadAsync(Scope.Case(id), Stop);
        return (string)JsonNode.Parse(stored!.Snapshot)!["policyVersion"]!;
    }

    private Task<CaseView> ReportAsync(string id, string community, DateTimeOffset at) => GiveAsync(
        id,
        new Report { CaseId = id, Type = "DEC-03", Place = new CasePlace { StreetId = "xiashi", CommunityId = community, GridId = $"{community}-01" }, PassUp = true },
        at,
        Role.GridWorker);

    private async Task<CaseView> GiveAsync(string id, CaseCommand command, DateTimeOffset at, Role role = Role.CommunityStaff)
    {
        var actor = new Actor($"{role}", role, Scope.Community("xishan"));
        var answer = await Grains.GetGrain<ICaseGrain>($"case:{id}").Execute(
            new CommandEnvelope { Command = command, Actor = actor, Key = command.Name, BodyHash = "", ReceivedAt = at });
        return answer.Refusal is null ? answer.View! : throw new InvalidOperationException($"{command.Name} was refused: {answer.Refusal}");
    }

    private string Store => Path.Combine(_folder, "store");

    /// <summary>The sample pack with half the time to acknowledge façades, in a folder of its own.</summary>
    private string Shorter()
    {
        var (from, to) = (Repository.PathOf("samples", "xiashi"), Path.Combine(_folder, "shorter"));
        Directory.CreateDirectory(Path.Combine(to, PolicyFile.CalendarFolder));
        foreach (var calendar in Directory.GetFiles(Path.Combine(from, PolicyFile.CalendarFolder)))
        {
            File.Copy(calendar, Path.Combine(to, PolicyFile.CalendarFolder, Path.GetFileName(calendar)), overwrite: true);
        }

        var pack = JsonNode.Parse(File.ReadAllText(Path.Combine(from, PolicyFile.FileName)))!;
        pack["version"] = "pilot";
        pack["types"]!.AsArray().Single(type => (string?)type!["code"] == "DEC-03")!["clocks"]!["acknowledge"] = "15 min";
        File.WriteAllText(Path.Combine(to, PolicyFile.FileName), pack.ToJsonString());
        return to;
    }

    private Task<int> RunAsync(params string[] words) => CommandLine.RunAsync(
        [.. words, $"--Storage:Path={Store}"],
        new CommandHandlers((_, _) => Task.FromResult(0), new StoreTools(), new PolicyTools()),
        _output,
        _error,
        Stop);
}
