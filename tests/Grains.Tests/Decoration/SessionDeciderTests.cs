using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Decoration;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Decoration.Sessions;
using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.Decoration;

public sealed class SessionDeciderTests
{
    private const string Id = "kipeili-2.owners-1";
    private static readonly DateTimeOffset Now = new(2026, 9, 7, 2, 0, 0, TimeSpan.Zero);
    private static readonly Actor Owner = new("learn", Role.Citizen, null);
    private static readonly Actor Community = new("c.wang", Role.CommunityStaff, Scope.Community("beiguan"));
    private static readonly Actor Captain = new("captain", Role.Captain, Scope.Street("xiashi"));
    private static readonly Actor Manager = new("manager-kipeili", Role.PropertyManager, Scope.Grid(Sample.Territory.FindEstate("kipeili-2")!.GridId));

    private static readonly OrderTopics Order = new() { EstateId = "kipeili-2", Audience = TeachingAudience.Owners, Topics = ["structure", "facade"] };
    private static readonly AskQuestion Question = new() { EstateId = "kipeili-2", Question = "May the sill of the bay window go?" };
    private static readonly HoldSession Held = new() { Attendance = [new(TeachingGroup.Owners, 24), new(TeachingGroup.Managers, 3)] };
    private static readonly Text Words = new("台板不得拆除。", "The sill stays.");

    private static readonly EstateView Estate = new()
    {
        Id = "kipeili-2",
        Version = 1,
        Clocks = [],
        Name = Text.Same("Kipeili"),
        StreetId = "xiashi",
        CommunityId = "beiguan",
        GridId = Manager.Area!.Value.Id,
        Units = [],
        Plans = [Plan("type-a"), Plan("type-b")],
        Parties = [],
        Watch = [new WatchPoint { Id = "r1-1", PlanId = "type-a", SpotId = "bay", Why = "Owners nearby took theirs out." }],
        May = [],
    };

    [Fact]
    public void Orders_and_questions_of_owners_become_the_agenda_and_end_in_published_answers()
    {
        var ordered = Done(new TeachingSession(), Order, Owner, Now);
        Assert.Equal(DecorationClocks.SessionHeld, Assert.Single(Deadlines(ordered)).Clock);
        Assert.Equal("community:beiguan", Assert.Single(ordered.Waiting()).Receiver);
        var more = Done(Done(ordered, Order with { Topics = ["structure"] }, Owner, Now.AddDays(1)), Question, Owner, Now.AddDays(1));
        Assert.Equal([2, 1], more.Topics.Select(topic => topic.Orders));
        Assert.Equal((1, true), (more.Questions[0].Number, more.Questions[0].ByLink));
        Assert.Equal(Deadlines(ordered), Deadlines(more));

        var planned = Done(more, new PlanSession { Place = "Hall", At = Now.AddDays(4) }, Community, Now.AddDays(2));
        Assert.Empty(planned.Waiting());
        var held = Done(Done(planned, Question with { Question = "And the balcony?" }, Community, Now.AddDays(3)), Held, Community, Now.AddDays(4));
        Assert.Equal((TeachingState.Held, DecorationClocks.SessionAnswers), (held.State(), Assert.Single(Deadlines(held)).Clock));
        Assert.Equal(ClockState.Met, held.Clock(DecorationClocks.SessionHeld)!.State);

        var answered = Done(held, new AnswerQuestion { Number = 1, Answer = Words, Ruling = new("type-a", "bay", RulingKind.Forbidden) }, Community, Now.AddDays(4));
        Assert.Equal(RefusalCode.QuestionUnanswered, Refused(answered, new PublishAnswers(), Captain));
        var published = Done(Done(answered, new SetQuestionAside { Number = 2, Reason = "Asked before." }, Community, Now.AddDays(4)), new PublishAnswers(), Captain, Now.AddDays(5));
        Assert.Equal((TeachingState.Done, false), (published.State(), published.IsOpen()));
        Assert.Empty(Deadlines(published));

        var commands = SessionAnswers.Consequences(answered, Estate)!;
        var mark = Assert.IsType<MarkSpot>(commands[0]);
        Assert.Equal(("type-a", RulingKind.Forbidden, Words, 0.25), (mark.PlanId, mark.Spot.Ruling, mark.Spot.Sentence, mark.Spot.X));
        Assert.Equal("type-a", Assert.IsType<PublishGuidance>(Assert.Single(commands.Skip(1))).PlanId);
        Assert.Null(SessionAnswers.Consequences(answered, Estate with { Plans = [] }));
    }

