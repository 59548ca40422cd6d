namespace Dispatch.Hub.Sessions;

/// <summary>Who signs access tokens (section <c>Auth</c>).</summary>
public sealed class AuthOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Auth";

    /// <summary>
    /// An outside OpenID Connect issuer. When set, only its tokens are taken (with the claims <c>sub</c>, <c>role</c> and <c>area</c>), and
    /// signing in here is refused. Null: this city signs.
    /// </summary>
    public string? Authority { get; set; }

    /// <summary>The audience that tokens must name.</summary>
    public string Audience { get; set; } = "dispatch";

    /// <summary>
    /// The key for this city's own tokens, 32 characters or more. Null: made once and kept in the store, so that all hubs share it.
    /// Changing it ends every session.
    /// </summary>
    public string? SigningKey { get; set; }

    /// <summary>Sign-ins from one address in a minute, real time; more are answered 429. Guards against guessing passwords.</summary>
    public int SignInsPerMinute { get; set; } = 30;
}
