using Dispatch.Contracts;
using Dispatch.Hub.Cli;
using Dispatch.Hub.Sessions;
using Spectre.Console.Rendering;

namespace Dispatch.DispatchHub.Tests.Cli;

public sealed class StartScreenTests
{
    private static readonly StartFacts Facts = new()
    {
        Url = new Uri("http://localhost:5080"),
        City = new CityTime(new DateTimeOffset(2026, 3, 10, 8, 31, 0, TimeSpan.FromHours(8)), 60, "Asia/Shanghai"),
        StreetId = "xiashi",
        StreetName = new Text("硖石街道", "Xiashi Subdistrict"),
        Data = "/somewhere/somebody/a/folder/deep/down/in/a/tree/that/somebody/once/made/for/a/reason/.dispatch",
        DemoUsers = [.. Enum.GetValues<Role>().Select(role => new DemoUser($"{role}-with-a-rather-long-name-0123456789", "张玉兰", role, Scope.Community(new string('x', 40))))],
        HasPages = true,
        Simulated = true,
    };

    [Theory]
    [InlineData("http://localhost:5080")]
    [InlineData("https://dispatch.a-very-long-name-of-a-host.somewhere.example:12345")]
    public void It_fits_a_terminal_of_80_by_24(string url)
    {
        var lines = StartScreen.Lines(Facts with { Url = new Uri(url) });
        Assert.True(lines.Count <= 24, $"{lines.Count} lines");
        Assert.All(lines, line => Assert.True(new Segment(line).CellCount() <= 80, line));
    }

    [Fact]
    public void Written_to_a_file_its_lines_are_whole()
    {
        var lines = StartScreen.Lines(Facts with { OnTerminal = false });
        Assert.Contains(lines, line => line.EndsWith(Facts.Data, StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.EndsWith('…'));
    }

    [Theory]
    [InlineData("硖石街道")]
    [InlineData("http://localhost:5080/board")]
    [InlineData("http://localhost:5080/community")]
    [InlineData("http://localhost:5080/field")]
    [InlineData("http://localhost:5080/stats")]
    [InlineData("http://localhost:5080/sign-in")]
    [InlineData("http://localhost:5080/scalar")]
    [InlineData("http://localhost:5080/health/ready")]
    [InlineData("Tue 2026-03-10 08:31 in Asia/Shanghai; 60 city seconds pass in one")]
    [InlineData("\"demo\"")]
    [InlineData("/api/session/demo")]
    [InlineData("dotnet run --project src/DispatchHub -- watch --scope street:xiashi")]
    public void It_says(string what) => Assert.Contains(what, string.Join('\n', StartScreen.Lines(Facts)), StringComparison.Ordinal);

    [Fact]
    public void Another_address_is_part_of_what_to_copy()
    {
        Assert.Contains("    --url http://localhost:9", StartScreen.Lines(Facts with { Url = new Uri("http://localhost:9") }));
    }

    [Fact]
    public void Without_a_demo_it_names_no_password()
    {
        Assert.DoesNotContain("demo\"", string.Join('\n', StartScreen.Lines(Facts with { DemoUsers = [] })), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_client_it_says_how_to_get_it_and_names_no_page()
    {
        var text = string.Join('\n', StartScreen.Lines(Facts with { HasPages = false }));
        Assert.Contains("Node 20", text, StringComparison.Ordinal);
        Assert.DoesNotContain("/board", text, StringComparison.Ordinal);
    }
}
