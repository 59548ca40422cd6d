using System.Text.Json;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Duties;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Decoration.Visits;

/// <summary>Who belongs to which department of a visit, and who gives which command. Pure.</summary>
public static class VisitParties
{
    /// <summary>The street's team, which leads every visit.</summary>
    public const string Enforcement = "enforcement";

    /// <summary>The community, as catalogues name it.</summary>
    public const string Community = "community";

    /// <summary>The property manager, as catalogues name it.</summary>
    public const string Property = "property";

    /// <summary>The department that an actor stands for at a place; null for none.</summary>
    public static string? Of(Actor actor, string gridId, Territory territory) => actor switch
    {
        { Role: Role.DepartmentStaff, Area: { Kind: ScopeKind.Department, Id: var department } } => department,
        { Area: { } area } when !territory.Covers(area, Scope.Grid(gridId)) => null,
        { Role: Role.Officer or Role.Captain, Area: not null } => Enforcement,
        { Role: Role.CommunityStaff, Area: not null } => Community,
        { Role: Role.PropertyManager, Area: not null } => Property,
        _ => null,
    };

    /// <summary>Whether an actor signs for a department: their own, and the captain for one that has no people here.</summary>
    public static bool SignsFor(Actor actor, string department, Visit visit, Territory territory, PolicyPack pack) =>
        Of(actor, visit.Planned!.GridId, territory) is { } own
        && (own == department || (actor.Role == Role.Captain && department is not (Enforcement or Community or Property) && !pack.Departments.ContainsKey(department)));

    /// <summary>Why an actor may not give a command; null when they may.</summary>
    public static Refusal? Refuses(Actor by, Type command, Visit visit, Territory territory)
    {
        var grid = Scope.Grid(visit.Planned!.GridId);
        return command == typeof(BeginVisit) ? Authority.Refuses(by, grid, territory, "begin a visit", Role.Officer, Role.Captain)
            : command == typeof(CallOffVisit) ? Authority.Refuses(by, grid, territory, "call off a visit", Role.Officer, Role.Captain, Role.Dispatcher)
            : by.Role == Role.System || (Of(by, grid.Id, territory) is { } own && visit.Planned.Departments.Contains(own)) ? null
            : Refuse.With(RefusalCode.WrongParty, "Only the departments of the visit write in its record.");
    }

    /// <summary>Why an actor may not plan a visit at a place; null when they may.</summary>
    public static Refusal? RefusesPlanning(Actor by, string gridId, Territory territory) => Authority.Refuses(
        by, Scope.Grid(gridId), territory, "plan a visit", Role.Officer, Role.Captain, Role.Dispatcher, Role.CommunityStaff);

    /// <summary>The commands that an actor may give now, as they are written in addresses.</summary>
    public static IReadOnlyList<string> May(Visit visit, Actor by, Territory territory, PolicyPack pack)
    {
        Type[] offered = visit.State switch
        {
            VisitState.Planned => [typeof(BeginVisit), typeof(CallOffVisit)],
            VisitState.Begun when visit.Lines.All(line => line.Good is not null) => [typeof(TickVisit), typeof(SignVisit), typeof(CallOffVisit)],
            VisitState.Begun => [typeof(TickVisit), typeof(CallOffVisit)],
            _ => [],
        };
        return
        [
            .. offered.Where(command => Refuses(by, command, visit, territory) is null && (command != typeof(SignVisit) || SignsAs(visit, by, territory, pack) is not null))
                .Select(command => JsonNamingPolicy.KebabCaseLower.ConvertName(command.Name)),
        ];
    }

    /// <summary>The department for which an actor signs next; null for none.</summary>
    public static string? SignsAs(Visit visit, Actor by, Territory territory, PolicyPack pack) =>
        visit.Outstanding().FirstOrDefault(department => SignsFor(by, department, visit, territory, pack));
}
