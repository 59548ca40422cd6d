using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.City;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.Decoration.Catalogue;

/// <summary>The catalogue of house decoration, for everybody: an owner has no account, and it holds nothing personal.</summary>
internal static class CatalogueApi
{
    private static readonly Problem NoCatalogue = new(
        StatusCodes.Status404NotFound, "no-catalogue", "The pack has no catalogue of house decoration, or no such version is kept; leave 'version' out for the one in force.");

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/catalogue/decoration", ReadAsync)
        .WithTags("Decoration")
        .Describe("What may be done in a flat, what is inspected and punished, and the one-stop list of services, in both languages.",
            "Of the pack in force in 'area', the first street where none is given; 'version' asks for another version of that pack. "
            + "The lists are illustrative, as 'notice' says. Nobody has to sign in.")
        .WithMetadata(new QueryParameters("area", "version"))
        .Produces<DecorationCatalogue>()
        .Refuses(404, 429, 503)
        .AllowAnonymous()
        .RequireRateLimiting(RateLimits.PublicReads);

    private static async Task<IResult> ReadAsync(HttpContext http, IGrainFactory grains, ICityClock clock)
    {
        var text = new QueryText(http.Request, "area", "version");
        var (area, version) = (text.Scope("area"), text.Text("version", TextLimits.Name));
        if (text.Problem is { } fault)
        {
            return fault;
        }

        if (area is { } asked && !await grains.Places().IsWithin(asked, asked))
        {
            return Denied.Unknown("area");
        }

        return await grains.GetGrain<ICatalogueGrain>(0).Read(area, version, clock.Now) is { } catalogue ? Results.Ok(catalogue) : NoCatalogue;
    }
}
