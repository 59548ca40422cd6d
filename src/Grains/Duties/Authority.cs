using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Duties;

/// <summary>Who may do something to a grid or community: by role, and by an area that covers it.</summary>
internal static class Authority
{
    /// <summary>Why the actor may not; null when they may. <see cref="Role.System"/> may everything everywhere.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="place">The grid or community.</param>
    /// <param name="territory">Says what an area covers.</param>
    /// <param name="deed">What, as a sentence goes on after "may not".</param>
    /// <param name="roles">The roles that may.</param>
    public static Refusal? Refuses(Actor actor, Scope place, Territory territory, string deed, params ReadOnlySpan<Role> roles) =>
        actor.Role == Role.System ? null
        : !roles.Contains(actor.Role) ? Refuse.With(RefusalCode.RoleNotAllowed, $"A {actor.Role} may not {deed}.")
        : actor.Area is { } area && territory.Covers(area, place) ? null
        : Refuse.With(RefusalCode.OutsideArea, $"{place} lies outside your area.");
}
