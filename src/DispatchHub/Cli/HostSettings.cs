using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Dispatch.Hub.Cli;

/// <summary>
/// Settings of the host among the words of a command line: <c>--Section:Key=value</c>, or with the value as the next word. They are
/// taken out before verbs are read, so that they reach every verb and whatever is left must be known.
/// </summary>
public sealed partial class HostSettings
{
    /// <summary>The sections that a setting may lie in.</summary>
    public static readonly IReadOnlyList<string> Sections =
    [
        "Storage", "ConnectionStrings", "Cluster", "Clock", "Territory", "Policy", "Demo", "Auth", "Limits", "Telemetry", "Logging", "Kestrel",
    ];

    // What a test host or an IDE hands over; no concern of people.
    private static readonly string[] OfTheHost = ["environment", "contentRoot", "applicationName"];

    private readonly List<string> _given = [];

    private HostSettings()
    {
    }

    /// <summary>Where to listen; an option of every verb, and a setting like the others.</summary>
    public static Option<string?> Urls { get; } = new("--urls")
    {
        Description = "Where the hub listens (default http://localhost:5080).",
        HelpName = "URL",
        Recursive = true,
    };

    /// <summary>Parts a command line into settings and words.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="words">Everything else, in order.</param>
    /// <param name="fault">One sentence when a setting cannot be one.</param>
    public static bool TryTake(
        IReadOnlyList<string> args, [NotNullWhen(true)] out HostSettings? settings, out IReadOnlyList<string> words, [NotNullWhen(false)] out string? fault)
    {
        var taken = new HostSettings();
        var left = new List<string>();
        (settings, words, fault) = (null, left, null);
        for (var i = 0; i < args.Count; i++)
        {
            var match = Setting().Match(args[i]);
            if (!match.Success && !IsOfTheHost(args[i]))
            {
                left.Add(args[i]);
                continue;
            }

            if (match.Success && !Sections.Contains(match.Groups[1].Value, StringComparer.OrdinalIgnoreCase))
            {
                fault = $"There is no section '{match.Groups[1].Value}' of settings; there are {string.Join(", ", Sections)}.";
                return false;
            }

            if (args[i].Contains('=', StringComparison.Ordinal))
            {
                taken._given.Add(args[i]);
            }
            else if (i + 1 < args.Count && !args[i + 1].StartsWith("--", StringComparison.Ordinal))
            {
                taken._given.Add($"{args[i]}={args[++i]}");
            }
            else
            {
                fault = $"The setting {args[i]} lacks its value; write {args[i]}=value.";
                return false;
            }
        }

        settings = taken;
        return true;
    }

    /// <summary>The settings of a call as arguments of a host, <c>--urls</c> included.</summary>
    public string[] Args(ParseResult call) => call.GetValue(Urls) is { } urls ? [.. _given, $"--urls={urls}"] : [.. _given];

    /// <summary>The settings of a call over those of the environment and of <c>appsettings.json</c>.</summary>
    public IConfiguration Configuration(ParseResult call) => new ConfigurationBuilder()
        .AddJsonFile("appsettings.json", optional: true)
        .AddEnvironmentVariables()
        .AddCommandLine(Args(call))
        .Build();

    private static bool IsOfTheHost(string word) =>
        OfTheHost.Any(name => word.Equals($"--{name}", StringComparison.OrdinalIgnoreCase) || word.StartsWith($"--{name}=", StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex("^--([A-Za-z]+)(:[^:=\\s]+)+(=.*)?$", RegexOptions.Singleline)]
    private static partial Regex Setting();
}
