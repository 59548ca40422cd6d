using CsCheck;
using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Storage;
using Dispatch.TestKit;
using Check = Dispatch.Contracts.Check;

namespace Dispatch.Grains.Tests.Cases;

/// <summary>What holds on every walk through the sample pack: commands of all kinds by all roles, at all times of day.</summary>
public sealed class CaseWalkProperties
{
    private static readonly string[] Types = [.. Sample.Xiashi.Types.Keys.Order()];
    private static readonly DateTimeOffset Start = new(2026, 9, 4, 0, 0, 0, TimeSpan.Zero);

    private static readonly CaseCommand[] Commands =
    [
        new VerifyReport(true), new VerifyReport(false), new Settle(), new PassUp("r"), new Acknowledge(), new StartPreControl(), new Whistle("r"),
        new TakeBack("r"), new Assign(["o.zhang", "o.li"]), new Reassign(["o.li", "o.wang"]), new OfferAccept(), new OfferDecline("r"), new Arrive(),
        new RecordMilestone("stop-work"), new RecordMilestone("decide"), new RecordMilestone("demolish"), new Resolve(), new Check(true), new Check(false),
        new Return(Scope.Grid("xishan-01"), "r"), new Return(Scope.Street("xiashi"), "r"), new RequestExtension("rectify", "2 wd", "r"),
        new DecideExtension(true), new DecideExtension(false), new Resume(), new Reject("r"), new Reopen("r"), new Escalate("r"), new Comment("c"),
        new SetPriority(Priority.High, "r"),
    ];

    private static readonly Gen<(string Type, bool InProgress, int Role, (int Command, long After, long Suspension)[] Steps)> Walks = Gen.Select(
        Gen.OneOf(Types), Gen.Bool, Gen.Int[0, 11],
        Gen.Select(Gen.Int[0, Commands.Length], Gen.Long[0, 8 * 3_600_000L], Gen.Long[60_000, 400 * 3_600_000L]).Array[0, 14]);

    [Fact]
    public void On_every_walk_an_open_case_keeps_moving_and_replay_gives_the_case() => Walks.Sample(
        walk =>
        {
            var events = new List<Happened>();
            foreach (var (decision, now) in Walk(walk))
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
    public void A_comment_or_a_priority_moves_no_clock() => Walks.Sample(
        walk =>
        {
            if (Walk(walk).Take(walk.Steps.Length + 1).LastOrDefault() is not ({ } last, var now))
            {
                return;
            }

            foreach (var command in new CaseCommand[] { new Comment("c"), new SetPriority(Priority.High, "r") })
            {
                if (CaseDecider.Decide(last.Case, 1, By(Role.Dispatcher, command, now), now, Sample.Xiashi, Known(last.Case)) is Decision { Case: var after })
                {
                    Assert.Equal(last.Case.Clocks.AsEnumerable(), after.Clocks);
                }
            }
        },
        iter: 10_000);

    [Fact]
    public void What_is_called_a_choice_is_carried_out_and_everything_else_is_refused_as_was_said() => Gen.Select(
        Walks, Gen.Int[0, 40], Gen.Long[0, 30 * 3_600_000L], Gen.OneOf(Enum.GetValues<Role>()), Gen.Int[0, 3]).Sample(
        (walk, at, after, role, whose) =>
        {
            if (Walk(walk).Take(at + 1).LastOrDefault() is not ({ Case: var @case }, var then))
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

    /// <summary>The decisions of a walk with their instants: whatever is due before the next command fires first, at its own.</summary>
    private static IEnumerable<(Decision Decision, DateTimeOffset Now)> Walk(
        (string Type, bool InProgress, int Role, (int Command, long After, long Suspension)[] Steps) walk)
    {
        var now = Start;
        var report = new Report { CaseId = "c", Type = walk.Type, Place = CaseWorld.Place, InProgress = walk.InProgress };
        if (CaseDecider.Decide(null, 0, By((Role)walk.Role, report, now), now, Sample.Xiashi, Grains.Cases.Known.Nothing) is not Decision opened)
        {
            yield break;
        }

        yield return (opened, now);
        var @case = opened.Case;
        foreach (var step in walk.Steps)
        {
            now = now.AddMilliseconds(step.After);
            foreach (var fired in FireUntil(@case, now))
            {
                @case = fired.Decision.Case;
                yield return fired;
            }

            // Only what has a place in the present status, so that walks go deep.
            var suspend = new Suspend("r", now.AddMilliseconds(step.Suspension));
            var fitting = Commands.Append(suspend).Where(command => CommandTable.ByCommand[command.GetType()].Statuses.Contains(@case.Status)).ToList();
            var command = fitting[step.Command % fitting.Count];
            foreach (var role in CommandRoles.ByCommand[command.Name].Order())
            {
                if (CaseDecider.Decide(@case, 1, By(role, command, now), now, Sample.Xiashi, Known(@case)) is Decision decision)
                {
                    @case = decision.Case;
                    yield return (decision, now);
                    break;
                }
            }
        }

        // Then nobody touches it any more.
        foreach (var fired in FireUntil(@case, DateTimeOffset.MaxValue))
        {
            yield return fired;
        }
    }

    private static IEnumerable<(Decision Decision, DateTimeOffset Now)> FireUntil(Case @case, DateTimeOffset until)
    {
        while (CaseFiring.Deadlines(@case, Sample.Xiashi).MinBy(row => row.DueAt) is { } next && next.DueAt < until)
        {
            var now = next.DueAt.AddMilliseconds(1);
            var fired = CaseFiring.Fire(@case, now, Sample.Xiashi, Known(@case));
            @case = fired.Case;
            yield return (fired, now);
        }
    }

    private static Known Known(Case @case) => new()
    {
        GridStaffed = @case.OpenedAt.Ticks % 2 == 0,
        CommunityStaffed = @case.Milestones.IsEmpty,
        Officers = ["o.zhang", "o.li", "o.wang"],
        ReturnPlace = @case.Place,
    };

    private static CommandEnvelope By(Role role, CaseCommand command, DateTimeOffset now) => new()
    {
        Command = command,
        Actor = new Actor(role == Role.Officer ? "o.li" : role.ToString(), role, Scope.Street("xiashi")),
        Key = "k",
        BodyHash = "",
        ReceivedAt = now,
    };
}
