using System.Text.Json;
using Dispatch.Contracts;
using Dispatch.Hub.Access;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.City;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Live;
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

    private static async Task<IResult> LookAsync(HttpContext http, IGrainFactory grains, ScopeAccess access, WatchedScopes watched, ICityClock clock)
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

        var streets = scope.Kind == ScopeKind.Department ? await access.StreetsOfAsync(actor, scope) : [];
        if (at is { } instant)
        {
            var then = await Task.WhenAll((streets is [] ? [street] : streets).Select(one => grains.City().BoardAt(one, instant)));
            return then.All(one => one is not null) ? new BoardAnswer(Item(then!, scope, clock.Time)) : TooLongAgo;
        }

        using var reading = await watched.ReadAsync(scope, streets, http.RequestAborted);
        return new BoardAnswer(reading.Begin(null, clock.Time).First);
    }

    private static WatchItem Item(IReadOnlyList<FeedSnapshot> streets, Scope scope, CityTime clock) => WatchItem.Whole(
        "snapshot",
        streets.Sum(street => street.At),
        StreetsCursor.Join([.. streets.Select(street => new FeedCursor(street.Epoch, street.StreetId, street.At).ToString())]),
        clock,
        new WireRows([.. streets.SelectMany(street => street.Rows).Where(row => scope.Holds(row)).DistinctBy(row => row.Id).Select(row => new WireRow(row))]));

    /// <summary>Writes an item as it is written to watchers, from what is encoded already.</summary>
    private sealed class BoardAnswer(WatchItem item) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.ContentType = "application/json; charset=utf-8";
            await using var writer = new Utf8JsonWriter(httpContext.Response.BodyWriter, new JsonWriterOptions { Encoder = WireJson.Options.Encoder });
            item.Write(writer);
            await writer.FlushAsync(httpContext.RequestAborted);
        }
    }
}

/// <summary>A board as the OpenAPI document shows it: a snapshot item of the live feed.</summary>
/// <param name="Kind">Always <c>snapshot</c>.</param>
/// <param name="At">The number of the street's feed that the rows include.</param>
/// <param name="Cursor">From where a watch goes on; opaque.</param>
/// <param name="Clock">The city's clock now.</param>
/// <param name="Rows">Every open case of the scope, in no order.</param>
public sealed record BoardSnapshot(string Kind, long At, string Cursor, CityTime Clock, IReadOnlyList<CaseRow> Rows);
