using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Dispatch.Browser.Tests.Kit;

/// <summary>
/// Listens to all pages of a visitor for what no page may do: write an error to the console, throw, break the content security policy,
/// or ask another host than the hub. What it heard fails the story at its end, unless the story said that it would come.
/// </summary>
public sealed class PageGuard
{
    /// <summary>What a browser itself writes, and clients with it, when the hub is down or the network is cut.</summary>
    public const string Outage = @"net::ERR_|Failed to fetch|WebSocket|Connection (disconnected|closed)|Failed to (start|complete)|status of 50[234]";

    private const int MostComplaints = 200;
    private const string PolicyBinding = "dispatchPolicyViolation";

    /// <summary>A visitor who is not signed in asks for another token and is refused; the browser writes that down as an error.</summary>
    private static readonly Regex NotSignedIn = new(@"status of 401 .*/api/session/refresh", RegexOptions.CultureInvariant);

    private readonly Uri _address;
    private readonly ConcurrentQueue<string> _heard = new();
    private readonly List<Regex> _foretold = [NotSignedIn];

    private PageGuard(Uri address) => _address = address;

    /// <summary>What was heard so far and not foretold, one sentence each.</summary>
    public IReadOnlyList<string> Complaints => [.. _heard.Where(complaint => !_foretold.Any(pattern => pattern.IsMatch(complaint)))];

    /// <summary>Says that something will come which this story causes itself, such as <see cref="Outage"/> or <c>status of 409</c>.</summary>
    /// <param name="pattern">A regular expression over the complaint, which for console errors ends with the address.</param>
    public void Expect(string pattern) => _foretold.Add(new Regex(pattern, RegexOptions.CultureInvariant));

    internal static async Task<PageGuard> WatchAsync(IBrowserContext context, Uri address)
    {
        var guard = new PageGuard(address);
        context.Console += (_, message) => guard.HearConsole(message);
        context.WebError += (_, error) => guard.Hear($"a page threw: {error.Error}");
        context.Request += (_, request) => guard.HearRequest(request.Url);
        context.Page += (_, page) => page.WebSocket += (_, socket) => guard.HearRequest(socket.Url);
        await context.ExposeFunctionAsync(PolicyBinding, (string violation) => guard.Hear($"content security policy: {violation}"));
        await context.AddInitScriptAsync($$"""
            addEventListener('securitypolicyviolation', event => globalThis.{{PolicyBinding}}(
                `${event.effectiveDirective} kept out ${event.blockedURI} at ${event.sourceFile || event.documentURI}:${event.lineNumber}`));
            """);
        return guard;
    }

    private void HearConsole(IConsoleMessage message)
    {
        if (message.Type == "error")
        {
            Hear($"console error: {message.Text} ({message.Location})");
        }
    }

    private void HearRequest(string url)
    {
        var asked = new Uri(url);
        if (asked.Scheme is "http" or "https" or "ws" or "wss" && asked.Authority != _address.Authority)
        {
            Hear($"request to another host: {url}");
        }
    }

    private void Hear(string complaint)
    {
        if (_heard.Count < MostComplaints)
        {
            _heard.Enqueue(complaint);
        }
    }
}
