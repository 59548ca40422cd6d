namespace Dispatch.Silo;

/// <summary>
/// Something that must be done before anything of the host runs, in order of registration: migrate the store, read policies, open
/// the clock.
/// </summary>
public interface IStartStep
{
    /// <summary>Takes the step.</summary>
    /// <exception cref="StartFaultException">An operator must change something first.</exception>
    Task TakeAsync(CancellationToken cancellation);
}
