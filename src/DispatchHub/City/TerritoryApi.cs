using Dispatch.Contracts;
using Dispatch.Hub.Access;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.City;

/// <summary>The ground that the caller works on.</summary>
internal static class TerritoryApi
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/territory", LookAsync)
        .WithTags("City")
        .Describe(
            "Names and polygons of the street that you work in: communities, grids, estates.",
            "Of the first street where your area is no part of one. Send the ETag back as If-None-Match: 304 says that nothing changed.")
        .Produces<TerritoryView>()
        .Produces(StatusCodes.Status304NotModified)
        .Refuses(401, 404, 503)
        .RequireAuthorization();

    private static async Task<IResult> LookAsync(HttpContext http, IGrainFactory grains)
    {
        var known = http.Request.GetTypedHeaders().IfNoneMatch.FirstOrDefault()?.Tag.Value?.Trim('"');
        if (await grains.Places().Ground(http.User.Actor().Area, known) is not { } ground)
        {
            return Denied.Unknown("area");
        }

        http.Response.Headers.ETag = $"\"{ground.Tag}\"";
        http.Response.Headers.CacheControl = "private, no-cache";
        return ground.Json is { } json ? Results.Text(json, "application/json") : Results.StatusCode(StatusCodes.Status304NotModified);
    }
}
