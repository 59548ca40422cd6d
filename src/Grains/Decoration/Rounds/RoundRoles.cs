using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Duties;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Decoration.Rounds;

/// <summary>Who gives which command on a round and sets which mark. Pure; the one table for the decider and for what pages offer.</summary>
public static class RoundRoles
{
    private static readonly Role[] Walkers = [Role.PropertyManager, Role.CommunityStaff, Role.GridWorker, Role.Officer, Role.Captain];

    private static readonly FrozenDictionary<Type, Role[]> ByCommand = new Dictionary<Type, Role[]>
    {
        [typeof(DrawRound)] = [Role.PropertyManager, Role.CommunityStaff, Role.Captain],
        [typeof(ShareRound)] = [Role.PropertyManager, Role.CommunityStaff, Role.Captain],
        [typeof(MarkRoundItem)] = Walkers,
        [typeof(AddUnfiledWork)] = Walkers,
        [typeof(EndRound)] = [Role.CommunityStaff, Role.Captain],
    }.ToFrozenDictionary();

    private static readonly ImmutableArray<Type> Offered = [typeof(ShareRound), typeof(MarkRoundItem), typeof(EndRound)];

    /// <summary>Why an actor may not; null when they may.</summary>
    public static Refusal? Refuses(Actor by, Type command, string gridId, Territory territory) =>
        Authority.Refuses(by, Scope.Grid(gridId), territory, Name(command).Replace('-', ' '), ByCommand[command]);

    /// <summary>Why an actor may not set a mark at an item as it stands; null when they may.</summary>
    public static Refusal? Refuses(Actor by, RoundItem item, RoundMark mark, Round round)
    {
        var share = round.Shares.FirstOrDefault(one => one.Id == item.ShareId);
        var sees = mark is RoundMark.Clear or RoundMark.Found;
        if (sees && share is not null && by.Id != share.Lead && by.Role is not (Role.CommunityStaff or Role.Captain or Role.System))
        {
            return Refuse.With(RefusalCode.NotYourShare, $"The group {share.Group} has this item; its lead marks it, or the community for them.");
        }

        if (mark is RoundMark.ManagerStopped or RoundMark.ManagerReported && by.Role is not (Role.PropertyManager or Role.CommunityStaff or Role.System))
        {
            return Refuse.With(RefusalCode.RoleNotAllowed, "The property manager stops and reports, or the community in its place.");
        }

        var inOrder = mark switch
        {
            RoundMark.Clear or RoundMark.Found => item.SeenAt is null,
            RoundMark.ManagerTold => item is { Good: false, ToldAt: null },
            RoundMark.ManagerStopped => item is { ToldAt: not null, StoppedAt: null },
            _ => item is { ToldAt: not null, ReportedAt: null },
        };
        return inOrder ? null : Refuse.With(
            RefusalCode.MarkOutOfOrder, "This mark is set already, or another comes first: seen, something wrong, manager told, then stopped and reported.");
    }

    /// <summary>The commands that an actor may give now, as they are written in addresses.</summary>
    public static IReadOnlyList<string> May(Round round, Actor by, Territory territory) => !round.IsOpen() ? [] :
        [.. Offered.Where(command => Refuses(by, command, round.Drawn!.GridId, territory) is null).Select(Name)];

    /// <summary>The marks that an actor may set now, by item.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<RoundMark>> Marks(Round round, Actor by, Territory territory) =>
        !round.IsOpen() || Refuses(by, typeof(MarkRoundItem), round.Drawn!.GridId, territory) is not null
            ? new Dictionary<string, IReadOnlyList<RoundMark>>()
            : round.Items
                .Select(item => (item.Id, Marks: Enum.GetValues<RoundMark>().Where(mark => Refuses(by, item, mark, round) is null).ToList()))
                .Where(item => item.Marks.Count > 0)
                .ToDictionary(item => item.Id, item => (IReadOnlyList<RoundMark>)item.Marks, StringComparer.Ordinal);

    private static string Name(Type command) => JsonNamingPolicy.KebabCaseLower.ConvertName(command.Name);
}
