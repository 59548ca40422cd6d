using System.Collections.Immutable;
using Dispatch.Contracts.Decoration;

namespace Dispatch.Grains.Decoration.Visits;

/// <summary>What a visit found for one inspection of a filing. Pure.</summary>
internal static class VisitFindings
{
    /// <summary>The findings, every item once; null where the visit did not look at all of them, or the filing has no such inspection.</summary>
    public static ImmutableArray<InspectionFinding>? Of(Visit visit, string unitId, UnitFilingsView? flat, int number, WorkStage stage)
    {
        var lines = visit.Lines.Where(line => line.UnitId == unitId && line.Good is not null).ToDictionary(line => line.Item, StringComparer.Ordinal);
        return flat?.Filings.FirstOrDefault(filing => filing.Number == number)?.Inspections.FirstOrDefault(one => one.Stage == stage) is { } inspection
            && inspection.Items.All(lines.ContainsKey)
            ? [.. inspection.Items.Select(item => new InspectionFinding(item, lines[item].Good!.Value, lines[item].Note))]
            : null;
    }
}
