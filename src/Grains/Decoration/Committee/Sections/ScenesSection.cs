using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Decoration.Committee.Sections;

/// <summary>Violations of the month by the pack's scenes.</summary>
internal static class ScenesSection
{
    private static readonly Text Title = new("违规：按场景", "Violations by scene");
    private static readonly Text Note = new("不含待核实、已驳回、已合并的上报。", "Without reports that nobody has verified yet, that were rejected or merged.");
    private static readonly Text Other = new("其他", "Other");

    public static CommitteeSection Of(CommitteeFacts facts)
    {
        var byScene = facts.OfMonth.Where(CommitteeFacts.Stands).ToLookup(facts.SceneOf, StringComparer.Ordinal);
        return new CommitteeSection("scenes", Title, Note,
        [
            .. facts.Pack.Scenes.OrderBy(scene => scene.Key, StringComparer.Ordinal).Select(scene => Line(scene.Key, scene.Value)),
            Line(CaseType.OtherScene, Other),
        ]);

        CommitteeLine Line(string scene, Text title) => CommitteeSources.Line(scene, title, byScene[scene].Select(one => CommitteeSources.Of(one, facts)));
    }
}
