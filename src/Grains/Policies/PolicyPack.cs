using System.Collections.Frozen;
using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Decoration;
using Dispatch.Grains.Decoration.Catalogue;
using Dispatch.Grains.Decoration.Papers;
using Dispatch.Grains.Decoration.Sessions;

namespace Dispatch.Grains.Policies;

/// <summary>
/// A versioned set of rules: types with their clocks, the ladder, calendars, departments. A case keeps the version that it was
/// opened under. Immutable; made only by the loader, which has found no fault in it.
/// </summary>
public sealed record PolicyPack
{
    /// <summary>Its id, kebab-case.</summary>
    public required string Id { get; init; }

    /// <summary>Its version; id and version together name one text for ever.</summary>
    public required string Version { get; init; }

    /// <summary>Id and version.</summary>
    public PolicyName Name => new(Id, Version);

    /// <summary>Its name.</summary>
    public required Text Title { get; init; }

    /// <summary>What readers must be told of it, such as that its limits are proposed.</summary>
    public Text? Notice { get; init; }

    /// <summary>The rungs that this place has, lowest first. A case on the last one has nowhere to go.</summary>
    public required ImmutableArray<CaseLevel> Ladder { get; init; }

    /// <summary>Statuses in which a case is worked on: passing over statuses without a clock never goes beyond the first of these. At least one.</summary>
    public required FrozenSet<CaseStatus> Worked { get; init; }

    /// <summary>How far before receipt a command may have happened.</summary>
    public required TimeSpan OccurredAtLimit { get; init; }

    /// <summary>The case types by code.</summary>
    public required FrozenDictionary<string, CaseType> Types { get; init; }

    /// <summary>Calendars by id.</summary>
    public required FrozenDictionary<string, WorkCalendar> Calendars { get; init; }

    /// <summary>The calendar of a street's own days: its time zone dates case numbers and whistles of the day.</summary>
    public required WorkCalendar StreetCalendar { get; init; }

    /// <summary>The scenes that its types belong to, by id; <see cref="CaseType.OtherScene"/> needs no entry.</summary>
    public FrozenDictionary<string, Text> Scenes { get; init; } = FrozenDictionary<string, Text>.Empty;

    /// <summary>Departments that may be called, by id.</summary>
    public required FrozenDictionary<string, Text> Departments { get; init; }

    /// <summary>Those of them that may be called to a case, and how they are held to their time.</summary>
    public FrozenDictionary<string, DepartmentRule> Callable { get; init; } = FrozenDictionary<string, DepartmentRule>.Empty;

    /// <summary>The time to answer an instruction of the committee; null where an instruction must name an instant.</summary>
    public Budget? Instruction { get; init; }

    /// <summary>Within which shares whistling is usual; null where the pack does not say.</summary>
    public WhistleBand? WhistleRate { get; init; }

    /// <summary>How often a grid must be patrolled; null where the pack asks for no patrols.</summary>
    public ClockRule? Patrol { get; init; }

    /// <summary>How long a community's console may be silent in duty hours; null where the pack does not watch it.</summary>
    public ClockRule? Console { get; init; }

    /// <summary>How cases are offered to officers; null where a dispatcher alone chooses.</summary>
    public OfferRules? Offers { get; init; }

    /// <summary>What it says of more time and of sending a case back.</summary>
    public TimeRules Time { get; init; } = TimeRules.Silent;

    /// <summary>How it looks after those who are on site.</summary>
    public SafetyRules Safety { get; init; } = SafetyRules.Silent;

    /// <summary>The systems that send cases, by id.</summary>
    public FrozenDictionary<string, SourceRule> Sources { get; init; } = FrozenDictionary<string, SourceRule>.Empty;

    /// <summary>How people are told of what waits for them; null where the pack tells nobody.</summary>
    public TellingRules? Telling { get; init; }

    /// <summary>When officers count as out of reach.</summary>
    public PresenceRules Presence { get; init; } = PresenceRules.Usual;

    /// <summary>What lateness costs.</summary>
    public SupervisionRules Supervision { get; init; } = SupervisionRules.Silent;

