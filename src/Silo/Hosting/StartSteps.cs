using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Dispatch.Silo.Hosting;

/// <summary>What comes before a host runs, and how a start that cannot be ends.</summary>
public static class StartSteps
{
    /// <summary>Takes every registered <see cref="IStartStep"/> in order. Before the host runs, so that its log does not bury the sentence in a stack trace.</summary>
    /// <exception cref="StartFaultException">From the first step that cannot be taken.</exception>
    public static async Task TakeStartStepsAsync(this IHost host, CancellationToken cancellation = default)
    {
        foreach (var step in host.Services.GetServices<IStartStep>())
        {
            await step.TakeAsync(cancellation);
        }
    }

    /// <summary>Runs a program; a <see cref="StartFaultException"/> becomes one sentence on standard error and exit code 1.</summary>
    public static async Task<int> RunAsync(Func<Task> program)
    {
        try
        {
            await program();
            return 0;
        }
        catch (StartFaultException fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return 1;
        }
    }
}
