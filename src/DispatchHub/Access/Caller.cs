using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Security.Claims;
using System.Text.Json;
using Dispatch.Contracts;
using Dispatch.Hub.Bodies;

namespace Dispatch.Hub.Access;

/// <summary>The caller of a request or hub method, read from the claims of their token.</summary>
public static class Caller
{
    /// <summary>The claim with the user name.</summary>
    public const string NameClaim = "sub";

    /// <summary>The claim with the role, spelled as on the wire.</summary>
    public const string RoleClaim = "role";

    /// <summary>The claim with the area, a scope; absent for none.</summary>
    public const string AreaClaim = "area";

    /// <summary>The claim with the user's stamp; only in tokens that this city signed.</summary>
    public const string StampClaim = "stamp";

    private static readonly FrozenDictionary<string, Role> RolesOnWire =
        Enum.GetValues<Role>().ToFrozenDictionary(OnWire, StringComparer.Ordinal);

    /// <summary>A role as tokens, policies and JSON spell it.</summary>
    public static string OnWire(this Role role) => JsonNamingPolicy.CamelCase.ConvertName(role.ToString());

    /// <summary>The actor that authenticated claims stand for.</summary>
    /// <exception cref="InvalidOperationException">The claims name none: an endpoint let an unauthenticated request through.</exception>
    public static Actor Actor(this ClaimsPrincipal user) =>
        TryRead(user, out var actor) ? actor : throw new InvalidOperationException("An endpoint that needs a caller was reached without one.");

    /// <summary>
    /// The same person with those claims alone that are read here. What a token's reader makes holds the token, each part of it as text
    /// and every claim twice, and a socket's user lives for as long as the socket.
    /// </summary>
    public static ClaimsPrincipal OnlyWhatIsRead(ClaimsPrincipal user) => new(new ClaimsIdentity(
        user.Claims.Where(claim => claim.Type is NameClaim or RoleClaim or AreaClaim or StampClaim).Select(claim => new Claim(claim.Type, claim.Value)),
        user.Identity?.AuthenticationType,
        NameClaim,
        RoleClaim));

    /// <summary>Reads an actor. False where name or role are missing or unknown, or the area is no scope.</summary>
    public static bool TryRead(ClaimsPrincipal user, [NotNullWhen(true)] out Actor? actor)
    {
        actor = null;
        var area = user.FindFirstValue(AreaClaim);
        Scope scope = default;
        if (user.FindFirstValue(NameClaim) is not { } name || !SafeId.Is(name)
            || !RolesOnWire.TryGetValue(user.FindFirstValue(RoleClaim) ?? "", out var role)
            || (area is not null && !Scope.TryParse(area, out scope)))
        {
            return false;
        }

        actor = new Actor(name, role, area is null ? null : scope);
        return true;
    }
}
