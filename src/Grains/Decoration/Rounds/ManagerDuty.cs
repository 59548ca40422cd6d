using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Decoration.Rounds;

/// <summary>
/// The property manager's duty to stop what is wrong and report it (Order 110, art. 17), and when facts propose a case PROP-01: told, and
/// not stopped or not reported within the times that the pack proposes, counted from being told. A person decides. Pure.
/// </summary>
public static class ManagerDuty
{
    /// <summary>The duty as the manager sees it at an item.</summary>
    public static Text Sentence { get; } = new(
        "发现违规装修，物业应当立即制止，并及时报告有关部门（《住宅室内装饰装修管理办法》第十七条）。未及时报告的，可处装修管理服务费 2 至 3 倍罚款（第四十二条）。",
        "A property manager who finds a violation stops it at once and reports it promptly (Order 110, art. 17). Whoever does not report risks a fine of 2 to 3 times the management fee (art. 42).");

    /// <summary>What the facts of an item propose; null for nothing.</summary>
    /// <param name="item">As it stands.</param>
    /// <param name="now">The instant at which it is asked.</param>
    /// <param name="pack">Has calendar and times.</param>
    public static DutyProposal? Proposed(RoundItem item, DateTimeOffset now, PolicyPack pack)
    {
        if (pack.Decoration is not { } rules || item.ToldAt is not { } told)
        {
            return null;
        }

        ImmutableArray<DutyFact> facts =
        [
            new(DutyKind.Stop, pack.StreetCalendar.Advance(rules.Clocks[DecorationClocks.RoundStop], told), item.StoppedAt),
            new(DutyKind.Report, pack.StreetCalendar.Advance(rules.Clocks[DecorationClocks.RoundReport], told), item.ReportedAt),
        ];
        ImmutableArray<DutyFact> late = [.. facts.Where(fact => (fact.DoneAt ?? now) > fact.DueAt)];
        return late.IsEmpty ? null : new DutyProposal(item.Id, told, late);
    }
}
