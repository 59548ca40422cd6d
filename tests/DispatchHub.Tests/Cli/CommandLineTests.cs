using Dispatch.Contracts;
using Dispatch.Hub.Cli;
using Dispatch.Hub.Cli.Store;
using Microsoft.Extensions.Configuration;

namespace Dispatch.DispatchHub.Tests.Cli;

public sealed class CommandLineTests : IDisposable
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();
    private readonly KnownTools _tools = new();
    private readonly KnownPolicyTools _policies = new();
    private string[]? _hubArgs;

    [Theory]
    [InlineData("watch")]
    [InlineData("replay")]
    [InlineData("sla")]
    [InlineData("verify")]
    [InlineData("backup")]
    [InlineData("restore")]
    [InlineData("migrate")]
    [InlineData("user")]
    [InlineData("policy")]
    [InlineData("--urls")]
    [InlineData("--Section:Key=value")]
    public async Task Help_mentions(string what)
    {
        Assert.Equal(0, await RunAsync("--help"));
        Assert.Contains(what, $"{_output}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sla --help", "audit")]
    [InlineData("user --help", "set-password")]
    [InlineData("policy --help", "dry-run")]
    [InlineData("policy --help", "lint")]
    [InlineData("user add --help", "communityStaff")]
    [InlineData("watch --help", "--for")]
    public async Task Help_of_a_verb_mentions(string line, string what)
    {
        Assert.Equal(0, await RunAsync(line.Split(' ')));
        Assert.Contains(what, $"{_output}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("frobnicate", "frobnicate")]
    [InlineData("verify --jso", "--jso")]
    [InlineData("--Strage:Path=x", "Strage")]
    [InlineData("verify --Storage:Path", "--Storage:Path")]
    [InlineData("watch --scope nonsense", "nonsense")]
    [InlineData("watch --scope street:xiashi --for soon", "soon")]
    [InlineData("watch --scope street:xiashi --url here", "here")]
    [InlineData("backup", "--to")]
    [InlineData("user add anna --role king", "king")]
    [InlineData("policy dry-run", "--pack")]
    [InlineData("policy dry-run --pack here --from monday", "monday")]
    [InlineData("policy lint --at 2026-03-02", "2026-03-02")]
    public async Task What_is_unknown_fails_with_one_sentence_that_names_it(string line, string named)
    {
        Assert.Equal(CommandLine.Unreadable, await RunAsync(line.Split(' ')));
        Assert.Contains(named, $"{_error}", StringComparison.Ordinal);
        Assert.Single($"{_error}".Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Empty($"{_output}");
        Assert.Null(_hubArgs);
    }

    [Fact]
    public async Task Without_a_verb_the_hub_runs_with_its_settings()
    {
        Assert.Equal(7, await RunAsync("--Storage:Path=here", "--urls", "http://localhost:1", "--Demo:Enabled", "false"));
        Assert.Equal(["--Storage:Path=here", "--Demo:Enabled=false", "--urls=http://localhost:1"], _hubArgs!);
    }

    [Theory]
    [InlineData("verify --Storage:Path=here")]
    [InlineData("--Storage:Path=here verify --json")]
    [InlineData("backup --Storage:Path here --to there")]
    [InlineData("restore --from there --Storage:Path=here")]
    [InlineData("migrate --Storage:Path=here")]
    [InlineData("user disable --Storage:Path=here anna")]
    public async Task Settings_reach_every_verb(string line)
    {
        Assert.Equal(0, await RunAsync(line.Split(' ')));
        Assert.Equal("here", _tools.Settings!["Storage:Path"]);
    }

    [Fact]
    public async Task Json_is_one_object_and_nothing_else()
    {
        Assert.Equal(0, await RunAsync("verify", "--json"));
        using var json = System.Text.Json.JsonDocument.Parse($"{_output}");
        Assert.Equal(3, json.RootElement.GetProperty("owners").GetInt64());
    }

    [Fact]
    public async Task Findings_make_the_exit_code_one_and_are_listed()
    {
        _tools.Found = [new VerifyFinding("event-gap", "case:1", "Event 3 is missing.")];
        Assert.Equal(1, await RunAsync("verify"));
        Assert.Contains("event-gap", $"{_output}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_calendars_lack_makes_the_exit_code_one_and_is_listed_and_days_off_alone_do_not()
    {
        Assert.Equal(0, await RunAsync("policy", "lint", "--Storage:Path=here"));
        Assert.Contains("Sat 2026-10-10 12:00  xiashi-2026-000001  rectify", $"{_output}", StringComparison.Ordinal);
        Assert.Equal("here", _policies.Settings!["Storage:Path"]);

        _policies.Findings = [new CalendarFinding("next-year-missing", "xiashi", "2027 is missing.", 2027)];
        Assert.Equal(1, await RunAsync("policy", "lint", "--at", "2026-11-02T08:00:00+08:00"));
        Assert.Contains("next-year-missing", $"{_output}", StringComparison.Ordinal);
        Assert.Equal(new DateTimeOffset(2026, 11, 2, 0, 0, 0, TimeSpan.Zero), _policies.At);
    }

    [Fact]
    public async Task A_dry_run_is_a_table_or_one_json_object_and_its_exit_code_is_nought()
    {
        Assert.Equal(0, await RunAsync("policy", "dry-run", "--pack", "changed.json", "--from", "2026-03-01T00:00:00+08:00"));
        Assert.Contains("          3          5  deadlines missed", $"{_output}", StringComparison.Ordinal);
        Assert.Contains("xiashi-2026-000001  DEC-03  nothing → acknowledge, assign", $"{_output}", StringComparison.Ordinal);

        _output.GetStringBuilder().Clear();
        Assert.Equal(0, await RunAsync("policy", "dry-run", "--pack", "changed.json", "--json"));
        using var json = System.Text.Json.JsonDocument.Parse($"{_output}");
        Assert.Equal(5, json.RootElement.GetProperty("after").GetProperty("breaches").GetInt32());
    }

    [Fact]
    public async Task What_an_operator_must_mend_is_one_sentence()
    {
        _tools.Fault = "There is no store at here; run the verb migrate.";
        Assert.Equal(1, await RunAsync("migrate"));
        Assert.EndsWith($"{_tools.Fault}{Environment.NewLine}", $"{_error}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hub_that_is_not_there_is_one_sentence()
    {
        Assert.Equal(1, await RunAsync("watch", "--scope", "street:xiashi", "--url", "http://localhost:1"));
        Assert.StartsWith("Nothing answers at http://localhost:1", $"{_error}", StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
    }

    private Task<int> RunAsync(params string[] args) => CommandLine.RunAsync(
        args,
        new CommandHandlers(
            (given, _) =>
            {
                _hubArgs = given;
                return Task.FromResult(7);
            },
            _tools,
            _policies),
        _output,
        _error,
        TestContext.Current.CancellationToken);

    private sealed class KnownTools : IStoreTools
    {
        public IConfiguration? Settings { get; private set; }

        public IReadOnlyList<VerifyFinding> Found { get; set; } = [];

        public string? Fault { get; set; }

        public Task<StoreCheck> VerifyAsync(IConfiguration settings, CancellationToken cancellation) =>
            Seen(settings, new StoreCheck(3, 9, 2, 1, 0, 0, 0, new(1, 0, 0, 0, 0), Found.Count, Found));

        public Task BackupAsync(IConfiguration settings, string folder, CancellationToken cancellation) => Seen(settings, folder);

        public Task RestoreAsync(IConfiguration settings, string folder, CancellationToken cancellation) => Seen(settings, folder);

        public Task<IReadOnlyList<string>> MigrateAsync(IConfiguration settings, CancellationToken cancellation) => Seen<IReadOnlyList<string>>(settings, ["one"]);

        public Task AddUserAsync(IConfiguration settings, NewUser user, CancellationToken cancellation) => Seen(settings, user);

        public Task DisableUserAsync(IConfiguration settings, string userName, CancellationToken cancellation) => Seen(settings, userName);

        public Task SetPasswordAsync(IConfiguration settings, string userName, string password, CancellationToken cancellation) => Seen(settings, userName);

        private Task<T> Seen<T>(IConfiguration settings, T answer)
        {
            Settings = settings;
            return Fault is null ? Task.FromResult(answer) : Task.FromException<T>(new ToolFaultException(Fault));
        }
    }
}
