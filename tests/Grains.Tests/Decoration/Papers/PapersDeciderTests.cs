using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Decoration.Papers;
using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.Decoration.Papers;

public sealed class PapersDeciderTests
{
    private static readonly Actor Captain = PapersStory.Captain;
    private static readonly DraftPaper Stop = new() { Paper = "stop-notice", Facts = "露台上正在搭建阳光房。" };
    private static readonly DraftPaper Order = new() { Paper = "order-to-correct", Facts = "飘窗已拆。", Measure = "恢复飘窗", Deadline = new DateOnly(2026, 9, 16) };
    private static readonly DraftPaper Decision =
        new() { Paper = "decision", Facts = "未取得规划许可搭建。", Measure = "自行拆除", Punishment = "P12", Cost = 80_000, Fine = 6_000 };

    private static readonly DraftPaper Acceptance = new() { Paper = "acceptance", Facts = "已拆除，现场清理完毕。" };

    [Fact]
    public void An_illegal_building_is_stopped_decided_on_demolished_and_accepted_each_in_its_time()
    {
        var story = new PapersStory("ILL-01").Do(new OpenPapers());
        Assert.Equal((PapersState.Open, "stop"), (story.Papers.State(), story.Running()));
        Assert.True(story.Due("papers-stop") > PapersStory.Start.AddHours(4) && story.Due("papers-stop") < PapersStory.Start.AddHours(8));

        story.Issue(Stop).Do(new FinishStep { Step = "stop" });
        Assert.Equal(("decide", new TimeSpan(9, 0, 0, 0)), (story.Running(), story.Due("papers-decide") - PapersStory.Start));
        story.Issue(Decision with { Paper = "hearing-notice", Measure = null }).Issue(Decision).Do(new FinishStep { Step = "decide" });
        Assert.Equal("demolish", story.Running());
        story.Do(new FinishStep { Step = "demolish", Said = "Taken down by the owner." });
        story.Do(new FinishStep { Step = "accept", Passed = false, Said = "The frame still stands." });
        Assert.Equal("demolish", story.Running());
        story.Do(new FinishStep { Step = "demolish", Said = "The frame, too." }).Issue(Acceptance).Do(new FinishStep { Step = "accept", Passed = true });

        Assert.Equal((PapersState.Done, false), (story.Papers.State(), story.Papers.IsOpen()));
        Assert.Empty(DossierClocks.Deadlines(story.Papers.Clocks, Sample.Xiashi));
        Assert.Equal(RefusalCode.StatusNotAllowed, story.Refused(Stop));
        Assert.Equal(CasePapers.Kind.Snapshot(story.Papers), CasePapers.Kind.Snapshot(CasePapers.Kind.Replay(story.Stored)));
        Assert.Equal(CasePapers.Kind.Snapshot(story.Papers), CasePapers.Kind.Snapshot(CasePapers.Kind.Read(CasePapers.Kind.Snapshot(story.Papers))));
    }

    [Fact]
    public void A_load_bearing_wall_is_looked_at_by_housing_and_restored_again_where_it_does_not_hold()
    {
        var housing = new Actor("department-housing", Role.DepartmentStaff, Scope.Department("housing"));
        var story = new PapersStory("DEC-01").Do(new OpenPapers()).Issue(Stop).Do(new FinishStep { Step = "stop" })
            .Issue(Order).Do(new FinishStep { Step = "restore" });
        Assert.Equal("structure", story.Running());
        var failed = new FinishStep { Step = "structure", Passed = false, Said = "The lintel is missing." };
        Assert.Equal(RefusalCode.RoleNotAllowed, story.Refused(failed));
        Assert.Equal(RefusalCode.RoleNotAllowed, story.Refused(failed, housing with { Area = Scope.Department("fire") }));
        story.Do(failed, housing);
        Assert.Equal("restore", story.Running());
        story.Do(new FinishStep { Step = "restore" }).Do(failed with { Passed = true, Said = "Sound." }, housing);
        Assert.Equal("decide", story.Running());

        Assert.DoesNotContain(new PapersStory("DEC-05").Do(new OpenPapers()).Papers.Steps, step => step.Id == "structure");
        Assert.Contains(new PapersStory("DEC-05").Do(new OpenPapers { With = ["structure"] }).Papers.Steps, step => step.Id == "structure");
    }

