using Dispatch.Contracts;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.Cases;

/// <summary>Fields that no case could make sense of, whatever its state: texts too long, ids that are none, lists without end.</summary>
public static class CommandFaults
{
    /// <summary>The most officers or documents of one command.</summary>
    public const int MaxItems = 20;

    /// <summary>What is wrong with a command's fields; null when nothing is.</summary>
    public static Problem? Find(CaseCommand command) => command switch
    {
        Assign { OfficerIds: var ids } => Ids("officerIds", ids),
        Reassign { OfficerIds: var ids } => Ids("officerIds", ids),
        Settle ended => Ids("evidenceIds", ended.EvidenceIds ?? []) ?? TextLimits.Check("openAssists", ended.OpenAssists, TextLimits.Reason),
        Resolve ended => Ids("evidenceIds", ended.EvidenceIds ?? []) ?? TextLimits.Check("openAssists", ended.OpenAssists, TextLimits.Reason),
        CallDepartment called => Ids("departmentIds", called.DepartmentIds) ?? Reason(called.Reason),
        DepartmentAnswer answered => Ids("evidenceIds", answered.EvidenceIds ?? []) ?? Reason(answered.Reason),
        Instruct { Text: var text } => TextLimits.CheckWritten("text", text, TextLimits.Prose),
        AnswerInstruction { Text: var text } => TextLimits.CheckWritten("text", text, TextLimits.Prose),
        RaiseAlarm raised => TextLimits.Check("where", raised.Where, TextLimits.Line) ?? TextLimits.Check("what", raised.What, TextLimits.Reason),
        AcknowledgeAlarm { Said: var said } => TextLimits.Check("said", said, TextLimits.Reason),
        ReplyExternal { Text: var text } => TextLimits.CheckWritten("text", text, TextLimits.Prose),
        UpdateExternal told => TextLimits.Check("description", told.Description, TextLimits.Prose)
            ?? TextLimits.Check("address", told.Address, TextLimits.Line) ?? TextLimits.Check("contact", told.Contact, TextLimits.Line),
        Dispatch.Contracts.Decoration.ShowPhotos { EvidenceIds: var ids } => Ids("evidenceIds", ids),
        AttachEvidence { EvidenceIds: var ids } => Ids("evidenceIds", ids),
        Merge { IntoCaseId: var id } => SafeId.Check("intoCaseId", id),
        RecordMilestone { Milestone: var id } => SafeId.Check("milestone", id),
        Comment { Text: var text } => TextLimits.CheckWritten("text", text, TextLimits.Prose),
        RequestExtension asked => SafeId.Check("clock", asked.Clock) ?? TextLimits.Check("length", asked.Length, TextLimits.Name) ?? Reason(asked.Reason),
        DecideExtension decided => TextLimits.Check("length", decided.Length, TextLimits.Name) ?? Reason(decided.Reason),
        ReasonedCommand reasoned => Reason(reasoned.Reason),
        _ => null,
    };

    private static Problem? Reason(string? reason) => TextLimits.Check("reason", reason, TextLimits.Reason);

    /// <summary>What is wrong with a list of ids; null when nothing is.</summary>
    internal static Problem? Ids(string field, IReadOnlyList<string> ids) => ids.Count > MaxItems
        ? new Problem(StatusCodes.Status422UnprocessableEntity, "invalid-value", $"'{field}' holds {MaxItems} ids at most.")
        : SafeId.Check(field, ids);
}
