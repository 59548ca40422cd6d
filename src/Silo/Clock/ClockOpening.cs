namespace Dispatch.Silo.Clock;

/// <summary>Opens the clock of a process that has the store, before its host runs; a hub in a cluster must be connected first.</summary>
internal sealed class ClockOpening(CityClock clock) : IStartStep
{
    public Task TakeAsync(CancellationToken cancellation) => clock.OpenAsync(cancellation);
}
