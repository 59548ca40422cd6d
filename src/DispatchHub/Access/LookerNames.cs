using System.Security.Claims;
using Dispatch.Contracts;
using Dispatch.Hub.City;
using Dispatch.Hub.Live.Lookers;

namespace Dispatch.Hub.Access;

/// <summary>The names of those who have a case open, from the store's users. A citizen is shown to nobody: only a reporter opens a case of theirs.</summary>
internal sealed class LookerNames(IGrainFactory grains, ICityClock clock) : ILookerNames
{
    public async ValueTask<Looker?> FindAsync(ClaimsPrincipal user)
    {
        if (!Caller.TryRead(user, out var actor) || actor.Role is Role.Citizen)
        {
            return null;
        }

        var known = await grains.Users().Find(actor.Id);
        return new Looker(actor.Id, known?.DisplayName ?? actor.Id, actor.Role, clock.Time.Now);
    }
}
