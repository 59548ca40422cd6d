using System.Collections.Immutable;
using CsCheck;
using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.TestKit;
using Check = Dispatch.Contracts.Check;

namespace Dispatch.Grains.Tests.Cases;

/// <summary>Random walks through the sample pack: commands of all kinds by all roles, at all times of day.</summary>
internal static class CaseWalks
{
    private static readonly string[] Types = [.. Sample.Xiashi.Types.Keys.Order()];

    /// <summary>When a walk begins unless told otherwise.</summary>
    public static readonly DateTimeOffset Start = new(2026, 9, 4, 0, 0, 0, TimeSpan.Zero);

    /// <summary>What anybody of a walk may attach: walks attach the first, so that the other is always new.</summary>
    public static readonly ImmutableDictionary<string, EvidencePiece> Photos = new[] { "photo", "another" }
        .ToImmutableDictionary(id => id, id => new EvidencePiece(id, "image/jpeg", 1_000, 40, 30));

    private static readonly CaseCommand[] Commands =
    [
        new VerifyReport(true), new VerifyReport(false), new Settle(), new PassUp("r"), new Acknowledge(), new StartPreControl(), new Whistle("r"),
        new TakeBack("r"), new Assign(["o.zhang", "o.li"]), new Reassign(["o.li", "o.wang"]), new OfferAccept(), new OfferDecline("r"), new Arrive(),
        new RecordMilestone("stop-work"), new RecordMilestone("decide"), new RecordMilestone("demolish"), new Resolve(), new Check(true), new Check(false),
        new Return(Scope.Grid("xishan-01"), "r"), new Return(Scope.Street("xiashi"), "r"), new RequestExtension("rectify", "2 wd", "r"),
        new DecideExtension(true), new DecideExtension(false), new Resume(), new Reject("r"), new Reopen("r"), new Escalate("r"), new Comment("c"),
        new SetPriority(Priority.High, "r"), new AttachEvidence(["photo"]), new Resolve(["photo"]),
        new RequestExtension("pre-control", "1 wh", "r"), new DecideSuspension(true), new DecideSuspension(false), new ReviewSuspension(true),
        new ReviewSuspension(false), new TakeExtraTime(null, "r"),
        new CallDepartment(["fire", "housing"], WhistleGround.SeveralDepartments, "r"), new CallDepartment(["fire"], WhistleGround.Emergency, "r"),
        new DepartmentReportIn(), new DepartmentReportIn(), new DepartmentAnswer(true), new DepartmentAnswer(false, "r"), new Resolve(OpenAssists: "r"),
        new Settle(OpenAssists: "r"), new Instruct("i"), new Instruct("i", Start.AddDays(9)), new AnswerInstruction("a"),
        new CheckIn(), new CheckIn(), new RaiseAlarm("w", "n"), new AcknowledgeAlarm("s"), new EndAlarm(AlarmOutcome.Safe),
        new ReplyExternal("t"), new UpdateExternal("d", null, null, Start.AddDays(5)), new UpdateExternal("more", null, null, null),
        new DecideCard(2, true), new DecideCard(2, false), new WithdrawCard(1, "r"),
    ];

    public static Gen<(string Type, bool InProgress, int Role, (int Command, long After, long Suspension)[] Steps)> All { get; } = Gen.Select(
        Gen.OneOf(Types), Gen.Bool, Gen.Int[0, 11],
        Gen.Select(Gen.Int[0, Commands.Length], Gen.Long[0, 8 * 3_600_000L], Gen.Long[60_000, 400 * 3_600_000L]).Array[0, 14]);

