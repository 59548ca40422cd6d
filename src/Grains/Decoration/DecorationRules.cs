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

    /// <summary>From the first order or question to the session.</summary>
    public const string SessionHeld = "session-held";

    /// <summary>From a session with questions to its published answers.</summary>
    public const string SessionAnswers = "session-answers";

    /// <summary>From a property team's briefing to its signature on the spot list.</summary>
    public const string SessionSignature = "session-signature";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        MediationSession, MediationFollowUp,
        SessionHeld, SessionAnswers, SessionSignature,
        FilingApproval, FilingNeighbours, FilingStart, FilingWetWorks, FilingFinish, FilingAgain, FilingEscalation,
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

    /// <summary>How many days before and after a session violations are counted; *proposed*.</summary>
    public const string SessionEffectDays = "session-effect-days";

    /// <summary>With fewer cases than this the effect of a session says nothing; *proposed*.</summary>
    public const string SessionEffectLeast = "session-effect-least";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        SessionEffectDays, SessionEffectLeast,
        MediationsBefore, ReviewsBefore, AgreementNoticeDays,
        FilingLongestDays, FilingContactDays,
    ];
}
