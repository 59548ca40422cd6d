using System.Security.Claims;

namespace Dispatch.Hub.Live.Bells;

/// <summary>Whose bell a connection may hear: its own user's. Asked when a stream begins and every 30 s while it lasts.</summary>
public interface IBellOwners
{
    /// <summary>The user's name, or why not.</summary>
    ValueTask<BellOwner> FindAsync(ClaimsPrincipal user);
}

/// <summary>Whose bell it is.</summary>
/// <param name="UserName">Whose; null with a refusal.</param>
/// <param name="Refusal">A stable code and a sentence, <c>invalid-token: …</c>; null with a name.</param>
public readonly record struct BellOwner(string? UserName, string? Refusal);
