using System.Text.Json;
using Dispatch.Contracts;

namespace Dispatch.Hub.Problems;

/// <summary>How a refusal of a case, grid or community looks over HTTP: the one place that gives refusal codes a status.</summary>
public static class RefusalProblems
{
    /// <summary>The HTTP status of a refusal, as the comments of <see cref="RefusalCode"/> say.</summary>
    public static int Status(this RefusalCode code) => code switch
    {
        RefusalCode.Unknown => StatusCodes.Status404NotFound,
        RefusalCode.RoleNotAllowed or RefusalCode.OutsideArea or RefusalCode.WrongParty or RefusalCode.OwnPaper or RefusalCode.NotYourShare => StatusCodes.Status403Forbidden,
        RefusalCode.StatusNotAllowed or RefusalCode.VersionChanged or RefusalCode.CaseMovedOn
            or RefusalCode.AlreadySupervised or RefusalCode.AlreadyReported or RefusalCode.SuspensionPending
            or RefusalCode.OverlappingShift or RefusalCode.NotOnDuty or RefusalCode.OnLeave or RefusalCode.AnsweredAlready
            or RefusalCode.DepartmentAlreadyCalled or RefusalCode.DepartmentNotCalled or RefusalCode.AlreadyReportedIn
            or RefusalCode.DepartmentNotReportedIn or RefusalCode.NoInstruction or RefusalCode.InstructionPending
            or RefusalCode.AlarmOpen or RefusalCode.NoAlarm or RefusalCode.AlarmAnswered or RefusalCode.NoCheckIn
            or RefusalCode.CardNotProposed or RefusalCode.CardNotStanding
            or RefusalCode.OverlappingSurge or RefusalCode.SurgeOver or RefusalCode.NotADrill
            or RefusalCode.HandOverTooEarly or RefusalCode.HandOverSigned or RefusalCode.OwnHandOver
            or RefusalCode.PolicyTextDiffers or RefusalCode.OverlappingAdoption or RefusalCode.DryRunUnderWay
            or RefusalCode.FlatHasFloorPlan or RefusalCode.NothingToPublish or RefusalCode.SignedAlready or RefusalCode.SignatureMissing
            or RefusalCode.NothingToPatrol or RefusalCode.MarkOutOfOrder or RefusalCode.CheckNotOpen
            or RefusalCode.AdoptedAlready or RefusalCode.OwnPilot or RefusalCode.PilotNotShared
            or RefusalCode.QuestionUnanswered or RefusalCode.SessionFull
            or RefusalCode.FilingOverlaps or RefusalCode.WorkIsFiled or RefusalCode.AwaitsApproval
            or RefusalCode.StepNotRunning or RefusalCode.PaperNotDue or RefusalCode.PaperMissing or RefusalCode.PowerNotHeld or RefusalCode.PowerHeld
            or RefusalCode.AnswerTooLate or RefusalCode.AlreadyAnswered => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    /// <summary>The code as it is written on the wire.</summary>
    public static string OnWire(this RefusalCode code) => JsonNamingPolicy.KebabCaseLower.ConvertName(code.ToString());

    /// <summary>A refusal as a problem.</summary>
    /// <param name="refusal">What was refused and why.</param>
    /// <param name="present">The case as it stands, already masked for the actor; it is shown with a conflict only.</param>
    public static Problem AsProblem(this Refusal refusal, CaseView? present = null)
    {
        var status = refusal.Code.Status();
        return new Problem(status, refusal.Code.OnWire(), refusal.Reason)
        {
            Case = status == StatusCodes.Status409Conflict ? present : null,
        };
    }
}
