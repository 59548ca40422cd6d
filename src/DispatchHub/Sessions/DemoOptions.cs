namespace Dispatch.Hub.Sessions;

/// <summary>Demo mode (section <c>Demo</c>): the sample's users sign in with the password <c>demo</c>.</summary>
public sealed class DemoOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Demo";

    /// <summary>The password of every demo user.</summary>
    public const string Password = "demo";

    /// <summary>
    /// Whether demo users may sign in. By default true when the hub is embedded and listens on loopback only, else false. A start is
    /// refused when it is on and the hub listens beyond loopback.
    /// </summary>
    public bool? Enabled { get; set; }
}
