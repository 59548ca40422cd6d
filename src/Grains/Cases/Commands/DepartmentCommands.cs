using Dispatch.Contracts;

namespace Dispatch.Grains.Cases.Commands;

/// <summary>Departments that assist: called by whoever has the case, each answering for its own part.</summary>
internal static class DepartmentCommands
{
    /// <summary>A department of the pack can still be called.</summary>
    public static Refusal? UnlessCallable(CaseStep step) =>
        step.Pack.Callable.Count == 0
            ? Refuse.With(RefusalCode.UnknownDepartment, "This case's pack has no department that can be called; give the matter to its own party by telephone.")
        : step.Pack.Callable.Keys.All(id => step.Case.FindAssist(id) is { IsOpen: true })
            ? Refuse.With(RefusalCode.DepartmentAlreadyCalled, "Every department of the pack is called to this case already.")
        : null;

    /// <summary>An officer whistles from the site; the community and the centre from where they are.</summary>
    public static Refusal? UnlessCaller(CaseStep step, Actor actor) =>
        actor.Role != Role.Officer || (step.Case.Status == CaseStatus.OnSite && step.Case.OfficerIds.Contains(actor.Id))
            ? null
            : Refuse.With(RefusalCode.NotYours, "Of the officers, those on site at this case call departments; ask the dispatcher to.");

    public static Refusal? Call(CaseStep step, CallDepartment command, Actor actor)
    {
        if (command.DepartmentIds is not { Count: > 0 } ids || Refuse.UnlessIds(ids, "departmentIds") is { }
            || ids.Distinct(StringComparer.Ordinal).Count() != ids.Count)
        {
            return Refuse.With(RefusalCode.InvalidValue, $"Name each department once in departmentIds, 1 to {Refuse.MaxIds}.");
        }

        if (ids.FirstOrDefault(id => !step.Pack.Callable.ContainsKey(id)) is { } unknown)
        {
            return Refuse.With(RefusalCode.UnknownDepartment, $"{unknown} is no department that this pack can call; the catalogue lists them.");
        }

        if (ids.FirstOrDefault(id => step.Case.FindAssist(id) is { IsOpen: true }) is { } called)
        {
            return Refuse.With(RefusalCode.DepartmentAlreadyCalled, $"{called} is called to this case already; leave it out.");
        }

        if (Refuse.UnlessReason(command.Reason) is { } refusal)
        {
            return refusal;
        }

        step.Record(new DepartmentsCalled([.. ids], command.Ground, command.Reason!));
        foreach (var id in ids)
        {
            step.Restart(SideClocks.ReportIn(id));
        }

        return null;
    }

    /// <summary>The actor's department is called and not on site yet.</summary>
    public static Refusal? UnlessAwaitedOnSite(CaseStep step, Actor actor) => UnlessCalled(step, actor)
        ?? (OwnPart(step, actor)!.State == AssistState.ReportedIn ? ReportedInAlready() : null);

    /// <summary>The actor's department is on site and has not answered yet.</summary>
    public static Refusal? UnlessOnSite(CaseStep step, Actor actor) => UnlessCalled(step, actor)
        ?? (OwnPart(step, actor)!.State == AssistState.Called ? NotOnSite() : null);

    /// <summary>Some department is to report in.</summary>
    public static Refusal? UnlessAnyAwaited(CaseStep step) => UnlessAny(step, AssistState.Called, ReportedInAlready);

    /// <summary>Some department is to answer.</summary>
    public static Refusal? UnlessAnyOnSite(CaseStep step) => UnlessAny(step, AssistState.ReportedIn, NotOnSite);

    public static Refusal? ReportIn(CaseStep step, DepartmentReportIn command, Actor actor)
    {
        var department = OwnPart(step, actor)!.Department;
        step.Emit(new DepartmentReportedIn(department));
        step.Restart(SideClocks.Answer(department));

        // Where the case's own clock does not run either, the supervisor has more to see to than this department.
        if (step.Case.SupervisedFor == department && step.Case.CourseRuns)
        {
            step.EndSupervision();
        }

        return null;
    }

    public static Refusal? Answer(CaseStep step, DepartmentAnswer command, Actor actor)
    {
        if ((command.Solved ? Refuse.UnlessText(command.Reason, Refuse.MaxReason, "reason") : Refuse.UnlessReason(command.Reason)) is { } refusal)
        {
            return refusal;
        }

        if (EvidenceCommands.Take(step, command.EvidenceIds) is { } unknown)
        {
            return unknown;
        }

        step.Emit(new DepartmentAnswered(OwnPart(step, actor)!.Department, command.Solved, command.Reason, [.. command.EvidenceIds ?? []]));
        return null;
    }

    /// <summary>Whoever ends a case while departments have not answered says why.</summary>
    /// <param name="step">The decision.</param>
    /// <param name="why">What they say.</param>
    public static Refusal? UnlessAnswered(CaseStep step, string? why) =>
        step.Case.OpenDepartments.IsEmpty || !string.IsNullOrWhiteSpace(why)
            ? Refuse.UnlessText(why, Refuse.MaxReason, "openAssists")
            : Refuse.With(
                RefusalCode.OpenAssists,
                $"These departments have not answered yet: {string.Join(", ", step.Case.OpenDepartments)}. "
                    + "Wait for them, or say in openAssists why the case ends without them.");

    /// <summary>What was said, where there was anything to say it about.</summary>
    public static string? WhyOpen(CaseStep step, string? why) => step.Case.OpenDepartments.IsEmpty ? null : why;

    private static Refusal? UnlessCalled(CaseStep step, Actor actor) => OwnPart(step, actor) is { IsOpen: true }
        ? null
        : NotCalled();

    private static Assist? OwnPart(CaseStep step, Actor actor) =>
        actor is { Role: Role.DepartmentStaff, Area: { Kind: ScopeKind.Department, Id: var id } } ? step.Case.FindAssist(id) : null;

    private static Refusal? UnlessAny(CaseStep step, AssistState state, Func<Refusal> otherwise) =>
        step.Case.Assists.Any(assist => assist.State == state) ? null
        : step.Case.Assists.Any(assist => assist.IsOpen) ? otherwise()
        : NotCalled();

    private static Refusal NotCalled() =>
        Refuse.With(RefusalCode.DepartmentNotCalled, "Your department is not called to this case, or its part of it is over; nothing is to be done.");

    private static Refusal ReportedInAlready() => Refuse.With(RefusalCode.AlreadyReportedIn, "Your department has reported in already; answer next.");

    private static Refusal NotOnSite() => Refuse.With(RefusalCode.DepartmentNotReportedIn, "Report in first: department-report-in, then answer.");
}