    [Fact]
    public void Damage_to_greening_is_replanted_in_five_working_days_and_accepted_by_the_parks()
    {
        var parks = new Actor("department-parks", Role.DepartmentStaff, Scope.Department("parks"));
        var story = new PapersStory("GRN-01").Do(new OpenPapers()).Issue(Stop).Do(new FinishStep { Step = "stop" }).Issue(Order);
        Assert.Equal(TimeSpan.FromDays(7), story.Due("papers-replant") - PapersStory.Start);
        story.Do(new FinishStep { Step = "replant" });
        Assert.Equal(RefusalCode.RoleNotAllowed, story.Refused(Acceptance, parks with { Area = Scope.Department("fire") }));
        Assert.Equal(RefusalCode.RoleNotAllowed, story.Refused(new FinishStep { Step = "accept", Passed = true }));
        story.Do(Acceptance, parks).Do(new SignPaper { N = 3 }, Captain).Do(new FinishStep { Step = "accept", Passed = true }, parks);
        Assert.Equal(PapersState.Done, story.Papers.State());
    }

    [Fact]
    public void A_refusal_leads_to_sealing_which_the_bureau_decides_within_its_hours_while_the_path_goes_on()
    {
        var story = new PapersStory("ILL-01").Do(new OpenPapers());
        Assert.Equal(RefusalCode.InvalidText, story.Refused(new RecordPartyRefusal { Said = " " }));
        story.Do(new RecordPartyRefusal { Said = "Work goes on behind a tarpaulin." });
        Assert.Equal("stop seal", story.Running());
        Assert.Equal(RefusalCode.StatusNotAllowed, story.Refused(new RecordPartyRefusal { Said = "Again." }));
        var sealing = new DraftPaper { Paper = "sealing-decision", Facts = "责令停工后仍施工。", Punishment = "P16" };
        Assert.Equal(RefusalCode.PowerNotHeld, story.Refused(sealing));

        Assert.Equal(RefusalCode.StepNotRunning, story.Refused(new HandOverStep { Step = "stop", Punishment = "P16" }));
        Assert.Equal(RefusalCode.PowerHeld, story.Refused(new HandOverStep { Step = "seal", Punishment = "P12" }));
        Assert.Equal(RefusalCode.UnknownCatalogueItem, story.Refused(new HandOverStep { Step = "seal", Punishment = "P01" }));
        story.Do(new HandOverStep { Step = "seal", Punishment = "P16" });
        Assert.True(story.Due("papers-hand-over-seal") > story.Now.AddHours(4));
        Assert.DoesNotContain(story.Papers.Clocks, clock => clock is { Name: "papers-seal", IsOpen: true });

        story.Do(new AnswerHandOver { Step = "seal", Taken = false, Said = "Send the photos first." });
        Assert.Equal("stop seal", story.Running());
        story.Do(new HandOverStep { Step = "seal", Punishment = "P16" }).Do(new AnswerHandOver { Step = "seal", Taken = true, Said = "Taken over." });
        Assert.Equal("stop", story.Running());
        Assert.Equal("市综合行政执法局", story.Papers.Step("seal")!.Office!.Zh);
    }

    [Fact]
    public void The_street_is_told_of_a_late_step_and_of_a_draft_until_they_are_done()
    {
        var story = new PapersStory("ILL-01").Do(new OpenPapers());
        Assert.Empty(story.Papers.Waiting());
        story.Now = story.Due("papers-stop");
        story.Fire();
        Assert.Empty(story.Papers.Waiting());
        story.Now = story.Now.AddMilliseconds(1);
        story.Fire();
        Assert.Equal(("street:xiashi", "dossier-late"), (Assert.Single(story.Papers.Waiting()).Receiver, Assert.Single(story.Papers.Waiting()).What));
        story.Do(Stop);
        Assert.Equal(["dossier-late", "paper-to-sign"], story.Papers.Waiting().Select(matter => matter.What));
        story.Do(new SignPaper { N = 1 }, Captain).Do(new FinishStep { Step = "stop" });
        Assert.Empty(story.Papers.Waiting());
        Assert.Equal(ClockState.Missed, story.Papers.Clock("papers-stop")!.State);
    }

