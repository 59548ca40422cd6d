using System.Net;

namespace Dispatch.Hub.Hosting;

/// <summary>Where a hub is going to listen, read from its settings before it starts.</summary>
public static class Listening
{
    /// <summary>Where it listens when nothing is said.</summary>
    public const string DefaultUrl = "http://localhost:5080";

    /// <summary>The addresses that the settings name: <c>urls</c>, <c>Kestrel:Endpoints</c>, <c>http_ports</c>; else <see cref="DefaultUrl"/>.</summary>
    public static IReadOnlyList<string> Addresses(IConfiguration settings)
    {
        var named = settings.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>().ToList();
        if (named.Count == 0)
        {
            named = Split(settings["urls"]);
        }

        if (named.Count == 0)
        {
            // Ports without a host are every interface, as container images set them.
            named = [.. Split(settings["http_ports"]).Select(port => $"http://*:{port}"), .. Split(settings["https_ports"]).Select(port => $"https://*:{port}")];
        }

        return named.Count == 0 ? [DefaultUrl] : named;
    }

    /// <summary>Whether only this machine can reach every one of these addresses. What cannot be read is taken to reach further.</summary>
    public static bool IsLoopbackOnly(IEnumerable<string> addresses) => addresses.All(address =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Host is "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip))));

    private static List<string> Split(string? list) =>
        [.. (list ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
