using Dispatch.Contracts;
using Dispatch.Grains.Requests;

namespace Dispatch.Silo.Replay;

/// <summary>
/// One case of a plan on its way: what happens to it next, and when. A deadline fires a millisecond after it is due, since the due
/// instant itself is still in time; at equal instants the command comes first.
/// </summary>
internal sealed class ReplayedCase(IGrainFactory grains, PlannedCase planned, DateTimeOffset end)
{
    private static readonly TimeSpan AfterDue = TimeSpan.FromMilliseconds(1);

    private readonly ICaseGrain _case = grains.GetGrain<ICaseGrain>(Scope.Case(planned.CaseId).ToString());
    private bool _closed;
    private Next _next = Next.Report;

    private enum Next
    {
        Report,
        Firing,
        Closing,
    }

    /// <summary>The virtual instant of what happens next; null when nothing more does before virtual time ends.</summary>
    public DateTimeOffset? NextAt { get; private set; } = planned.ReportedAt;

    /// <summary>Lets the next thing happen.</summary>
    public async Task StepAsync()
    {
        var at = NextAt!.Value;
        switch (_next)
        {
            case Next.Report:
                await CarryOutAsync(planned.Report, at);
                ComeTo(await _case.NextDeadline());
                break;
            case Next.Firing:
                var fired = await _case.OnDeadline(new DeadlineFiring { FiredAt = at, Claimed = [] });
                if (fired.Fired == 0)
                {
                    throw new InvalidOperationException($"Case {planned.CaseId} named a deadline before {at:O} and did not fire it.");
                }

                ComeTo(fired.Next);
                break;
            default:
                await CarryOutAsync(new Resolve(), at);
                _closed = true;
                ComeTo(await _case.NextDeadline());
                break;
        }
    }

    private void ComeTo(DateTimeOffset? due)
    {
        var (firing, closing) = (due + AfterDue, _closed ? null : planned.ClosedAt);
        (_next, NextAt) = closing is not null && !(firing < closing) ? (Next.Closing, closing)
            : firing <= end ? (Next.Firing, firing)
            : (Next.Firing, null);
    }

    private async Task CarryOutAsync(CaseCommand command, DateTimeOffset at)
    {
        var answer = await _case.Execute(new CommandEnvelope
        {
            Command = command,
            Actor = Actor.Machine,
            Key = command.Name,
            BodyHash = command.Name,
            ReceivedAt = at,
        });
        if (answer.Refusal is { } refusal)
        {
            throw new ReplayFaultException($"The pack does not let request {planned.CaseId} be replayed: {command.Name} was refused. {refusal.Reason}");
        }
    }
}

/// <summary>A replay that cannot go on; the message is one sentence for the person who asked for it.</summary>
public sealed class ReplayFaultException(string message) : Exception(message);