    /// <summary>What it says about house decoration; null where it knows nothing of it.</summary>
    public DecorationRules? Decoration { get; init; }

    /// <summary>The topics in which it teaches the rules; null where it has none.</summary>
    public TeachingRules? Teaching { get; init; }

    /// <summary>How long a surge may last; null where the pack knows none.</summary>
    public TimeSpan? LongestSurge { get; init; }

    /// <summary>How long a drill lasts at most; null where the pack knows none.</summary>
    public TimeSpan? LongestDrill { get; init; }

    /// <summary>What it tells of house decoration; null where it has no catalogue.</summary>
    public CatalogueRules? Catalogue { get; init; }

    /// <summary>The disposal paths of its scenes and the templates of their documents; null where it has none.</summary>
    public PaperRules? Papers { get; init; }

    /// <summary>The calendars that its clocks run on, by id: of those beside it, the ones whose gaps matter.</summary>
    public IEnumerable<WorkCalendar> UsedCalendars() => Types.Values
        .SelectMany(type => type.InProgressClocks is { } urgent ? type.Clocks.Rules.Concat(urgent.Rules) : type.Clocks.Rules)
        .Concat(new[] { Patrol, Console }.OfType<ClockRule>())
        .Select(rule => rule.Calendar)
        .Append(StreetCalendar.Id)
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal)
        .Select(id => Calendars[id]);
}

/// <summary>A type of case.</summary>
public sealed record CaseType
{
    /// <summary>The scene of a type that belongs to none of the pack's.</summary>
    public const string OtherScene = "other";

    /// <summary>Officers to a visit where the pack does not say.</summary>
    public const int DefaultMinOfficers = 2;

    /// <summary>Metres between likely duplicates where the pack does not say.</summary>
    public const double DefaultDuplicateRadius = 50;

    /// <summary>Its code, such as <c>DEC-03</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Its name.</summary>
    public required Text Title { get; init; }

    /// <summary>One of the scenes of the pack, or <c>other</c>.</summary>
    public required string Scene { get; init; }

    /// <summary>Who leads, in the order in which they do: departments, or <c>enforcement</c>, <c>community</c>, <c>property</c>.</summary>
    public ImmutableArray<string> Lead { get; init; } = [];

    /// <summary>Who assists, spelled as in <see cref="Lead"/>.</summary>
    public ImmutableArray<string> Assist { get; init; } = [];

    /// <summary>Officers to a visit, at least.</summary>
    public required int MinOfficers { get; init; }

    /// <summary>How near, in metres, another case of this type counts as a likely duplicate.</summary>
    public required double DuplicateRadius { get; init; }

    /// <summary>Its clocks.</summary>
    public required ClockSet Clocks { get; init; }

    /// <summary>The clocks of a report marked as work in progress; null where the pack has none of its own.</summary>
    public ClockSet? InProgressClocks { get; init; }

    /// <summary>The set that applies to a report.</summary>
    public ClockSet ClocksFor(bool inProgress) => inProgress && InProgressClocks is { } urgent ? urgent : Clocks;
}

/// <summary>The clocks of a type that apply together.</summary>
/// <param name="Rules">By name, in the pack's order.</param>
public sealed record ClockSet(ImmutableArray<ClockRule> Rules)
{
    /// <summary>True when <c>acknowledge</c> ignores calendars.</summary>
    public bool Urgent { get; } = Rules.Any(rule => rule.Name == ClockNames.Acknowledge && rule.Budget.IsUrgent);

    /// <summary>The rule of a clock; null where the type lacks it.</summary>
    public ClockRule? Find(string name)
    {
        foreach (var rule in Rules)
        {
            if (rule.Name == name)
            {
                return rule;
            }
        }

        return null;
    }
}

