using System.Security.Claims;
using Dispatch.Contracts;

namespace Dispatch.Hub.Live.Lookers;

/// <summary>Under what name somebody who has a case open is shown to others.</summary>
public interface ILookerNames
{
    /// <summary>The looker, from now on; null for somebody who is shown to nobody.</summary>
    ValueTask<Looker?> FindAsync(ClaimsPrincipal user);
}
