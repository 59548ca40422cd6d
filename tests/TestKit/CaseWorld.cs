using System.Collections.Immutable;
using System.Globalization;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Decoration.Promises;
using Dispatch.Grains.Notices;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Storage;
using Dispatch.Grains.Teams.Assignment;

namespace Dispatch.TestKit;

/// <summary>
/// One case in virtual time, driven through the decider as a city would: commands at instants, and every deadline that falls
/// between two of them at its own instant (a millisecond after it is due). Replays its events after each step, so that live
/// and replayed state are always the same.
/// </summary>
public sealed class CaseWorld(PolicyPack pack, string zone = "Asia/Shanghai")
{
    private readonly List<Happened> _events = [];
    private readonly List<NewNotice> _notices = [];
    private readonly HashSet<string> _gone = new(StringComparer.Ordinal);
    private Case? _case;
    private long _version;

    /// <summary>The case.</summary>
    public Case Case => _case ?? throw new InvalidOperationException("Nothing was reported yet.");

    /// <summary>Whether somebody staffs the grid, for urgent clocks.</summary>
    public bool GridStaffed { get; set; } = true;

    /// <summary>Whether somebody staffs the community, for urgent clocks.</summary>
    public bool CommunityStaffed { get; set; } = true;

    /// <summary>When the service was not there, as known when deadlines fire.</summary>
    public ImmutableArray<Outage> Outages { get; set; } = [];

    /// <summary>The street's team at an instant; null for one without a roster, so that nobody is asked by itself.</summary>
    public Func<DateTimeOffset, IEnumerable<Candidate>>? Team { get; set; }

    /// <summary>The surges of the street, each known from its first instant on, and its end before its time from that on.</summary>
    public List<SurgeOrder> Surges { get; } = [];

    /// <summary>The photos that whoever acts has uploaded, by id.</summary>
    public HashSet<string> Uploaded { get; } = new(StringComparer.Ordinal);

    /// <summary>Everything that happened, oldest first.</summary>
    public IReadOnlyList<Happened> Events => _events;

    /// <summary>Who waits to be told or was told of what, of matters that last, as <c>receiver what</c>.</summary>
    public IEnumerable<string> Told => _notices.Select(notice => $"{notice.Receiver} {NoticePayload.Of(notice).What}{(notice.Urgent ? " urgently" : "")}");

    /// <summary>The causes that the latest step has ended.</summary>
    public IReadOnlyCollection<string> JustOver => _gone;

    /// <summary>The history as lines <c>Mon 09-07 08:50:00.001 Escalated Grid→Community expired</c>, in local time.</summary>
    public IEnumerable<string> History => _events.Select(happened => $"{Local(happened.At)} {CaseLine.Of(happened.Event, Local)}");

    /// <summary>A place of the sample street.</summary>
    public static CasePlace Place { get; } = new()
    {
        StreetId = "xiashi",
        CommunityId = "xishan",
        GridId = "xishan-01",
        PlaceName = "华语钱塘 7幢",
    };

    /// <summary>A local instant of the world, such as <c>2026-09-04 16:50</c>.</summary>
    public DateTimeOffset At(string local)
    {
        var time = DateTime.Parse(local, CultureInfo.InvariantCulture);
        var found = TimeZoneInfo.FindSystemTimeZoneById(zone);
        return new DateTimeOffset(time, found.GetUtcOffset(time)).ToUniversalTime();
    }

    /// <summary>Reports, as a role of the case's own area.</summary>
    public CaseWorld Report(
        string at, Role role, string type, bool inProgress = false, bool passUp = false, IReadOnlyList<string>? evidenceIds = null, bool drill = false)
    {
        var report = new Report
        {
            CaseId = "case-1",
            Type = type,
            Place = Place,
            InProgress = inProgress,
            PassUp = passUp,
            EvidenceIds = evidenceIds,
            Drill = drill,
        };
        Give(at, role, report, who: null);
        return this;
    }

    /// <summary>Another system sends a report, or sends it again.</summary>
    public CaseWorld Send(string at, Report report)
    {
        Give(at, Role.System, report, $"source:{report.External?.Source}");
        return this;
    }

    /// <summary>Gives a command; it must be carried out. Of department staff <paramref name="who"/> is the department.</summary>
    public CaseWorld Do(string at, Role role, CaseCommand command, string? who = null, string? occurredAt = null)
    {
        Give(at, role, command, who, occurredAt);
        return this;
    }

    /// <summary>Gives a command that must be refused, and answers why.</summary>
    public RefusalCode Refused(string at, Role role, CaseCommand command, string? who = null, string? occurredAt = null)
    {
        PassUntil(At(at));
        return Decide(At(at), role, command, who, occurredAt) is Grains.Cases.Refused refused
            ? refused.Refusal.Code
            : throw new InvalidOperationException($"{command.Name} was carried out.");
    }

