using System.Globalization;
using Dispatch.Hub.Composition;
using Spectre.Console;

namespace Dispatch.Hub.Cli.Replay;

/// <summary>Shows how far a replay is: a bar on a terminal, a line for each tenth otherwise. Never on standard output.</summary>
internal static class ReplayProgress
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    /// <summary>Shows it until <paramref name="running"/> ends, however it ends.</summary>
    public static async Task ShowAsync(RequestReplay replay, Task running, TextWriter error)
    {
        if (ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected)
        {
            await OnTerminalAsync(replay, running);
        }
        else
        {
            await InLinesAsync(replay, running, error);
        }
    }

    private static Task OnTerminalAsync(RequestReplay replay, Task running)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress().AutoClear(true).StartAsync(async progress =>
        {
            var bar = progress.AddTask("Replaying", maxValue: Math.Max(1, replay.Cases));
            while (await StillRunsAsync(running))
            {
                bar.Value = replay.Finished;
            }

            bar.Value = bar.MaxValue;
        });
    }

    private static async Task InLinesAsync(RequestReplay replay, Task running, TextWriter error)
    {
        var told = 0;
        while (await StillRunsAsync(running))
        {
            var tenths = replay.Cases == 0 ? 0 : replay.Finished * 10 / replay.Cases;
            if (tenths > told)
            {
                told = tenths;
                await error.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture, $"{replay.Finished:N0} of {replay.Cases:N0} cases are replayed."));
            }
        }
    }

    private static async Task<bool> StillRunsAsync(Task running) => await Task.WhenAny(running, Task.Delay(Look)) != running;
}
