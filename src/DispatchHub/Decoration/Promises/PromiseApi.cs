using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Hub.Access;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.City;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.Decoration.Promises;

/// <summary>A case's secret links for the staff, who hand them out.</summary>
internal static class PromiseApi
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/cases/{id}/promise", LinksAsync).WithTags("Cases")
            .Describe(
                "The secret links of a case for whoever reported it and for the owner, and the contact that was left at the door.",
                "For those who need to know who reported it; whoever reported it themselves gets their own link. A link is a path from the root; with /code after it, a page with its QR code.")
            .Produces<PromiseHandout>().Refuses(401, 403, 404, 503).RequireAuthorization(Policies.Look);
        PromisePages.Map(app);
    }

    /// <summary>Opening secret links.</summary>
    public static IPromiseDeskGrain PromiseDesk(this IGrainFactory grains) => grains.GetGrain<IPromiseDeskGrain>(0);

    private static async Task<IResult> LinksAsync(HttpContext http, string id, IGrainFactory grains, ICityClock clock)
    {
        if (!SafeId.Is(id) || await grains.Case(id).View() is not { } view)
        {
            return Denied.Unknown("case");
        }

        var actor = http.User.Actor();
        if (!actor.Sees(view))
        {
            return Denied.OutsideArea;
        }

        if (!actor.NeedsReporter(view))
        {
            return Denied.RoleNotAllowed;
        }

        if (await grains.PromiseDesk().Links(id, clock.Now) is not { } links)
        {
            return Denied.Unknown("case");
        }

        // Whoever reported it and does not handle it needs their own link alone.
        var own = new PromiseHandout($"{PromisePages.Path}/{links.Reporter}", null, null, null);
        return Results.Ok(!(actor with { Id = "" }).NeedsReporter(view) ? own : own with
        {
            Owner = links.Owner is { } owner ? $"{PromisePages.Path}/{owner}" : null,
            Contact = links.Contact,
            ContactUntil = links.ContactUntil,
        });
    }
}

/// <summary>What the staff hand out.</summary>
/// <param name="Reporter">The page of whoever reported the case: a path from the root.</param>
/// <param name="Owner">The owner's page; null where the case is about no flat.</param>
/// <param name="Contact">How to reach whoever reported it at the door; null where they left nothing, or it is erased.</param>
/// <param name="ContactUntil">When it is erased.</param>
public sealed record PromiseHandout(string Reporter, string? Owner, string? Contact, DateTimeOffset? ContactUntil);