    [Fact]
    public void A_briefing_lists_the_spots_as_they_stand_and_is_over_once_the_property_team_has_signed()
    {
        var held = Done(Done(new TeachingSession(), Order with { Audience = TeachingAudience.Managers }, Manager, Now), Held, Captain, Now.AddDays(1));
        Assert.Equal((2, 1), (held.Spots!.Spots.Count, held.Spots.Watch.Count));
        Assert.Equal(DecorationClocks.SessionSignature, Assert.Single(Deadlines(held)).Clock);
        Assert.Equal(["sign-spot-list"], SessionRoles.May(held, Manager, Sample.Territory));
        Assert.Equal(RefusalCode.RoleNotAllowed, Refused(held, new SignSpotList(), Captain));

        var signed = Done(held, new SignSpotList(), Manager, Now.AddDays(2));
        Assert.Equal(("manager-kipeili", Now.AddDays(2), TeachingState.Done), (signed.Signature!.By, signed.Signature.At, signed.State()));
        Assert.Equal(RefusalCode.StatusNotAllowed, Refused(signed, new SignSpotList(), Manager));
    }

    [Fact]
    public void What_is_late_is_told_to_the_community_and_the_supervisor_until_it_is_done()
    {
        var ordered = Done(new TeachingSession(), Order, Owner, Now);
        var due = Assert.Single(Deadlines(ordered)).DueAt;
        Assert.Empty(DossierFiring.Fire(ordered, due, Sample.Xiashi, (_, _) => { }).Events);
        var late = (TeachingSession)DossierFiring.Fire(ordered, due.AddMilliseconds(1), Sample.Xiashi, (_, _) => { }).Dossier;
        Assert.Equal(["community:beiguan", "community:beiguan", "supervisor:xiashi"], late.Waiting().Select(matter => matter.Receiver));

        var held = Done(late, Held, Community, due.AddDays(1));
        Assert.Empty(held.Waiting());
        Assert.Equal((TeachingState.Done, ClockState.Missed), (held.State(), held.Clock(DecorationClocks.SessionHeld)!.State));
    }

    [Fact]
    public void A_session_whose_questions_are_all_set_aside_owes_nothing()
    {
        var held = Done(Done(Done(new TeachingSession(), Question, Owner, Now), Held, Community, Now), new SetQuestionAside { Number = 1, Reason = "Names somebody." }, Community, Now);
        Assert.Equal(TeachingState.Done, held.State());
        Assert.Empty(Deadlines(held));
        Assert.Equal([], SessionRoles.May(held, Captain, Sample.Territory));
    }

    [Fact]
    public void What_its_events_make_is_what_is_stored()
    {
        List<Happened> events = [];
        var session = new TeachingSession();
        foreach (var (command, by) in (IEnumerable<(DossierCommand, Actor)>)
                 [
                     (Order with { Audience = TeachingAudience.Managers }, Manager), (Question, Community), (Question, Community),
                     (new PlanSession { Place = "Hall", At = Now }, Community), (Held, Captain),
                     (new AnswerQuestion { Number = 1, Answer = Words, Ruling = new("type-a", "bay", RulingKind.Allowed) }, Captain),
                     (new SetQuestionAside { Number = 2, Reason = "Twice." }, Captain), (new SignSpotList(), Manager), (new PublishAnswers(), Captain),
                 ])
        {
            var decision = Decided(session, command, by, Now);
            events.AddRange(decision.Events);
            session = (TeachingSession)decision.Dossier;
        }

        Assert.Equal(TeachingState.Done, session.State());
        Assert.Equal(TeachingSession.Kind.Snapshot(session), TeachingSession.Kind.Snapshot(TeachingSession.Kind.Replay(events.Select(TeachingSession.Kind.Record))));
        Assert.Equal(TeachingSession.Kind.Snapshot(session), TeachingSession.Kind.Snapshot(TeachingSession.Kind.Read(TeachingSession.Kind.Snapshot(session))));
    }

    [Theory]
    [InlineData("an estate that is not there", RefusalCode.UnknownPlace)]
    [InlineData("a topic that is not on the menu", RefusalCode.UnknownTopic)]
    [InlineData("no topic", RefusalCode.InvalidValue)]
    [InlineData("a topic twice", RefusalCode.InvalidValue)]
    [InlineData("an owner for managers", RefusalCode.RoleNotAllowed)]
    [InlineData("a manager of elsewhere", RefusalCode.OutsideArea)]
    [InlineData("a blank question", RefusalCode.InvalidText)]
    [InlineData("a long question", RefusalCode.InvalidText)]
    [InlineData("a telephone number", RefusalCode.QuestionNamesSomebody)]
    [InlineData("a plan of a session that is not there", RefusalCode.Unknown)]
    public void A_bad_beginning_is_refused(string fault, RefusalCode code)
    {
        (DossierCommand command, var by) = fault switch
        {
            "an estate that is not there" => (Order with { EstateId = "nowhere" }, Owner),
            "a topic that is not on the menu" => (Order with { Topics = ["poetry"] }, Owner),
            "no topic" => (Order with { Topics = [] }, Owner),
            "a topic twice" => (Order with { Topics = ["gas", "gas"] }, Owner),
            "an owner for managers" => (Order with { Audience = TeachingAudience.Managers }, Owner),
            "a manager of elsewhere" => (Order, Manager with { Area = Scope.Community("xishan") }),
            "a blank question" => (Question with { Question = " " }, Owner),
            "a long question" => (Question with { Question = new string('a', 301) }, Owner),
            "a telephone number" => (Question with { Question = "Call 138 1234 5678, flat 11-1-101." }, Owner),
            _ => ((DossierCommand)new PlanSession { Place = "Hall", At = Now }, Captain),
        };
        Assert.Equal(code, Refused(new TeachingSession(), command, by));
    }

