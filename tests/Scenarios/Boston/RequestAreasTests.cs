using Dispatch.Contracts;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Requests;
using Dispatch.Grains.Routing;
using Dispatch.TestKit;

namespace Dispatch.Scenarios.Boston;

public class RequestAreasTests
{
    private static readonly PolicyLoad Policy = PolicyFile.Load(Repository.PathOf("samples", "boston"));

    [Theory]
    [InlineData("Greater Mattapan", "mattapan")]
    [InlineData("Downtown / Financial District", "downtown")]
    [InlineData("Allston / Brighton", "allston")]
    [InlineData("back bay", "back-bay")]
    [InlineData(null, "boston")]
    [InlineData("Chestnut Hill", "chestnut-hill")]
    public void A_neighbourhood_is_a_street_by_its_name_or_by_the_table_or_by_itself(string? neighbourhood, string street) =>
        Assert.Equal(street, PlaceOf(Request("1", neighbourhood, ward: 9)).StreetId);

    [Fact]
    public void Ward_and_precinct_are_community_and_grid_and_without_a_ward_the_place_is_not_located()
    {
        var place = PlaceOf(Request("1", "Roxbury", ward: 9, precinct: 905));
        Assert.Equal(("roxbury.ward-9", "roxbury.ward-9.precinct-905"), (place.CommunityId, place.GridId));

        Assert.Equal(Territory.UnlocatedGridId("roxbury"), PlaceOf(Request("1", "Roxbury", ward: null, precinct: 905)).GridId);
    }

    [Fact]
    public void A_type_that_the_pack_lacks_has_no_clock_under_a_version_of_its_own()
    {
        var plan = Plan(Request("1", "Roxbury", 9) with { Type = "Call Log" }, Request("2", "Roxbury", 9) with { Type = "OCR Metrolist" });

        var pack = plan.Policy.Pack!;
        Assert.Empty(pack.Types["Call Log"].Clocks.Rules);
        Assert.Equal("5 wd", pack.Types["Zoning"].Clocks.Find("close")!.Budget.ToString());
        Assert.StartsWith("2015+", pack.Version, StringComparison.Ordinal);
        Assert.NotEqual(pack.Version, Plan(Request("1", "Roxbury", 9) with { Type = "Call Log" }).Policy.Pack!.Version);
        Assert.Same(Policy, Plan(Request("1", "Roxbury", 9)).Policy);
    }

    [Fact]
    public void A_plan_that_is_repeated_keeps_weekday_and_local_time_across_daylight_saving()
    {
        var opened = new DateTimeOffset(2015, 10, 26, 9, 0, 0, TimeSpan.FromHours(-4));

        var repeated = Plan(Request("1", "Roxbury", 9) with { OpenedAt = opened, ClosedAt = opened.AddDays(2) }).Repeated(2);

        Assert.Equal(["1", "1-2"], repeated.Cases.Select(planned => planned.CaseId));
        Assert.Equal(new DateTimeOffset(2015, 11, 9, 9, 0, 0, TimeSpan.FromHours(-5)), repeated.Cases[1].ReportedAt);
        Assert.Equal(new DateTimeOffset(2015, 11, 11, 9, 0, 0, TimeSpan.FromHours(-5)), repeated.End);
        Assert.Equal("1-2", repeated.Cases[1].Report.CaseId);
    }

    private static ServiceRequest Request(string id, string? neighbourhood, int? ward, int? precinct = null) => new()
    {
        Id = id,
        Type = "Zoning",
        OpenedAt = new DateTimeOffset(2015, 5, 18, 10, 0, 0, TimeSpan.FromHours(-4)),
        Neighbourhood = neighbourhood,
        Ward = ward,
        Precinct = precinct,
    };

    private static CasePlace PlaceOf(ServiceRequest request) => Plan(request).Cases.Single().Report.Place;

    private static ReplayPlan Plan(params ServiceRequest[] requests) => ReplayPlan.Of(
        requests,
        Policy,
        TerritoryFile.Load(Repository.PathOf("samples", "boston", "territory")).Territory!,
        reason => Assert.Fail(reason));
}
