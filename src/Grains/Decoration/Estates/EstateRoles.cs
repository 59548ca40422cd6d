using System.Collections.Frozen;
using System.Text.Json;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Duties;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Decoration.Estates;

/// <summary>Who gives which command on an estate. Pure; the one table for the decider and for what pages offer.</summary>
public static class EstateRoles
{
    private static readonly Role[] Drawers = [Role.PropertyManager, Role.CommunityStaff, Role.Officer, Role.Captain, Role.Dispatcher];
    private static readonly Role[] Rulers = [Role.PropertyManager, Role.CommunityStaff, Role.Officer, Role.Captain];
    private static readonly Role[] Listers = [Role.CommunityStaff, Role.Officer, Role.Captain, Role.Dispatcher];
    private static readonly Role[] Planners = [Role.PropertyManager, Role.CommunityStaff, Role.Captain, Role.Dispatcher];

    private static readonly FrozenDictionary<Type, Role[]> ByCommand = new Dictionary<Type, Role[]>
    {
        [typeof(DrawFloorPlan)] = Drawers,
        [typeof(MarkSpot)] = Rulers,
        [typeof(RemoveSpot)] = Rulers,
        [typeof(NameResponsible)] = Listers,
        [typeof(ReleaseResponsible)] = Listers,
        [typeof(RecordAgreement)] = Planners,
        [typeof(DraftGuidance)] = Rulers,
        [typeof(PublishGuidance)] = [Role.Officer, Role.Captain],
        [typeof(PlanHandOver)] = Planners,
        [typeof(KeepWatch)] = [],
        [typeof(EndWatch)] = [Role.CommunityStaff, Role.Officer, Role.Captain],
    }.ToFrozenDictionary();

    /// <summary>Why an actor may not; null when they may.</summary>
    public static Refusal? Refuses(Actor by, Type command, Routing.Estate estate, Territory territory) => Authority.Refuses(
        by, Scope.Grid(estate.GridId), territory, JsonNamingPolicy.KebabCaseLower.ConvertName(command.Name).Replace('-', ' '), ByCommand[command]);

    /// <summary>The commands that an actor may give, as they are written in addresses.</summary>
    public static IReadOnlyList<string> May(Actor by, Routing.Estate estate, Territory territory) =>
    [
        .. ByCommand.Where(command => command.Value.Length > 0 && Refuses(by, command.Key, estate, territory) is null)
            .Select(command => JsonNamingPolicy.KebabCaseLower.ConvertName(command.Key.Name))
            .Order(StringComparer.Ordinal),
    ];
}
