using Dispatch.Contracts;
using Dispatch.Hub.Access;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.City;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.Figures;

/// <summary>Figures of a period, as JSON or CSV, and the cases behind each number.</summary>
internal static class FigureApi
{
    private const int MostAtOnce = 200;

    private const int UsualPage = 50;

    public static void Map(IEndpointRouteBuilder app)
    {
        var figures = app.MapGroup("/api/figures").WithTags("Figures").RequireAuthorization(Policies.LookAtFigures);
        figures.MapGet("", CountAsync)
            .Describe(
                "Counts and rates of the cases opened in a period.",
                "Without a scope those of your area, without a period the 30 days up to 'asOf', without 'asOf' as of now. The answer as of an instant "
                + "is the one that would have been given then. With 'Accept: text/csv' the rows come as CSV; docs/figures.md defines each number.")
            .WithMetadata(new QueryParameters("scope", "from", "to", "by", "asOf"), new TextForm(FigureCsv.MediaType))
            .Produces<FigureAnswer>().Refuses(401, 403, 404, 503);
        figures.MapGet("/cases", CasesAsync)
            .Describe("The cases behind a number of the figures, newest first.", "Over all pages exactly those counted; without a key those of the total. Send from, to and asOf of the figures with each page, so that all pages tell of one instant.")
            .WithMetadata(new QueryParameters("scope", "from", "to", "by", "asOf", "key", "measure", "cursor", "limit"))
            .Produces<FigureCasePage>().Refuses(401, 403, 404, 503);
        figures.MapGet("/comparison", CompareAsync)
            .Describe("The cases opened under an adopted policy pack beside the others of the same area and time.",
                "'adoption' is an id of GET /api/policies/adoptions. Both sides begin with the adoption; 'comparable' is false while one of them has too few cases to say anything.")
            .WithMetadata(new QueryParameters("scope", "from", "to", "asOf", "adoption"))
            .Produces<FigureComparison>().Refuses(401, 403, 404, 503);
    }

    private static async Task<IResult> CountAsync(HttpContext http, IGrainFactory grains, ScopeAccess access, ICityClock clock)
    {
        var text = new QueryText(http.Request, "scope", "from", "to", "by", "asOf");
        if (!(await FigureQuestion.ReadAsync(text, http.User.Actor(), access, clock.Now)).Succeeded(out var query, out var problem))
        {
            return problem;
        }

        var answer = await grains.Figures().Count(query);
        http.Response.Headers.Vary = "Accept, Accept-Language";
        return FigureCsv.IsWanted(http.Request) ? new FigureCsv(answer, FigureCsv.LanguageOf(http.Request)) : Results.Ok(answer);
    }

    private static async Task<IResult> CompareAsync(HttpContext http, IGrainFactory grains, ScopeAccess access, ICityClock clock)
    {
        var text = new QueryText(http.Request, "scope", "from", "to", "asOf", "adoption");
        var adoption = text.Text("adoption", Scope.MaxIdLength);
        return !(await FigureQuestion.ReadAsync(text, http.User.Actor(), access, clock.Now)).Succeeded(out var query, out var problem) ? problem
            : adoption is not null && await grains.Figures().Compare(query, adoption) is { } comparison ? Results.Ok(comparison)
            : Denied.Unknown("adoption");
    }

    private static async Task<IResult> CasesAsync(HttpContext http, IGrainFactory grains, ScopeAccess access, ICityClock clock)
    {
        var text = new QueryText(http.Request, "scope", "from", "to", "by", "asOf", "key", "measure", "cursor", "limit");
        var key = text.Text("key", Scope.MaxIdLength);
        var measure = text.OneOf<Measure>("measure") ?? Measure.Opened;
        var cursor = text.Text("cursor", 256);
        var limit = (int)text.Number("limit", 1, MostAtOnce, UsualPage);
        return (await FigureQuestion.ReadAsync(text, http.User.Actor(), access, clock.Now)).Succeeded(out var query, out var problem)
            ? Results.Ok(await grains.Figures().Cases(new FigureCaseQuery { Figures = query, Key = key, Measure = measure, Cursor = cursor, Limit = limit }))
            : problem;
    }
}
