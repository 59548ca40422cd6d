using Dispatch.Contracts;

namespace Dispatch.Grains.Cases.Commands;

/// <summary>What is done to a case from a desk, whatever it is about.</summary>
internal static class DeskCommands
{
    /// <summary>The pack lets the case be returned once more.</summary>
    public static Refusal? UnlessReturnedTooOften(CaseStep step) => step.Pack.Time.MostReturns is { } most && step.Case.TimesReturned >= most
        ? Refuse.With(RefusalCode.ReturnedTooOften, $"A case is returned {most} times at most; work on it, or let the dispatcher or captain escalate it.")
        : null;

    public static Refusal? Return(CaseStep step, Return command, Actor actor)
    {
        if (Refuse.UnlessReason(command.Reason) is { } refusal)
        {
            return refusal;
        }

        if (step.Known.ReturnPlace is not { } place || command.To == step.Case.Responsible || StatusOf(command.To) is not { } status)
        {
            return Refuse.With(RefusalCode.InvalidReturn, "Return to another grid, community or the street itself, all of this street.");
        }

        step.EndSupervision();
        step.LapseSuspension();
        step.CancelCourse();
        step.Emit(new Returned(command.To, command.Reason!, place, step.Case.Party));
        step.Enter(status);
        return null;
    }

    public static Refusal? Reject(CaseStep step, Reject command, Actor actor)
    {
        if (Refuse.UnlessReason(command.Reason) is { } refusal)
        {
            return refusal;
        }

        step.Close(new Rejected(command.Reason!));
        return null;
    }

    public static Refusal? Merge(CaseStep step, Merge command, Actor actor)
    {
        if (step.Known.MergeTarget is not { } target || target.Id == step.Case.Id
            || target.StreetId != step.Case.Place.StreetId || !target.Status.IsOpen())
        {
            return Refuse.With(RefusalCode.InvalidMerge, "Merge into another open case of the same street.");
        }

        if (target.Drill == true != step.Case.IsDrill)
        {
            return Refuse.With(RefusalCode.InvalidMerge, "A drill and a real case are never the same matter.");
        }

        step.Close(new Merged(target.Id));
        return null;
    }

    public static Refusal? Reopen(CaseStep step, Reopen command, Actor actor)
    {
        if (Refuse.UnlessReason(command.Reason) is { } refusal)
        {
            return refusal;
        }

        step.Emit(new Reopened(command.Reason!));
        if (step.Case.WorkedIn is null)
        {
            step.Enter(CaseStatus.AtGrid);
        }
        else
        {
            step.ReturnToWork();
        }

        return null;
    }

    /// <summary>The case can still rise.</summary>
    public static Refusal? UnlessSupervised(CaseStep step) => step.Case.Supervised || step.Case.LastRung
        ? Refuse.With(RefusalCode.AlreadySupervised, "The supervisor sees to this case already.")
        : null;

    public static Refusal? Escalate(CaseStep step, Escalate command, Actor actor)
    {
        if (Refuse.UnlessReason(command.Reason) is { } refusal)
        {
            return refusal;
        }

        step.EnterSupervision(EscalationReason.ByHand, command.Reason!);
        return null;
    }

    public static Refusal? Comment(CaseStep step, Comment command, Actor actor)
    {
        if (string.IsNullOrWhiteSpace(command.Text) || Refuse.UnlessText(command.Text, Refuse.MaxText, "text") is { })
        {
            return Refuse.UnlessText(command.Text, Refuse.MaxText, "text")
                ?? Refuse.With(RefusalCode.InvalidText, "Say something: text, 1 to 2,000 characters.");
        }

        step.Record(new Commented(command.Text));
        return null;
    }

    public static Refusal? SetPriority(CaseStep step, SetPriority command, Actor actor)
    {
        if (Refuse.UnlessReason(command.Reason) is { } refusal)
        {
            return refusal;
        }

        step.Record(new PrioritySet(command.Priority, command.Reason!));
        return null;
    }

    private static CaseStatus? StatusOf(Scope party) => party.Kind switch
    {
        ScopeKind.Grid => CaseStatus.AtGrid,
        ScopeKind.Community => CaseStatus.AwaitingCommunity,
        ScopeKind.Street => CaseStatus.AwaitingDispatch,
        _ => null,
    };
}
