using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Decoration.Estates;
using Dispatch.Grains.Decoration.Filings;
using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.Decoration;

/// <summary>What a published guidance rules on the flats of its type.</summary>
public sealed class EstateRulingsTests
{
    private static readonly DecorationCatalogue Catalogue = Sample.Xiashi.Catalogue!.View;

    [Fact]
    public void Of_two_spots_of_one_kind_the_stricter_rules_and_a_kind_that_the_catalogue_lacks_rules_nothing()
    {
        var rulings = Rulings((SpotKind.Roof, RulingKind.Allowed), (SpotKind.Roof, RulingKind.Forbidden), (SpotKind.Other, RulingKind.Forbidden));

        Assert.Equal([("roof", WorkRuling.Forbidden)], rulings.Select(ruling => (ruling.Spot, ruling.Ruling)));
    }

    [Fact]
    public void What_the_estate_forbids_at_a_spot_can_no_longer_be_filed_there_and_what_the_law_forbids_stays_forbidden()
    {
        var scope = FilingScope.Of(Catalogue, Rulings((SpotKind.Roof, RulingKind.Forbidden), (SpotKind.BayWindow, RulingKind.Allowed)));

        Assert.Equal(WorkRuling.NeedsApproval, Catalogue.Works.Single(work => work.Id == "roof-structure").Ruling);
        Assert.Equal(WorkRuling.Forbidden, scope.Find("roof-structure")!.Ruling);
        Assert.Equal(WorkRuling.Forbidden, scope.Find("remove-bay-window")!.Ruling);
    }

    private static IReadOnlyList<UnitRuling> Rulings(params (SpotKind Kind, RulingKind Ruling)[] spots) => EstateRulings.Of(
        new GuidancePlan { Version = 1, Words = Text.Same("Read this."), Lines = [.. spots.Select((spot, n) => new GuidanceLine(n + 1, Spot(spot.Kind, spot.Ruling, n)))] },
        Catalogue.Spots);

    private static ProneSpot Spot(SpotKind kind, RulingKind ruling, int n) =>
        new() { Id = $"s{n}", X = 0.5, Y = 0.5, Kind = kind, Ruling = ruling, Sentence = Text.Same("So it is.") };
}
