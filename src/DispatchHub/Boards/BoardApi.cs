using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Dispatch.Contracts;
using Dispatch.Hub.Access;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.City;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.Boards;

/// <summary>A board at once, for those who do not watch it, or as it stood at an instant.</summary>
internal static class BoardApi
{
    private static readonly Problem TooLongAgo =
        new(StatusCodes.Status422UnprocessableEntity, "board-not-kept", "Boards are kept for 30 days; ask for a later instant that is not ahead.");

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/board", LookAsync)
        .WithTags("Boards")
        .Describe("The open cases of a scope, as a snapshot item of the live feed.", "'at' asks for the board as it stood at an instant of the last 30 days.")
        .WithMetadata(new QueryParameters("scope", "at"))
        .Produces<BoardSnapshot>()
        .Refuses(401, 403, 404, 422, 503)
        .RequireAuthorization(Policies.Look);

    private static async Task<IResult> LookAsync(HttpContext http, IGrainFactory grains, ScopeAccess access, IBoardSource boards, ICityClock clock)
    {
        var text = new QueryText(http.Request, "scope", "at");
        var asked = text.Scope("scope");
        var at = text.Instant("at");
        if (text.Problem is { } fault)
        {
            return fault;
        }

        var actor = http.User.Actor();
        if ((asked ?? actor.Area) is not { } scope)
        {
            return new Problem(StatusCodes.Status400BadRequest, "missing-parameter", "Name a scope, for example ?scope=street:xiashi.");
        }

        if (!(await access.StreetOfAsync(actor, scope)).Succeeded(out var street, out var problem))
        {
            return problem;
        }

        var snapshot = at is { } instant ? await grains.City().BoardAt(street, instant) : await boards.NowAsync(street, http.RequestAborted);
        return snapshot is null ? TooLongAgo : Results.Ok(BoardSnapshot.Of(snapshot, scope, clock.Time));
    }
}

/// <summary>A board: the first item of a watch, and the answer of <c>GET /api/board</c>.</summary>
/// <param name="Kind">Always <c>snapshot</c>.</param>
/// <param name="At">The number of the street's feed that the rows include.</param>
/// <param name="Cursor">From where a watch goes on; opaque.</param>
/// <param name="Clock">The city's clock now.</param>
/// <param name="Rows">Every open case of the scope, in no order.</param>
public sealed record BoardSnapshot(string Kind, long At, string Cursor, CityTime Clock, IReadOnlyList<CaseRow> Rows)
{
    internal static BoardSnapshot Of(FeedSnapshot street, Scope scope, CityTime clock) =>
        new("snapshot", street.At, CursorOf(street), clock, [.. street.Rows.Where(row => Holds(scope, row))]);

    private static bool Holds(Scope scope, CaseRow row) => scope.Kind switch
    {
        ScopeKind.Community => row.CommunityId == scope.Id,
        ScopeKind.Grid => row.GridId == scope.Id,
        ScopeKind.Officer => row.OfficerIds.Contains(scope.Id),
        ScopeKind.Case => row.Id == scope.Id,
        _ => true,
    };

    private static string CursorOf(FeedSnapshot street) => Base64Url.EncodeToString(
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{street.Epoch}/{street.StreetId}/{street.At}")));
}
