using Dispatch.Contracts;
using Dispatch.Hub.Access;
using Dispatch.Hub.City;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Live;

namespace Dispatch.Hub.People;

/// <summary>Who can be asked to do something, and how much each officer has to do already.</summary>
internal static class PeopleApi
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/people", ListAsync)
        .WithTags("People")
        .Describe(
            "Who handles cases in a street, community or grid: by name, those whose area lies in it.",
            "Without a scope in your own area. 'openCases' counts the open cases of the street in which an officer or captain was asked or works.")
        .WithMetadata(new QueryParameters("scope"))
        .Produces<PeopleList>()
        .Refuses(401, 403, 404, 503)
        .RequireAuthorization(Policies.LookAtPeople);

    private static async Task<IResult> ListAsync(HttpContext http, IGrainFactory grains, ScopeAccess access, WatchedScopes watched, ICityClock clock)
    {
        var actor = http.User.Actor();
        if (!GroundScope.Read(http.Request, actor).Succeeded(out var scope, out var problem)
            || !(await access.StreetOfAsync(actor, scope)).Succeeded(out var street, out problem))
        {
            return problem;
        }

        var people = await grains.Users().Handling(scope);
        using var lease = await watched.OpenAsync(Scope.Street(street), streetId: null, http.RequestAborted);
        var open = OpenCasesByOfficer.In(lease.Log.Begin(null, clock.Time).First.Rows!.Rows.Select(row => row.Row));
        return Results.Ok(new PeopleList([.. people.Select(person => new PersonAtWork(
            person.UserName, person.DisplayName, person.Role, person.Area,
            person.Role is Role.Officer or Role.Captain ? open.GetValueOrDefault(person.UserName) : null))]));
    }
}

/// <summary>How many open cases each officer has been asked for or works on.</summary>
internal static class OpenCasesByOfficer
{
    /// <summary>Counts by user name; who has none is not among them.</summary>
    public static IReadOnlyDictionary<string, int> In(IEnumerable<CaseRow> open) =>
        open.SelectMany(row => row.OfficerIds.Distinct(StringComparer.Ordinal)).CountBy(id => id).ToDictionary(StringComparer.Ordinal);
}

/// <summary>People who handle cases.</summary>
/// <param name="Items">By user name, at most 500.</param>
public sealed record PeopleList(IReadOnlyList<PersonAtWork> Items);

/// <summary>Somebody who handles cases.</summary>
/// <param name="UserName">The name that commands take, such as <c>officerIds</c>.</param>
/// <param name="DisplayName">How people call them.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Area">Where.</param>
/// <param name="OpenCases">Open cases in which an officer or captain was asked or works; null for other roles.</param>
public sealed record PersonAtWork(string UserName, string DisplayName, Role Role, Scope Area, int? OpenCases);
