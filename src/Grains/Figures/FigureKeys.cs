using Dispatch.Contracts;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Figures;

/// <summary>Which rows a case stands in, and what they are called.</summary>
/// <param name="territory">The names of places.</param>
/// <param name="pack">The pack in force: the names of types, and the street's time zone.</param>
public sealed class FigureKeys(Territory territory, PolicyPack pack)
{
    /// <summary>The periods of the street.</summary>
    public FigurePeriods Periods { get; } = new(pack.StreetCalendar.Zone);

    /// <summary>The keys of the rows that a case stands in: one, save for clocks.</summary>
    public IEnumerable<string> Of(CaseFacts facts, FigureBy by) => by switch
    {
        FigureBy.Street => [facts.StreetId],
        FigureBy.Community => [facts.CommunityId],
        FigureBy.Grid => [facts.GridId],
        FigureBy.Type => [facts.Type],
        FigureBy.Clock => facts.Clocks.Select(clock => clock.Name),
        _ => [Periods.KeyOf(facts.OpenedAt, by)],
    };

    /// <summary>What people call a row; null for periods and clocks, and for what no longer has a name.</summary>
    public Text? Name(string key, FigureBy by) => by switch
    {
        FigureBy.Street => territory.FindStreet(key)?.Name,
        FigureBy.Community => territory.FindCommunity(key)?.Name,
        FigureBy.Grid => territory.FindGrid(key)?.Name,
        FigureBy.Type => pack.Types.GetValueOrDefault(key)?.Title,
        _ => null,
    };

    /// <summary>A type's name in the pack's first language; its code where the pack no longer has it.</summary>
    public string Title(string type) => pack.Types.GetValueOrDefault(type)?.Title.Zh ?? type;

    /// <summary>Whether a case lies in a scope.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No street, community or grid.</exception>
    public static bool IsWithin(CaseFacts facts, Scope scope) => scope.Kind switch
    {
        ScopeKind.Street => facts.StreetId == scope.Id,
        ScopeKind.Community => facts.CommunityId == scope.Id,
        ScopeKind.Grid => facts.GridId == scope.Id,
        _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, "Figures are those of a street, community or grid."),
    };
}
