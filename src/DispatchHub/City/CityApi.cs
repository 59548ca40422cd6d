using Dispatch.Contracts;
using Dispatch.Hub.Access;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.City;

/// <summary>What holds for the whole city: the catalogue, the clock, the calendars, and how the deadlines are kept.</summary>
internal static class CityApi
{
    private const int LongestRangeDays = 400;

    private const int UsualRangeDays = 31;

    public static void Map(IEndpointRouteBuilder app)
    {
        var city = app.MapGroup("/api").WithTags("City").RequireAuthorization();
        city.MapGet("/catalogue", CatalogueAsync).Describe("Types, statuses and the ladder of the pack in force.",
                "Of the pack under which a case is opened now in 'area', your own area where none is given. Types carry their clocks and names in both languages.")
            .WithMetadata(new QueryParameters("area")).Produces<CatalogueView>().Refuses(401, 404, 503);
        city.MapGet("/clock", (ICityClock clock) => clock.Time).Describe("The city's clock.", "In a demo it runs faster than real time: count down with 'speed'.")
            .Produces<CityTime>().Refuses(401);
        city.MapGet("/calendars/{id}", CalendarAsync).Describe("The working spans of a calendar as instants.", "By default from now on for 31 days; 400 days at most.")
            .WithMetadata(new QueryParameters("from", "to")).Produces<CalendarSpans>().Refuses(401, 404, 503);
        city.MapGet("/ops/deadlines", DeadlinesAsync).Describe("How the deadlines are kept.", "'without' must be 0: an open case that nothing keeps moving is a fault.")
            .Produces<DeadlineReport>().Refuses(401, 403, 503).RequireAuthorization(Policies.LookAtOps);
    }

    private static async Task<IResult> CatalogueAsync(HttpContext http, IGrainFactory grains, ICityClock clock)
    {
        var text = new QueryText(http.Request, "area");
        var asked = text.Scope("area");
        return text.Problem is { } fault ? fault
            : asked is { } area && !await grains.Places().IsWithin(area, area) ? Denied.Unknown("area")
            : Results.Text(await grains.City().Catalogue(asked ?? http.User.Actor().Area, clock.Now), "application/json");
    }

    private static async Task<IResult> DeadlinesAsync(IGrainFactory grains, ICityClock clock) => Results.Ok(await grains.City().Deadlines(clock.Now));

    private static async Task<IResult> CalendarAsync(HttpContext http, string id, IGrainFactory grains, ICityClock clock)
    {
        var text = new QueryText(http.Request, "from", "to");
        var from = text.Instant("from") ?? clock.Now;
        var to = text.Instant("to") ?? from.AddDays(UsualRangeDays);
        if (text.Problem is { } fault)
        {
            return fault;
        }

        if (to <= from || to - from > TimeSpan.FromDays(LongestRangeDays))
        {
            return new Problem(StatusCodes.Status400BadRequest, "invalid-parameter", $"'to' lies after 'from', at most {LongestRangeDays} days later.");
        }

        return SafeId.Is(id) && await grains.City().WorkingSpans(id, from, to) is { } spans ? Results.Ok(spans) : Denied.Unknown("calendar");
    }
}
