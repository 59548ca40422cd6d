using Dispatch.Contracts;
using Dispatch.Hub.Access;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.City;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.Reports;

/// <summary>What is open already where somebody is about to report.</summary>
internal static class SimilarApi
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/similar", FindAsync)
        .WithTags("Reports")
        .Describe(
            "Open cases that a report of this type and place would be marked as possible duplicates of, nearest first.",
            "At most 10, of those that you may see. A place is given as in a report. Nothing is recorded.")
        .WithMetadata(new QueryParameters("type", "estate", "building", "unit", "lat", "lon", "crs", "gridId"))
        .Produces<SimilarCases>()
        .Refuses(401, 403, 422, 503)
        .RequireAuthorization(Policies.Of("report"));

    private static async Task<IResult> FindAsync(HttpContext http, IGrainFactory grains, ICityClock clock)
    {
        var text = new QueryText(http.Request, "type", "estate", "building", "unit", "lat", "lon", "crs", "gridId");
        var type = text.Text("type", TextLimits.Name);
        var asked = new PlaceInput
        {
            Estate = text.Id("estate"),
            Building = text.Text("building", TextLimits.Name),
            Unit = text.Text("unit", TextLimits.Name),
            Lat = text.Degrees("lat", 90),
            Lon = text.Degrees("lon", 180),
            Crs = text.Text("crs", TextLimits.Name),
            GridId = text.Id("gridId"),
        };
        if (text.Problem is { } fault)
        {
            return fault;
        }

        if (type is null)
        {
            return new Problem(StatusCodes.Status400BadRequest, "missing-parameter", "Name a type, for example ?type=DEC-03.");
        }

        var located = await grains.Places().Locate(asked);
        if (located is not { Place: { } place })
        {
            return located.Refusal!.AsProblem();
        }

        // No case has this id, so none is left out as the asker's own.
        var found = await grains.Grid(place.GridId).Similar(new Sighting("", type, place, clock.Now));
        var views = await Task.WhenAll(found.Select(id => grains.Case(id).View()));
        var actor = http.User.Actor();
        return Results.Ok(new SimilarCases([.. views.OfType<CaseView>().Where(view => view.Status.IsOpen() && actor.Sees(view)).Select(view => view.AsRow())]));
    }
}

/// <summary>Cases that are likely the same matter.</summary>
/// <param name="Items">Nearest first, at most 10.</param>
public sealed record SimilarCases(IReadOnlyList<CaseRow> Items);
