using System.Globalization;
using Dispatch.Contracts;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Sessions;

namespace Dispatch.Hub.Cli;

/// <summary>What a newcomer reads when the hub has started: where to look, how time runs, who can sign in, what to type next.</summary>
public static class StartScreen
{
    /// <summary>No line is wider, in columns of a terminal; a Chinese character takes two.</summary>
    public const int Width = 80;

    /// <summary>There are never more lines.</summary>
    public const int Height = 24;

    // One of each, in the order of a case's life; the rest is one request away.
    private static readonly Role[] Shown =
    [
        Role.Citizen, Role.GridWorker, Role.CommunityStaff, Role.Dispatcher, Role.Captain, Role.Officer, Role.Supervisor, Role.Administrator,
    ];

    /// <summary>
    /// The screen: plain text, no colours, at most <see cref="Height"/> lines, on a terminal of <see cref="Width"/> columns; what is written
    /// to a file or a log is whole.
    /// </summary>
    public static IReadOnlyList<string> Lines(StartFacts facts)
    {
        List<string> lines =
        [
            Text($"Dispatch serves {facts.StreetName.En} {facts.StreetName.Zh} at {facts.Url.GetLeftPart(UriPartial.Authority)}"),
            "",
            .. Pages(facts),
            Field("API", $"{At(facts, "scalar")}  (as OpenAPI: /openapi/v1.json)"),
            Field("live", $"SignalR at {At(facts, "hubs/dispatch")}"),
            Field("health", $"{At(facts, "health/ready")}"),
            Field("time", Clock(facts.City)),
            Field("data", facts.Data),
            Field("city", facts.Simulated ? "simulated people report and act; --Demo:Simulation=false stops them" : "nobody acts but you"),
        ];
        lines.AddRange(facts.DemoUsers.Count > 0 ? SignIns(facts) : ["", "Sign in with a user of this store; the verb \"user add\" makes one."]);
        lines.AddRange(["", "Watch the board in another terminal:", .. Watch(facts)]);
        return [.. lines.Take(Height).Select(line => facts.OnTerminal ? TerminalText.Cut(line, Width) : line)];
    }

    private static IEnumerable<string> Pages(StartFacts facts) => facts.HasPages
        ? Hosting.Pages.Entrances.Select(page => Field(page.Path[1..], $"{At(facts, page.Path[1..]),-32} {page.Purpose}"))
        : [Field("pages", "left out: built without Node 20; install it and start again")];

    private static IEnumerable<string> SignIns(StartFacts facts)
    {
        yield return "";
        yield return Text($"Sign in with the password \"{DemoOptions.Password}\" as one of {facts.DemoUsers.Count}, such as");
        var shown = Shown.Select(role => facts.DemoUsers.FirstOrDefault(user => user.Role == role)).OfType<DemoUser>();
        foreach (var pair in shown.Select(user => Text($"{user.UserName,-20} {Wire(user.Role),-16}")).Chunk(2))
        {
            yield return $"  {string.Join(" ", pair)}".TrimEnd();
        }

        yield return Text($"All of them: GET {At(facts, "api/session/demo")}");
    }

    private static string Clock(CityTime city)
    {
        var day = Text($"{city.Now:ddd yyyy-MM-dd HH:mm} in {city.Zone}");
        return Math.Abs(city.Speed - 1) < 0.001 ? $"{day}, real time" : Text($"{day}; {city.Speed:0.##} city seconds pass in one");
    }

    private static IEnumerable<string> Watch(StartFacts facts)
    {
        var url = facts.Url.GetLeftPart(UriPartial.Authority);
        var elsewhere = url != Listening.DefaultUrl;
        yield return $"  dotnet run --project src/DispatchHub -- watch --scope street:{facts.StreetId}" + (elsewhere ? " \\" : "");
        if (elsewhere)
        {
            yield return $"    --url {url}";
        }
    }

    private static string At(StartFacts facts, string path) => new Uri(facts.Url, $"/{path}").ToString();

    private static string Field(string name, string value) => $"  {name,-9} {value}";

    private static string Wire(Role role) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(role.ToString());

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What the start screen is told.</summary>
public sealed record StartFacts
{
    /// <summary>Where the hub listens.</summary>
    public required Uri Url { get; init; }

    /// <summary>City time.</summary>
    public required CityTime City { get; init; }

    /// <summary>The first street's id.</summary>
    public required string StreetId { get; init; }

    /// <summary>Its name.</summary>
    public required Text StreetName { get; init; }

    /// <summary>Where data is kept: a folder, or a database without its password.</summary>
    public required string Data { get; init; }

    /// <summary>Who can sign in for a demonstration; empty outside one.</summary>
    public IReadOnlyList<DemoUser> DemoUsers { get; init; } = [];

    /// <summary>Whether the web client was built.</summary>
    public required bool HasPages { get; init; }

    /// <summary>Whether a terminal shows it, with an end to its lines.</summary>
    public bool OnTerminal { get; init; } = true;

    /// <summary>Whether simulated people act.</summary>
    public bool Simulated { get; init; }
}