    /// <summary>The decisions of a walk with their instants: whatever is due before the next command fires first, at its own.</summary>
    public static IEnumerable<(Decision Decision, DateTimeOffset Now)> Of(
        (string Type, bool InProgress, int Role, (int Command, long After, long Suspension)[] Steps) walk,
        string id = "c",
        TimeSpan later = default,
        ImmutableArray<Outage> outages = default,
        IReadOnlyList<SurgeOrder>? surges = null,
        IEnumerable<DateTimeOffset>? hears = null,
        bool drill = false)
    {
        var now = Start + later;
        var external = drill || walk.Steps.Length % 3 != 0 ? null : new ExternalReference("hotline-12345", "HN-1", walk.InProgress ? now.AddHours(6) : null);
        var report = new Report { CaseId = id, Type = walk.Type, Place = CaseWorld.Place, InProgress = walk.InProgress, Drill = drill, External = external };
        var nothing = Grains.Cases.Known.Nothing with { Surges = CaseWorld.SurgesAt(surges ?? [], now) };
        if (CaseDecider.Decide(null, 0, By(drill ? Role.Captain : (Role)walk.Role, report, now), now, Sample.Xiashi, nothing) is not Decision opened)
        {
            yield break;
        }

        var told = new Queue<DateTimeOffset>((hears ?? []).Order());

        yield return (opened, now);
        var @case = opened.Case;
        foreach (var step in walk.Steps)
        {
            now = now.AddMilliseconds(step.After);
            foreach (var fired in FireUntil(@case, now, outages, surges ?? [], told))
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
                if (CaseDecider.Decide(@case, 1, By(role, command, now), now, Sample.Xiashi, KnownAt(@case, outages, now, surges ?? [])) is Decision decision)
                {
                    @case = decision.Case;
                    yield return (decision, now);
                    break;
                }
            }
        }

        // Then nobody touches it any more.
        foreach (var fired in FireUntil(@case, DateTimeOffset.MaxValue, outages, surges ?? [], told))
        {
            yield return fired;
        }
    }

    /// <summary>Deadlines at their own instants, and between them the instants at which somebody tells the case of surges.</summary>
    private static IEnumerable<(Decision Decision, DateTimeOffset Now)> FireUntil(
        Case @case, DateTimeOffset until, ImmutableArray<Outage> outages, IReadOnlyList<SurgeOrder> surges, Queue<DateTimeOffset> told)
    {
        while (true)
        {
            var due = CaseFiring.Deadlines(@case, Sample.Xiashi).MinBy(row => row.DueAt)?.DueAt.AddMilliseconds(1) ?? DateTimeOffset.MaxValue;
            var hears = told.TryPeek(out var next) && next < due;
            var now = hears ? next : due;
            if (now > until || now == DateTimeOffset.MaxValue)
            {
                yield break;
            }

            if (hears)
            {
                told.Dequeue();
            }

            now = now < @case.LastEventAt ? @case.LastEventAt : now;
            var fired = CaseFiring.Fire(@case, now, Sample.Xiashi, KnownAt(@case, outages, now, surges));
            if (!fired.Events.IsEmpty)
            {
                @case = fired.Case;
                yield return (fired, now);
            }
        }
    }

    private static Known KnownAt(Case @case, ImmutableArray<Outage> outages, DateTimeOffset now, IReadOnlyList<SurgeOrder> surges) =>
        Known(@case, outages) with { Surges = CaseWorld.SurgesAt(surges, now) };

    public static Known Known(Case @case, ImmutableArray<Outage> outages = default) => new()
    {
        Outages = outages.IsDefault ? [] : outages,
        GridStaffed = @case.OpenedAt.Ticks % 2 == 0,
        CommunityStaffed = @case.Milestones.IsEmpty,
        Officers = ["o.zhang", "o.li", "o.wang"],
        ReturnPlace = @case.Place.CommunityId == CaseWorld.Place.CommunityId
            ? @case.Place with { CommunityId = "hehua", GridId = "hehua-01" }
            : CaseWorld.Place,
        Evidence = Photos,
    };

    public static CommandEnvelope By(Role role, CaseCommand command, DateTimeOffset now) => new()
    {
        Command = command,
        Actor = new Actor(role == Role.Officer ? "o.li" : role.ToString(), role, role == Role.DepartmentStaff ? Scope.Department("fire") : Scope.Street("xiashi")),
        Key = "k",
        BodyHash = "",
        ReceivedAt = now,
    };
}
