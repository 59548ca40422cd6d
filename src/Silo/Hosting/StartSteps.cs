using Dispatch.Silo.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Dispatch.Silo.Hosting;

/// <summary>What comes before a host runs, and how a start that cannot be ends.</summary>
public static class StartSteps
{
    /// <summary>Adds a step after those that are there. It is made when its turn comes, so that it may need what earlier ones opened.</summary>
    /// <typeparam name="TStep">The step.</typeparam>
    public static IServiceCollection AddStartStep<TStep>(this IServiceCollection services)
        where TStep : class, IStartStep => services.AddSingleton(new Step(typeof(TStep)));

    /// <summary>Takes every step in order of registration. Before the host runs, so that its log does not bury the sentence in a stack trace.</summary>
    /// <exception cref="StartFaultException">From the first step that cannot be taken.</exception>
    public static async Task TakeStartStepsAsync(this IHost host, CancellationToken cancellation = default)
    {
        foreach (var step in host.Services.GetServices<Step>())
        {
            try
            {
                await ((IStartStep)ActivatorUtilities.GetServiceOrCreateInstance(host.Services, step.Type)).TakeAsync(cancellation);
            }
            catch (StoreFaultException fault)
            {
                throw new StartFaultException(fault.Message, fault);
            }
        }
    }

    /// <summary>Runs a program; a fault that an operator must mend becomes one sentence on standard error and exit code 1.</summary>
    public static async Task<int> RunAsync(Func<Task> program)
    {
        try
        {
            await program();
            return 0;
        }
        catch (Exception fault) when (fault is StartFaultException or StoreFaultException)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return 1;
        }
    }

    private sealed record Step(Type Type);
}