    [Fact]
    public void Who_leads_opens_and_a_path_ends_early_by_a_captain_alone()
    {
        Assert.Equal(RefusalCode.RoleNotAllowed, new PapersStory("ILL-01").Refused(new OpenPapers(), PapersStory.Community));
        Assert.Equal("stop", new PapersStory("DEC-05").Do(new OpenPapers(), PapersStory.Community).Running());
        Assert.Equal(RefusalCode.OutsideArea, new PapersStory("DEC-05").Refused(new OpenPapers(), PapersStory.Community with { Area = Scope.Community("hehua") }));
        Assert.Equal(RefusalCode.NoDisposalPath, new PapersStory("FIRE-01").Refused(new OpenPapers()));
        Assert.Equal(RefusalCode.InvalidValue, new PapersStory("ILL-01").Refused(new OpenPapers { With = ["seal"] }));
        Assert.Equal(RefusalCode.StatusNotAllowed, new PapersStory("ILL-01").Refused(Stop));

        var story = new PapersStory("ILL-01").Do(new OpenPapers());
        Assert.Equal(RefusalCode.StatusNotAllowed, story.Refused(new OpenPapers()));
        Assert.Equal(RefusalCode.RoleNotAllowed, story.Refused(new EndPapers { Reason = "There is a permit." }));
        story.Do(new EndPapers { Reason = "There is a permit." }, Captain);
        Assert.Equal((PapersState.Ended, 0), (story.Papers.State(), DossierClocks.Deadlines(story.Papers.Clocks, Sample.Xiashi).Count));
        story.Known = story.Known with { Case = story.Known.Case with { Status = CaseStatus.Closed } };
        Assert.Equal(RefusalCode.StatusNotAllowed, new PapersStory("ILL-01") { Known = story.Known }.Refused(new OpenPapers()));
    }

    [Fact]
    public void A_step_waits_for_its_documents_unless_a_captain_goes_on_without_and_says_why()
    {
        var story = new PapersStory("ILL-01").Do(new OpenPapers()).Do(Stop);
        Assert.Equal(RefusalCode.PaperMissing, story.Refused(new FinishStep { Step = "stop" }));
        Assert.Equal(RefusalCode.StepNotRunning, story.Refused(new FinishStep { Step = "decide" }));
        Assert.Equal(RefusalCode.InvalidValue, story.Refused(new FinishStep { Step = "stop", Passed = true }));
        var waived = new FinishStep { Step = "stop", Waived = true, Said = "It stopped by itself." };
        Assert.Equal(RefusalCode.RoleNotAllowed, story.Refused(waived));
        Assert.Equal(RefusalCode.InvalidText, story.Refused(waived with { Said = null }, Captain));
        Assert.Equal("decide", story.Do(waived, Captain).Running());
    }

    [Theory]
    [InlineData("ILL-01")]
    [InlineData("DEC-03")]
    [InlineData("GRN-01")]
    public void What_is_shown_as_possible_is_never_refused(string type)
    {
        var story = new PapersStory(type);
        for (var turn = 0; story.Papers.State() is PapersState.NotOpened or PapersState.Open; turn++)
        {
            Assert.True(turn < 60, "The path does not end.");
            var acts = new[] { PapersStory.Officer, Captain }.SelectMany(by => PapersActs.Of(story.Papers, by, story.Known).Select(act => (by, act)))
                .Where(one => one.act.Command is not ("end-papers" or "return-paper" or "hand-over-step")).ToList();
            foreach (var (by, act) in acts)
            {
                Assert.IsType<DossierDecision>(story.Try(Given(act), by));
            }

            var (who, next) = acts.Find(one => one.act.Command == "sign-paper") is { act: not null } sign ? sign : acts.Find(one => !one.act.Asks.Contains("waived"));
            story.Do(Given(next), who);
        }

        Assert.Equal(PapersState.Done, story.Papers.State());
        Assert.Empty(PapersActs.Of(story.Papers, Captain, story.Known));
        Assert.Empty(PapersActs.Of(new PapersStory(type).Papers, PapersStory.Officer with { Role = Role.Supervisor }, story.Known));

        DossierCommand Given(PapersAct act) => act.Command switch
        {
            "open-papers" => new OpenPapers(),
            "sign-paper" => new SignPaper { N = act.N!.Value },
            "record-party-refusal" => new RecordPartyRefusal { Said = "Went on." },
            "finish-step" => new FinishStep
            {
                Step = act.Step!,
                Said = "Done.",
                Waived = act.Asks.Contains("waived"),
                Passed = act.Asks.Contains("passed") ? story.Known.Step(act.Step!).Needs.All(paper => story.Papers.HasSigned(act.Step!, paper)) : null,
            },
            "draft-paper" => new DraftPaper
            {
                Paper = act.Paper!,
                Facts = act.Asks.Contains("facts") ? "查明。" : null,
                Measure = act.Asks.Contains("measure") ? "恢复" : null,
                Deadline = act.Asks.Contains("deadline") ? new DateOnly(2026, 9, 20) : null,
                Punishment = !act.Asks.Contains("punishment") ? null : type == "ILL-01" ? (act.Paper == "sealing-decision" ? "P14" : "P12") : type == "GRN-01" ? "P17" : "P04",
                Cost = act.Asks.Contains("fine") && type == "ILL-01" ? 80_000 : null,
                Fine = act.Asks.Contains("fine") ? 5_000 : null,
            },
            _ => throw new InvalidOperationException(act.Command),
        };
    }
}
