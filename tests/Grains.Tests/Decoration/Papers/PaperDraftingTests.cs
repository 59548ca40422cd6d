using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Decoration.Papers;

namespace Dispatch.Grains.Tests.Decoration.Papers;

public sealed class PaperDraftingTests
{
    private static readonly Actor Captain = PapersStory.Captain;
    private static readonly DraftPaper Stop = new() { Paper = "stop-notice", Facts = "露台上正在搭建阳光房。" };
    private static readonly DraftPaper Decision =
        new() { Paper = "decision", Facts = "未取得规划许可搭建。", Measure = "自行拆除", Punishment = "P12", Cost = 80_000, Fine = 6_000 };

    [Fact]
    public void A_signature_gives_a_draft_its_number_and_day_and_nothing_of_the_template_is_left()
    {
        var story = new PapersStory("ILL-01").Do(new OpenPapers()).Do(Stop);
        Assert.Null(story.Papers.Papers[0].Number);
        Assert.Contains(story.Papers.Papers[0].Lines, line => line == "> {{number}}");
        story.Do(new SignPaper { N = 1 }, Captain);

        var paper = story.Papers.Papers[0];
        var text = string.Join('\n', paper.Lines);
        Assert.Equal(("硖石街道责停〔2026〕000123-1号", "captain", "officer-1"), (paper.Number, paper.EndedBy, paper.MadeBy));
        Assert.Contains("露台上正在搭建阳光房。", text, StringComparison.Ordinal);
        Assert.Contains("7-2-2001", text, StringComparison.Ordinal);
        Assert.Contains("2026年9月7日", text, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_of_a_case_count_signatures_without_gap_whatever_was_sent_back()
    {
        var story = new PapersStory("ILL-01").Do(new OpenPapers()).Do(Stop).Do(new ReturnPaper { N = 1, Reason = "Which terrace?" }, Captain)
            .Do(Stop).Do(new ReturnPaper { N = 2, Reason = "I see." }).Issue(Stop).Do(new FinishStep { Step = "stop" }).Issue(Decision);
        Assert.Equal([null, null, "硖石街道责停〔2026〕000123-1号", "硖石街道罚决〔2026〕000123-2号"], story.Papers.Papers.Select(paper => paper.Number));
        Assert.Equal("Which terrace?", story.Papers.Papers[0].Reason);
        Assert.Equal(RefusalCode.StatusNotAllowed, story.Refused(new SignPaper { N = 3 }, Captain));
    }

    [Fact]
    public void What_was_drafted_stays_when_the_office_edits_its_template_and_the_next_one_uses_the_new_text()
    {
        var story = new PapersStory("ILL-01").Do(new OpenPapers()).Do(Stop);
        story.Known = story.Known with { InForce = PapersStory.Edited("stop-notice", "# 新文本 {{facts}}") };
        story.Do(new SignPaper { N = 1 }, Captain).Issue(Stop);

        Assert.Equal((true, "edited"), (story.Papers.Papers[0].Lines.Length > 5, story.Papers.Papers[1].Template!.Version));
        Assert.Equal(["# 新文本 露台上正在搭建阳光房。"], story.Papers.Papers[1].Lines);
        Assert.NotEqual("edited", story.Papers.Papers[0].Template!.Version);
    }

    [Fact]
    public void A_fine_is_chosen_by_a_person_and_stands_in_the_document_with_its_range()
    {
        var paper = new PapersStory("ILL-01").Do(new OpenPapers()).Issue(Stop).Do(new FinishStep { Step = "stop" }).Issue(Decision).Papers.Papers[1];
        var text = string.Join('\n', paper.Lines);
        Assert.Contains("罚款人民币6,000元", text, StringComparison.Ordinal);
        Assert.Contains("工程造价80,000元的5%至10%：4,000元至8,000元", text, StringComparison.Ordinal);
        Assert.Contains("《城乡规划法》第六十四条", text, StringComparison.Ordinal);
        Assert.Equal((6_000m, "P12"), (paper.Fine, paper.Punishment));
    }

    [Theory]
    [InlineData("outside its range", RefusalCode.FineOutsideRange)]
    [InlineData("no amount", RefusalCode.FineOutsideRange)]
    [InlineData("no cost", RefusalCode.FineFactsMissing)]
    [InlineData("an amount for a measure", RefusalCode.NoFine)]
    [InlineData("no item", RefusalCode.UnknownCatalogueItem)]
    [InlineData("an item of another type", RefusalCode.UnknownCatalogueItem)]
    [InlineData("a power of the bureau", RefusalCode.PowerNotHeld)]
    [InlineData("no facts", RefusalCode.InvalidText)]
    [InlineData("a field among the facts", RefusalCode.InvalidText)]
    [InlineData("a deadline that it does not have", RefusalCode.InvalidValue)]
    [InlineData("no such template", RefusalCode.UnknownPaper)]
    [InlineData("a document of a later step", RefusalCode.PaperNotDue)]
    public void A_bad_draft_is_refused(string fault, RefusalCode code)
    {
        var story = new PapersStory("ILL-01").Do(new OpenPapers()).Issue(Stop).Do(new FinishStep { Step = "stop" });
        Assert.Equal(code, story.Refused(fault switch
        {
            "outside its range" => Decision with { Fine = 8_000.01m },
            "no amount" => Decision with { Fine = null },
            "no cost" => Decision with { Cost = null },
            "an amount for a measure" => Decision with { Punishment = "P14", Cost = null },
            "no item" => Decision with { Punishment = null },
            "an item of another type" => Decision with { Punishment = "P01" },
            "a power of the bureau" => Decision with { Punishment = "P15" },
            "no facts" => Decision with { Facts = " " },
            "a field among the facts" => Decision with { Facts = "{{number}}" },
            "a deadline that it does not have" => Decision with { Deadline = new DateOnly(2026, 9, 9) },
            "no such template" => Decision with { Paper = "love-letter" },
            _ => new DraftPaper { Paper = "acceptance", Facts = "验收。" },
        }));
    }

    [Theory]
    [InlineData("2026-09-06", false)]
    [InlineData("2026-09-07", true)]
    [InlineData("2027-09-07", true)]
    [InlineData("2027-09-08", false)]
    [InlineData(null, false)]
    public void A_deadline_lies_from_today_to_a_year_ahead(string? day, bool taken)
    {
        var story = new PapersStory("DEC-03").Do(new OpenPapers()).Issue(Stop).Do(new FinishStep { Step = "stop" });
        var order = new DraftPaper
        {
            Paper = "order-to-correct",
            Facts = "飘窗已拆。",
            Measure = "恢复",
            Deadline = day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture),
        };
        Assert.Equal(taken, story.Try(order) is Grains.Decoration.Dossiers.DossierDecision);
    }

    [Fact]
    public void Nobody_signs_their_own_draft_and_only_a_captain_signs()
    {
        var story = new PapersStory("ILL-01").Do(new OpenPapers()).Do(Stop, Captain);
        Assert.Equal(RefusalCode.OwnPaper, story.Refused(new SignPaper { N = 1 }, Captain));
        Assert.Equal(RefusalCode.RoleNotAllowed, story.Refused(new SignPaper { N = 1 }));
        Assert.Equal(RefusalCode.RoleNotAllowed, story.Refused(new ReturnPaper { N = 1, Reason = "Not mine." }));
        Assert.Equal(RefusalCode.Unknown, story.Refused(new SignPaper { N = 2 }, Captain));
        Assert.Equal(RefusalCode.PaperNotDue, story.Refused(Stop));
        Assert.NotNull(story.Do(new SignPaper { N = 1 }, Captain with { Id = "captain-2" }).Papers.Papers[0].Number);
    }

    [Fact]
    public void A_draft_of_a_step_that_another_office_has_is_not_signed_any_more()
    {
        var story = new PapersStory("ILL-01").Do(new OpenPapers()).Issue(Stop).Do(new FinishStep { Step = "stop" })
            .Do(Decision).Do(new HandOverStep { Step = "decide", Punishment = "P15" });
        Assert.Equal(RefusalCode.StepNotRunning, story.Refused(new SignPaper { N = 2 }, Captain));
        Assert.DoesNotContain(PapersActs.Of(story.Papers, Captain, story.Known), act => act.Command == "sign-paper");
        Assert.Equal(PaperState.Returned, story.Do(new ReturnPaper { N = 2, Reason = "It is theirs." }, Captain).Papers.Papers[1].State);
    }

    [Fact]
    public void A_measure_takes_no_amount_and_says_what_is_done_instead()
    {
        var story = new PapersStory("ILL-02").Do(new OpenPapers()).Issue(Stop).Do(new FinishStep { Step = "stop" })
            .Issue(Decision with { Punishment = "P14", Cost = null, Fine = null });
        Assert.Contains(story.Papers.Papers[1].Lines, line => line.Contains("责令停止、限期改正", StringComparison.Ordinal));
    }
}
