using Spectre.Console;

namespace Dispatch.Hub.Cli;

/// <summary>Shows on standard error that something takes its time: a spinner on a terminal, one line otherwise.</summary>
internal static class LongWork
{
    /// <summary>Shows it until the work ends, however it ends.</summary>
    public static async Task<T> ShowAsync<T>(string what, Task<T> work, TextWriter error)
    {
        await ShowAsync(what, (Task)work, error);
        return await work;
    }

    /// <inheritdoc cref="ShowAsync{T}"/>
    public static async Task ShowAsync(string what, Task work, TextWriter error)
    {
        if (ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected)
        {
            var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
            await console.Status().StartAsync($"{what} …", _ => work);
        }
        else
        {
            await error.WriteLineAsync($"{what} …");
            await work;
        }
    }
}
