using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Decoration;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Decoration.Pilots;
using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.Decoration;

public sealed class PilotDeciderTests
{
    internal static readonly Actor Captain = new("captain", Role.Captain, Scope.Street("xiashi"));
    internal static readonly Actor Xishan = new("community-xishan", Role.CommunityStaff, Scope.Community("xishan"));

    internal static readonly OpenPilot Good = new()
    {
        Title = new Text("飘窗提前告知", "Bay windows told beforehand"),
        Lead = "Deputy party secretary of the street",
        Bureau = "Municipal enforcement bureau",
        Team = "Street enforcement team",
        CommunityIds = ["beiguan"],
        EstateIds = ["kipeili-2"],
        Practice = "Rulings are handed over with the keys.",
        Compared = new Text("在建户中违规户", "Flats with a violation, of flats under work"),
        Before = new PilotFigure(12, 80, new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31)),
    };

    internal static readonly ReportPilotResults Results = new() { Said = "Owners ask first.", After = new PilotFigure(5, 78, new DateOnly(2026, 4, 1), new DateOnly(2026, 6, 30)) };
    internal static readonly SharePilot Sharing = new() { Experience = "Read the plan together." };
    internal static readonly AdoptPilot Adopting = new() { CommunityId = "xishan", Plan = "From the next hand-over on." };

    private static readonly DateTimeOffset Now = new(2026, 9, 7, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_project_goes_from_practice_over_results_to_experience_that_another_community_adopts_each_stage_with_its_clock()
    {
        var practice = Done(new Pilot(), Good);
        Assert.Equal((DecorationClocks.PilotPractice, Now.AddDays(90)), Due(practice));
        var results = Done(practice, Results, Now.AddDays(80));
        Assert.Equal((DecorationClocks.PilotResults, Now.AddDays(110)), Due(results));
        var shared = Done(results, Sharing, Now.AddDays(100));
        Assert.Equal((DecorationClocks.PilotShared, Now.AddDays(160)), Due(shared));

        var adopted = Done(shared, Adopting, Now.AddDays(110), Xishan);
        Assert.Equal((false, "xishan", "community-xishan"), (adopted.IsOpen(), adopted.Adoptions[0].CommunityId, adopted.Adoptions[0].By));
        Assert.Empty(DossierClocks.Deadlines(adopted.Clocks, Sample.Xiashi));
        var further = Done(adopted, Adopting with { CommunityId = "dongshan" }, Now.AddDays(300), new Actor("c", Role.CommunityStaff, Scope.Community("dongshan")));
        Assert.Equal(2, further.Adoptions.Length);
        Assert.Equal([Now, Now.AddDays(80), Now.AddDays(100)], further.Since);
    }

    [Fact]
    public void A_stage_that_lasts_too_long_is_told_to_the_captain_until_the_next_begins()
    {
        var late = (Pilot)DossierFiring.Fire(Done(new Pilot(), Good), Now.AddDays(90).AddMilliseconds(1), Sample.Xiashi, (_, _) => { }).Dossier;
        Assert.Equal("captain:xiashi", Assert.Single(late.Waiting()).Receiver);
        Assert.Empty(Done(late, Results, Now.AddDays(95)).Waiting());
    }

    [Fact]
    public void Each_may_only_do_what_comes_next_and_only_other_communities_adopt_once()
    {
        var practice = Done(new Pilot(), Good);
        Assert.Equal(["report-pilot-results", "call-off-pilot"], PilotDecider.May(practice, Captain));
        Assert.Empty(PilotDecider.May(practice, Xishan));
        Assert.Equal(RefusalCode.PilotNotShared, Refused(practice, Adopting, Xishan));
        Assert.Equal(RefusalCode.StatusNotAllowed, Refused(practice, Sharing));
        Assert.Equal(RefusalCode.RoleNotAllowed, Refused(practice, Results, Xishan));

        var shared = Done(Done(practice, Results), Sharing);
        Assert.Equal(["adopt-pilot"], PilotDecider.May(shared, Xishan));
        Assert.Empty(PilotDecider.May(shared, Captain));
        Assert.Equal(RefusalCode.StatusNotAllowed, Refused(shared, new CallOffPilot { Reason = "No." }));
        Assert.Equal(RefusalCode.OutsideArea, Refused(shared, Adopting with { CommunityId = "dongshan" }, Xishan));
        Assert.Equal(RefusalCode.OwnPilot, Refused(shared, Adopting with { CommunityId = "beiguan" }, new Actor("b", Role.CommunityStaff, Scope.Community("beiguan"))));
        var adopted = Done(shared, Adopting, by: Xishan);
        Assert.Equal(RefusalCode.AdoptedAlready, Refused(adopted, Adopting, Xishan));
        Assert.Empty(PilotDecider.May(adopted, Xishan));
        Assert.Equal(RefusalCode.RoleNotAllowed, Refused(adopted, Adopting));
    }

    [Theory]
    [InlineData("an estate of another community", RefusalCode.UnknownPlace)]
    [InlineData("no community", RefusalCode.InvalidValue)]
    [InlineData("a blank lead", RefusalCode.InvalidText)]
    [InlineData("a part larger than its whole", RefusalCode.PilotFigureInvalid)]
    [InlineData("a figure of no time", RefusalCode.PilotFigureInvalid)]
    [InlineData("an officer", RefusalCode.RoleNotAllowed)]
    [InlineData("another street", RefusalCode.OutsideArea)]
    public void A_bad_beginning_is_refused(string fault, RefusalCode code)
    {
        var (command, by) = fault switch
        {
            "an estate of another community" => (Good with { EstateIds = ["huayu-qiantang"] }, Captain),
            "no community" => (Good with { CommunityIds = [] }, Captain),
            "a blank lead" => (Good with { Lead = " " }, Captain),
            "a part larger than its whole" => (Good with { Before = Good.Before with { Part = 81 } }, Captain),
            "a figure of no time" => (Good with { Before = Good.Before with { To = new DateOnly(2025, 12, 31) } }, Captain),
            "an officer" => (Good, new Actor("o", Role.Officer, Scope.Street("xiashi"))),
            _ => (Good, new Actor("c", Role.Captain, Scope.Street("elsewhere"))),
        };
        Assert.Equal(code, Refused(new Pilot(), command, by));
    }

    [Fact]
    public void What_its_events_make_is_what_is_stored_also_of_one_that_was_called_off()
    {
        var (pilot, records) = (new Pilot(), new List<Storage.EventRecord>());
        foreach (var command in (DossierCommand[])[Good, Results, new CallOffPilot { Reason = "Handed over next year." }])
        {
            var decision = Assert.IsType<DossierDecision>(Decide(pilot, command, Now, Captain));
            records.AddRange(decision.Events.Select(Pilot.Kind.Record));
            pilot = (Pilot)decision.Dossier;
        }

        Assert.False(pilot.IsOpen());
        Assert.Empty(DossierClocks.Deadlines(pilot.Clocks, Sample.Xiashi));
        Assert.Equal(Pilot.Kind.Snapshot(pilot), Pilot.Kind.Snapshot(Pilot.Kind.Replay(records)));
        Assert.Equal(Pilot.Kind.Snapshot(pilot), Pilot.Kind.Snapshot(Pilot.Kind.Read(Pilot.Kind.Snapshot(pilot))));
    }

    private static (string, DateTimeOffset) Due(Pilot pilot) =>
        Assert.Single(DossierClocks.Deadlines(pilot.Clocks, Sample.Xiashi)) is var deadline ? (deadline.Clock, deadline.DueAt) : default;

    private static Pilot Done(Pilot pilot, DossierCommand command, DateTimeOffset? now = null, Actor? by = null) =>
        (Pilot)Assert.IsType<DossierDecision>(Decide(pilot, command, now ?? Now, by ?? Captain)).Dossier;

    private static RefusalCode Refused(Pilot pilot, DossierCommand command, Actor? by = null) =>
        Assert.IsType<Refused>(Decide(pilot, command, Now, by ?? Captain)).Refusal.Code;

    private static Verdict Decide(Pilot pilot, DossierCommand command, DateTimeOffset now, Actor by) =>
        PilotDecider.Decide(pilot, "p1", new DossierAct { Command = command, By = by, Key = "k", BodyHash = "", ReceivedAt = now }, now, Sample.Xiashi, Sample.Territory);
}
