using Dispatch.Contracts;

namespace Dispatch.Silo.Storage.Reads;

/// <summary>Which rows of <c>owners</c>, as <c>o</c>, lie in a scope.</summary>
internal static class ScopeConditions
{
    /// <summary>The condition, with the parameter <c>@scope</c>; none lies in a scope of another kind.</summary>
    public static string LiesIn(this IStoreAccess store, Scope scope) => scope.Kind switch
    {
        ScopeKind.Street => "o.street = @scope",
        ScopeKind.Community => "o.community = @scope",
        ScopeKind.Grid => "o.grid = @scope",
        ScopeKind.Officer or ScopeKind.Department => store.Contains("o.officers", "@scope"),
        ScopeKind.Case => "o.id = @scope",
        _ => "@scope is null",
    };

    /// <summary>The value of <c>@scope</c>.</summary>
    public static string Argument(Scope scope) => scope.Kind switch
    {
        ScopeKind.Case => scope.ToString(),
        ScopeKind.Officer => $" {scope.Id} ",
        ScopeKind.Department => $" {scope} ",
        _ => scope.Id,
    };
}
