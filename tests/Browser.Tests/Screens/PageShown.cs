using Dispatch.Browser.Tests.Board;
using Dispatch.Browser.Tests.Kit;
using Dispatch.Browser.Tests.Policies;

namespace Dispatch.Browser.Tests.Screens;

/// <summary>A page as <c>docs/screens</c> shows it.</summary>
/// <param name="Name">The picture's name, without look and ending.</param>
/// <param name="Path">Where the page is.</param>
/// <param name="UserName">Who looks at it; null for somebody who has not signed in.</param>
/// <param name="Screens">The screens that it is made for.</param>
/// <param name="ReadyAsync">Waits until what the picture is about is there.</param>
/// <param name="HappensAsync">What happens before, in a city of its own; null for a page of the quiet city.</param>
internal sealed record PageShown(
    string Name, string Path, string? UserName, Screen[] Screens, Func<IPage, Task> ReadyAsync, Func<DispatchCity, CancellationToken, Task>? HappensAsync = null)
{
    /// <summary>Where it is in a city, for a page with a secret in its address; null where it is at <see cref="Path"/>.</summary>
    public Func<DispatchCity, CancellationToken, Task<string>>? AddressAsync { get; init; }

    /// <summary>A page without script that says everything in both languages, in one look.</summary>
    public bool IsPlain { get; init; }

    private static readonly Screen[] Desk = [Screen.Desk];
    private static readonly Screen[] Both = [Screen.Desk, Screen.Phone];

    /// <summary>Every page, with what opens over it.</summary>
    public static IReadOnlyList<PageShown> All { get; } =
    [
        new("sign-in", "/sign-in", null, Both, page => Seen(page.GetByRole(AriaRole.Button, new() { NameRegex = new("officer-1|张伟峰") }).First)),
        new("board", "/board", "dispatcher-1", Both, BoardAsync),
        new("board-case", "/board", "dispatcher-1", Both, OpenFirstCaseAsync),
        new("board-command-bar", "/board", "dispatcher-1", Desk, page => PressAsync(page, "/", page.GetByRole(AriaRole.Combobox).Last)),
        new("board-call", "/board", "dispatcher-1", Desk, page => PressAsync(page, "n", page.GetByRole(AriaRole.Combobox).Last)),
        new("board-keys", "/board", "dispatcher-1", Desk, page => PressAsync(page, "?", page.GetByRole(AriaRole.Dialog))),
        new("board-rewind", "/board", "supervisor", Desk, page => PressAsync(page, "r", page.GetByRole(AriaRole.Slider).First)),
        new("board-form", "/board", "dispatcher-1", Desk, OpenFormAsync),
        new("community", "/community", "community-xishan", Both, page => Seen(page.GetByRole(AriaRole.Article).First)),
        new("community-wall", "/community?wall=1", "community-xishan", Desk, page => Seen(page.GetByRole(AriaRole.Definition).First)),
        new("field-grid", "/field", "grid-xishan-03", Both, page => Seen(page.GetByRole(AriaRole.Article).First)),
        new("field-report", "/field?tab=report", "grid-xishan-03", [Screen.Phone], page => Seen(page.Locator("form"))),
        new("field-checks", "/field?tab=checks", "grid-xishan-03", [Screen.Phone], page => Seen(page.GetByRole(AriaRole.Article).First)),
        new("field-pass-up", "/field", "grid-xishan-03", [Screen.Phone], OpenSheetAsync),
        new("field-case", "/field", "grid-xishan-03", [Screen.Phone], OpenFieldCaseAsync),
        new("field-officer", "/field", "officer-1", [Screen.Phone], page => Seen(page.GetByRole(AriaRole.Article).First)),
        new("department", "/department", "department-planning", [Screen.Phone], page => Seen(page.GetByRole(AriaRole.Article).First)),
        new("morning", "/morning", "supervisor", Both, page => Seen(page.GetByRole(AriaRole.Region).Last)),
        new("stats", "/stats", "supervisor", Both, page => Seen(page.GetByRole(AriaRole.Table).First)),
        new("stats-cases", "/stats", "supervisor", Desk, OpenNumberAsync),
        new("roster", "/roster", "captain", Both, page => Seen(page.Locator(".block").First)),
        new("roster-hand-over", "/roster?view=hand-over", "captain", Both, page => Seen(page.GetByRole(AriaRole.Textbox))),
        new("roster-plan", "/roster", "community-hehua", Both, OpenPlanAsync),
        new("services", "/services", null, Both, page => Seen(page.GetByRole(AriaRole.Article).First)),
        new("import", "/import", "dispatcher-1", Desk, page => Seen(page.GetByLabel(new System.Text.RegularExpressions.Regex("CSV")).First)),
        new("alarm", "/stats", "supervisor", Both, page => Seen(page.GetByRole(AriaRole.Alertdialog)), (city, stop) => city.CaseWithAlarmAsync(stop)),
        new("policy", "/policy", "supervisor", Both, page => Seen(page.GetByRole(AriaRole.Row).Last)),
        new("policy-trial", "/policy", "supervisor", Desk, OpenTrialAsync),
        new("filings", "/filings", "community-xishan", Both, page => Seen(page.GetByRole(AriaRole.Row).Last)),
        new("unit", "/unit?at=huayu-qiantang.7-1-1202", "grid-xishan-03", Both, page => Seen(page.GetByRole(AriaRole.Article).First)),
        new("estates", "/estates", "captain", Both, page => Seen(page.Locator(".cards .chip").First)),
        new("estate", "/estates/kipeili-2", "captain", Both, page => Seen(page.Locator("plan-picture secured-picture img").First)),
        new("review", "/reviews/kipeili-2-handover", "captain", Both, page => Seen(page.Locator("#signatures"))),
        new("rounds", "/rounds", "manager-kipeili", Both, page => Seen(page.GetByRole(AriaRole.Heading, new() { Level = 2 }).First)),
        new("round", "/rounds?id=kipeili-2-first", "manager-kipeili", Both, page => Seen(page.Locator("round-item").First)),
        new("visits", "/visits", "officer-1", Both, page => Seen(page.GetByRole(AriaRole.Heading, new() { Level = 2 }).First)),
        new("committee", "/committee", "captain", Both, page => Seen(page.Locator("#competition"))),
        new("pilots", "/pilots", "captain", Both, page => Seen(page.Locator("open-pilot-form"))),
        new("sessions", "/sessions", "captain", Both, page => Seen(page.Locator(".cards .chip").First)),
        new("session", "/sessions/kipeili-2.owners-1", "captain", Both, page => Seen(page.Locator("effect-section"))),
        new("mediations", "/mediations", "community-xishan", Both, page => Seen(page.Locator(".cards .chip").First)),
        new("mediation", "/mediations/huayu-water", "community-xishan", Both, page => Seen(page.Locator("#sessions"))),
        new("guidance", "/g", null, Both, page => Seen(page.Locator("plan-picture img"))) { AddressAsync = GuidanceAsync },
        new("door", "/door", null, [Screen.Phone], page => Seen(page.Locator("#filed"))) { AddressAsync = DoorAsync, IsPlain = true },
        new("door-card", "/door", null, Desk, page => Seen(page.Locator(".qr svg")))
        {
            AddressAsync = async (city, stop) => await DoorAsync(city, stop) + "/print",
            IsPlain = true,
        },
        new("roster-form", "/roster", "officer-1", Both, OpenSwapAsync),
    ];

    private static async Task<string> DoorAsync(DispatchCity city, CancellationToken stop) =>
        (await city.GetAsync("captain", "/api/units/huayu-qiantang/7-1-1202", stop)).GetProperty("link").GetString()!;

    private static async Task<string> GuidanceAsync(DispatchCity city, CancellationToken stop) =>
        (await city.GetAsync("captain", "/api/estates/kipeili-2", stop)).GetProperty("plans")[0].GetProperty("link").GetString()!;

    private static Task Seen(ILocator what) => Expect(what).ToBeVisibleAsync();

    private static async Task PressAsync(IPage page, string key, ILocator opens)
    {
        await Seen(page.Rows().First);
        await page.Keyboard.PressAsync(key);
        await Seen(opens);
    }

    /// <summary>The list, and beside it the map where there is room for one.</summary>
    private static async Task BoardAsync(IPage page)
    {
        await Seen(page.Rows().First);
        if (page.ViewportSize!.Width > 1_000)
        {
            await Expect(page.Locator("case-map .canvas[aria-busy=false]")).ToHaveCountAsync(1);
        }
    }

    private static async Task OpenFirstCaseAsync(IPage page)
    {
        await page.Rows().First.ClickAsync();
        await Seen(page.GetByRole(AriaRole.Article).GetByRole(AriaRole.Button).First);
        await Seen(page.GetByRole(AriaRole.Article).GetByRole(AriaRole.Listitem).Last);
    }

    private static async Task OpenFormAsync(IPage page)
    {
        await OpenFirstCaseAsync(page);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("Suspend|挂账") }).ClickAsync();
        await Seen(page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Textbox).First);
    }

    private static async Task OpenSheetAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^(Pass up|上报社区)$") }).First.ClickAsync();
        await Seen(page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Textbox));
    }

    private static async Task OpenFieldCaseAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Article).First.GetByRole(AriaRole.Button).First.ClickAsync();
        await Seen(page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Listitem).Last);
    }

    private static async Task OpenSwapAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^(Ask for a swap|申请换班)$") }).ClickAsync();
        await Seen(page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Combobox).First);
    }

    private static async Task OpenPlanAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^(Plan a duty|新增排班)$") }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Combobox).First.SelectOptionAsync("daysOff");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Combobox).Last.SelectOptionAsync("1");
        await Seen(page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Listitem).First);
    }

    private static async Task OpenTrialAsync(IPage page)
    {
        await page.GetByLabel(new System.Text.RegularExpressions.Regex("^(or a file|或选择文件)$")).SetInputFilesAsync(ShorterPack.File("15 min"));
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^(Dry run|试算)$") }).ClickAsync();
        await Seen(page.Locator("dry-run-report").GetByRole(AriaRole.Row).Last);
    }

    private static async Task OpenNumberAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("Opened, All|合计，立案") }).First.ClickAsync();
        await Seen(page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Link).First);
    }
}
