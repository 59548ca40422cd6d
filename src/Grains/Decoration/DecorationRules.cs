using System.Collections.Frozen;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Decoration;

/// <summary>What a pack says about house decoration beside the catalogue: the times that its clocks allow, and a few numbers. All *proposed* in the sample.</summary>
/// <param name="Clocks">By the names of <see cref="DecorationClocks"/>; every one of them.</param>
/// <param name="Numbers">By the names of <see cref="DecorationNumbers"/>; every one of them.</param>
public sealed record DecorationRules(FrozenDictionary<string, Budget> Clocks, FrozenDictionary<string, int> Numbers)
{
    /// <summary>The member of the pack.</summary>
    public const string Member = "decoration";

    private const int MostNumber = 100_000;

    /// <summary>Reads <c>"decoration": { "clocks": { … }, "numbers": { … } }</c>; null where the pack has no such block, or with a fault.</summary>
    internal static DecorationRules? Read(CheckedJson root)
    {
        if (!root.Has(Member))
        {
            return null;
        }

        var json = root.Member(Member);
        if (!json.IsObjectOf("clocks", "numbers"))
        {
            return null;
        }

        return new DecorationRules(
            Values<Budget>(json, "clocks", DecorationClocks.All, static (block, name) => block.Member(name).AsBudget()),
            Values<int>(json, "numbers", DecorationNumbers.All, static (block, name) => block.Whole(name, 0, MostNumber, otherwise: 0)));
    }

    private static FrozenDictionary<string, T> Values<T>(CheckedJson json, string member, IReadOnlyList<string> names, Func<CheckedJson, string, T?> read)
        where T : struct
    {
        var found = new Dictionary<string, T>(StringComparer.Ordinal);
        if (!json.Has(member))
        {
            json.Fault(member, "is missing");
        }
        else if (json.Member(member) is var block && block.IsObjectOf([.. names]))
        {
            foreach (var name in names)
            {
                if (!block.Has(name))
                {
                    block.Fault(name, "is missing");
                }
                else if (read(block, name) is { } value)
                {
                    found[name] = value;
                }
            }
        }

        return found.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

/// <summary>The clocks of dossiers, as a pack names their times. A kind adds its own.</summary>
public static class DecorationClocks
{
    /// <summary>From a mediation's opening to its first session.</summary>
    public const string MediationSession = "mediation-session";

    /// <summary>From an agreement to the call that asks whether it is kept.</summary>
    public const string MediationFollowUp = "mediation-follow-up";

    /// <summary>From a filing to the answer of the offices that must approve it.</summary>
    public const string FilingApproval = "filing-approval";

    /// <summary>From a filing that stands to its neighbours being told.</summary>
    public const string FilingNeighbours = "filing-neighbours";

    /// <summary>From the first day of the works to their start inspection.</summary>
    public const string FilingStart = "filing-start";

    /// <summary>From the day of wet works to their inspection.</summary>
    public const string FilingWetWorks = "filing-wet-works";

    /// <summary>From the end of the last day of the works to their completion check.</summary>
    public const string FilingFinish = "filing-finish";

    /// <summary>From an inspection with a fault to the next one.</summary>
    public const string FilingAgain = "filing-again";

    /// <summary>How long each further level has for an inspection that nobody made.</summary>
    public const string FilingEscalation = "filing-escalation";

    /// <summary>From a round's drawing up until the manager has seen every item of it.</summary>
    public const string RoundWalk = "round-walk";

    /// <summary>From a share's being given until its group has seen every item of it.</summary>
    public const string RoundShare = "round-share";

    /// <summary>From the manager's knowing of a violation until they have stopped it; *proposed*, the law says at once.</summary>
    public const string RoundStop = "round-stop";

    /// <summary>From the manager's knowing of a violation until they have reported it; *proposed*, the law says promptly.</summary>
    public const string RoundReport = "round-report";

    /// <summary>From the team's being there until every department has signed.</summary>
    public const string VisitSignatures = "visit-signatures";

    /// <summary>From a pilot project's beginning to its results.</summary>
    public const string PilotPractice = "pilot-practice";

    /// <summary>From a pilot project's results to its shared experience.</summary>
    public const string PilotResults = "pilot-results";

    /// <summary>From shared experience to the first community that adopts it.</summary>
    public const string PilotShared = "pilot-shared";

    /// <summary>From the first order or question to the session.</summary>
    public const string SessionHeld = "session-held";

    /// <summary>From a session with questions to its published answers.</summary>
    public const string SessionAnswers = "session-answers";

    /// <summary>From a property team's briefing to its signature on the spot list.</summary>
    public const string SessionSignature = "session-signature";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        PilotPractice, PilotResults, PilotShared,
        MediationSession, MediationFollowUp,
        SessionHeld, SessionAnswers, SessionSignature,
        FilingApproval, FilingNeighbours, FilingStart, FilingWetWorks, FilingFinish, FilingAgain, FilingEscalation,
        RoundWalk, RoundShare, RoundStop, RoundReport, VisitSignatures,
    ];
}

/// <summary>Numbers of a pack about house decoration. A kind adds its own.</summary>
public static class DecorationNumbers
{
    /// <summary>Mediations that were held before this system counted; in the sample the figure of a news report.</summary>
    public const string MediationsBefore = "mediations-before";

