using System.Collections.Frozen;
using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Decoration;
using Dispatch.Grains.Decoration.Catalogue;
using Dispatch.Grains.Decoration.Papers;
using Dispatch.Grains.Decoration.Sessions;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Policies;

/// <summary>Reads a pack's JSON in one pass that finds every fault. Only a reading without any gives a pack.</summary>
internal static class PolicyDraft
{
    private const int LongestTitle = 80;
    private const int LongestNotice = 2_000;
    private const int LongestVersion = 32;

    private static readonly Budget LongestOccurredAtLimit = new(31 * 24, BudgetUnit.Hour, isUrgent: true);

    /// <summary>The pack; to be used only when no fault was found.</summary>
    public static PolicyPack? Read(CheckedJson root, FrozenDictionary<string, WorkCalendar> calendars)
    {
        if (!root.IsObjectOf(
            "id", "version", "title", "notice", "ladder", "worked", "occurredAtLimit", "calendar", "marks", "scenes", "departments",
            "clocks", "types", "unclocked", "patrol", "console", "assists", "instruction", "whistleRate", OfferRulesDraft.Member,
            "extensions", "suspension", "returns", "extraTime", "offline", SafetyRulesDraft.Member, SourceDraft.Member, TellingRules.Member, SupervisionDraft.Member, SurgeAndDrillDraft.Surge, SurgeAndDrillDraft.Drill,
            PresenceRules.Member, DecorationRules.Member, TeachingRules.Member, CatalogueDraft.Member, PaperRulesDraft.Member))
        {
            return null;
        }

        var ladder = Ladder(root);
        var calendar = PolicyFrame.CalendarOf(root, "calendar", calendars);
        var marks = root.Has("marks") ? root.AsMarks("marks") : [SlaClock.Expiry];
        var frame = new PolicyFrame(ladder, calendars, calendar ?? "", marks ?? []);
        var departments = Names(root, "departments", DepartmentDraft.Members);
        var scenes = Names(root, "scenes");
        var types = new CaseTypeDraft(frame, ClockSetDraft.Read(root, "clocks", frame), scenes, departments).Read(root);
        var before = root.Faults.Count;
        var name = new PolicyName(root.Id("id"), Version(root));
        var pack = new PolicyPack
        {
            Id = name.Id,
            Version = name.Version,
            Title = root.Bilingual("title", LongestTitle),
            Notice = root.Has("notice") ? root.Bilingual("notice", LongestNotice) : null,
            Ladder = ladder,
            Worked = Worked(root, ladder),
            OccurredAtLimit = OccurredAtLimit(root),
            Types = types,
            Scenes = scenes,
            Calendars = calendars,
            StreetCalendar = calendar is null ? null! : calendars[calendar],
            Departments = departments,
            Callable = DepartmentDraft.Read(root, frame),
            Instruction = root.Has("instruction") ? root.Member("instruction").AsBudget() : null,
            WhistleRate = DepartmentDraft.Band(root),
            Patrol = Standing(root, ClockNames.Patrol, frame),
            Console = Standing(root, ClockNames.Console, frame),
            Offers = OfferRulesDraft.Read(root),
            Time = TimeRulesDraft.Read(root, calendar),
            Safety = SafetyRulesDraft.Read(root, types.Keys),
            Sources = SourceDraft.Read(root, frame, types.Keys),
            Telling = TellingRules.Read(root),
            Presence = PresenceRules.Read(root),
            Supervision = SupervisionDraft.Read(root, calendar),
            LongestSurge = SurgeAndDrillDraft.Longest(root, SurgeAndDrillDraft.Surge),
            Decoration = DecorationRules.Read(root),
            Teaching = TeachingRules.Read(root),
            LongestDrill = SurgeAndDrillDraft.Longest(root, SurgeAndDrillDraft.Drill),
            Catalogue = CatalogueDraft.Read(root, name, types, departments),
            Papers = PaperRulesDraft.Read(root, scenes.Keys, types.Keys, departments.Keys),
        };
        return root.Faults.Count == before && calendar is not null ? pack : null;
    }

