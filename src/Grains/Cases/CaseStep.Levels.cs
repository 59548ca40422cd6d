using System.Text.Json;
using Dispatch.Contracts;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Cases;

/// <summary>How a case moves through statuses and up the ladder.</summary>
internal sealed partial class CaseStep
{
    /// <summary>
    /// Enters a status, or the first one after it that is not passed over: an urgent clock passes over a level that nobody
    /// staffs now, and a status whose clock the type lacks is passed over unless another clock of the case runs or the pack
    /// says that it is worked.
    /// </summary>
    public void Enter(CaseStatus status)
    {
        while (PassesOver(status) is { } reason)
        {
            var next = reason == EscalationReason.Unstaffed && status.Level() == CaseLevel.Grid ? CaseStatus.AwaitingCommunity
                : reason == EscalationReason.Unstaffed ? CaseStatus.AwaitingDispatch
                : status + 1;
            Rise(status.Level(), next.Level(), reason);
            status = next;
        }

        Emit(new Entered(status, ResponsibleFor(status)));
        if (status == CaseStatus.AwaitingDispatch)
        {
            AutomaticOffers.Begin(this);
        }
    }

    /// <summary>Leaves a status that would have been passed over but for a clock which has stopped now.</summary>
    public void PassOn()
    {
        if (PassesOver(Case.Status) is EscalationReason.PassedOver)
        {
            Enter(Case.Status);
        }
    }

    /// <summary>Hands the case to the level above the one that its status stands for.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="cause">The clock that ran out, or what a person said.</param>
    public void StepUp(EscalationReason reason, string cause)
    {
        switch (Case.StatusLevel)
        {
            case CaseLevel.Grid:
                Rise(CaseLevel.Grid, CaseLevel.Community, reason);
                Enter(CaseStatus.AwaitingCommunity);
                break;
            case CaseLevel.Community:
                Rise(CaseLevel.Community, CaseLevel.Street, reason, cause);
                Enter(CaseStatus.AwaitingDispatch);
                break;
            default:
                EnterSupervision(reason, cause);
                break;
        }
    }

    /// <summary>Raises the case to supervision, once at a time. On a ladder without supervision it stands on the last rung.</summary>
    public void EnterSupervision(EscalationReason reason, string cause)
    {
        if (Case.Supervised || Case.LastRung)
        {
            return;
        }

        if (!Pack.Ladder.Contains(CaseLevel.Supervision))
        {
            Record(new LastRungReached(cause));
            return;
        }

        Record(new Escalated(Case.Level, CaseLevel.Supervision, reason, reason == EscalationReason.ByHand ? cause : null));
        Restart(ClockNames.Supervise);
    }

    /// <summary>Somebody acted on what was missed: the supervisor's clock is cancelled and the level is the status's again.</summary>
    public void EndSupervision()
    {
        if (Case.Supervised)
        {
            Stop(ClockNames.Supervise, ClockState.Cancelled);
            Record(new SupervisionEnded());
        }
    }

    /// <summary>Settled or resolved: somebody else checks, or the case is closed where the type asks for no check.</summary>
    public void AwaitCheck()
    {
        EndSupervision();
        LapseSuspension();
        if (Rules.Find(ClockNames.Check) is null)
        {
            Close(new Closed());
            return;
        }

        Emit(new Entered(CaseStatus.AwaitingCheck, Checkers.First(Case)));
    }

    /// <summary>The case ends: every clock stops, the supervisor's part is over, and departments that have not answered never did.</summary>
    public void Close(CaseEvent end)
    {
        EndSupervision();
        LapseSuspension();
        if (Case.OpenDepartments is { IsEmpty: false } silent)
        {
            Record(new AssistsEnded(silent));
        }

        OverdueLadder.End(this);
        if (Case.Surge is not null)
        {
            EndSurge(now, closes: true);
        }

        AnswerSource(end);
        CancelAll();
        Record(end);
    }

    /// <summary>Goes back to where the case was worked on, with the clocks that ended there running anew, and on site the one of the next sign.</summary>
    public void ReturnToWork()
    {
        var status = Case.WorkedIn ?? CaseStatus.AtGrid;
        var clocks = Case.Rework;
        Record(new Entered(status, Case.WorkedBy ?? ResponsibleFor(status)));
        foreach (var clock in clocks)
        {
            Restart(clock);
        }

        // Those who go back to a site are waited for as on their first visit.
        Restart(SideClocks.CheckIn);
    }

    /// <summary>Who is responsible in a status.</summary>
    public Scope ResponsibleFor(CaseStatus status) => status switch
    {
        CaseStatus.AwaitingVerification or CaseStatus.AtGrid => Scope.Grid(Case.Place.GridId),
        CaseStatus.AwaitingCommunity or CaseStatus.PreControl => Scope.Community(Case.Place.CommunityId),
        CaseStatus.EnRoute or CaseStatus.OnSite when Case.OfficerIds is [var lead, ..] => Scope.Officer(lead),
        _ => Scope.Street(Case.Place.StreetId),
    };

    private EscalationReason? PassesOver(CaseStatus status)
    {
        var rule = EntryClock(status) is { } name ? Rules.Find(name) : null;
        if (rule is { Budget.IsUrgent: true })
        {
            return status.Level() switch
            {
                CaseLevel.Grid when !Known.GridStaffed => EscalationReason.Unstaffed,
                CaseLevel.Community when !Known.CommunityStaffed && status == CaseStatus.AwaitingCommunity => EscalationReason.Unstaffed,
                _ => null,
            };
        }

        return rule is null && status < CaseStatus.OnSite && !Pack.Worked.Contains(status) && !Case.CourseRuns
            ? EscalationReason.PassedOver
            : null;
    }

    private void Rise(CaseLevel? from, CaseLevel? to, EscalationReason reason, string? cause = null)
    {
        if (from is not { } low || to is not { } high || low == high || !Pack.Ladder.Contains(low))
        {
            return;
        }

        Record(new Escalated(low, high, reason));
        if (high == CaseLevel.Street && reason != EscalationReason.Whistled)
        {
            Emit(new Whistled(cause ?? JsonNamingPolicy.KebabCaseLower.ConvertName(reason.ToString()), Automatic: true));
        }
    }

    private static string? EntryClock(CaseStatus status) => status switch
    {
        CaseStatus.AwaitingVerification => ClockNames.VerifyReport,
        CaseStatus.AtGrid => ClockNames.Grid,
        CaseStatus.AwaitingCommunity => ClockNames.Acknowledge,
        CaseStatus.PreControl => ClockNames.PreControl,
        CaseStatus.AwaitingDispatch => ClockNames.Assign,
        CaseStatus.Offered => ClockNames.Accept,
        CaseStatus.EnRoute => ClockNames.Arrive,
        _ => null,
    };
}
