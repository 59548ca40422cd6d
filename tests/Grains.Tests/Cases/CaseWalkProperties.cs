using CsCheck;
using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Storage;
using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.Cases;

/// <summary>What holds on every walk through the sample pack: commands of all kinds by all roles, at all times of day.</summary>
public sealed class CaseWalkProperties
{
    [Fact]
    public void On_every_walk_an_open_case_keeps_moving_and_replay_gives_the_case() => CaseWalks.All.Sample(
        walk =>
        {
            var events = new List<Happened>();
            foreach (var (decision, now) in CaseWalks.Of(walk))
            {
                events.AddRange(decision.Events);
                var @case = decision.Case;
                Assert.NotEqual(Footing.Without, CaseViews.FootingOf(@case, Sample.Xiashi));
                Assert.Equal(@case.IsOpen, @case.Clocks.Any(clock => clock.IsOpen) || (@case.IsOpen && @case.LastRung));
                Assert.Equal(CaseJson.Snapshot(@case), CaseJson.Snapshot(CaseJson.Replay(events.Select(CaseJson.Record))));
                Assert.All(
                    decision.Events.Select(happened => happened.Event).OfType<DeadlineMissed>(), missed => Assert.True(missed.DueAt < now && missed.FiredAt == now));
            }
        },
        iter: 10_000);

    [Fact]
    public void A_comment_a_photo_or_a_priority_moves_no_clock() => CaseWalks.All.Sample(
        walk =>
        {
            if (CaseWalks.Of(walk).Take(walk.Steps.Length + 1).LastOrDefault() is not ({ } last, var now))
            {
                return;
            }

            foreach (var command in new CaseCommand[] { new Comment("c"), new AttachEvidence(["photo"]), new SetPriority(Priority.High, "r") })
            {
                if (CaseDecider.Decide(last.Case, 1, CaseWalks.By(Role.Dispatcher, command, now), now, Sample.Xiashi, CaseWalks.Known(last.Case)) is Decision { Case: var after })
                {
                    Assert.Equal(last.Case.Clocks.AsEnumerable(), after.Clocks);
                }
            }
        },
        iter: 10_000);

    [Fact]
    public void What_is_called_a_choice_is_carried_out_and_everything_else_is_refused_as_was_said() => Gen.Select(
        CaseWalks.All, Gen.Int[0, 40], Gen.Long[0, 30 * 3_600_000L], Gen.OneOf(Enum.GetValues<Role>()), Gen.Int[0, 3]).Sample(
        (walk, at, after, role, whose) =>
        {
            if (CaseWalks.Of(walk).Take(at + 1).LastOrDefault() is not ({ Case: var @case }, var then))
            {
                return;
            }

            var (now, known, actor) = (then.AddMilliseconds(after), GoodBodies.Known(@case), GoodBodies.Somebody(role, @case, whose));
            var bodies = new GoodBodies(CaseFiring.Fire(@case, now, Sample.Xiashi, known).Case, now);
            foreach (var choice in Choices.Of(@case, 1, actor, now, Sample.Xiashi, known).Items)
            {
                var command = bodies.Of(choice.Name);
                var verdict = CaseDecider.Decide(@case, 1, GoodBodies.By(actor, command, now), now, Sample.Xiashi, known);
                Assert.Equal(choice.Allowed, verdict is Decision);
                Assert.Equal((choice.Code, choice.Why), verdict is Refused { Refusal: var refusal } ? (refusal.Code, refusal.Reason) : (null, null));

                var spoken = GoodBodies.Everybody(@case).Any(person => CaseDecider.Decide(
                    @case, 1, GoodBodies.By(actor, command, now, person), now, Sample.Xiashi, known with { SpokenFor = person }) is Decision);
                Assert.Equal(choice.OnBehalf, spoken);
            }
        },
        iter: 500);
}