    private static ImmutableArray<CaseLevel> Ladder(CheckedJson root)
    {
        var before = root.Faults.Count;
        var ladder = ImmutableArray.CreateBuilder<CaseLevel>();
        foreach (var item in root.Items("ladder"))
        {
            if (item.AsOneOf<CaseLevel>(level => level.ToString()) is not { } level)
            {
                continue;
            }

            if (ladder.Count > 0 && level <= ladder[^1])
            {
                item.Fault($"{level} comes after {ladder[^1]}; the ladder goes up: {string.Join(", ", Enum.GetNames<CaseLevel>())}");
            }

            ladder.Add(level);
        }

        if (root.Faults.Count == before && (ladder.Count == 0 || ladder[0] == CaseLevel.Supervision))
        {
            root.Fault("ladder", $"there must be one rung at least below {CaseLevel.Supervision}");
        }

        return root.Faults.Count == before ? ladder.DrainToImmutable() : [];
    }

    private static FrozenSet<CaseStatus> Worked(CheckedJson root, ImmutableArray<CaseLevel> ladder)
    {
        var before = root.Faults.Count;
        var worked = new HashSet<CaseStatus>();
        foreach (var item in root.Items("worked"))
        {
            if (item.AsOneOf<CaseStatus>(status => status.ToString()) is not { } status)
            {
                continue;
            }

            if (status.Level() is not { } level)
            {
                item.Fault($"nobody works on a case in {status}");
            }
            else if (!ladder.IsEmpty && !ladder.Contains(level))
            {
                item.Fault($"{status} belongs to the level {level}, which the ladder lacks");
            }

            worked.Add(status);
        }

        if (root.Faults.Count == before && worked.Count == 0)
        {
            root.Fault("worked", "there must be one status at least in which cases are worked");
        }

        return worked.ToFrozenSet();
    }

    private static TimeSpan OccurredAtLimit(CheckedJson root)
    {
        if (!root.Has("occurredAtLimit"))
        {
            root.Fault("occurredAtLimit", "is missing");
            return default;
        }

        if (root.Member("occurredAtLimit").AsBudget() is not { } limit)
        {
            return default;
        }

        var length = TimeSpan.FromMinutes(limit.Unit == BudgetUnit.Hour ? limit.Amount * 60 : limit.Amount);
        if (!limit.IsUrgent || length > TimeSpan.FromHours(LongestOccurredAtLimit.Amount))
        {
            root.Fault("occurredAtLimit", $"expected minutes or hours ending in U, at most {LongestOccurredAtLimit}, found {limit}");
        }

        return length;
    }

    private static string Version(CheckedJson root)
    {
        var version = root.Text("version", LongestVersion);
        if (version.Length > 0 && (version.Contains(' ', StringComparison.Ordinal) || !version.All(char.IsAscii)))
        {
            root.Fault("version", "a version is ASCII without spaces");
        }

        return version;
    }

    private static FrozenDictionary<string, Text> Names(CheckedJson root, string member, params string[] others)
    {
        var names = new Dictionary<string, Text>(StringComparer.Ordinal);
        foreach (var (id, json) in root.Entries(member))
        {
            if (!CheckedJson.KebabCase().IsMatch(id))
            {
                json.Fault("an id is kebab-case");
            }

            if (json.IsObjectOf(["zh", "en", .. others]))
            {
                names[id] = new Text(json.Text("zh", LongestTitle), json.Text("en", LongestTitle));
            }
        }

        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>A clock of a grid or a community rather than of a case; it does nothing but leave a record.</summary>
    private static ClockRule? Standing(CheckedJson root, string name, PolicyFrame frame)
    {
        if (!root.Has(name))
        {
            return null;
        }

        var json = root.Member(name);
        var layer = ClockLayer.Read(json, name, frame);
        if (layer.IsBroken || layer.BudgetFor(urgent: false) is not { } budget)
        {
            if (!layer.IsBroken)
            {
                json.Fault("has no budget");
            }

            return null;
        }

        return new ClockRule
        {
            Name = name,
            Budget = budget,
            Calendar = layer.Calendar ?? frame.Calendar,
            Marks = layer.Marks ?? [SlaClock.Expiry],
            StartOn = [],
            StopOn = [],
            OnExpiry = Expiry.Record,
        };
    }
}
