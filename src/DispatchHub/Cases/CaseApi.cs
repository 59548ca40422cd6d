using Dispatch.Contracts;
using Dispatch.Hub.Access;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.City;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.Cases;

/// <summary>Looking at cases: lists, one case, its history.</summary>
internal static class CaseApi
{
    private const int MostAtOnce = 200;

    private const int UsualPage = 50;

    public static void Map(IEndpointRouteBuilder app)
    {
        var cases = app.MapGroup("/api/cases").WithTags("Cases").RequireAuthorization(Policies.Look);
        cases.MapGet("", ListAsync)
            .Describe("Lists cases, newest first.", "Without a scope those of your area: a department's are those that it was called to, a citizen's their own reports.")
            .WithMetadata(new QueryParameters("scope", "status", "type", "overdue", "q", "cursor", "limit"))
            .Produces<CasePage>().Refuses(401, 403, 404, 503);
        cases.MapGet("/{id}", OneAsync).Describe("One case.", "Who reported it is left out for roles that do not need it.")
            .Produces<CaseView>().Refuses(401, 403, 404, 503);
        cases.MapGet("/{id}/history", HistoryAsync)
            .Describe("What happened to a case, oldest first.", "The cursor is the 'seq' after which to go on.")
            .WithMetadata(new QueryParameters("cursor", "limit"))
            .Produces<HistoryPage>().Refuses(401, 403, 404, 503);
        cases.MapGet("/{id}/ledger", LedgerAsync)
            .Describe(
                "How the clocks of a case ran and stood still, and what became of its whistles.",
                "Each clock since it was last started from nothing: spans with the reasons of pauses, extensions, and marks with when they were due and fired.")
            .Produces<CaseLedger>().Refuses(401, 403, 404, 503);
        cases.MapGet("/{id}/links", LinksAsync)
            .Describe(
                "How quickly each link of the chain answered a case: who was asked, who answered, after how long, against which limit.",
                "In the order in which they were asked. What a drill is made for; any other case has it too.")
            .Produces<AnswerLinks>().Refuses(401, 403, 404, 503);
        cases.MapGet("/{id}/choices", ChoicesAsync)
            .Describe(
                "What you may do with a case now: every command, and what each other one would be refused with.",
                "'onBehalf' tells whether you may give it for somebody who told you so. Ask again when the case's version changes.")
            .Produces<CaseChoices>().Refuses(401, 403, 404, 503);
    }

    private static async Task<IResult> ListAsync(HttpContext http, IGrainFactory grains, ScopeAccess access)
    {
        var text = new QueryText(http.Request, "scope", "status", "type", "overdue", "q", "cursor", "limit");
        var asked = new CaseQuery
        {
            Scope = text.Scope("scope"),
            Status = text.Status("status"),
            Type = text.Text("type", TextLimits.Name),
            Overdue = text.Flag("overdue"),
            Text = text.Text("q", 100),
            Cursor = text.Text("cursor", 256),
            Limit = (int)text.Number("limit", 1, MostAtOnce, UsualPage),
        };
        if (text.Problem is { } fault)
        {
            return fault;
        }

        var actor = http.User.Actor();
        if (!(await WithinAsync(actor, asked, access)).Succeeded(out var query, out var problem))
        {
            return problem;
        }

        var page = await grains.City().Cases(query);
        return Results.Ok(page with { Items = [.. page.Items.Select(view => view.For(actor))] });
    }

    /// <summary>The query cut down to what the actor may see.</summary>
    private static async Task<Parsed<CaseQuery>> WithinAsync(Actor actor, CaseQuery asked, ScopeAccess access)
    {
        if (asked.Scope is { } scope)
        {
            return (await access.StreetOfAsync(actor, scope)).Succeeded(out _, out var problem) ? asked : problem;
        }

        return actor switch
        {
            { Role: Role.System } => asked,
            { Role: not Role.Citizen, Area: { Kind: ScopeKind.Street or ScopeKind.Community or ScopeKind.Grid or ScopeKind.Department } area } => asked with { Scope = area },
            _ => asked with { ReportedBy = actor.Id },
        };
    }

    private static async Task<IResult> OneAsync(HttpContext http, string id, IGrainFactory grains)
    {
        var actor = http.User.Actor();
        return (await FindAsync(actor, id, grains)).Succeeded(out var view, out var problem) ? Results.Ok(view.For(actor)) : problem;
    }

    private static async Task<IResult> ChoicesAsync(HttpContext http, string id, IGrainFactory grains, ICityClock clock)
    {
        var actor = http.User.Actor();
        if (!(await FindAsync(actor, id, grains)).Succeeded(out _, out var problem))
        {
            return problem;
        }

        return await grains.Case(id).Choices(actor, clock.Now) is { } choices ? Results.Ok(choices) : Denied.Unknown("case");
    }

    private static async Task<IResult> LedgerAsync(HttpContext http, string id, IGrainFactory grains, ICityClock clock)
    {
        if (!(await FindAsync(http.User.Actor(), id, grains)).Succeeded(out _, out var problem))
        {
            return problem;
        }

        return await grains.City().Ledger(id, clock.Now) is { } ledger ? Results.Ok(ledger) : Denied.Unknown("case");
    }

    private static async Task<IResult> LinksAsync(HttpContext http, string id, IGrainFactory grains)
    {
        var actor = http.User.Actor();
        if (!(await FindAsync(actor, id, grains)).Succeeded(out var view, out var problem))
        {
            return problem;
        }

        return await grains.City().Links(id) is { } links ? Results.Ok(links.For(view, actor)) : Denied.Unknown("case");
    }

    private static async Task<IResult> HistoryAsync(HttpContext http, string id, IGrainFactory grains)
    {
        var text = new QueryText(http.Request, "cursor", "limit");
        var after = text.Number("cursor", 0, long.MaxValue, 0);
        var limit = (int)text.Number("limit", 1, MostAtOnce, UsualPage);
        var actor = http.User.Actor();
        if (text.Problem is { } fault)
        {
            return fault;
        }

        if (!(await FindAsync(actor, id, grains)).Succeeded(out var view, out var problem))
        {
            return problem;
        }

        // One more than asked for tells whether there is a next page.
        var entries = await grains.City().History(Scope.Case(id).ToString(), after, limit + 1) ?? [];
        var lines = entries.Take(limit).Select(entry => entry.For(view, actor)).ToList();
        return Results.Ok(new HistoryPage(lines, entries.Count > limit ? lines[^1].Seq : null));
    }

    /// <summary>A case that the actor may see, not masked.</summary>
    internal static async Task<Parsed<CaseView>> FindAsync(Actor actor, string id, IGrainFactory grains) =>
        !SafeId.Is(id) || await grains.Case(id).View() is not { } view ? Denied.Unknown("case")
        : actor.Sees(view) ? view
        : Denied.OutsideArea;
}

/// <summary>A page of a case's history.</summary>
/// <param name="Items">Oldest first.</param>
/// <param name="Next">The cursor of the next page; null at the end.</param>
public sealed record HistoryPage(IReadOnlyList<HistoryLine> Items, long? Next);
