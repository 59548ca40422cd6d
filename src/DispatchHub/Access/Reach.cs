using Dispatch.Contracts;

namespace Dispatch.Hub.Access;

/// <summary>How far an actor's eyes reach. Street contains community contains grid.</summary>
public static class Reach
{
    /// <summary>
    /// Whether an actor's area contains a place; the machine's contains everything, an administrator's, a citizen's and a department's
    /// nothing: a department's cases are those that it was called to.
    /// </summary>
    /// <param name="actor">Who looks.</param>
    /// <param name="streetId">The street of the place.</param>
    /// <param name="communityId">Its community; null where the place is the street as a whole.</param>
    /// <param name="gridId">Its grid; null where the place is a community as a whole.</param>
    public static bool Covers(this Actor actor, string streetId, string? communityId, string? gridId) => actor switch
    {
        { Role: Role.System } => true,
        { Role: Role.Administrator or Role.Citizen or Role.DepartmentStaff } => false,
        { Area: { Kind: ScopeKind.Street, Id: var id } } => id == streetId,
        { Area: { Kind: ScopeKind.Community, Id: var id } } => id == communityId,
        { Area: { Kind: ScopeKind.Grid, Id: var id } } => id == gridId,
        _ => false,
    };

    /// <summary>
    /// Whether an actor may see a case: it lies in their area, they reported it, they are one of its officers, or their department was
    /// called to it, also after its part is over.
    /// </summary>
    public static bool Sees(this Actor actor, CaseView view) =>
        actor.Role is not Role.Administrator
        && (actor.Covers(view.StreetId, view.CommunityId, view.GridId) || view.ReportedBy == actor.Id || view.OfficerIds.Contains(actor.Id)
            || (actor.Department() is { } department && view.Assists.Any(assist => assist.Department == department)));

    /// <summary>The department that an actor acts for; null for everybody else.</summary>
    public static string? Department(this Actor actor) =>
        actor is { Role: Role.DepartmentStaff, Area: { Kind: ScopeKind.Department, Id: var id } } ? id : null;

    /// <summary>
    /// Whether an actor needs to know who reported a case and how to reach them: those who handle or oversee it, and the reporter. A
    /// called department needs the place and the matter; whom to ask is the lead's to tell.
    /// </summary>
    public static bool NeedsReporter(this Actor actor, CaseView view) =>
        view.ReportedBy == actor.Id
        || actor.Role switch
        {
            Role.System => true,
            Role.Dispatcher or Role.Captain or Role.CommunityStaff or Role.GridWorker or Role.Supervisor =>
                actor.Covers(view.StreetId, view.CommunityId, view.GridId),
            Role.Officer => view.OfficerIds.Contains(actor.Id),
            _ => false,
        };

    /// <summary>Whether an actor needs to know why officers were or were not asked: the street's own people.</summary>
    public static bool NeedsTeam(this Actor actor) =>
        actor.Role is Role.Dispatcher or Role.Captain or Role.Officer or Role.Supervisor or Role.System;
}