    /// <summary>Lets time pass: whatever falls due before the instant fires at its own.</summary>
    public CaseWorld PassUntil(string at)
    {
        PassUntil(At(at));
        return this;
    }

    /// <summary>The walk of a surge comes by: the case looks at its clocks, as for a deadline.</summary>
    public CaseWorld Hear(string at)
    {
        PassUntil(At(at));
        if (CaseFiring.Fire(Case, At(at), pack, Known(At(at), command: null)) is { Events.IsEmpty: false } heard)
        {
            Take(heard);
        }

        return this;
    }

    /// <summary>A surge over the whole street.</summary>
    public SurgeOrder Surge(string from, string until, Priority? raise = null, string? endedAt = null) => new()
    {
        Id = $"xiashi.{Surges.Count + 1}",
        Area = Scope.Street(Place.StreetId),
        From = At(from),
        Until = At(until),
        Raise = raise,
        EndedAt = endedAt is null ? null : At(endedAt),
    };

    /// <summary>Lets time pass until no clock runs any more.</summary>
    public CaseWorld PassAll()
    {
        PassUntil(DateTimeOffset.MaxValue);
        return this;
    }

    private void PassUntil(DateTimeOffset until)
    {
        while (_case is not null && CaseFiring.Deadlines(_case, pack).MinBy(row => row.DueAt) is { } next && next.DueAt < until)
        {
            var now = next.DueAt + TimeSpan.FromMilliseconds(1);
            Take(CaseFiring.Fire(_case, now, pack, Known(now, command: null)));
        }
    }

    private void Give(string at, Role role, CaseCommand command, string? who, string? occurredAt = null)
    {
        PassUntil(At(at));
        Take(Decide(At(at), role, command, who, occurredAt) switch
        {
            Decision decision => decision,
            Grains.Cases.Refused refused => throw new InvalidOperationException($"{command.Name} was refused: {refused.Refusal}"),
            var other => throw new InvalidOperationException($"{other}"),
        });
    }

    private Verdict Decide(DateTimeOffset now, Role role, CaseCommand command, string? who, string? occurredAt)
    {
        var envelope = new CommandEnvelope
        {
            Command = command,
            Actor = Someone(role, who),
            Key = $"key-{_version}",
            BodyHash = "",
            ReceivedAt = now,
            OccurredAt = occurredAt is null ? null : At(occurredAt),
        };
        return CaseDecider.Decide(_case, _version, envelope, now, pack, Known(now, command));
    }

    private void Take(Decision decision)
    {
        if (decision.Events.IsEmpty)
        {
            return;
        }

        _events.AddRange(decision.Events);
        Tell(NoticeRules.Of(_case, decision, pack));
        (_case, _version) = (decision.Case, _version + 1);
        var replayed = CaseJson.Replay(_events.Select(CaseJson.Record));
        if (CaseJson.Snapshot(replayed) != CaseJson.Snapshot(_case))
        {
            throw new InvalidOperationException("Replaying the events does not give the case.");
        }
    }

    /// <summary>As a store keeps it: what is gone goes first, and a receiver has one notice of a cause.</summary>
    private void Tell(NoticeChanges changes)
    {
        _gone.Clear();
        _gone.UnionWith(changes.Gone.Where(cause => _notices.RemoveAll(notice => notice.Cause == cause) > 0));
        _notices.AddRange(changes.Opened.Where(opened => !_notices.Exists(notice => (notice.Cause, notice.Receiver) == (opened.Cause, opened.Receiver))));
    }

    private Known Known(DateTimeOffset now, CaseCommand? command) => new()
    {
        Ranked = Team is not null && OfferQuestions.For(_case, command, now, pack) is { } question
            ? new(AssignmentPolicy.Rank(Team(now), question, pack))
            : null,
        Surges = SurgesAt(Surges, now),
        ClosedAt = command is AnswerOutcome ? _events.LastOrDefault(happened => happened.Event is Closed)?.At : null,
        GridStaffed = GridStaffed,
        CommunityStaffed = CommunityStaffed,
        Outages = Outages,
        Officers = ["o.zhang", "o.li", "o.wang"],
        ReturnPlace = Place,
        Evidence = Uploaded.ToImmutableDictionary(id => id, id => new EvidencePiece(id, "image/jpeg", 1_000, 40, 30)),
    };

    /// <summary>What a decision at an instant may know of surges: nothing of what is still to come.</summary>
    public static IReadOnlyList<SurgeOrder> SurgesAt(IEnumerable<SurgeOrder> surges, DateTimeOffset now) =>
        [.. surges.Where(surge => surge.From <= now).Select(surge => surge.EndedAt > now ? surge with { EndedAt = null } : surge)];

    private static Actor Someone(Role role, string? who) => new(who ?? role.ToString(), role, role switch
    {
        Role.GridWorker => Scope.Grid(Place.GridId),
        Role.CommunityStaff => Scope.Community(Place.CommunityId),
        Role.Citizen or Role.System => null,
        Role.DepartmentStaff => Scope.Department(who ?? "fire"),
        _ => Scope.Street(Place.StreetId),
    });

