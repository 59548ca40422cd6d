using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Dispatch.Contracts;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Sessions;

namespace Dispatch.Hub.Cli.Watch;

/// <summary><c>watch</c>: the board in the terminal.</summary>
internal static class WatchVerb
{
    public static Command Create()
    {
        var scope = new Option<Scope>("--scope")
        {
            Description = "What to watch: street:ID, community:ID, grid:ID, officer:ID or case:ID.",
            Required = true,
            HelpName = "SCOPE",
            CustomParser = ScopeOf,
        };
        var url = new Option<Uri>("--url")
        {
            Description = "The hub.",
            HelpName = "URL",
            DefaultValueFactory = _ => new Uri(Listening.DefaultUrl),
            CustomParser = UrlOf,
        };
        var user = new Option<string>("--user") { Description = "Who signs in.", HelpName = "NAME", DefaultValueFactory = _ => "dispatcher-1" };
        var password = new Option<string>("--password")
        {
            Description = "Their password.",
            HelpName = "WORD",
            DefaultValueFactory = _ => DemoOptions.Password,
        };
        var length = new Option<TimeSpan?>("--for") { Description = "End after this long: 30s, 5m, 1h.", HelpName = "TIME", CustomParser = LengthOf };
        var verb = new Command("watch", "Shows a board live: what is due next, who has it, what moves up. Plain lines, one a change, where the output is no terminal.")
        {
            scope, url, user, password, length,
        };
        verb.SetAction((call, cancellation) => BoardWatching.RunAsync(
            new WatchRequest(
                call.GetRequiredValue(scope),
                call.GetValue(url)!,
                new SignInBody(call.GetValue(user)!, call.GetValue(password)!),
                call.GetValue(length)),
            call.InvocationConfiguration.Output,
            call.InvocationConfiguration.Error,
            TimeProvider.System,
            cancellation));
        return verb;
    }

    private static Scope ScopeOf(ArgumentResult argument)
    {
        if (Scope.TryParse(argument.Tokens[0].Value, out var scope))
        {
            return scope;
        }

        argument.AddError($"A scope is written kind:id, such as street:xiashi, not '{argument.Tokens[0].Value}'");
        return default;
    }

    /// <summary>A hub's address.</summary>
    internal static Uri? UrlOf(ArgumentResult argument)
    {
        if (Uri.TryCreate(argument.Tokens[0].Value, UriKind.Absolute, out var url) && (url.Scheme is "http" or "https"))
        {
            return url;
        }

        argument.AddError($"--url is an address such as {Listening.DefaultUrl}, not '{argument.Tokens[0].Value}'");
        return null;
    }

    private static TimeSpan? LengthOf(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        var unit = text[^1] switch { 's' => 1, 'm' => 60, 'h' => 3_600, _ => 0 };
        if (unit > 0 && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and < 100_000)
        {
            return TimeSpan.FromSeconds((double)count * unit);
        }

        argument.AddError($"--for is a time such as 30s, 5m or 1h, not '{text}'");
        return null;
    }
}

/// <summary>What to watch.</summary>
/// <param name="Scope">The scope.</param>
/// <param name="Url">The hub.</param>
/// <param name="User">Who signs in.</param>
/// <param name="Length">For how long; null until somebody ends it.</param>
internal sealed record WatchRequest(Scope Scope, Uri Url, SignInBody User, TimeSpan? Length);
