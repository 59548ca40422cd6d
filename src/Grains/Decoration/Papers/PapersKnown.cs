using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Duties;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Decoration.Papers;

/// <summary>What a decision about a case's papers must know beside the command.</summary>
/// <param name="Path">The pack whose path the case goes: the one in force when it was opened.</param>
/// <param name="InForce">The pack in force now, whose templates and catalogue are used.</param>
/// <param name="Case">The case.</param>
/// <param name="Territory">The ground.</param>
public sealed record PapersKnown(PolicyPack Path, PolicyPack InForce, CaseView Case, Territory Territory)
{
    /// <summary>The type of the case; null where the pack has lost it.</summary>
    public CaseType? Type => Path.Types.GetValueOrDefault(Case.Type);

    /// <summary>The scene of the case.</summary>
    public string Scene => Type?.Scene ?? CaseType.OtherScene;

    /// <summary>Whether the scene has a path.</summary>
    public bool HasPath => Path.Papers?.Paths.ContainsKey(Scene) is true;

    /// <summary>The local day of the street.</summary>
    public DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, InForce.StreetCalendar.Zone).DateTime);

    /// <summary>A step of the case's path. A case keeps the pack of its path, so it is there.</summary>
    public PathStep Step(string id) => Path.Papers!.Step(Scene, id)!;

    /// <summary>A punishment item of the case's type; null where it is none.</summary>
    public PunishmentItem? Punishment(string? id) =>
        id is not null && InForce.Catalogue?.View.Types.FirstOrDefault(type => type.Code == Case.Type)?.Punishments.Contains(id) is true
            ? InForce.Catalogue.Punishment(id)
            : null;

    /// <summary>Why an actor may not do what whoever leads the case does; null when they may.</summary>
    public Refusal? UnlessLead(Actor by, string deed) => Type?.Lead.Contains("community") is true
        ? Authority.Refuses(by, Scope.Grid(Case.GridId), Territory, deed, Role.Officer, Role.Captain, Role.Dispatcher, Role.CommunityStaff)
        : Authority.Refuses(by, Scope.Grid(Case.GridId), Territory, deed, Role.Officer, Role.Captain, Role.Dispatcher);

    /// <summary>Why an actor may not do a step; null when they may. A captain records what a department says that uses no account.</summary>
    public Refusal? UnlessDoes(Actor by, PathStep step) =>
        step.By == PathStep.Lead ? UnlessLead(by, "do this step")
        : by.Role == Role.DepartmentStaff && by.Area == Scope.Department(step.By) ? null
        : UnlessCaptain(by, "do a department's step");

    /// <summary>Why an actor may not draft a document of a step; null when they may. Who leads drafts also what a department asks for.</summary>
    public Refusal? UnlessDrafts(Actor by, PathStep step) => UnlessLead(by, "draft this document") is { } not && UnlessDoes(by, step) is not null ? not : null;

    /// <summary>Why an actor may not do what a captain does; null when they may.</summary>
    public Refusal? UnlessCaptain(Actor by, string deed) => Authority.Refuses(by, Scope.Grid(Case.GridId), Territory, deed, Role.Captain);
}

/// <summary>What is refused alike.</summary>
internal static class PapersRefusals
{
    public static Refusal NoPath { get; } =
        Refuse.With(RefusalCode.NoDisposalPath, "The scene of this case has no disposal path in the policy pack.");

    public static Refusal NotRunning { get; } = Refuse.With(RefusalCode.StepNotRunning, "This step does not run now; see which one does.");

    public static Refusal NoPaper { get; } = Refuse.With(RefusalCode.Unknown, "The case has no document of this number.");

    public static Refusal NotProposed { get; } = Refuse.With(RefusalCode.StatusNotAllowed, "This document does not wait for a signature any more.");

    public static Refusal NoItem { get; } = Refuse.With(RefusalCode.UnknownCatalogueItem, "Name a punishment item that concerns the type of this case.");
}
