using CsCheck;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Decoration.Catalogue;
using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.Decoration.Catalogue;

public sealed class CatalogueAnswerTests
{
    private static readonly CatalogueRules Rules = Sample.Xiashi.Catalogue!;
    private static readonly string[] All = [.. Rules.View.Works.Select(work => work.Id)];

    private static readonly Gen<string[]> Scopes = Gen.Int[0, All.Length - 1].Select(at => All[at]).Array[1, 12];

    [Fact]
    public void May_I_remove_this_wall_is_answered_with_the_article()
    {
        var answer = Rules.Answer(["remove-structural-wall"]);

        Assert.Equal((null, WorkRuling.Forbidden, "DEC-01"), (answer.Refusal, answer.Ruling, answer.Works.Single().Type));
        Assert.Contains("art. 5", answer.Works[0].Article.En, StringComparison.Ordinal);
        Assert.StartsWith("不能", answer.Works[0].Answer.Zh, StringComparison.Ordinal);
        Assert.Empty(answer.Offices);
    }

    [Fact]
    public void Works_that_need_approval_name_each_office_once()
    {
        var answer = Rules.Answer(["finishes", "move-gas", "facade-change", "roof-structure"]);

        Assert.Equal(WorkRuling.NeedsApproval, answer.Ruling);
        Assert.Equal(["planning", "gas"], answer.Offices);
        Assert.Equal("finishes", answer.Works[^1].Id);
        Assert.Equal(["D1", "D4", "D5", "D6", "D8"], answer.Inspections);
    }

    [Theory]
    [InlineData]
    [InlineData("paint-the-moon")]
    [InlineData("finishes", "")]
    public void What_the_catalogue_does_not_know_is_refused(params string[] works) =>
        Assert.Equal(RefusalCode.UnknownCatalogueItem, Rules.Answer(works).Refusal!.Code);

    [Fact]
    public void More_works_than_a_scope_has_are_refused() =>
        Assert.Equal(RefusalCode.UnknownCatalogueItem, Rules.Answer([.. Enumerable.Repeat("finishes", CatalogueRules.MostWorks + 1)]).Refusal!.Code);

    [Fact]
    public void More_works_never_make_a_ruling_milder_and_neither_order_nor_repeats_matter() => Gen.Select(Scopes, Scopes).Sample(
        (some, more) =>
        {
            var (few, all) = (Rules.Answer(some), Rules.Answer([.. more, .. some, .. some]));

            Assert.True(all.Ruling >= few.Ruling);
            Assert.Equal(all.Works, Rules.Answer([.. some, .. more]).Works);
            Assert.Equal(all.Works.Count, all.Works.DistinctBy(work => work.Id).Count());
            Assert.Equal(all.Works.Max(work => work.Ruling), all.Ruling);
            Assert.Equal(all.Offices.Count > 0, all.Works.Any(work => work.Ruling == WorkRuling.NeedsApproval));
        },
        iter: 1_000);
}
