using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Surges;
using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.Surges;

public sealed class SurgeDeciderTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 7, 2, 0, 0, TimeSpan.Zero);
    private static readonly Actor Supervisor = new("s.sun", Role.Supervisor, Scope.Street("xiashi"));

    private static readonly SurgeDeclaration Good = new()
    {
        Area = Scope.Community("xishan"),
        Until = Now.AddHours(6),
        Reason = "Storm.",
        By = Supervisor,
        Key = "k",
        BodyHash = "",
        ReceivedAt = Now,
    };

    [Fact]
    public void A_surge_is_one_act_with_an_end_that_a_walk_then_carries_page_by_page()
    {
        var declared = Declared(StreetSurges.None, Good with { Raise = Priority.High });
        Assert.Equal(["SurgeDeclared", "ClockStarted"], declared.Events.Select(happened => happened.Event.Name));
        var order = Assert.Single(declared.Surges.KnownAt(Now));
        Assert.Equal(("xiashi.1", Scope.Community("xishan"), Now, Now.AddHours(6), Priority.High), (order.Id, order.Area, order.From, order.Until, order.Raise));

        var due = Assert.Single(SurgeDecider.Deadlines(declared.Surges, Sample.Xiashi));
        Assert.Equal((StreetSurges.Carry, 1, Now), (due.Clock, due.Generation, due.DueAt));
        Assert.Null(SurgeDecider.Due(declared.Surges, Now, Sample.Xiashi));

        var later = Now.AddMilliseconds(1);
        var surge = SurgeDecider.Due(declared.Surges, later, Sample.Xiashi)!;
        var half = SurgeDecider.Carried(declared.Surges, surge, ["case:a", "case:b"], last: false, later, Sample.Xiashi);
        Assert.Equal(["DeadlineMissed", "SurgeCarried", "ClockStopped", "ClockStarted"], half.Events.Select(happened => happened.Event.Name));
        Assert.Equal(("case:b", later), (half.Surges.ToCarry!.CarriedTo, SurgeDecider.Deadlines(half.Surges, Sample.Xiashi).Single().DueAt));

        var whole = SurgeDecider.Carried(half.Surges, half.Surges.ToCarry, [], last: true, later.AddMilliseconds(1), Sample.Xiashi);
        Assert.Empty(SurgeDecider.Deadlines(whole.Surges, Sample.Xiashi));
        Assert.Equal((true, 2), (whole.Surges.Surges[0].Carried, whole.Surges.Surges[0].Cases));
        Assert.Single(whole.Surges.KnownAt(Now.AddHours(6).AddMilliseconds(-1)));
        Assert.Empty(whole.Surges.KnownAt(Now.AddHours(6)));
    }

    [Fact]
    public void An_end_before_its_time_is_carried_like_the_beginning()
    {
        var surges = Carried(Declared(StreetSurges.None, Good).Surges);
        var ended = Assert.IsType<SurgeDecision>(SurgeDecider.End(
            surges, new SurgeEnding { Id = "xiashi.1", Reason = "It is over.", By = Supervisor, Key = "e", BodyHash = "", ReceivedAt = Now.AddHours(1) },
            Now.AddHours(1), Sample.Xiashi, Sample.Territory)).Surges;

        Assert.Equal(Now.AddHours(1), Assert.Single(ended.KnownAt(Now.AddHours(2))).EndedAt);
        Assert.Single(SurgeDecider.Deadlines(ended, Sample.Xiashi));
        Assert.Empty(Carried(ended).KnownAt(Now.AddHours(2)));
    }

    [Theory]
    [InlineData(RefusalCode.InvalidEnd, null)]
    [InlineData(RefusalCode.InvalidEnd, 0.0)]
    [InlineData(RefusalCode.InvalidEnd, -1.0)]
    [InlineData(RefusalCode.InvalidEnd, 72.001)]
    public void One_without_an_end_or_with_one_behind_or_too_far_ahead_is_refused(RefusalCode code, double? hours) =>
        Assert.Equal(code, Refused(StreetSurges.None, Good with { Until = hours is { } ahead ? Now.AddHours(ahead) : null }));

    [Fact]
    public void It_may_last_as_long_as_the_pack_says_and_a_minute_at_least()
    {
        Declared(StreetSurges.None, Good with { Until = Now.AddDays(3) });
        Declared(StreetSurges.None, Good with { Until = Now.AddMinutes(1) });
    }

    [Fact]
    public void What_nobody_may_order_is_refused_with_why()
    {
        Assert.Equal(RefusalCode.RoleNotAllowed, Refused(StreetSurges.None, Good with { By = Supervisor with { Role = Role.Captain } }));
        Assert.Equal(RefusalCode.OutsideArea, Refused(StreetSurges.None, Good with { By = Supervisor with { Area = Scope.Street("elsewhere") } }));
        Assert.Equal(RefusalCode.Unknown, Refused(StreetSurges.None, Good with { Area = Scope.Community("nowhere") }));
        Assert.Equal(RefusalCode.Unknown, Refused(StreetSurges.None, Good with { Area = Scope.Officer("o.zhang") }));
        Assert.Equal(RefusalCode.ReasonRequired, Refused(StreetSurges.None, Good with { Reason = " " }));
        Assert.Equal(RefusalCode.UnknownType, Refused(StreetSurges.None, Good with { Types = ["DEC-99"] }));
        Assert.Equal(RefusalCode.InvalidValue, Refused(StreetSurges.None, Good with { Freeze = false }));
        Assert.Equal(RefusalCode.SurgeNotOffered, Assert.IsType<Refused>(SurgeDecider.Declare(StreetSurges.None, Good, "xiashi", Now, Sample.Boston, Sample.Territory)).Refusal.Code);
        var over = Carried(Declared(StreetSurges.None, Good).Surges);
        var ending = new SurgeEnding { Id = "xiashi.1", Reason = "r", By = Supervisor, Key = "e", BodyHash = "", ReceivedAt = Now };
        Assert.Equal(RefusalCode.SurgeOver, End(over, ending, Now.AddHours(6)));
        Assert.Equal(RefusalCode.Unknown, End(over, ending with { Id = "xiashi.2" }, Now));
        Assert.Equal(RefusalCode.ReasonRequired, End(over, ending with { Reason = null }, Now));
        Assert.Equal(RefusalCode.RoleNotAllowed, End(over, ending with { By = Supervisor with { Role = Role.Dispatcher } }, Now));
    }

    [Fact]
    public void Two_surges_over_one_place_and_type_are_refused_until_the_first_is_over()
    {
        var first = Carried(Declared(StreetSurges.None, Good with { Types = ["DEC-02"] }).Surges);

        Assert.Equal(RefusalCode.OverlappingSurge, Refused(first, Good));
        Assert.Equal(RefusalCode.OverlappingSurge, Refused(first, Good with { Area = Scope.Street("xiashi"), Types = ["DEC-02", "DEC-03"] }));
        Assert.Equal(RefusalCode.OverlappingSurge, Refused(first, Good with { Area = Scope.Grid("xishan-01") }));
        Declared(first, Good with { Types = ["DEC-03"] });
        Declared(first, Good with { Area = Scope.Community("hehua") });
        Declared(first, Good with { Until = Now.AddHours(12) }, Now.AddHours(6));
    }

    private static SurgeDecision Declared(StreetSurges surges, SurgeDeclaration asked, DateTimeOffset? at = null)
    {
        var decision = Assert.IsType<SurgeDecision>(SurgeDecider.Declare(surges, asked, "xiashi", at ?? Now, Sample.Xiashi, Sample.Territory));
        Assert.Equal(SurgeJson.Snapshot(decision.Surges), SurgeJson.Snapshot(decision.Events.Select(SurgeJson.Record)
            .Aggregate(surges, (before, record) => before.Apply(SurgeJson.Happened(record)))));
        return decision;
    }

    private static StreetSurges Carried(StreetSurges surges) => SurgeDecider.Carried(
        surges, surges.ToCarry!, ["case:a"], last: true, surges.LastEventAt.AddMilliseconds(1), Sample.Xiashi).Surges;

    private static RefusalCode Refused(StreetSurges surges, SurgeDeclaration asked) =>
        Assert.IsType<Refused>(SurgeDecider.Declare(surges, asked, "xiashi", Now, Sample.Xiashi, Sample.Territory)).Refusal.Code;

    private static RefusalCode End(StreetSurges surges, SurgeEnding asked, DateTimeOffset at) =>
        Assert.IsType<Refused>(SurgeDecider.End(surges, asked, at, Sample.Xiashi, Sample.Territory)).Refusal.Code;
}
