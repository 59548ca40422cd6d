using Dispatch.Contracts;
using Dispatch.Hub.Access;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.Figures;

/// <summary>Reads which figures are asked for, and refuses what cannot be answered or is not the actor's to see.</summary>
internal static class FigureQuestion
{
    private const int UsualDays = 30;

    public static async Task<Parsed<FigureQuery>> ReadAsync(QueryText text, Actor actor, ScopeAccess access, DateTimeOffset now)
    {
        var asOf = text.Instant("asOf") ?? now;
        var to = text.Instant("to") ?? asOf;
        var from = text.Instant("from") ?? to.AddDays(-UsualDays);
        var by = text.OneOf<FigureBy>("by") ?? FigureBy.Street;
        if ((text.Scope("scope") ?? actor.Area) is not { } scope)
        {
            return text.Problem ?? new Problem(StatusCodes.Status400BadRequest, "missing-parameter", "Name a scope, for example ?scope=street:xiashi.");
        }

        if ((text.Problem ?? Refuse(scope, from, to, asOf, now)) is { } fault)
        {
            return fault;
        }

        return (await access.StreetOfAsync(actor, scope)).Succeeded(out var street, out var problem)
            ? new FigureQuery { Scope = scope, StreetId = street, From = from, To = to, AsOf = asOf, By = by }
            : problem;
    }

    private static Problem? Refuse(Scope scope, DateTimeOffset from, DateTimeOffset to, DateTimeOffset asOf, DateTimeOffset now) =>
        scope.Kind is not (ScopeKind.Street or ScopeKind.Community or ScopeKind.Grid)
            ? new Problem(StatusCodes.Status400BadRequest, "invalid-scope", "Figures are those of a street, community or grid; name one of these.")
        : to <= from || to - from > TimeSpan.FromDays(FigureQuery.LongestDays)
            ? Invalid($"'to' lies after 'from', at most {FigureQuery.LongestDays} days later.")
        : asOf > now ? Invalid("'asOf' lies ahead; ask for an instant up to now, or leave it out.")
        : null;

    private static Problem Invalid(string detail) => new(StatusCodes.Status400BadRequest, "invalid-parameter", detail);
}
