using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Decoration.Promises;
using Dispatch.Grains.Figures;
using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.Decoration;

/// <summary>What reporter and owner see of a case and may say of it by their secret links.</summary>
public sealed class PromiseTests
{
    private const string Reporter = "reporter-link";

    private static readonly byte[] Secret = [.. Enumerable.Range(1, 32).Select(n => (byte)n)];

    [Fact]
    public void Whoever_reported_says_once_how_it_ended_and_a_repeat_is_the_same_answer()
    {
        var world = Closed();
        Say(world, "2026-09-08 09:00", PromiseParty.Reporter, OutcomeAnswer.Satisfied);
        var events = world.Events.Count;
        Say(world, "2026-09-08 09:01", PromiseParty.Reporter, OutcomeAnswer.Satisfied);

        Assert.Equal(events, world.Events.Count);
        Assert.Equal(RefusalCode.AlreadyAnswered, Refused(world, "2026-09-08 09:02", PromiseParty.Reporter, OutcomeAnswer.NotSolved));
        Say(world, "2026-09-08 09:03", PromiseParty.Owner, OutcomeAnswer.Unsatisfied);
        Assert.Equal(
            [OutcomeAnswer.Satisfied, OutcomeAnswer.Unsatisfied],
            new[] { PromiseParty.Reporter, PromiseParty.Owner }.Select(party => world.Case.Promise!.SaidBy(party)!.Answer));
    }

    [Fact]
    public void Not_solved_opens_the_case_again_where_it_was_worked_on_and_the_supervisor_is_told()
    {
        var world = Closed();
        Say(world, "2026-09-08 09:00", PromiseParty.Reporter, OutcomeAnswer.NotSolved);

        Assert.Equal((CaseStatus.OnSite, CaseLevel.Supervision), (world.Case.Status, world.Case.Level));
        Assert.Contains("supervisor:xiashi supervision", world.Told);
        Assert.Contains(world.History, line => line.EndsWith("Escalated Street→Supervision NotSolved", StringComparison.Ordinal));
        Assert.Contains(world.Case.Clocks, clock => clock is { Name: "rectify", State: ClockState.Running });

        world.Do("2026-09-08 10:00", Role.Officer, new Resolve(), "o.zhang").Do("2026-09-08 10:30", Role.GridWorker, new Check(true));
        Say(world, "2026-09-08 11:00", PromiseParty.Reporter, OutcomeAnswer.Satisfied);
        Assert.Equal(CaseStatus.Closed, world.Case.Status);
        Assert.Single(world.Case.Promise!.Said!.Value);
    }

    [Fact]
    public void The_owner_reopens_nothing_and_nobody_answers_before_the_end_or_after_the_window()
    {
        var open = new CaseWorld(Sample.Xiashi).Report("2026-09-07 09:00", Role.Citizen, "DEC-03");
        Assert.Equal(RefusalCode.StatusNotAllowed, Refused(open, "2026-09-07 09:01", PromiseParty.Reporter, OutcomeAnswer.Satisfied));

        var world = Closed();
        Assert.Equal(RefusalCode.InvalidValue, Refused(world, "2026-09-08 09:00", PromiseParty.Owner, OutcomeAnswer.NotSolved));
        Assert.Equal(RefusalCode.RoleNotAllowed, world.Refused("2026-09-08 09:00", Role.Dispatcher, new AnswerOutcome(PromiseParty.Reporter, OutcomeAnswer.Satisfied)));
        Assert.Equal(RefusalCode.AnswerTooLate, Refused(world, "2026-09-23 09:00", PromiseParty.Reporter, OutcomeAnswer.NotSolved));
    }

    [Fact]
    public void Satisfaction_counts_the_reporters_last_answer_and_every_number_is_of_cases()
    {
        var world = Closed();
        Assert.Equal((0, 0), Counted(world));
        Say(world, "2026-09-08 09:00", PromiseParty.Owner, OutcomeAnswer.Satisfied);
        Assert.Equal((0, 0), Counted(world));
        Say(world, "2026-09-08 09:00", PromiseParty.Reporter, OutcomeAnswer.NotSolved);
        Assert.Equal((1, 0), Counted(world));
        world.Do("2026-09-08 10:00", Role.Officer, new Resolve(), "o.zhang").Do("2026-09-08 10:30", Role.GridWorker, new Check(true));
        Say(world, "2026-09-08 11:00", PromiseParty.Reporter, OutcomeAnswer.Satisfied);
        Assert.Equal((1, 1), Counted(world));

        var tally = new FigureTally(null);
        tally.Add(CaseFactsFold.Of(world.Events, DateTimeOffset.MaxValue)!);
        Assert.Equal(1, tally.Rates().Satisfaction);
        Assert.Null(new FigureTally(null).Rates().Satisfaction);
    }

