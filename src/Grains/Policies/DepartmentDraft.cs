using System.Collections.Frozen;
using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Policies;

/// <summary>Reads how departments are called: the defaults in <c>assists</c>, and what a department's own entry says instead.</summary>
internal static class DepartmentDraft
{
    private const int MostRungs = 10;

    private static readonly string[] Times = ["reportIn", "urgentReportIn", "answer", "urgentAnswer"];

    /// <summary>What an entry of <c>departments</c> may say beside its name.</summary>
    public static readonly string[] Members = ["standing", "ladder", .. Times];

    /// <summary>The departments that may be called: those with a time to report in and one to answer, their own or the default.</summary>
    public static FrozenDictionary<string, DepartmentRule> Read(CheckedJson root, PolicyFrame frame)
    {
        var defaults = root.Has("assists") && root.Member("assists").IsObjectOf(["ladder", .. Times])
            ? Layer.Of(root.Member("assists"), frame)
            : new Layer();

        var rules = new Dictionary<string, DepartmentRule>(StringComparer.Ordinal);
        foreach (var (id, entry) in root.Entries("departments"))
        {
            if (entry.Element.ValueKind == System.Text.Json.JsonValueKind.Object && Rule(entry, Layer.Of(entry, frame), defaults, frame) is { } rule)
            {
                rules[id] = rule;
            }
        }

        return rules.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The band of the whistle rate; null where the pack has none.</summary>
    public static WhistleBand? Band(CheckedJson root)
    {
        if (!root.Has("whistleRate"))
        {
            return null;
        }

        var json = root.Member("whistleRate");
        if (!json.IsObjectOf("low", "high"))
        {
            return null;
        }

        var band = new WhistleBand(json.Number("low", 0, 1), json.Number("high", 0, 1));
        if (band.Low >= band.High)
        {
            json.Fault("high", "lies above low");
        }

        return band;
    }

    private static DepartmentRule? Rule(CheckedJson entry, Layer own, Layer defaults, PolicyFrame frame)
    {
        var standing = entry.Has("standing") && entry.Flag("standing", otherwise: false);
        if ((own.ReportIn ?? defaults.ReportIn) is not { } reportIn || (own.Answer ?? defaults.Answer) is not { } answer)
        {
            if (standing || own != new Layer() || defaults.ReportIn is not null || defaults.Answer is not null)
            {
                entry.Fault("a department that may be called has a time to report in and one to answer, of its own or in \"assists\"");
            }

            return null;
        }

        return new DepartmentRule
        {
            Standing = standing,
            ReportIn = reportIn,
            UrgentReportIn = own.UrgentReportIn ?? (own.ReportIn is null ? defaults.UrgentReportIn : null),
            Answer = answer,
            UrgentAnswer = own.UrgentAnswer ?? (own.Answer is null ? defaults.UrgentAnswer : null),
            Ladder = own.Ladder ?? defaults.Ladder ?? Usual(frame),
            Marks = frame.Marks,
        };
    }

    private static ImmutableArray<AssistRung> Usual(PolicyFrame frame) =>
        frame.Ladder.Contains(CaseLevel.Supervision) ? [AssistRung.Tell, AssistRung.Supervise] : [AssistRung.Tell];

    /// <summary>What one place says.</summary>
    private sealed record Layer
    {
        public Budget? ReportIn { get; private init; }

        public Budget? UrgentReportIn { get; private init; }

        public Budget? Answer { get; private init; }

        public Budget? UrgentAnswer { get; private init; }

        public ImmutableArray<AssistRung>? Ladder { get; private init; }

        public static Layer Of(CheckedJson json, PolicyFrame frame) => new()
        {
            ReportIn = Time(json, "reportIn"),
            UrgentReportIn = Urgent(json, "urgentReportIn"),
            Answer = Time(json, "answer"),
            UrgentAnswer = Urgent(json, "urgentAnswer"),
            Ladder = json.Has("ladder") ? Rungs(json, frame) : null,
        };

        private static Budget? Time(CheckedJson json, string member) => json.Has(member) ? json.Member(member).AsBudget() : null;

        private static Budget? Urgent(CheckedJson json, string member)
        {
            var budget = Time(json, member);
            if (budget is { IsUrgent: false })
            {
                json.Fault(member, "an urgent budget ends in U");
            }

            return budget;
        }

        private static ImmutableArray<AssistRung> Rungs(CheckedJson json, PolicyFrame frame)
        {
            var rungs = ImmutableArray.CreateBuilder<AssistRung>();
            foreach (var item in json.Items("ladder"))
            {
                if (item.AsOneOf<AssistRung>(PolicyJson.Kebab) is not { } rung)
                {
                    continue;
                }

                if (rung == AssistRung.Supervise && !frame.Ladder.IsEmpty && !frame.Ladder.Contains(CaseLevel.Supervision))
                {
                    item.Fault($"{PolicyJson.Kebab(rung)} leads to {CaseLevel.Supervision}, which the pack's ladder lacks");
                }

                rungs.Add(rung);
            }

            if (rungs.Count > MostRungs)
            {
                json.Fault("ladder", $"at most {MostRungs} rungs are taken");
            }

            return rungs.ToImmutable();
        }
    }
}