    private string Local(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(zone)).ToString("ddd MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);
}

/// <summary>An event as one line that a person can check.</summary>
public static class CaseLine
{
    /// <summary>The event's name and what matters of it.</summary>
    public static string Of(OwnerEvent happening, Func<DateTimeOffset, string> local) => happening switch
    {
        Entered e => $"Entered {e.Status} by {e.Responsible}",
        Escalated e => $"Escalated {e.From}→{e.To} {e.Reason}",
        ClockStarted e => $"ClockStarted {e.Clock}#{e.Generation} {e.Budget}" + (e.WaitsUntil is { } wait ? $" waits until {local(wait)}" : ""),
        ClockStopped e => $"ClockStopped {e.Clock}#{e.Generation} {e.State}",
        DeadlineWarned e => $"DeadlineWarned {e.Clock}#{e.Generation} {e.Mark} due {local(e.DueAt)}",
        DeadlineMissed e => $"DeadlineMissed {e.Clock}#{e.Generation} due {local(e.DueAt)}" + (e.Excused is { } outage ? $" in outage {outage}" : ""),
        CardIssued e => $"CardIssued {e.Colour} on {e.On}",
        CardProposed e => $"CardProposed {e.Colour} on {e.On}",
        CardDecided e => $"CardDecided {e.Card} {(e.Granted ? "granted" : "refused")}",
        CardWithdrawn e => $"CardWithdrawn {e.Card}",
        FellOverdue e => $"FellOverdue {e.Clock}#{e.Generation}",
        ReminderSent e => $"ReminderSent to {e.To}, copy to {e.CopyTo}",
        PubliclyCriticised e => $"PubliclyCriticised {e.On}",
        Whistled e => $"Whistled {(e.Automatic ? "automatically" : "by hand")}: {e.Reason}",
        Acknowledged e => e.Late ? "Acknowledged late" : "Acknowledged",
        Assigned { Round: { } round } e => $"Assigned {string.Join(' ', e.OfficerIds)} {(e.Automatic == true ? $"in round {round}" : "by hand")}{(e.Overruled == true ? ", overruling" : "")}",
        OfferAccepted e => $"OfferAccepted {e.OfficerId}",
        OfferDeclined e => $"OfferDeclined {e.OfficerId}",
        OfferPassedOver e => $"OfferPassedOver {e.OfficerId} {e.Why}",
        OfferPassedOn e => $"OfferPassedOn {e.OfficerId} in place of {e.InPlaceOf}",
        OfferWithdrawn e => $"OfferWithdrawn {e.Reason}",
        OffersEnded e => $"OffersEnded {e.Cause} after round {e.Round}",
        DepartmentsCalled e => $"DepartmentsCalled {string.Join(' ', e.Departments)} {e.Ground}",
        DepartmentReportedIn e => $"DepartmentReportedIn {e.Department}",
        DepartmentAnswered e => $"DepartmentAnswered {e.Department} {(e.Solved ? "solved" : "unsolved")}",
        DepartmentOverdue e => $"DepartmentOverdue {e.Clock} {e.Misses}{(e.Raised ? " raised" : "")}",
        AssistsEnded e => $"AssistsEnded {string.Join(' ', e.Departments)}",
        CheckedIn e => $"CheckedIn {e.OfficerId}{(e.Old == true ? " too late to tell" : "")}",
        CheckInMissed e => e.Asked.IsEmpty ? "CheckInMissed again" : $"CheckInMissed asks {string.Join(' ', e.Asked)}",
        AlarmRaised e => $"AlarmRaised {e.OfficerId ?? "by the machine"}",
        AlarmUnanswered e => $"AlarmUnanswered to {e.To}",
        AlarmAcknowledged e => $"AlarmAcknowledged {e.By}",
        AlarmEnded e => $"AlarmEnded {e.Outcome?.ToString() ?? "by a sign"}",
        SurgeBegan e => $"SurgeBegan {e.SurgeId} from {local(e.From)} until {local(e.Until)}{(e.Raised is { } raised ? $" raised to {raised}" : "")}",
        SurgeEnded e => $"SurgeEnded {e.SurgeId} at {local(e.To)}",
        ClockPaused { At: { } since } e => $"ClockPaused {e.Clock} since {local(since)}",
        ClockPaused e => $"ClockPaused {e.Clock}",
        ClockResumed { At: { } since } e => $"ClockResumed {e.Clock} since {local(since)}",
        ClockResumed e => $"ClockResumed {e.Clock}",
        OutcomeAnswered e => $"OutcomeAnswered {e.Party} {e.Answer}",
        PhotosShown e => $"PhotosShown {e.EvidenceIds.Length}",
        DrillEnded e => e.Automatic ? "DrillEnded by itself" : "DrillEnded by hand",
        Checked e => e.Passed ? "Checked passed" : "Checked failed",
        _ => happening.Name,
    };
}
