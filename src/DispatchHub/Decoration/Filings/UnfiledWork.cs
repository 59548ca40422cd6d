using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.Cases;
using Dispatch.Hub.Problems;
using Dispatch.Hub.Reports;

namespace Dispatch.Hub.Decoration.Filings;

/// <summary>Work without filing becomes a case of its flat, whoever finds it and wherever they say so.</summary>
internal static class UnfiledWork
{
    /// <summary>Opens the case; the same for a repeat under the same key. A problem for an unknown flat, one whose filing covers today, or a role that does not report.</summary>
    /// <param name="grains">The city.</param>
    /// <param name="actor">Who reports.</param>
    /// <param name="estate">The estate.</param>
    /// <param name="unit">The flat.</param>
    /// <param name="body">An <see cref="UnfiledWorkBody"/>, as it came.</param>
    /// <param name="key">Its idempotency key.</param>
    /// <param name="now">City time.</param>
    public static async Task<Parsed<CaseView>> OpenAsync(IGrainFactory grains, Actor actor, string estate, string unit, CommandBody body, string key, DateTimeOffset now)
    {
        if (!SafeId.Is(estate) || !SafeId.Is(unit) || await grains.UnitDesk().TokenOf(estate, unit) is not { } token)
        {
            return Denied.Unknown("flat");
        }

        var door = (await grains.UnitDesk().Door(token, now))!;
        if (door.Filed is { } filed)
        {
            return new Refusal(RefusalCode.WorkIsFiled, $"Filing {filed.Number} covers today until {filed.To:yyyy-MM-dd}; report what is wrong with the works instead.").AsProblem();
        }

        if (!CommandRoles.Allows(actor.Role, "report", onBehalf: false))
        {
            return Denied.RoleNotAllowed;
        }

        var said = (UnfiledWorkBody)body.Own;
        var report = new ReportBody
        {
            Type = Door.WithoutFiling,
            Description = said.Description,
            Place = new PlaceInput { Estate = estate, Building = door.BuildingId, Unit = unit },
            InProgress = said.InProgress,
            EvidenceIds = said.EvidenceIds,
        };
        return report.Fault() is { } fault ? fault : await ReportOpening.OpenAsync(grains, actor, report, body, key, now, TimeSpan.Zero);
    }
}
