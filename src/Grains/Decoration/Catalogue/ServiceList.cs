using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Decoration.Catalogue;

/// <summary>The one-stop list, made from the catalogue and the types: there is no second list that could say something else.</summary>
internal static class ServiceList
{
    /// <summary>The id of the one service of the kind <see cref="ServiceKind.Filing"/>.</summary>
    public const string Filing = "filing";

    /// <summary>Filing first, then approvals in the order of the works, then what may be reported, by code.</summary>
    public static IReadOnlyList<ServiceItem> Of(ServiceItem? filing, IEnumerable<WorkItem> works, IEnumerable<CaseType> types) =>
    [
        .. filing is null ? Enumerable.Empty<ServiceItem>() : [filing],
        .. works.Where(work => work.Ruling == WorkRuling.NeedsApproval)
            .Select(work => new ServiceItem(ServiceKind.Approval, work.Id, work.Title, work.Office!, work.Within, work.Documents, work.Article)),
        .. types.Where(type => !type.Lead.IsEmpty && type.Clocks.Find(ClockNames.Acknowledge) is not null)
            .OrderBy(type => type.Code, StringComparer.Ordinal)
            .Select(type => new ServiceItem(
                ServiceKind.Report, type.Code, type.Title, type.Lead[0], type.Clocks.Find(ClockNames.Acknowledge)!.Budget.ToString(), [], null)),
    ];
}
