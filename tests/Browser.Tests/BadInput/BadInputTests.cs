using Dispatch.Browser.Tests.Board;
using Dispatch.Browser.Tests.Field;
using Dispatch.Browser.Tests.Kit;

namespace Dispatch.Browser.Tests.BadInput;

/// <summary>What goes wrong is said in words with a next step, and what was typed is kept.</summary>
public sealed class BadInputTests : Story
{
    private const string Why = "A school is next door.";

    [Fact]
    public async Task A_file_that_is_no_photo_is_refused_and_the_rest_of_the_report_stays()
    {
        var page = (await VisitAsync(await QuietCityAsync(), "/field?tab=report", "grid-xishan-03", FieldParts.Phone)).Page;
        await page.GetByLabel("What do you see?").FillAsync("A wall is being taken down.");

        await page.TakeAsync(page.Button("Take a photo"), Photos.NoPhoto);

        await Expect(page.GetByText("The photo cannot be read. Take it again.")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("What do you see?")).ToHaveValueAsync("A wall is being taken down.");
    }

    [Fact]
    public async Task A_huge_photo_is_made_small_on_the_device()
    {
        var city = await StartCityAsync();
        var one = await city.CaseAtGridAsync(Stop);
        var page = (await VisitAsync(city, $"/board?case={one.Id}", "dispatcher-1")).Page;

        await page.Panel(one).Button("Add photos").ClickAsync();
        var form = page.GetByRole(AriaRole.Dialog, new() { Name = "Add photos" });
        await page.TakeAsync(form.GetByRole(AriaRole.Group, new() { Name = "Photos" }).Button("Add photos"), Photos.Huge);
        await Expect(form.GetByText("Sent", new() { Exact = true })).ToBeVisibleAsync();
        await form.GetByLabel("Note (optional)").PressAsync("Control+Enter");

        await Expect(page.Panel(one).GetByText("Photos (1)")).ToBeVisibleAsync();
        var kept = (await city.OnlyCaseAsync(Stop)).View.GetProperty("evidence")[0];
        Assert.InRange(kept.GetProperty("bytes").GetInt64(), 1, 10 * 1024 * 1024);
        Assert.True(kept.GetProperty("width").GetInt32() <= 2_560, "It is not wider than a door sign needs.");
    }

    [Fact]
    public async Task A_place_outside_the_street_comes_back_in_words_and_the_report_can_be_seen()
    {
        var worker = await VisitAsync(await StartCityAsync(), path: null, "grid-xishan-03", FieldParts.Phone);
        worker.Guard.Expect("status of 422 .*/api/reports");
        await worker.Context.GrantPermissionsAsync(["geolocation"]);
        await worker.Context.SetGeolocationAsync(new() { Latitude = 39.9f, Longitude = 116.4f, Accuracy = 10 });
        await worker.GoAsync("/field?tab=report");
        var page = worker.Page;

        await page.Button("Façade, openings, bay window, equipment balcony").ClickAsync();
        await page.Button("Where I am").ClickAsync();
        await page.Locator("form").Button("Report").ClickAsync();
        await page.Tab("Outbox").ClickAsync();

        var refused = page.GetByRole(AriaRole.Article).Filter(new() { HasText = "This place lies outside the street. Move the pin, or choose the estate." });
        await Expect(refused).ToBeVisibleAsync(FieldParts.WhenSentShown);
        await Expect(refused.Button("Discard")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_session_that_ends_in_the_middle_of_a_form_is_renewed_over_it_and_the_form_goes_on()
    {
        var (_, dispatcher, one) = await AtTheFormAsync("Set priority");
        var form = dispatcher.Page.GetByRole(AriaRole.Dialog, new() { Name = "Set priority" });
        await form.Button("Urgent").ClickAsync();
        await form.GetByLabel("Reason").FillAsync(Why);
        dispatcher.Guard.Expect("status of 401");
        await dispatcher.Context.ClearCookiesAsync();
        await dispatcher.Page.RouteAsync("**/commands/**", route => route.FulfillAsync(new() { Status = 401 }), new() { Times = 1 });

        await form.Button("Set priority").ClickAsync();
        var again = dispatcher.Page.GetByRole(AriaRole.Dialog, new() { Name = "Sign in again" });
        await Expect(again.GetByText("what you typed are kept")).ToBeVisibleAsync();
        await again.GetByLabel("Password").FillAsync("demo");
        await again.Button("Sign in").ClickAsync();
        await Expect(form.GetByLabel("Reason")).ToHaveValueAsync(Why);
        await form.Button("Set priority").ClickAsync();

        await Expect(dispatcher.Page.Row(one)).ToContainTextAsync("Urgent");
    }

    [Fact]
    public async Task A_command_that_somebody_made_impossible_a_second_ago_says_how_the_case_stands_now()
    {
        var (city, dispatcher, one) = await AtTheFormAsync("Reject");
        dispatcher.Guard.Expect("status of 409");
        var form = dispatcher.Page.GetByRole(AriaRole.Dialog, new() { Name = "Reject" });
        await form.GetByLabel("Reason").FillAsync(Why);
        await city.CommandAsync("dispatcher-2", one.Id, "assign", new { officerIds = new[] { "officer-1", "officer-2" } }, Stop);

        await form.Button("Reject").ClickAsync();

        await Expect(form.GetByRole(AriaRole.Alert).Filter(new() { HasText = "The case now stands at:" })).ToContainTextAsync("Offered");
        await Expect(form.GetByLabel("Reason")).ToHaveValueAsync(Why);
    }

    [Fact]
    public async Task A_server_that_answers_503_is_asked_again_and_then_the_person_is_told_and_keeps_the_text()
    {
        var (_, dispatcher, one) = await AtTheFormAsync("Comment");
        dispatcher.Guard.Expect("status of 503");
        await dispatcher.Page.RouteAsync("**/commands/**", route => route.FulfillAsync(new()
        {
            Status = 503,
            ContentType = "application/problem+json",
            Headers = new Dictionary<string, string> { ["Retry-After"] = "0" },
            Body = """{"status":503,"code":"unavailable","title":"The store is away.","detail":"Nothing was stored; try again."}""",
        }));
        var form = dispatcher.Page.GetByRole(AriaRole.Dialog, new() { Name = "Comment" });
        await form.GetByLabel("Comment").FillAsync(Why);

        await form.Button("Comment").ClickAsync();
        await Expect(form.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Nothing was lost; try again" })).ToBeVisibleAsync();
        await Expect(form.GetByLabel("Comment")).ToHaveValueAsync(Why);
        await dispatcher.Page.UnrouteAllAsync();
        await form.Button("Comment").ClickAsync();

        await Expect(dispatcher.Page.Panel(one).GetByText($"顾敏: {Why}")).ToBeVisibleAsync();
    }

    private async Task<(DispatchCity City, Visitor Dispatcher, StoryCase Case)> AtTheFormAsync(string command)
    {
        var city = await StartCityAsync();
        var one = await city.CaseAtStreetAsync(Stop);
        var dispatcher = await VisitAsync(city, $"/board?case={one.Id}", "dispatcher-1");
        await dispatcher.Page.Panel(one).Button(command).ClickAsync();
        return (city, dispatcher, one);
    }
}
