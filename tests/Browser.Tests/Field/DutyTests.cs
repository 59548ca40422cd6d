using System.Text.Json;
using System.Text.RegularExpressions;
using Dispatch.Browser.Tests.Kit;

namespace Dispatch.Browser.Tests.Field;

public sealed class DutyTests : Story
{
    [Fact]
    public async Task An_officer_sees_until_when_they_are_on_duty_and_is_out_of_reach_and_back_with_one_tap()
    {
        var city = await StartCityAsync();
        var officer = (await VisitAsync(city, "/field", "officer-1", FieldParts.Phone)).Page;
        await Expect(officer.GetByText("On duty until 17:30")).ToBeVisibleAsync();
        Assert.Equal("signedIn", await KindAsync(city));

        await officer.Button("Out of reach").ClickAsync();
        await Expect(officer.GetByText("Out of reach: no case is offered to you")).ToBeVisibleAsync();
        Assert.Equal("signedOff", await KindAsync(city));

        await officer.ReloadAsync();
        await Expect(officer.GetByText("Out of reach: no case is offered to you")).ToBeVisibleAsync();
        await officer.Button("I am back").ClickAsync();
        await Expect(officer.GetByText("On duty until 17:30")).ToBeVisibleAsync();
        Assert.Equal("signedIn", await KindAsync(city));
    }

    [Fact]
    public async Task A_place_is_told_only_once_it_is_allowed_and_signing_out_ends_it()
    {
        var city = await StartCityAsync();
        var visitor = await VisitAsync(city, "/field", "officer-1", FieldParts.Phone);
        await visitor.Page.Context.GrantPermissionsAsync(["geolocation"]);
        await visitor.Page.Context.SetGeolocationAsync(new() { Latitude = 30.5281f, Longitude = 120.6902f });
        await Expect(visitor.Page.GetByText("On duty until 17:30")).ToBeVisibleAsync();
        Assert.Equal(JsonValueKind.Null, (await PresenceAsync(city)).GetProperty("position").ValueKind);

        await visitor.Page.RunAndWaitForResponseAsync(
            () => visitor.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Show dispatch where I am" }).CheckAsync(),
            response => response.Url.EndsWith("/presence", StringComparison.Ordinal));
        Assert.Equal(30.5281, (await PresenceAsync(city)).GetProperty("position").GetProperty("lat").GetDouble(), 4);

        await visitor.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("张伟峰") }).ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Sign out" }).ClickAsync();
        await Expect(visitor.Page).ToHaveURLAsync(new Regex("/sign-in"));
        Assert.Equal("signedOff", await KindAsync(city));
    }

    [Fact]
    public async Task Somebody_who_is_not_on_duty_reads_so()
    {
        var city = await StartCityAsync(new CityOptions { Start = new(2026, 3, 10, 20, 0, 0, TimeSpan.FromHours(8)) });

        var officer = (await VisitAsync(city, "/field", "officer-1", FieldParts.Phone)).Page;

        await Expect(officer.GetByText("Off duty")).ToBeVisibleAsync();
    }

    private async Task<string?> KindAsync(DispatchCity city) => (await PresenceAsync(city)).GetProperty("kind").GetString();

    private async Task<JsonElement> PresenceAsync(DispatchCity city) =>
        (await city.GetAsync("dispatcher-1", "/api/teams/street:xiashi/presence", Stop)).GetProperty("items").EnumerateArray()
        .Single(one => one.GetProperty("userName").GetString() == "officer-1");
}
