using Dispatch.Contracts;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.Access;

/// <summary>The part of the ground that a list is asked for.</summary>
internal static class GroundScope
{
    /// <summary>The street, community or grid that the query names, its only parameter; without one the actor's own area.</summary>
    public static Parsed<Scope> Read(HttpRequest request, Actor actor)
    {
        var text = new QueryText(request, "scope");
        var asked = text.Scope("scope");
        return text.Problem is { } fault ? fault
            : (asked ?? actor.Area) is not { } scope ? new Problem(StatusCodes.Status400BadRequest, "missing-parameter", "Name a scope, for example ?scope=street:xiashi.")
            : scope.Kind is ScopeKind.Street or ScopeKind.Community or ScopeKind.Grid ? scope
            : new Problem(StatusCodes.Status400BadRequest, "invalid-scope", "Name a street, community or grid.");
    }
}
