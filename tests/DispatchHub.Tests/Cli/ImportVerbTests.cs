using System.Text;
using Dispatch.Hub.Cli;
using Dispatch.Hub.Composition;
using Dispatch.Hub.Tests.Hosting;
using Dispatch.Hub.Tests.Sources;

namespace Dispatch.DispatchHub.Tests.Cli;

/// <summary>The verb <c>import</c> against the whole product.</summary>
public sealed class ImportVerbTests : IAsyncLifetime
{
    private const string Header = "工单编号,诉求类别,诉求内容,诉求地址,联系方式,答复期限\n";
    private const string Good = Header + "HN-1,装修噪音,半夜施工,华宇钱塘7幢,13800000000,2026-03-09 17:30\nHN-2,破坏绿化,砍树,,,\n";

    private readonly string _file = Path.GetTempFileName();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();
    private EmbeddedHub _hub = null!;

    public async ValueTask InitializeAsync() => _hub = await EmbeddedHub.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _hub.DisposeAsync();
        await _output.DisposeAsync();
        await _error.DisposeAsync();
        File.Delete(_file);
    }

    [Fact]
    public async Task A_preview_says_what_would_be_done_and_opens_nothing()
    {
        Assert.Equal((0, "Would open 2, update 0, known 0.", ""), await ImportAsync(Good, "--preview"));
        Assert.Equal(0, await CasesAsync());
    }

    [Fact]
    public async Task A_file_is_brought_once_however_often_it_is_sent_and_what_is_new_in_it_updates()
    {
        Assert.Equal((0, "Opened 2, updated 0, known 0.", ""), await ImportAsync(Good));
        Assert.Equal((0, "Opened 0, updated 0, known 2.", ""), await ImportAsync(Good));
        Assert.Equal((0, "Opened 0, updated 1, known 1.", ""), await ImportAsync(Good.Replace("砍树", "又砍树", StringComparison.Ordinal)));
        Assert.Equal(2, await CasesAsync());
    }

    [Fact]
    public async Task With_a_bad_line_nothing_is_done_and_each_is_named_with_its_code()
    {
        var (exit, said, refused) = await ImportAsync(Good + "HN-1,装修噪音,,,,\nHN-4,装修噪音,,,,明天\n,装修噪音,,,,\n");

        Assert.Equal((1, ""), (exit, said));
        var lines = refused.Split('\n');
        Assert.EndsWith(".", lines[0], StringComparison.Ordinal);
        Assert.Equal(
            ["line 4: duplicate-number", "line 5: invalid-time", "line 6: invalid-external-number"],
            lines[1..].Select(line => string.Join(':', line.Split(':')[..2])));
        Assert.Equal(0, await CasesAsync());
    }

    [Fact]
    public async Task Whatever_hinders_it_is_one_sentence()
    {
        Assert.Equal(1, (await ImportAsync(Good, "--user", "grid-xishan-03")).Exit);
        Assert.Equal(1, (await ImportAsync(Good, "--password", "wrong")).Exit);
        File.Delete(_file);
        Assert.Contains("cannot be read", (await RunAsync()).Error, StringComparison.Ordinal);
        Assert.Equal(0, await CasesAsync());
    }

    private async Task<(int Exit, string Output, string Error)> ImportAsync(string file, params string[] more)
    {
        await File.WriteAllTextAsync(_file, file, Encoding.UTF8, TestContext.Current.CancellationToken);
        return await RunAsync(more);
    }

    private async Task<(int Exit, string Output, string Error)> RunAsync(params string[] more)
    {
        _output.GetStringBuilder().Clear();
        _error.GetStringBuilder().Clear();
        var exit = await CommandLine.RunAsync(
            ["import", "--source", HotlineSender.Source, "--file", _file, "--url", $"{_hub.Client.BaseAddress}", .. more],
            new CommandHandlers((_, _) => Task.FromResult(0), new StoreTools(), new KnownPolicyTools()),
            _output,
            _error,
            TestContext.Current.CancellationToken);
        return (exit, $"{_output}".Trim().ReplaceLineEndings("\n"), $"{_error}".Trim().ReplaceLineEndings("\n"));
    }

    private async Task<int> CasesAsync() => (await _hub.AskAsync("dispatcher-1", HttpMethod.Get, "/api/cases?scope=street:xiashi"))["items"]!.AsArray().Count;
}
