using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Decoration.Visits;

/// <summary>How a visit is shown. Pure.</summary>
internal static class VisitViews
{
    public static VisitView Of(Visit visit, long version, Territory territory, PolicyPack pack) => new()
    {
        Id = visit.Planned!.Id,
        Version = version,
        Clocks = DossierClocks.Views(visit.Clocks, pack),
        State = visit.State,
        EstateId = visit.Planned.EstateId,
        Estate = territory.FindEstate(visit.Planned.EstateId)?.Name ?? Text.Same(visit.Planned.EstateId),
        StreetId = visit.Planned.StreetId,
        CommunityId = visit.Planned.CommunityId,
        GridId = visit.Planned.GridId,
        At = visit.Planned.At,
        Checks = visit.Planned.Checks,
        Departments = visit.Planned.Departments,
        Officers = visit.Officers,
        Checklists = [.. visit.Lines.GroupBy(line => line.Item).Select(lines => Checklist(lines.Key, [.. lines], pack))],
        Signatures = visit.Signatures,
        Avoided = visit.Avoided,
        NotRecorded = visit.NotRecorded,
        Reason = visit.Reason,
        Evidence = visit.Pictures,
        May = [],
        Names = Names(visit.Planned.Departments, pack),
    };

    /// <summary>The names of departments, by id.</summary>
    public static IReadOnlyDictionary<string, Text> Names(IEnumerable<string> departments, PolicyPack pack) => departments.Distinct(StringComparer.Ordinal).ToDictionary(
        department => department,
        department => pack.Departments.GetValueOrDefault(department) ?? pack.Catalogue?.View.Offices.GetValueOrDefault(department) ?? Text.Same(department),
        StringComparer.Ordinal);

    private static VisitChecklist Checklist(string item, IReadOnlyList<VisitLine> lines, PolicyPack pack)
    {
        var known = pack.Catalogue?.View.Inspections.FirstOrDefault(one => one.Id == item);
        return new VisitChecklist(item, known?.Title ?? Text.Same(item), known?.Look ?? Text.Same(item), lines);
    }
}