    [Theory]
    [InlineData("nobody came", RefusalCode.InvalidValue)]
    [InlineData("a group twice", RefusalCode.InvalidValue)]
    [InlineData("a place without words", RefusalCode.InvalidText)]
    [InlineData("a day far ahead", RefusalCode.InvalidValue)]
    [InlineData("an answer before the session", RefusalCode.StatusNotAllowed)]
    [InlineData("another estate", RefusalCode.UnknownPlace)]
    [InlineData("another audience", RefusalCode.InvalidValue)]
    [InlineData("a question nobody asked", RefusalCode.UnknownQuestion)]
    [InlineData("the community publishes", RefusalCode.RoleNotAllowed)]
    public void What_does_not_fit_a_session_is_refused_and_nothing_is_stored(string fault, RefusalCode code)
    {
        var open = Done(new TeachingSession(), Question, Owner, Now);
        (DossierCommand command, var session, var by) = fault switch
        {
            "nobody came" => (Held with { Attendance = [new(TeachingGroup.Owners, 0)] }, open, Community),
            "a group twice" => (Held with { Attendance = [new(TeachingGroup.Owners, 1), new(TeachingGroup.Owners, 2)] }, open, Community),
            "a place without words" => (new PlanSession { Place = "", At = Now }, open, Community),
            "a day far ahead" => (new PlanSession { Place = "Hall", At = Now.AddDays(5 + 367) }, open, Community),
            "an answer before the session" => (new AnswerQuestion { Number = 1, Answer = Words }, open, Community),
            "another estate" => (Question with { EstateId = "huayu-qiantang" }, open, Owner),
            "another audience" => (Order with { Audience = TeachingAudience.Managers }, open, Manager),
            "a question nobody asked" => (new AnswerQuestion { Number = 2, Answer = Words }, Done(open, Held, Community, Now), Community),
            _ => ((DossierCommand)new PublishAnswers(), Done(open, Held, Community, Now), Community),
        };
        Assert.Equal(code, Refused(session, command, by));
    }

    [Fact]
    public void A_ruling_is_given_to_a_spot_that_is_marked()
    {
        var held = Done(Done(new TeachingSession(), Question, Owner, Now), Held, Community, Now);
        var answer = new AnswerQuestion { Number = 1, Answer = Words, Ruling = new("type-z", "bay", RulingKind.Allowed) };
        Assert.Equal(RefusalCode.UnknownFloorPlan, Refused(held, answer, Captain));
        Assert.Equal(RefusalCode.UnknownSpot, Refused(held, answer with { Ruling = new("type-a", "attic", RulingKind.Allowed) }, Captain));
    }

    [Fact]
    public void A_session_takes_a_hundred_questions()
    {
        var session = Enumerable.Range(0, 100).Aggregate(new TeachingSession(), (one, _) => Done(one, Question, Owner, Now));
        Assert.Equal(RefusalCode.SessionFull, Refused(session, Question, Owner));
    }

    [Fact]
    public void A_pack_without_a_menu_offers_none() => Assert.Equal(
        RefusalCode.TeachingNotOffered,
        Assert.IsType<Refused>(SessionDecider.Decide(
            new TeachingSession(), Id, Act(Order, Owner), Now, new SessionSurroundings(Sample.Territory, Sample.Xiashi with { Teaching = null }, null))).Refusal.Code);

    private static FloorPlanView Plan(string id) => new()
    {
        Id = id,
        Name = Text.Same(id),
        Image = null!,
        Units = [],
        Spots = [new ProneSpot { Id = "bay", X = 0.25, Y = 0.5, Kind = SpotKind.BayWindow, Ruling = RulingKind.NeedsApproval, Sentence = Text.Same("Ask.") }],
        Draft = null!,
        Changed = false,
    };

    private static IReadOnlyList<Deadline> Deadlines(TeachingSession session) => DossierClocks.Deadlines(session.Clocks, Sample.Xiashi);

    private static TeachingSession Done(TeachingSession session, DossierCommand command, Actor by, DateTimeOffset now) => (TeachingSession)Decided(session, command, by, now).Dossier;

    private static DossierDecision Decided(TeachingSession session, DossierCommand command, Actor by, DateTimeOffset now) =>
        Assert.IsType<DossierDecision>(SessionDecider.Decide(session, Id, Act(command, by), now, new SessionSurroundings(Sample.Territory, Sample.Xiashi, Estate)));

    private static RefusalCode Refused(TeachingSession session, DossierCommand command, Actor by) => Assert.IsType<Refused>(
        SessionDecider.Decide(session, Id, Act(command, by), Now.AddDays(5), new SessionSurroundings(Sample.Territory, Sample.Xiashi, Estate))).Refusal.Code;

    private static DossierAct Act(DossierCommand command, Actor by) => new() { Command = command, By = by, Key = "k", BodyHash = "", ReceivedAt = Now };
}
