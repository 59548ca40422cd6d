using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Hub.Access;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.Decoration;

/// <summary>The addresses of one kind of dossier that are the same for every kind: its commands, and pages of its list.</summary>
/// <typeparam name="TGrain">The kind's grain.</typeparam>
/// <typeparam name="TView">How the kind is shown.</typeparam>
/// <param name="group">Below which address.</param>
/// <param name="kind">One of <see cref="DossierKinds"/>.</param>
/// <param name="what">What is unknown where there is none, as a refusal calls it.</param>
internal sealed class DossierRoutes<TGrain, TView>(RouteGroupBuilder group, string kind, string what)
    where TGrain : IDossierGrain
    where TView : DossierView
{
    /// <summary>A command below <c>/{id}/commands/</c>.</summary>
    /// <param name="name">Its last part of the address.</param>
    /// <param name="summary">What it does, for the API's description.</param>
    public void Command<TCommand>(string name, string summary) where TCommand : DossierCommand =>
        group.MapPost($"/{{id}}/commands/{name}", (HttpContext http, string id, IGrainFactory grains, ICityClock clock) => SafeId.Is(id)
                ? DossierRequests.ActAsync<TCommand>(http, grains.Dossier<TGrain>(kind, id), http.User.Actor(), clock)
                : Task.FromResult<IResult>(Denied.Unknown(what)))
            .Describe(summary, "Repeat with the same Idempotency-Key as often as needed.")
            .Accepts<TCommand>("application/json").Produces<TView>()
            .Refuses(400, 401, 403, 404, 409, 413, 415, 422, 429, 503)
            .RequireAuthorization(Policies.ActOnDecoration).RequireRateLimiting(RateLimits.Commands);

    /// <summary>One of them, as whoever asks sees it.</summary>
    /// <param name="summary">What is shown.</param>
    /// <param name="more">What else is worth knowing.</param>
    /// <param name="find">Finds it, where the caller may see it.</param>
    public void Look(string summary, string more, DossierFinder<TView> find) =>
        group.MapGet("/{id}", async (HttpContext http, string id, IGrainFactory grains, ICityClock clock) =>
                (await find(http.User.Actor(), id, grains, clock)).Succeeded(out var view, out var problem) ? Results.Ok(view) : problem)
            .Describe(summary, more)
            .Produces<TView>().Refuses(401, 403, 404, 503).RequireAuthorization(Policies.LookAtDecoration);

    /// <summary>The pictures that one of them shows.</summary>
    /// <param name="summary">What they are.</param>
    /// <param name="find">As for <see cref="Look"/>.</param>
    /// <param name="pictures">The pictures of a view.</param>
    public void Images(string summary, DossierFinder<TView> find, Func<TView, IReadOnlyList<EvidencePiece>> pictures) =>
        group.MapGet("/{id}/images/{piece}", async (HttpContext http, string id, string piece, IGrainFactory grains, ICityClock clock) =>
                !(await find(http.User.Actor(), id, grains, clock)).Succeeded(out var view, out var problem) ? problem
                : pictures(view).FirstOrDefault(one => one.Id == piece) is { } found ? Picture.Whole(http, found, grains)
                : Denied.Unknown("picture"))
            .Describe(summary, "It never changes: keep it as long as you like.")
            .Produces<Stream>(StatusCodes.Status200OK, "image/jpeg").Refuses(401, 403, 404, 503).RequireAuthorization(Policies.LookAtDecoration);

    /// <summary>The list: a page of what lies in an area, by id.</summary>
    /// <param name="summary">What is listed.</param>
    /// <param name="more">What else is worth knowing.</param>
    /// <param name="page">Reads a page.</param>
    public void List<TList>(string summary, string more, Func<IGrainFactory, DossierPage, DateTimeOffset, Task<TList>> page) =>
        group.MapGet("", async (HttpContext http, IGrainFactory grains, ScopeAccess access, ICityClock clock) =>
                (await DossierPage.ReadAsync(http, access)).Succeeded(out var asked, out var problem)
                    ? Results.Ok(await page(grains, asked, clock.Now))
                    : problem)
            .Describe(summary, $"Without a scope those of your own area. {more}".TrimEnd())
            .WithMetadata(new QueryParameters(DossierPage.Names))
            .Produces<TList>().Refuses(400, 401, 403, 404, 503).RequireAuthorization(Policies.LookAtDecoration);
}

/// <summary>Finds a dossier for somebody: unknown where there is none, outside their area where they may not see it.</summary>
/// <typeparam name="TView">How the kind is shown.</typeparam>
internal delegate Task<Parsed<TView>> DossierFinder<TView>(Actor actor, string id, IGrainFactory grains, ICityClock clock);

/// <summary>Which page of a list of dossiers is asked for.</summary>
/// <param name="By">Who asks.</param>
/// <param name="Area">In which street, community or grid, which the caller may see.</param>
/// <param name="Open">Only those that are open, or that are over; null for both.</param>
/// <param name="After">The id after which they come; null for the first.</param>
/// <param name="Limit">How many at most, 1 to 200.</param>
internal sealed record DossierPage(Actor By, Scope Area, bool? Open, string? After, int Limit)
{
    /// <summary>The query's names.</summary>
    public static readonly string[] Names = ["scope", "open", "cursor", "limit"];

    private const int Most = 200;

    /// <summary>As the query says, or what is wrong with it.</summary>
    public static async Task<Parsed<DossierPage>> ReadAsync(HttpContext http, ScopeAccess access)
    {
        var query = new QueryText(http.Request, Names);
        var asked = query.Scope("scope");
        var open = query.Flag("open");
        var after = query.Id("cursor");
        var limit = (int)query.Number("limit", 1, Most, otherwise: 50);
        var by = http.User.Actor();
        return query.Problem is { } fault ? fault
            : (await access.DecorationAreaAsync(by, asked)).Succeeded(out var area, out var problem) ? new DossierPage(by, area, open, after, limit)
            : problem;
    }
}