/// <summary>One clock of a type.</summary>
public sealed record ClockRule
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its time.</summary>
    public required Budget Budget { get; init; }

    /// <summary>The calendar it runs on; its id is kept where the budget ignores calendars, too.</summary>
    public required string Calendar { get; init; }

    /// <summary>Per cents at which somebody is told, ascending; the last is 100.</summary>
    public required ImmutableArray<int> Marks { get; init; }

    /// <summary>
    /// What starts it: a status that is entered (<c>OnSite</c>: starts it whenever it is not active) or an event
    /// (<c>Acknowledged</c>: starts it the first time only).
    /// </summary>
    public required FrozenSet<string> StartOn { get; init; }

    /// <summary>What stops it as met: events (<c>Acknowledged</c>) or milestones (<c>Milestone:stop-work</c>).</summary>
    public required FrozenSet<string> StopOn { get; init; }

    /// <summary>What its expiry does.</summary>
    public required Expiry OnExpiry { get; init; }
}

/// <summary>What a clock's expiry does. In a pack the kebab-case of the name.</summary>
public enum Expiry
{
    /// <summary>From the grid to the community; from the community an automatic whistle to the street; at the street to supervision.</summary>
    StepUp = 0,

    /// <summary>The captain is alarmed and the clock runs again; the second time supervision and a yellow card.</summary>
    AlarmThenSupervision = 1,

    /// <summary>The offer is withdrawn and the captain told.</summary>
    WithdrawOffer = 2,

    /// <summary>A yellow card and the captain told, and the clock runs again; the second time supervision.</summary>
    CardThenSupervision = 3,

    /// <summary>The next checker is asked; after the last one supervision.</summary>
    NextChecker = 4,

    /// <summary>A red card: the last rung.</summary>
    RedCard = 5,

    /// <summary>Nothing but the record (a grid's patrol, a silent console).</summary>
    Record = 6,
}

/// <summary>The clocks that the engine itself knows by name; milestones have names of the pack's own.</summary>
public static class ClockNames
{
    /// <summary>A public report waits for the grid worker's look.</summary>
    public const string VerifyReport = "verify-report";

    /// <summary>The grid worker's own time.</summary>
    public const string Grid = "grid";

    /// <summary>The community's time to acknowledge.</summary>
    public const string Acknowledge = "acknowledge";

    /// <summary>The community's time to handle it itself.</summary>
    public const string PreControl = "pre-control";

    /// <summary>The street's time to ask officers.</summary>
    public const string Assign = "assign";

    /// <summary>The officers' time to answer an offer.</summary>
    public const string Accept = "accept";

    /// <summary>The team's time to report in.</summary>
    public const string Arrive = "arrive";

    /// <summary>The checker's time.</summary>
    public const string Check = "check";

    /// <summary>The supervisor's time.</summary>
    public const string Supervise = "supervise";

    /// <summary>Until a suspension ends; set by the command, not by a pack.</summary>
    public const string SuspensionEnd = "suspension-end";

    /// <summary>The supervisor's time to decide on an extension; set by the request.</summary>
    public const string ExtensionDecision = "extension-decision";

    /// <summary>The supervisor's time to decide on a suspension; set by the request.</summary>
    public const string SuspensionDecision = "suspension-decision";

    /// <summary>The supervisor's time to look at a suspended case again; set by the suspension.</summary>
    public const string SuspensionReview = "suspension-review";

    /// <summary>Until the surge ends that the case is under; set by the surge.</summary>
    public const string SurgeEnd = "surge-end";

    /// <summary>Until a drill ends by itself; set by its report.</summary>
    public const string DrillEnd = "drill-end";

    /// <summary>The clocks of the consent to other clocks' time: set by commands, never by the pack's triggers, and no promise about the matter.</summary>
    public static FrozenSet<string> OfConsent { get; } =
        FrozenSet.ToFrozenSet([SuspensionEnd, ExtensionDecision, SuspensionDecision, SuspensionReview, SurgeEnd, DrillEnd], StringComparer.Ordinal);

    /// <summary>Ends that come at their time: nobody is late by them.</summary>
    public static FrozenSet<string> Appointments { get; } = FrozenSet.ToFrozenSet([SuspensionEnd, SurgeEnd, DrillEnd], StringComparer.Ordinal);

    /// <summary>A grid's patrol.</summary>
    public const string Patrol = "patrol";

    /// <summary>A community's console.</summary>
    public const string Console = "console";
}
