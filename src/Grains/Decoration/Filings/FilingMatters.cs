using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Storage;

namespace Dispatch.Grains.Decoration.Filings;

/// <summary>Who is told of what in the filings of a flat. Pure.</summary>
internal static class FilingMatters
{
    private const string What = "filing";

    private static readonly Text Approval = new("装修备案待审批", "A filing waits for approval");
    private static readonly Text Late = new("装修备案审批超时", "The approval of a filing is late");
    private static readonly Text New = new("新装修备案：请告知邻居并按期检查", "New filing: tell the neighbours, inspect as planned");
    private static readonly Text NotTold = new("装修备案：邻居尚未告知", "Filing: the neighbours were not told");
    private static readonly Text Nobody = new("装修检查逾期无人到场", "Nobody came to inspect the works");

    public static IEnumerable<DossierMatter> Of(UnitFilings flat) =>
        flat.Filings.Where(UnitFilings.IsOpen).SelectMany(filing => filing.State == FilingState.AwaitingApproval ? Approvals(flat, filing) : Standing(flat, filing));

    private static IEnumerable<DossierMatter> Approvals(UnitFilings flat, FilingView filing)
    {
        foreach (var office in filing.Offices.Where(office => office.Permit is null))
        {
            yield return Matter(flat, $"approval-{filing.Number}:{office.Office}", Scope.Department(office.Office).ToString(), Approval);
        }

        if (IsLate(flat, FilingClock.Approval(filing.Number)))
        {
            yield return Matter(flat, $"approval-late-{filing.Number}", Community(flat), Late);
        }
    }

    private static IEnumerable<DossierMatter> Standing(UnitFilings flat, FilingView filing)
    {
        if (filing.NeighboursToldAt is null)
        {
            yield return Matter(flat, $"neighbours-{filing.Number}", Scope.Grid(flat.Unit!.GridId).ToString(), New);
            if (IsLate(flat, FilingClock.Neighbours(filing.Number)))
            {
                yield return Matter(flat, $"neighbours-late-{filing.Number}", Community(flat), NotTold);
            }
        }

        foreach (var inspection in filing.Inspections.Where(inspection => inspection.Level > FilingLevel.Grid && !inspection.IsPassed()))
        {
            var receiver = inspection.Level switch
            {
                FilingLevel.Community => Community(flat),
                FilingLevel.Street => NoticeReceiver.Captain(flat.Unit!.StreetId),
                _ => Scope.Supervisor(flat.Unit!.StreetId).ToString(),
            };
            yield return Matter(flat, $"{FilingClock.Inspection(filing.Number, inspection.Stage)}:{inspection.Level}", receiver, Nobody);
        }
    }

    private static DossierMatter Matter(UnitFilings flat, string cause, string receiver, Text title) =>
        new(cause, receiver, What, title, $"{flat.Unit!.Estate.Zh} {flat.Unit.BuildingId}", $"/unit?at={flat.Unit.EstateId}.{flat.Unit.UnitId}");

    private static string Community(UnitFilings flat) => Scope.Community(flat.Unit!.CommunityId).ToString();

    private static bool IsLate(UnitFilings flat, string clock) => flat.Clock(clock) is { State: ClockState.Missed, IsOpen: true };
}
