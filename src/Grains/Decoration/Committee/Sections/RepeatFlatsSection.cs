using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;

namespace Dispatch.Grains.Decoration.Committee.Sections;

/// <summary>Violations of the month in flats that had one in the same quarter before.</summary>
internal static class RepeatFlatsSection
{
    private static readonly Text Title = new("重复违规户", "Repeat flats");
    private static readonly Text Note = new("同一季度内此前已有违规的户。", "Flats that had a violation earlier in the same quarter.");
    private static readonly Text Flats = new("再次违规的户", "Flats with a further violation");
    private static readonly Text Cases = new("其中案件", "The violations in them");

    public static CommitteeSection Of(CommitteeFacts facts)
    {
        List<CommitteeCase> further = [.. RepeatFlatsIn.Further([.. facts.Cases.Where(facts.IsViolation)]).Where(one => facts.Month.Holds(one.Facts.OpenedAt))];
        return new CommitteeSection("repeat-flats", Title, Note,
        [
            CommitteeSources.Line("flats", Flats, further.Select(one => one.Flat!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(flat => Flat(flat, facts))),
            CommitteeSources.Line("cases", Cases, further.Select(one => CommitteeSources.Of(one, facts))),
        ]);
    }

    private static CommitteeSource Flat(string flat, CommitteeFacts facts)
    {
        var (estate, unit) = (flat[..flat.IndexOf('/', StringComparison.Ordinal)], flat[(flat.IndexOf('/', StringComparison.Ordinal) + 1)..]);
        var name = CommitteeSources.Estate(estate, facts).Label;
        return new CommitteeSource(DossierKinds.Filing, $"{estate}.{unit}", new Text($"{name.Zh} {unit}", $"{name.En} {unit}"), $"/unit?at={estate}.{unit}");
    }
}
