using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Decoration.Pilots;

namespace Dispatch.Grains.Decoration.Committee.Sections;

/// <summary>Pilot projects that go on, and communities that adopted one this month.</summary>
internal static class PilotsSection
{
    private static readonly Text Title = new("试点项目", "Pilot projects");
    private static readonly Text GoingOn = new("进行中", "Going on");
    private static readonly Text Shared = new("本月共享经验", "Experience shared this month");
    private static readonly Text Adopted = new("本月被社区采用", "Adopted by a community this month");

    public static CommitteeSection Of(CommitteeFacts facts)
    {
        List<(CommitteeDossier Dossier, Pilot State)> pilots = [.. facts.Of<Pilot>()];
        return new CommitteeSection("pilots", Title, Note: null,
        [
            CommitteeSources.Line("going-on", GoingOn, pilots.Where(pilot => pilot.State.IsOpen()).Select(Source)),
            CommitteeSources.Line("shared", Shared, Where<PilotShared>()),
            CommitteeSources.Line("adopted", Adopted, Where<PilotAdopted>()),
        ]);

        IEnumerable<CommitteeSource> Where<TEvent>() =>
            from pilot in pilots
            from happened in pilot.Dossier.Events
            where happened.Event is TEvent && facts.Month.Holds(happened.At)
            select Source(pilot);
    }

    private static CommitteeSource Source((CommitteeDossier Dossier, Pilot State) pilot) =>
        CommitteeSources.Of(pilot.Dossier, pilot.State.Opened!.Title, $"/pilots/{pilot.Dossier.Id}");
}
