using System.Text.Json;

namespace Dispatch.Browser.Tests.Kit;

/// <summary>A case that a story is about.</summary>
/// <param name="Id">By which commands name it.</param>
/// <param name="Number">As people say it, such as <c>xiashi-2026-000001</c>.</param>
public sealed record StoryCase(string Id, string Number)
{
    /// <summary>Its number as a board shows it, such as <c>#1</c>.</summary>
    public string OnBoard => $"#{Number[(Number.LastIndexOf('-') + 1)..].TrimStart('0')}";

    internal static StoryCase Of(JsonElement view) => new(view.GetProperty("id").GetString()!, view.GetProperty("number").GetString()!);
}

/// <summary>
/// Brings cases of Huayu Qiantang, in grid 3 of Xishan, beside the browser to where a story begins. Everybody is a demo user:
/// <c>grid-xishan-03</c>, <c>community-xishan</c>, <c>dispatcher-1</c>, <c>officer-1</c> and <c>officer-2</c>.
/// </summary>
public static class StoryCases
{
    private const string Seen = "A bay window is being broken out.";
    private const string WhistledFor = "The owner locked the door.";
    private const string CalledFor = "Is this bay window permitted?";

    /// <summary>What people wrote into the cases; it stays as they wrote it.</summary>
    public static IReadOnlyList<string> Texts { get; } = [Seen, WhistledFor, CalledFor];

    /// <summary>The grid worker reports a flat and keeps the case.</summary>
    public static async Task<StoryCase> CaseAtGridAsync(this DispatchCity city, CancellationToken cancellation, string unit = "1-1-101") =>
        StoryCase.Of(await city.ReportAsync("grid-xishan-03", Report(unit, passUp: false), cancellation));

    /// <summary>The grid worker reports a flat straight to the community, which has 30 min to acknowledge.</summary>
    public static async Task<StoryCase> CaseAtCommunityAsync(this DispatchCity city, CancellationToken cancellation, string unit = "1-1-101") =>
        StoryCase.Of(await city.ReportAsync("grid-xishan-03", Report(unit, passUp: true), cancellation));

    /// <summary>The community has whistled; the case awaits dispatch.</summary>
    public static async Task<StoryCase> CaseAtStreetAsync(this DispatchCity city, CancellationToken cancellation, string unit = "1-1-101")
    {
        var one = await city.CaseAtCommunityAsync(cancellation, unit);
        await city.CommandAsync("community-xishan", one.Id, "whistle", new { reason = WhistledFor }, cancellation);
        return one;
    }

    /// <summary>The community whistled, and the dispatcher has called planning as well.</summary>
    public static async Task<StoryCase> CaseWithDepartmentAsync(this DispatchCity city, CancellationToken cancellation, string unit = "1-1-101")
    {
        var one = await city.CaseAtStreetAsync(cancellation, unit);
        await city.CommandAsync(
            "dispatcher-1", one.Id, "call-department", new { departmentIds = new[] { "planning" }, ground = "several-departments", reason = CalledFor }, cancellation);
        return one;
    }

    /// <summary>The dispatcher has offered the case to two officers.</summary>
    public static async Task<StoryCase> CaseOfferedAsync(this DispatchCity city, CancellationToken cancellation, string unit = "1-1-101")
    {
        var one = await city.CaseAtStreetAsync(cancellation, unit);
        await city.CommandAsync("dispatcher-1", one.Id, "assign", new { officerIds = new[] { "officer-1", "officer-2" } }, cancellation);
        return one;
    }

    /// <summary>An officer has accepted and is on the way; there are 4 working hours to report in.</summary>
    public static async Task<StoryCase> CaseEnRouteAsync(this DispatchCity city, CancellationToken cancellation, string unit = "1-1-101")
    {
        var one = await city.CaseOfferedAsync(cancellation, unit);
        await city.CommandAsync("officer-1", one.Id, "offer-accept", new { }, cancellation);
        return one;
    }

    /// <summary>A cut gas line: officers 1 and 2 are on site, and a sign is due every 20 min.</summary>
    public static async Task<StoryCase> CaseOnSiteAsync(this DispatchCity city, CancellationToken cancellation)
    {
        var report = new { type = "DEC-04", description = "A gas line is cut.", place = new { estate = "huayu-qiantang", building = "1", unit = "1-1-101" }, passUp = true };
        var one = StoryCase.Of(await city.ReportAsync("grid-xishan-03", report, cancellation));
        await city.CommandAsync("community-xishan", one.Id, "whistle", new { reason = "It smells on the stairs." }, cancellation);
        await city.CommandAsync("dispatcher-1", one.Id, "assign", new { officerIds = new[] { "officer-1", "officer-2" } }, cancellation);
        await city.CommandAsync("officer-1", one.Id, "offer-accept", new { }, cancellation);
        await city.CommandAsync("officer-1", one.Id, "arrive", new { }, cancellation);
        return one;
    }

    /// <summary>An officer on site has called for help, and nobody has answered.</summary>
    public static async Task<StoryCase> CaseWithAlarmAsync(this DispatchCity city, CancellationToken cancellation)
    {
        var one = await city.CaseOnSiteAsync(cancellation);
        await city.CommandAsync("officer-1", one.Id, "raise-alarm", new { }, cancellation);
        return one;
    }

    /// <summary>The officers have resolved the case; the grid worker, who did not handle it, is to check.</summary>
    public static async Task<StoryCase> CaseToCheckAsync(this DispatchCity city, CancellationToken cancellation, string unit = "1-1-101")
    {
        var one = await city.CaseEnRouteAsync(cancellation, unit);
        foreach (var step in (string[])["arrive", "resolve"])
        {
            await city.CommandAsync("officer-1", one.Id, step, new { }, cancellation);
        }

        return one;
    }

    /// <summary>The one case of the street as it stands, and which it is; for a city in which nothing else was reported.</summary>
    public static async Task<(JsonElement View, StoryCase Case)> OnlyCaseAsync(this DispatchCity city, CancellationToken cancellation)
    {
        var page = await city.GetAsync("dispatcher-1", "/api/cases?scope=street:xiashi&limit=2", cancellation);
        var view = Assert.Single(page.GetProperty("items").EnumerateArray());
        return (view, StoryCase.Of(view));
    }

    /// <summary>What happened to a case, from the beginning.</summary>
    public static async Task<IReadOnlyList<JsonElement>> HistoryAsync(this DispatchCity city, string caseId, CancellationToken cancellation) =>
        [.. (await city.GetAsync("dispatcher-1", $"/api/cases/{caseId}/history?limit=200", cancellation)).GetProperty("items").EnumerateArray()];

    private static object Report(string unit, bool passUp) => new
    {
        type = "DEC-03",
        description = Seen,
        place = new { estate = "huayu-qiantang", building = unit[..unit.IndexOf('-', StringComparison.Ordinal)], unit },
        passUp,
    };
}
