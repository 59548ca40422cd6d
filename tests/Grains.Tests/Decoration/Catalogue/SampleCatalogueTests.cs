using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Decoration.Catalogue;
using Dispatch.Grains.Tests.Policies;
using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.Decoration.Catalogue;

public sealed class SampleCatalogueTests
{
    private static readonly CatalogueRules Rules = Sample.Xiashi.Catalogue!;

    [Fact]
    public void Xiashi_lists_nine_inspections_nineteen_punishments_and_one_of_sixty_one()
    {
        Assert.Equal(Enumerable.Range(1, 9).Select(n => $"D{n}"), Rules.View.Inspections.Select(item => item.Id));
        Assert.Equal(Enumerable.Range(1, 19).Select(n => $"P{n:00}"), Rules.View.Punishments.Select(item => item.Id));
        Assert.Equal(61, Rules.View.OneThing.List);
        Assert.Equal(new PolicyName("xiashi", Sample.Xiashi.Version), Rules.View.Policy);
        Assert.Contains("no official list", Rules.View.Notice.En, StringComparison.Ordinal);
        Assert.Contains("不是", Rules.View.Notice.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Boston_has_no_catalogue() => Assert.Null(SamplePackTests.Load("boston").Catalogue);

    [Theory]
    [InlineData("P01", LiableParty.Owner, FineBasis.Fixed, 500, 1_000)]
    [InlineData("P02", LiableParty.Owner, FineBasis.Fixed, 500, 1_000)]
    [InlineData("P03", LiableParty.Firm, FineBasis.Fixed, 1_000, 10_000)]
    [InlineData("P04", LiableParty.Firm, FineBasis.Fixed, 1_000, 5_000)]
    [InlineData("P05", LiableParty.Owner, FineBasis.Fixed, 500, 1_000)]
    [InlineData("P06", LiableParty.Owner, FineBasis.Fixed, 500, 1_000)]
    [InlineData("P09", LiableParty.Occupier, FineBasis.Fixed, 50_000, 100_000)]
    [InlineData("P11", LiableParty.PropertyManager, FineBasis.ManagementFee, 2, 3)]
    [InlineData("P12", LiableParty.Owner, FineBasis.CostPercent, 5, 10)]
    public void What_the_law_says_stands_there_unmarked(string id, LiableParty liable, FineBasis basis, int least, int most)
    {
        var item = Rules.Punishment(id)!;

        Assert.Equal((liable, basis, least, most, false), (item.Liable, item.Fine.Basis, item.Fine.Least, item.Fine.Most, item.Proposed));
    }

    [Theory]
    [InlineData("P07")]
    [InlineData("P08")]
    [InlineData("P10")]
    [InlineData("P13")]
    [InlineData("P14")]
    [InlineData("P15")]
    public void What_is_our_own_proposal_is_marked(string id) => Assert.True(Rules.Punishment(id)!.Proposed);

    [Fact]
    public void A_power_is_the_streets_since_a_day_or_an_office_has_it_with_a_clock()
    {
        var (own, other) = (Rules.Punishment("P02")!.Power, Rules.Punishment("P09")!.Power);

        Assert.True(own.IsStreets(own.StreetSince!.Value));
        Assert.False(own.IsStreets(own.StreetSince.Value.AddDays(-1)));
        Assert.Null(Rules.HandOver("P02"));
        Assert.False(other.IsStreets(DateOnly.MaxValue));
        Assert.Equal(("enforcement-bureau", "2 wd"), (other.Office, Rules.HandOver("P09").ToString()));
    }

    [Fact]
    public void Every_type_is_in_one_scene_and_has_its_items_but_a_dispute_is_punished_by_nobody()
    {
        Assert.Equal(13, Rules.View.Types.Count);
        Assert.Equal(["damage", "illegal", "illegal", "other"], Rules.View.Types.Select(type => type.Scene).Distinct().Select(scene => scene.Replace("greening-", "", StringComparison.Ordinal).Split('-')[0]).Order(StringComparer.Ordinal));
        Assert.All(Rules.View.Types, type => Assert.True(type.Inspections.Count > 0, type.Code));
        Assert.Equal(["DISP-01"], Rules.View.Types.Where(type => type.Punishments.Count == 0).Select(type => type.Code));
        Assert.Equal(["P09", "P10"], Rules.View.Types.Single(type => type.Code == "DEC-01").Punishments);
    }

    [Fact]
    public void The_services_come_from_the_works_and_the_types_alone()
    {
        var services = Rules.View.Services;

        Assert.Equal(1, services.Count(service => service.Kind == ServiceKind.Filing));
        Assert.Equal(
            Rules.View.Works.Where(work => work.Ruling == WorkRuling.NeedsApproval).Select(work => (work.Id, work.Office)),
            services.Where(service => service.Kind == ServiceKind.Approval).Select(service => (service.Id, (string?)service.Office)));
        Assert.Equal(Rules.View.Types.Select(type => type.Code), services.Where(service => service.Kind == ServiceKind.Report).Select(service => service.Id));
        Assert.All(services, service => Assert.Contains(service.Office, Rules.View.Offices));
    }
}
