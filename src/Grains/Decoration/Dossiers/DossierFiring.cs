using Dispatch.Contracts;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Decoration.Dossiers;

/// <summary>What the clocks of a dossier do that ran out by an instant. Pure.</summary>
public static class DossierFiring
{
    /// <summary>More marks than any dossier can have past at once; a rule that starts a clock which is past at its start would go on for ever.</summary>
    private const int MostMarks = 1_000;

    /// <summary>Fires everything that is past, the earliest first, each followed by what the kind makes of it.</summary>
    /// <param name="dossier">As it stands.</param>
    /// <param name="now">When it fires: strictly after what is due.</param>
    /// <param name="pack">The pack in force.</param>
    /// <param name="missed">What the kind does when a mark has fired: the event stands already.</param>
    /// <typeparam name="TDossier">Its kind.</typeparam>
    public static DossierDecision Fire<TDossier>(
        TDossier dossier, DateTimeOffset now, PolicyPack pack, Action<DossierStep<TDossier>, DueMark> missed)
        where TDossier : Dossier
    {
        var step = new DossierStep<TDossier>(dossier, now, Actor.Machine.Id, pack);
        for (var marks = 0; DossierClocks.Due(step.Dossier.Clocks, now, pack) is { } due; marks++)
        {
            if (marks == MostMarks)
            {
                throw new InvalidOperationException($"The clock {due.Clock.Name} starts again in the past whenever it fires.");
            }

            step.Fire(due);
            missed(step, due);
        }

        return step.Done();
    }
}
