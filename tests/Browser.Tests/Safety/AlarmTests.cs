using System.Text.Json;
using Dispatch.Browser.Tests.Board;
using Dispatch.Browser.Tests.Field;
using Dispatch.Browser.Tests.Kit;

namespace Dispatch.Browser.Tests.Safety;

public sealed class AlarmTests : Story
{
    [Fact]
    public async Task An_officer_s_alarm_opens_over_a_board_that_filters_it_out_and_the_phone_says_who_has_seen_it()
    {
        var city = await StartCityAsync();
        var one = await city.CaseOnSiteAsync(Stop);
        var board = (await VisitAsync(city, "/board?type=GRN-01", "dispatcher-1")).Page;
        var phone = (await VisitAsync(city, "/field", "officer-2", FieldParts.Phone)).Page;
        await Expect(board.GetByText("No case matches the filters.")).ToBeVisibleAsync();

        var card = phone.FieldCard(one);
        await Expect(Starting(card, "I am all right")).ToContainTextAsync("next sign in");
        await Starting(card, "I am all right").ClickAsync();

        await HoldAsync(Starting(card, "Help!"));
        var dialog = board.GetByRole(AriaRole.Alertdialog);
        await Expect(dialog).ToContainTextAsync("calls for help");
        await Expect(card).ToContainTextAsync("Waiting for an answer.");
        await Axe.ExpectNoViolationsAsync(board, "the board with an alarm");

        await dialog.Button("I see to it").ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(card).ToContainTextAsync("Seen by");
        await Expect(board.Row(one)).ToBeVisibleAsync();

        var bar = board.GetByRole(AriaRole.Group, new() { Name = $"Alarm {one.Number}" });
        await bar.Button("Look at the case").ClickAsync();
        await Expect(board.Panel(one)).ToContainTextAsync("answered at");
        await bar.Button("They are all right").ClickAsync();
        await Expect(bar).ToHaveCountAsync(0);
        await Expect(board.Row(one)).ToHaveCountAsync(0);
        Assert.Single(await EventsAsync(city, one, "CheckedIn"));
    }

    [Fact]
    public async Task An_alarm_reaches_everybody_who_answers_it_on_whatever_page_and_one_answer_takes_it_from_all()
    {
        var city = await StartCityAsync();
        var one = await city.CaseOnSiteAsync(Stop);
        var supervisor = (await VisitAsync(city, "/stats", "supervisor")).Page;
        var dispatcher = (await VisitAsync(city, "/roster", "dispatcher-1")).Page;
        var captain = (await VisitAsync(city, "/field", "captain", FieldParts.Phone)).Page;
        var partner = (await VisitAsync(city, "/field?tab=report", "officer-2", FieldParts.Phone)).Page;
        IPage[] answering = [supervisor, dispatcher, captain];
        await Expect(dispatcher.GetByRole(AriaRole.Region, new() { Name = "On duty now" }).GetByText("At work").First).ToBeVisibleAsync();

        await city.CommandAsync("officer-1", one.Id, "raise-alarm", new { }, Stop);
        foreach (var page in answering)
        {
            await Expect(page.GetByRole(AriaRole.Alertdialog)).ToContainTextAsync("calls for help");
        }

        await Expect(partner.GetByRole(AriaRole.Alert).Filter(new() { HasText = "calls for help" })).ToBeVisibleAsync();
        await Axe.ExpectNoViolationsAsync(supervisor, "the figures with an alarm");

        await supervisor.GetByRole(AriaRole.Alertdialog).Button("I see to it").ClickAsync();
        foreach (var page in answering)
        {
            await Expect(page.GetByRole(AriaRole.Alertdialog)).ToHaveCountAsync(0);
            await Expect(page.GetByRole(AriaRole.Group, new() { Name = $"Alarm {one.Number}" })).ToContainTextAsync("sees to it");
        }

        await Expect(partner.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Seen by" })).ToBeVisibleAsync();
        await dispatcher.GetByRole(AriaRole.Group, new() { Name = $"Alarm {one.Number}" }).Button("Look at the case").ClickAsync();
        await Expect(dispatcher.Panel(one)).ToBeVisibleAsync();
        await supervisor.Button("They are all right").ClickAsync();
        foreach (var page in answering)
        {
            await Expect(page.GetByRole(AriaRole.Group, new() { Name = $"Alarm {one.Number}" })).ToHaveCountAsync(0);
        }
    }

    [Fact]
    public async Task An_alarm_without_a_network_says_so_and_arrives_with_when_it_was_raised()
    {
        var city = await StartCityAsync(new CityOptions { Speed = 10 });
        var one = await city.CaseOnSiteAsync(Stop);
        var board = (await VisitAsync(city, "/board", "dispatcher-1")).Page;
        var officer = await VisitAsync(city, "/field", "officer-1", FieldParts.Phone);
        var card = officer.Page.FieldCard(one);
        await Expect(Starting(card, "Help!")).ToBeVisibleAsync();

        await officer.GoOfflineAsync();
        await HoldAsync(Starting(card, "Help!"));
        await Expect(card).ToContainTextAsync("Call by radio");
        await Expect(board.GetByRole(AriaRole.Alertdialog)).ToHaveCountAsync(0);
        await officer.ComeBackOnlineAsync();

        await Expect(board.GetByRole(AriaRole.Alertdialog)).ToContainTextAsync("calls for help", FieldParts.WhenSentText);
        var raised = Assert.Single(await EventsAsync(city, one, "AlarmRaised"));
        Assert.True(raised.GetProperty("occurredAt").GetDateTimeOffset() < raised.GetProperty("at").GetDateTimeOffset());
    }

    [Fact]
    public async Task A_sign_that_does_not_come_asks_the_partner_and_then_opens_over_the_board()
    {
        // Twenty minutes until the sign is due pass in 20 s, three for the pair in 3 s more.
        var city = await StartCityAsync(new CityOptions { Speed = 60 });
        var one = await city.CaseOnSiteAsync(Stop);
        var partner = (await VisitAsync(city, "/field", "officer-2", FieldParts.Phone)).Page;
        var board = (await VisitAsync(city, "/board", "captain")).Page;

        await Expect(partner.FieldCard(one)).ToContainTextAsync("No sign from the site.", FieldParts.WhenSentText);
        await Expect(board.GetByRole(AriaRole.Alertdialog)).ToContainTextAsync("No sign from", FieldParts.WhenSentText);

        await Starting(partner.FieldCard(one), "I am all right").ClickAsync();
        await Expect(board.GetByRole(AriaRole.Alertdialog)).ToHaveCountAsync(0, FieldParts.WhenSent);
    }

    /// <summary>The button whose name begins so; what follows counts down.</summary>
    private static ILocator Starting(ILocator card, string name) => card.GetByRole(AriaRole.Button, new() { NameRegex = new($"^{name}") });

    /// <summary>A second is asked for; a little more is held.</summary>
    private static Task HoldAsync(ILocator button) => button.ClickAsync(new() { Delay = 1_300 });

    private async Task<IReadOnlyList<JsonElement>> EventsAsync(DispatchCity city, StoryCase one, string name) =>
        [.. (await city.HistoryAsync(one.Id, Stop)).Where(line => line.GetProperty("event").GetString() == name)];
}
