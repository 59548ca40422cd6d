using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Decoration.Dossiers;

namespace Dispatch.Grains.Decoration.Filings;

/// <summary>Works are filed: what is never allowed is refused with its reason, what an office must approve waits for it. Pure.</summary>
internal static class FilingOpening
{
    private const int MostFilings = 200;
    private const int LongestContractor = 100;
    private const int LongestGuidance = 60;

    public static Verdict File(
        DossierStep<UnitFilings> step, FileWorks filed, Actor by, FiledUnit unit, FilingKnown known, FilingScope scope, DecorationRules rules)
    {
        var today = FilingPlan.Day(step.Now, known.Pack);
        if ((UnlessFiler(by, unit, known) ?? UnlessWorks(filed, scope) ?? UnlessSaid(filed) ?? UnlessPeriod(filed, today, rules) ?? UnlessFree(step.Dossier, filed)) is { } refusal)
        {
            return new Refused(refusal);
        }

        List<WorkItem> works = [.. filed.Works.Distinct(StringComparer.Ordinal).Select(id => scope.Find(id)!)];
        var number = step.Dossier.Filings.Length + 1;
        step.Record(new WorksFiled
        {
            Number = number,
            Unit = unit,
            Works = [.. works.Select(work => new FiledWork(work.Id, work.Title))],
            Contractor = filed.Contractor,
            From = filed.From,
            To = filed.To,
            Offices =
            [
                .. works.Where(work => work.Ruling == WorkRuling.NeedsApproval).Select(work => work.Office!).Distinct(StringComparer.Ordinal)
                    .Select(office => new OfficeApproval(office, scope.Offices.GetValueOrDefault(office) ?? Text.Same(office))),
            ],
            Neighbours = Neighbours.Of(known.Territory.FindEstate(unit.EstateId)!.FindBuilding(unit.BuildingId)!, unit.UnitId),
            Planned = FilingPlan.Of(filed, works, scope, step.Now, known.Pack, rules),
            GuidanceRead = filed.GuidanceRead,
        });
        var filing = step.Dossier.Find(number)!;
        if (filing.Offices.Count > 0)
        {
            step.Start(FilingClock.Approval(number), rules.Clocks[DecorationClocks.FilingApproval]);
        }
        else
        {
            FilingInspections.Plan(step, filing, known.Pack, rules);
        }

        return step.Done();
    }

    /// <summary>An owner comes by the flat's secret link, which names the flat; staff file for owners of their area.</summary>
    private static Refusal? UnlessFiler(Actor by, FiledUnit unit, FilingKnown known) => by.Role == Role.Citizen
        ? null
        : FilingDecider.UnlessOf(by, unit, known, "file works for an owner", FilingRoles.Of(FilingRoles.File));

    private static Refusal? UnlessWorks(FileWorks filed, FilingScope scope)
    {
        if (filed.Works.Count is 0 or > Refuse.MaxIds)
        {
            return Refuse.With(RefusalCode.InvalidValue, $"Choose 1 to {Refuse.MaxIds} works.");
        }

        foreach (var id in filed.Works)
        {
            if (scope.Find(id) is not { } work)
            {
                return Refuse.With(RefusalCode.UnknownWork, $"The catalogue knows no work '{(id.Length > Scope.MaxIdLength ? id[..Scope.MaxIdLength] : id)}'.");
            }

            if (work.Ruling == WorkRuling.Forbidden)
            {
                return Refuse.With(RefusalCode.WorkForbidden, $"{work.Title.En}: {work.Answer.En} ({work.Article.En}) {work.Title.Zh}：{work.Answer.Zh}（{work.Article.Zh}）");
            }
        }

        return null;
    }

    private static Refusal? UnlessSaid(FileWorks filed) =>
        (string.IsNullOrWhiteSpace(filed.Contractor)
            ? Refuse.With(RefusalCode.ContractorRequired, "Name the contractor, or write that the owner does it.")
            : Refuse.UnlessText(filed.Contractor, LongestContractor, "contractor"))
        ?? (filed.Contact is null ? null : Refusing.UnlessSaid(filed.Contact, Refuse.MaxLine, "contact"))
        ?? Refuse.UnlessText(filed.GuidanceRead, LongestGuidance, "guidanceRead");

    private static Refusal? UnlessPeriod(FileWorks filed, DateOnly today, DecorationRules rules)
    {
        var longest = rules.Numbers[DecorationNumbers.FilingLongestDays];
        return filed.From < today ? Refuse.With(RefusalCode.InvalidValue, "Works are filed before they begin: choose today or a later first day.")
            : filed.From.DayNumber - today.DayNumber > longest ? Refuse.With(RefusalCode.InvalidValue, $"File works at most {longest} days ahead.")
            : filed.To < filed.From ? Refuse.With(RefusalCode.InvalidValue, "The last day comes before the first.")
            : filed.To.DayNumber - filed.From.DayNumber >= longest ? Refuse.With(RefusalCode.InvalidValue, $"One filing covers at most {longest} days.")
            : filed.WetOn is { } wet && (wet < filed.From || wet > filed.To) ? Refuse.With(RefusalCode.InvalidValue, "The day of wet works lies outside the period.")
            : null;
    }

    private static Refusal? UnlessFree(UnitFilings flat, FileWorks filed) =>
        flat.Filings.Length == MostFilings ? Refuse.With(RefusalCode.StatusNotAllowed, $"The flat has {MostFilings} filings already.")
        : flat.Filings.FirstOrDefault(other => UnitFilings.IsOpen(other) && other.From <= filed.To && filed.From <= other.To) is { } other
            ? Refuse.With(RefusalCode.FilingOverlaps, $"Filing {other.Number} covers {other.From:yyyy-MM-dd} to {other.To:yyyy-MM-dd} already; choose other days, or have it withdrawn.")
            : null;
}
