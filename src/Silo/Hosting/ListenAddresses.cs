using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Dispatch.Silo.Hosting;

/// <summary>Where a process will listen for HTTP, as far as its configuration says.</summary>
internal static class ListenAddresses
{
    /// <summary>The first address that other machines can reach, as it is written in the configuration; null when there is none.</summary>
    /// <exception cref="StartFaultException">An address cannot be read.</exception>
    public static string? FirstBeyondLoopback(IConfiguration configuration) =>
        All(configuration).FirstOrDefault(address => !IsLoopback(address));

    /// <summary>Whether any address is given at all.</summary>
    public static bool Any(IConfiguration configuration) => All(configuration).Any();

    private static IEnumerable<string> All(IConfiguration configuration) =>
    [
        .. Split(configuration["urls"]),
        .. Split(configuration["http_ports"]).Select(port => $"http://*:{port}"),
        .. Split(configuration["https_ports"]).Select(port => $"https://*:{port}"),
        .. configuration.GetSection("Kestrel:Endpoints").GetChildren().SelectMany(endpoint => Split(endpoint["Url"])),
    ];

    private static string[] Split(string? list) =>
        (list ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsLoopback(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            return address.IsUnixPipe
                || address.IsNamedPipe
                || address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
                || (IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip));
        }
        catch (FormatException fault)
        {
            throw new StartFaultException($"'{url}' is not an address to listen on; give one such as http://localhost:5080.", fault);
        }
    }
}
