using Dispatch.Contracts;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Cases;

/// <summary>Requests that wait for the supervisor end with what they are about.</summary>
internal sealed partial class CaseStep
{
    /// <summary>
    /// What was asked for on a clock that stopped is off. Only where the pack gives the supervisor a clock: elsewhere the request
    /// stays until somebody refuses it.
    /// </summary>
    private void LapseExtensionOf(string clock)
    {
        if (pack.Time.Extensions is not null && Case.PendingExtension?.Clock == clock)
        {
            Record(new ExtensionLapsed(clock));
            Stop(ClockNames.ExtensionDecision, ClockState.Cancelled);
        }
    }

    /// <summary>The case went on to where it cannot be parked, or to another party.</summary>
    public void LapseSuspension()
    {
        if (Case.PendingSuspension is not null)
        {
            Record(new SuspensionLapsed("moved-on"));
            Stop(ClockNames.SuspensionDecision, ClockState.Cancelled);
        }
    }

    /// <summary>Writes down that the device's clock was wrong, where it was, with both instants.</summary>
    public void CorrectDevice(CommandEnvelope envelope)
    {
        if (envelope is { StampedAt: { } stamped, OccurredAt: { } corrected })
        {
            Record(new DeviceClockCorrected(stamped, corrected));
        }
    }

    /// <summary>Stops a clock that would not run but for a firing that is taken back, also one that was missed: without a verdict.</summary>
    public void StopWithout(SlaClock clock)
    {
        Record(new ClockStopped(clock.Name, clock.Generation, ClockState.Cancelled));
        LapseExtensionOf(clock.Name);
    }

    /// <summary>Stops a clock that was taken for missed and was met, by when the command happened.</summary>
    public void StopAsMet(string name)
    {
        var clock = Case.FindClock(name)!;
        var at = Judged(clock);
        Record(new ClockStopped(name, clock.Generation, ClockState.Met, at == now ? null : at));
        LapseExtensionOf(name);
    }
}
