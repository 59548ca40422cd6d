using System.Text.Json.Nodes;
using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Policies.Adopting;
using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.Policies.Adopting;

public sealed class AdoptionDeciderTests
{
    private static readonly Scope Street = Scope.Street("xiashi");
    private static readonly Scope Xishan = Scope.Community("xishan");
    private static readonly Actor Supervisor = new("supervisor", Role.Supervisor, Street);
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 9, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void An_act_says_who_adopted_what_where_from_when_on_and_why()
    {
        var decision = Assert.IsType<AdoptionDecision>(Decide(Wish()));

        var act = Assert.IsType<PolicyAdopted>(decision.Happened.Event).Adoption;
        Assert.Equal(
            ("xiashi-1", new PolicyName("xiashi", "3"), Now.AddHours(1), "a pilot", "supervisor", Now), (act.Id, act.Policy, act.From, act.Reason, act.By, act.At));
        Assert.Equal([Xishan], act.Areas);
        Assert.Equal("xiashi-2", Assert.IsType<AdoptionDecision>(Decide(Wish() with { From = Now.AddHours(2) }, decision.Policies)).Policies.Adoptions[^1].Id);
        Assert.Equal(
            StreetPoliciesJson.Snapshot(decision.Policies), StreetPoliciesJson.Snapshot(StreetPoliciesJson.Replay([StreetPoliciesJson.Record(decision.Happened)])));
    }

    [Fact]
    public void An_act_may_begin_at_the_instant_at_which_it_is_recorded() => Assert.IsType<AdoptionDecision>(Decide(Wish() with { From = Now }));

    [Fact]
    public void What_cannot_be_adopted_is_refused_with_a_code()
    {
        Assert.Equal(RefusalCode.InThePast, Refused(Wish() with { From = Now.AddMilliseconds(-1) }));
        Assert.Equal(RefusalCode.ReasonRequired, Refused(Wish() with { Reason = " " }));
        Assert.Equal(RefusalCode.UnknownArea, Refused(Wish() with { Areas = [] }));
        Assert.Equal(RefusalCode.UnknownArea, Refused(Wish() with { Areas = [Scope.Community("nowhere")] }));
        Assert.Equal(RefusalCode.UnknownArea, Refused(Wish() with { Areas = [Scope.Grid("xishan-01")] }));
        Assert.Equal(RefusalCode.OverlappingAdoption, Refused(Wish() with { Areas = [Xishan, Xishan] }));
        Assert.Equal(RefusalCode.OverlappingAdoption, Refused(Wish() with { Areas = [Street, Xishan] }));
        Assert.Equal(RefusalCode.InvalidValue, Refused(Wish() with { Policy = new PolicyName("xiashi", "3") }));
        Assert.Equal(RefusalCode.InvalidValue, Refused(Wish() with { Pack = null }));
        Assert.Equal(RefusalCode.UnknownPolicy, Refused(Wish() with { Pack = null, Policy = new PolicyName("xiashi", "99") }));
        Assert.Equal(RefusalCode.RoleNotAllowed, Refused(Wish(), by: new Actor("captain", Role.Captain, Street)));
        Assert.Equal(RefusalCode.OutsideArea, Refused(Wish(), by: new Actor("other", Role.Supervisor, Scope.Street("haichang"))));
        Assert.IsType<AdoptionDecision>(Decide(Wish(), by: new Actor("admin", Role.Administrator, null)));
    }

    [Fact]
    public void Two_acts_for_one_place_do_not_begin_at_the_same_instant()
    {
        var before = Assert.IsType<AdoptionDecision>(Decide(Wish())).Policies;

        Assert.Equal(RefusalCode.OverlappingAdoption, Refused(Wish(), before));
        Assert.Equal(RefusalCode.OverlappingAdoption, Refused(Wish() with { Areas = [Street] }, before));
        Assert.IsType<AdoptionDecision>(Decide(Wish() with { Areas = [Scope.Community("hehua")] }, before));
    }

    [Fact]
    public void A_pack_with_faults_or_that_does_not_fit_is_refused_with_its_faults()
    {
        Assert.Equal(RefusalCode.FaultyPolicy, Refused(Wish(pack => pack["types"]![0]!["clocks"]!["acknowledge"] = "soon")));
        Assert.Equal(RefusalCode.FaultyPolicy, Refused(Wish() with { Pack = "{" }));
        Assert.Equal(RefusalCode.UnfitPolicy, Refused(Wish() with { From = Now.AddYears(30) }));
    }

    [Fact]
    public void A_pack_that_leaves_a_level_without_a_clock_is_refused_and_the_sample_packs_leave_none()
    {
        Assert.Contains("no clock starts at the level Grid", Unfit("grid"), StringComparison.Ordinal);
        Assert.Contains("a case stands in Offered at the level Street, and nothing moves it on", Unfit("assign"), StringComparison.Ordinal);
        Assert.Empty(StandingStill.In(Sample.Xiashi, Now));
        Assert.Empty(StandingStill.In(Sample.Boston, Now.AddYears(-12)));
    }

    private static string Unfit(string without)
    {
        var refusal = Assert.IsType<Refused>(Decide(Wish(pack => pack["clocks"]!.AsObject().Remove(without)))).Refusal;
        Assert.Equal(RefusalCode.UnfitPolicy, refusal.Code);
        return refusal.Reason;
    }

    private static AdoptPolicy Wish(Action<JsonNode>? change = null)
    {
        var pack = JsonNode.Parse(File.ReadAllText(Repository.PathOf("samples", "xiashi", PolicyFile.FileName)))!;
        pack["version"] = "3";
        change?.Invoke(pack);
        return new AdoptPolicy { Pack = pack.ToJsonString(), Areas = [Xishan], From = Now.AddHours(1), Reason = "a pilot" };
    }

    private static Verdict Decide(AdoptPolicy wish, StreetPolicies? before = null, Actor? by = null) => AdoptionDecider.Decide(
        Street,
        before ?? StreetPolicies.None,
        new PolicyAdopting(wish, by ?? Supervisor, Now, "key", ""),
        Now,
        wish.Pack is { } text ? PolicyFile.Read("pack", text, Sample.Xiashi.Calendars) : null,
        Sample.Territory);

    private static RefusalCode Refused(AdoptPolicy wish, StreetPolicies? before = null, Actor? by = null) =>
        Assert.IsType<Refused>(Decide(wish, before, by)).Refusal.Code;
}
