using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.TestKit;
using Check = Dispatch.Contracts.Check;

namespace Dispatch.Grains.Tests.Cases;

/// <summary>One command that was given while its clock ran, and a case to which it may arrive at any later time, between what others do.</summary>
/// <param name="Clock">The clock that it answers.</param>
/// <param name="Who">Who gave it.</param>
/// <param name="Command">What.</param>
/// <param name="Begin">The case with that clock running.</param>
internal sealed record OfflineSituation(string Clock, Actor Who, CaseCommand Command, Func<CaseWorld> Begin)
{
    private static readonly Assign TwoOfficers = new(["o.zhang", "o.li"]);

    /// <summary>A command for every clock of the sample pack that people answer.</summary>
    public static OfflineSituation[] All { get; } =
    [
        new("verify-report", Grid, new VerifyReport(true), () => World().Report(Nine, Role.Citizen, "DEC-03")),
        new("verify-report", Grid, new VerifyReport(false), () => World().Report(Nine, Role.Citizen, "DEC-04")),
        new("grid", Grid, new Settle(["photo"]), () => World().Report(Nine, Role.GridWorker, "DEC-03")),
        new("grid", Grid, new PassUp("r"), () => World().Report(Nine, Role.GridWorker, "DEC-04")),
        new("acknowledge", Community, new Acknowledge(), AtCommunity),
        new("acknowledge", Community, new StartPreControl(), AtCommunity),
        new("acknowledge", Community, new Whistle("r"), AtCommunity),
        new("acknowledge", Community, new Acknowledge(), () => World().Report(Nine, Role.GridWorker, "ILL-01", passUp: true)),
        new("pre-control", Community, new Resolve(["photo"]), () => AtCommunity().Do("2026-09-07 09:05", Role.CommunityStaff, new Acknowledge())),
        new("assign", Desk, TwoOfficers, AtStreet),
        new("accept", Officer, new OfferAccept(), Offered),
        new("arrive", Officer, new Arrive(), EnRoute),
        new("rectify", Officer, new Resolve(["photo"]), OnSite),
        new("check", Grid, new Check(true), () => OnSite().Do("2026-09-07 10:00", Role.Officer, new Resolve(), "o.li")),
        new("check", Grid, new Check(false), () => OnSite().Do("2026-09-07 10:00", Role.Officer, new Resolve(), "o.li")),
    ];

    /// <summary>What other people may do with the case before it arrives.</summary>
    public static (Actor Who, Func<DateTimeOffset, CaseCommand> Command)[] Others { get; } =
    [
        (Desk, _ => TwoOfficers), (Desk, _ => new Assign(["o.wang", "o.li"])), (Desk, _ => new Reassign(["o.wang", "o.li"])),
        (Wang, _ => new OfferAccept()), (Officer, _ => new OfferAccept()), (Wang, _ => new OfferDecline("r")), (Wang, _ => new Arrive()),
        (Officer, _ => new Resolve()), (Community with { Id = "c.other" }, _ => new Acknowledge()), (Community with { Id = "c.other" }, _ => new TakeBack("r")),
        (Community with { Id = "c.other" }, _ => new Whistle("r")), (Community with { Id = "c.other" }, _ => new Check(false)),
        (Community with { Id = "c.other" }, _ => new Check(true)), (Desk, _ => new Reject("r")), (Desk, _ => new Escalate("r")), (Desk, _ => new Reopen("r")),
        (Desk, _ => new Return(Scope.Community("xishan"), "r")), (Desk, _ => new Comment("c")), (Supervisor, now => new Suspend("r", now.AddHours(3))),
        (Desk, now => new Suspend("r", now.AddHours(3))), (Supervisor, _ => new Resume()), (Supervisor, _ => new DecideSuspension(true)),
        (Officer, _ => new RequestExtension("rectify", "1 wd", "r")), (Supervisor, _ => new DecideExtension(true)), (Officer, _ => new TakeExtraTime(null, "r")),
    ];

    private const string Nine = "2026-09-07 09:00";

    private static Actor Grid => new("g", Role.GridWorker, Scope.Grid("xishan-01"));

    private static Actor Community => new("c", Role.CommunityStaff, Scope.Community("xishan"));

    private static Actor Desk => new("d", Role.Dispatcher, Scope.Street("xiashi"));

    private static Actor Officer => new("o.li", Role.Officer, Scope.Street("xiashi"));

    private static Actor Wang => new("o.wang", Role.Officer, Scope.Street("xiashi"));

    private static Actor Supervisor => new("s", Role.Supervisor, Scope.Street("xiashi"));

    private static CaseWorld World() => new(Sample.Xiashi);

    private static CaseWorld AtCommunity() => World().Report(Nine, Role.GridWorker, "DEC-03", passUp: true);

    private static CaseWorld AtStreet() => AtCommunity().Do("2026-09-07 09:10", Role.CommunityStaff, new Whistle("Needs the team."));

    private static CaseWorld Offered() => AtStreet().Do("2026-09-07 09:12", Role.Dispatcher, TwoOfficers);

    private static CaseWorld EnRoute() => Offered().Do("2026-09-07 09:13", Role.Officer, new OfferAccept(), "o.li");

    private static CaseWorld OnSite() => EnRoute().Do("2026-09-07 09:40", Role.Officer, new Arrive(), "o.li");
}

/// <summary>How one history of such a case went on.</summary>
internal sealed class OfflineArrival(CaseWorld begun, bool sweeps)
{
    public List<Happened> Events { get; } = [.. begun.Events];

    public Case Case { get; private set; } = begun.Case;

    /// <summary>What was answered to the command of the one who was offline.</summary>
    public Verdict? Verdict { get; private set; }

    /// <summary>Lets time pass; a sweeper that stands still fires nothing.</summary>
    public void PassUntil(DateTimeOffset until, bool always = false)
    {
        while ((sweeps || always) && CaseFiring.Deadlines(Case, Sample.Xiashi).MinBy(row => row.DueAt) is { } next && next.DueAt < until)
        {
            Take(CaseFiring.Fire(Case, next.DueAt.AddMilliseconds(1), Sample.Xiashi, CaseWalks.Known(Case)));
        }
    }

    /// <summary>A command that somebody else gives; what is refused changes nothing.</summary>
    public void Other(Actor who, CaseCommand command, DateTimeOffset now)
    {
        PassUntil(now);
        if (Give(who, command, now, null) is Decision decision)
        {
            Take(decision);
        }
    }

    /// <summary>The command of the one who was offline.</summary>
    public Verdict Arrive(OfflineSituation situation, DateTimeOffset occurredAt, DateTimeOffset now)
    {
        PassUntil(now);
        Verdict = Give(situation.Who, situation.Command, now, occurredAt);
        if (Verdict is Decision decision)
        {
            Take(decision);
        }

        return Verdict;
    }

    private Verdict Give(Actor who, CaseCommand command, DateTimeOffset now, DateTimeOffset? occurredAt)
    {
        var at = now < Case.LastEventAt ? Case.LastEventAt : now;
        var envelope = new CommandEnvelope { Command = command, Actor = who, Key = "k", BodyHash = "", ReceivedAt = at, OccurredAt = occurredAt };
        return CaseDecider.Decide(Case, 1, envelope, at, Sample.Xiashi, CaseWalks.Known(Case));
    }

    private void Take(Decision decision)
    {
        Events.AddRange(decision.Events);
        Case = decision.Case;
    }
}