    [Fact]
    public void Photos_are_hidden_until_the_staff_show_them_and_only_photos_of_the_case_are_shown()
    {
        var world = new CaseWorld(Sample.Xiashi);
        var (one, other) = (new string('a', 64), new string('b', 64));
        world.Uploaded.UnionWith([one, other]);
        world.Report("2026-09-07 09:00", Role.GridWorker, "DEC-03", evidenceIds: [one]);

        Assert.Empty(Look(world, PromiseParty.Reporter, "2026-09-07 09:01").Photos);
        Assert.Equal(RefusalCode.UnknownEvidence, world.Refused("2026-09-07 09:02", Role.CommunityStaff, new ShowPhotos([other])));
        Assert.Equal(RefusalCode.RoleNotAllowed, world.Refused("2026-09-07 09:02", Role.PropertyManager, new ShowPhotos([one])));
        world.Do("2026-09-07 09:03", Role.CommunityStaff, new ShowPhotos([one, one]));
        Assert.Equal([one], Look(world, PromiseParty.Owner, "2026-09-07 09:04").Photos);
        world.Do("2026-09-07 09:05", Role.CommunityStaff, new ShowPhotos([]));
        Assert.Empty(Look(world, PromiseParty.Reporter, "2026-09-07 09:06").Photos);
    }

    [Fact]
    public void The_page_promises_before_it_keeps_and_says_honestly_when_it_did_not()
    {
        var world = new CaseWorld(Sample.Xiashi).Report("2026-09-07 09:00", Role.Citizen, "DEC-03");
        var asked = Look(world, PromiseParty.Reporter, "2026-09-07 09:10");
        Assert.Equal(("grid", null), (asked.Has, asked.OverdueSince));
        Assert.Equal(
            ["verify-report Running ", "acknowledge  30 min", "pre-control  4 wh", "arrive  4 wh", "rectify  7 wd", "check  2 wd"],
            asked.Times.Select(time => $"{time.Clock} {time.State} {time.Within}"));

        world.PassUntil("2026-09-07 09:45");
        var late = Look(world, PromiseParty.Reporter, "2026-09-07 09:45");
        Assert.Equal(world.At("2026-09-07 09:30"), late.OverdueSince);
        Assert.Contains(late.Steps, step => step is { What: "missed", Clock: "verify-report" });

        var done = Look(Closed(), PromiseParty.Owner, "2026-09-08 09:00");
        Assert.Null(done.Has);
        Assert.Equal("closed", done.Steps[^1].What);
        Assert.Equal(done.ClosedAt!.Value.AddDays(15), done.AnswerBy);
        Assert.All(done.Times.Where(time => time.Clock is "arrive" or "rectify" or "check"), time => Assert.Equal(ClockState.Met, time.State));
    }

    [Fact]
    public void Each_party_has_a_token_of_its_own_and_neither_is_guessed_from_the_other()
    {
        var (reporter, owner) = (PromiseTokens.Of(Secret, "case-1", PromiseParty.Reporter), PromiseTokens.Of(Secret, "case-1", PromiseParty.Owner));
        Assert.Equal(("case-1", PromiseParty.Reporter), PromiseTokens.Open(Secret, reporter));
        Assert.Equal(("case-1", PromiseParty.Owner), PromiseTokens.Open(Secret, owner));
        Assert.Equal(reporter.Length, owner.Length);
        Assert.All(
            ["", "case-1", "case-1.", owner[..^1] + "!", reporter.Replace("case-1", "case-2", StringComparison.Ordinal), new string('x', 500)],
            guess => Assert.Null(PromiseTokens.Open(Secret, guess)));
    }

    private static CaseWorld Closed() => new CaseWorld(Sample.Xiashi)
        .Report("2026-09-07 09:00", Role.Citizen, "DEC-03")
        .Do("2026-09-07 09:05", Role.GridWorker, new VerifyReport(true))
        .Do("2026-09-07 09:10", Role.GridWorker, new PassUp("r"))
        .Do("2026-09-07 09:15", Role.CommunityStaff, new Whistle("r"))
        .Do("2026-09-07 09:20", Role.Dispatcher, new Assign(["o.zhang", "o.li"]))
        .Do("2026-09-07 09:21", Role.Officer, new OfferAccept(), "o.zhang")
        .Do("2026-09-07 09:40", Role.Officer, new Arrive(), "o.zhang")
        .Do("2026-09-07 10:00", Role.Officer, new Resolve(), "o.zhang")
        .Do("2026-09-07 10:30", Role.GridWorker, new Check(true));

    private static void Say(CaseWorld world, string at, PromiseParty party, OutcomeAnswer answer) =>
        world.Do(at, Role.System, new AnswerOutcome(party, answer), Reporter);

    private static RefusalCode Refused(CaseWorld world, string at, PromiseParty party, OutcomeAnswer answer) =>
        world.Refused(at, Role.System, new AnswerOutcome(party, answer), Reporter);

    private static (int Said, int Satisfied) Counted(CaseWorld world)
    {
        var facts = CaseFactsFold.Of(world.Events, DateTimeOffset.MaxValue)!;
        return (facts.Times(Measure.OutcomesSaid, null), facts.Times(Measure.Satisfied, null));
    }

    private static Promise Look(CaseWorld world, PromiseParty party, string at) =>
        PromiseViews.Of(world.Case, "XS-2026-000001", world.Events, party, world.At(at), Sample.Xiashi, Sample.Territory);
}
