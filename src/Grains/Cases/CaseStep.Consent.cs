using Dispatch.Contracts;
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

    /// <summary>Ends a clock that was missed, so that nobody is waited for any more: the machine has answered.</summary>
    public void StopMissed(string clock) => Stop(clock, ClockState.Missed);
}
