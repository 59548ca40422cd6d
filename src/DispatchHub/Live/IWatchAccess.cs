using System.Security.Claims;
using Dispatch.Contracts;

namespace Dispatch.Hub.Live;

/// <summary>Who may watch what. Asked when a watch begins and every 30 s while it lasts, so that it ends when rights change.</summary>
public interface IWatchAccess
{
    /// <summary>Null when the user may watch the scope; else a stable code and a sentence, <c>outside-area: …</c>.</summary>
    ValueTask<string?> RefusalAsync(ClaimsPrincipal user, Scope scope);

    /// <summary>In which streets the user may watch a scope that may lie in several, in the territory's order; none for a scope that lies in one.</summary>
    ValueTask<IReadOnlyList<string>> StreetsAsync(ClaimsPrincipal user, Scope scope);
}
