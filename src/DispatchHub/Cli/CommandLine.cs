using System.CommandLine;
using System.CommandLine.Help;
using Dispatch.Hub.Cli.Audit;
using Dispatch.Hub.Cli.Import;
using Dispatch.Hub.Cli.Policies;
using Dispatch.Hub.Cli.Replay;
using Dispatch.Hub.Cli.Store;
using Dispatch.Hub.Cli.Users;
using Dispatch.Hub.Cli.Watch;

namespace Dispatch.Hub.Cli;

/// <summary>The program's command line: no verb runs the hub, a verb is one of its tools.</summary>
public static class CommandLine
{
    /// <summary>The exit code of a command line that cannot be read.</summary>
    public const int Unreadable = 2;

    /// <summary>Reads a command line and carries it out.</summary>
    /// <param name="args">The words after the program's name.</param>
    /// <param name="handlers">What the verbs stand on.</param>
    /// <param name="output">Standard output: results only.</param>
    /// <param name="error">Standard error: sentences about what went wrong, and progress.</param>
    /// <param name="cancellation">Ends it; Ctrl-C does so too.</param>
    /// <returns>0, 1 when it went wrong, <see cref="Unreadable"/> when there was nothing to carry out.</returns>
    public static async Task<int> RunAsync(
        string[] args, CommandHandlers handlers, TextWriter output, TextWriter error, CancellationToken cancellation = default)
    {
        if (!HostSettings.TryTake(args, out var settings, out var words, out var fault))
        {
            await error.WriteLineAsync(fault);
            return Unreadable;
        }

        var call = Tree(settings, handlers).Parse(words);
        if (call is { Errors: [var first, ..], Action: not HelpAction })
        {
            await error.WriteLineAsync($"{first.Message.TrimEnd('.')}; --help lists what there is.");
            return Unreadable;
        }

        var configuration = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false };
        if (call.CommandResult.Command is RootCommand)
        {
            // A host ends by itself at Ctrl-C and takes the time that it needs.
            configuration.ProcessTerminationTimeout = null;
        }

        try
        {
            return await call.InvokeAsync(configuration, cancellation);
        }
        catch (ToolFaultException refused)
        {
            await error.WriteLineAsync(refused.Message);
            return 1;
        }
    }

    /// <summary>The verbs; boundaries to the store are in <paramref name="handlers"/>.</summary>
    public static RootCommand Tree(HostSettings settings, CommandHandlers handlers)
    {
        var root = new RootCommand(
            """
            Dispatch: reports become cases, cases have clocks, and what nobody handles
            moves up by itself. Without a verb the hub runs: in one process, with a demo
            city, at http://localhost:5080.

            Any setting may follow, before or after a verb, as --Section:Key=value:
              --Storage:Path=FOLDER      where an embedded store is kept (.dispatch)
              --Storage:Provider=postgres --ConnectionStrings:Dispatch="Host=…"
              --Clock:Speed=60           city seconds per second (demos only; else 10)
              --Demo:Enabled=false       no demo users; --Demo:Simulation=false a still city

            Examples (after "dotnet run --project src/DispatchHub --"):
              watch --scope street:xiashi
              replay --file week.csv --territory boston --json
              sla audit --file week.csv --policy boston
              backup --to /backups/monday
              policy dry-run --pack changed.json
              user add officer-9 --role officer --area street:xiashi
            """)
        {
            WatchVerb.Create(),
            ImportVerb.Create(),
            ReplayVerb.Create(settings.Configuration),
            AuditVerb.Create(),
            VerifyVerb.Create(settings, handlers.Store),
            BackupVerb.Create(settings, handlers.Store),
            RestoreVerb.Create(settings, handlers.Store),
            MigrateVerb.Create(settings, handlers.Store),
            UserVerb.Create(settings, handlers.Store),
            PolicyVerb.Create(settings, handlers.Policies),
        };
        root.Options.Add(HostSettings.Urls);
        root.SetAction((call, cancellation) => handlers.RunHub(settings.Args(call), cancellation));
        return root;
    }
}

/// <summary>What the command line stands on.</summary>
/// <param name="RunHub">Runs the hub with a host's arguments until cancelled; answers the exit code.</param>
/// <param name="Store">The tools of the store.</param>
/// <param name="Policies">The tools of packs and calendars.</param>
public sealed record CommandHandlers(Func<string[], CancellationToken, Task<int>> RunHub, IStoreTools Store, IPolicyTools Policies);

/// <summary>A tool cannot do what it was asked to; the message is one sentence that says what to do.</summary>
public sealed class ToolFaultException(string message, Exception? inner = null) : Exception(message, inner);