    /// <summary>Estates reviewed before hand-over before this system counted; in the sample the figure of a news report.</summary>
    public const string ReviewsBefore = "reviews-before";

    /// <summary>The most days that one filing covers.</summary>
    public const string FilingLongestDays = "filing-longest-days";

    /// <summary>How many days after the last day of the works the owner's contact is erased.</summary>
    public const string FilingContactDays = "filing-contact-days";

    /// <summary>How many days before a property-service agreement lapses its community is told; *proposed*.</summary>
    public const string AgreementNoticeDays = "agreement-notice-days";

    /// <summary>For how many days after its hand-over an estate is walked as a new one; *proposed*.</summary>
    public const string RoundNewEstateDays = "round-new-estate-days";

    /// <summary>How many days a confirmed violation leads rounds to the flats of the same floor-plan type; *proposed*.</summary>
    public const string RoundSameTypeDays = "round-same-type-days";

    /// <summary>How many days the limits of checks that one visit makes may lie apart; *proposed*.</summary>
    public const string VisitWindowDays = "visit-window-days";

    /// <summary>How many days after a case was closed its reporter and owner may say how it ended, and the reporter that it is not solved; *proposed*.</summary>
    public const string NotSolvedDays = "not-solved-days";

    /// <summary>How many days after a report at a door the reporter's contact is erased; *proposed*.</summary>
    public const string ReporterContactDays = "reporter-contact-days";

    /// <summary>Points of the managers' competition for a violation that the manager stopped.</summary>
    public const string PointsStopped = "points-stopped";

    /// <summary>Points for a violation that the manager reported.</summary>
    public const string PointsReported = "points-reported";

    /// <summary>Points for a round that was kept in time.</summary>
    public const string PointsRoundKept = "points-round-kept";

    /// <summary>Points that are taken off for a flat with a further violation in the same quarter.</summary>
    public const string PointsOffRepeatFlat = "points-off-repeat-flat";

    /// <summary>How many days before and after a session violations are counted; *proposed*.</summary>
    public const string SessionEffectDays = "session-effect-days";

    /// <summary>With fewer cases than this the effect of a session says nothing; *proposed*.</summary>
    public const string SessionEffectLeast = "session-effect-least";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        PointsStopped, PointsReported, PointsRoundKept, PointsOffRepeatFlat,
        SessionEffectDays, SessionEffectLeast,
        MediationsBefore, ReviewsBefore, AgreementNoticeDays,
        FilingLongestDays, FilingContactDays,
        RoundNewEstateDays, RoundSameTypeDays, VisitWindowDays,
        NotSolvedDays, ReporterContactDays,
    ];
}
