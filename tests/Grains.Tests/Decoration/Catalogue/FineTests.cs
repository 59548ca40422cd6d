using CsCheck;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Decoration.Catalogue;
using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.Decoration.Catalogue;

public sealed class FineTests
{
    private static readonly CatalogueRules Rules = Sample.Xiashi.Catalogue!;
    private static readonly Gen<PunishmentItem> Items = Gen.Int[0, Rules.View.Punishments.Count - 1].Select(at => Rules.View.Punishments[at]);
    private static readonly Gen<decimal> Money = Gen.Long[100, 100_000_000_000].Select(fen => fen / 100m);

    private static PunishmentItem Item(string id) => Rules.Punishment(id)!;

    [Fact]
    public void A_fixed_range_needs_no_facts()
    {
        var proposal = Fine.Propose(Item("P09"), new FineFacts());

        Assert.Equal((50_000m, 100_000m), (proposal.Least, proposal.Most));
        Assert.Equal("Fixed range: ¥50,000 to ¥100,000", proposal.Computation.En);
        Assert.Equal("固定幅度：50,000元至100,000元", proposal.Computation.Zh);
    }

    [Fact]
    public void A_manager_who_did_not_report_pays_two_to_three_times_the_fee()
    {
        var proposal = Fine.Propose(Item("P11"), new FineFacts(Fee: 1_500.50m));

        Assert.Equal((3_001m, 4_501.5m), (proposal.Least, proposal.Most));
        Assert.Equal("2 to 3 times the decoration-management fee of ¥1,500.5: ¥3,001 to ¥4,501.5", proposal.Computation.En);
    }

    [Fact]
    public void Building_without_a_permit_costs_five_to_ten_per_cent_or_the_building()
    {
        var proposal = Fine.Propose(Item("P12"), new FineFacts(Cost: 80_000));

        Assert.Equal((4_000m, 8_000m), (proposal.Least, proposal.Most));
        Assert.EndsWith("¥4,000 to ¥8,000; or demolition where the harm cannot be undone otherwise", proposal.Computation.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("P11", null)]
    [InlineData("P11", 0.5)]
    [InlineData("P11", -3.0)]
    [InlineData("P12", null)]
    [InlineData("P12", 10.005)]
    [InlineData("P12", 1_000_000_001.0)]
    public void Missing_facts_and_what_is_no_money_are_refused(string id, double? amount) =>
        Assert.Equal(RefusalCode.FineFactsMissing, Fine.Propose(Item(id), new FineFacts((decimal?)amount, (decimal?)amount)).Refusal!.Code);

    [Fact]
    public void A_measure_is_no_fine()
    {
        Assert.Equal(RefusalCode.NoFine, Fine.Propose(Item("P16"), new FineFacts()).Refusal!.Code);
        Assert.Equal(RefusalCode.NoFine, Fine.Check(Item("P14"), new FineFacts(), 1)!.Code);
    }

    [Fact]
    public void Where_a_local_rule_sets_the_range_it_is_named_and_any_money_is_taken()
    {
        var proposal = Fine.Propose(Item("P17"), new FineFacts());

        Assert.Equal((null, null, "Set by the local greening rules"), (proposal.Least, proposal.Most, proposal.Computation.En));
        Assert.Null(Fine.Check(Item("P17"), new FineFacts(), 300));
        Assert.Equal(RefusalCode.FineOutsideRange, Fine.Check(Item("P17"), new FineFacts(), 0)!.Code);
    }

    [Theory]
    [InlineData(499.99)]
    [InlineData(1_000.01)]
    [InlineData(700.005)]
    [InlineData(-600)]
    public void An_amount_outside_the_range_is_refused_with_the_range(double amount)
    {
        var refusal = Fine.Check(Item("P02"), new FineFacts(), (decimal)amount)!;

        Assert.Equal(RefusalCode.FineOutsideRange, refusal.Code);
        Assert.Contains("between 500 and 1,000 yuan", refusal.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_proposed_is_a_range_of_money_whose_ends_are_taken_and_nothing_beyond() => Gen.Select(Items, Money, Money).Sample(
        (item, fee, cost) =>
        {
            var facts = new FineFacts(fee, cost);
            if (Fine.Propose(item, facts) is not { Refusal: null, Least: { } least, Most: { } most })
            {
                return;
            }

            Assert.True(least >= 0 && least <= most && decimal.Round(least, 2) == least && decimal.Round(most, 2) == most);
            Assert.Null(Fine.Check(item, facts, least));
            Assert.Null(Fine.Check(item, facts, most));
            Assert.NotNull(Fine.Check(item, facts, least - 0.01m));
            Assert.NotNull(Fine.Check(item, facts, most + 0.01m));
        },
        iter: 5_000);

    [Fact]
    public void A_dearer_work_is_never_fined_less() => Gen.Select(Money, Money).Sample(
        (one, other) =>
        {
            var (cheap, dear) = (Propose(Math.Min(one, other)), Propose(Math.Max(one, other)));

            Assert.True(cheap.Least <= dear.Least && cheap.Most <= dear.Most);
        },
        iter: 1_000);

    private static FineProposal Propose(decimal cost) => Fine.Propose(Item("P12"), new FineFacts(Cost: cost));
}
