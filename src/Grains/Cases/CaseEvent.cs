using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dispatch.Contracts;
using Dispatch.Grains.Clocks;

namespace Dispatch.Grains.Cases;

/// <summary>
/// Something that happened to a case and not to its clocks (<see cref="ClockEvent"/>).
/// </summary>
public abstract record CaseEvent : OwnerEvent;

/// <summary>The case was opened.</summary>
public sealed record Reported : CaseEvent
{
    /// <summary>The id.</summary>
    public required string CaseId { get; init; }

    /// <summary>The pack that it keeps.</summary>
    public required string PolicyId { get; init; }

    /// <summary>That pack's version.</summary>
    public required string PolicyVersion { get; init; }

    /// <summary>The type's code.</summary>
    public required string Type { get; init; }

    /// <summary>The reporter's role.</summary>
    public required Role Source { get; init; }

    /// <summary>Whether the work was going on.</summary>
    public bool InProgress { get; init; }

    /// <summary>Where.</summary>
    public required CasePlace Place { get; init; }

    /// <summary>What was seen.</summary>
    public string? Description { get; init; }

    /// <summary>How the reporter names the place.</summary>
    public string? Address { get; init; }

    /// <summary>How to reach the reporter: personal data.</summary>
    public string? Contact { get; init; }

    /// <summary>Its first priority.</summary>
    public Priority Priority { get; init; }

    /// <summary>Why that is higher than usual: what a joint review left to watch there; null where it is not.</summary>
    public string? Watched { get; init; }

    /// <summary>Likely the same matter.</summary>
    public ImmutableArray<string> PossibleDuplicates { get; init; } = [];

    /// <summary>演练: it did not happen.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Drill { get; init; }

    /// <summary>By what another system knows it; null where none sent it.</summary>
    public ExternalReference? External { get; init; }
}

/// <summary>The case entered a status; who is responsible follows from it and is said here.</summary>
/// <param name="Status">The status.</param>
/// <param name="Responsible">The one responsible party.</param>
public sealed record Entered(CaseStatus Status, Scope Responsible) : CaseEvent
{
    /// <summary>A pack names a status by itself.</summary>
    [JsonIgnore]
    public override string Trigger { get; } = Status.ToString();
}

/// <summary>The case rose a level.</summary>
/// <param name="From">The level left.</param>
/// <param name="To">The level reached.</param>
/// <param name="Reason">Why.</param>
/// <param name="Note">What a person said of it.</param>
public sealed record Escalated(CaseLevel From, CaseLevel To, EscalationReason Reason, string? Note = null) : CaseEvent;

/// <summary>Why a case rises.</summary>
[JsonConverter(typeof(KebabCaseEnumJson<EscalationReason>))]
public enum EscalationReason
{
    /// <summary>A clock ran out.</summary>
    Expired = 0,

    /// <summary>An urgent clock met a level that nobody staffed.</summary>
    Unstaffed = 1,

    /// <summary>The level below handed it on.</summary>
    PassedUp = 2,

    /// <summary>The community whistled.</summary>
    Whistled = 3,

    /// <summary>The pack gives the type nothing to do at this level.</summary>
    PassedOver = 4,

    /// <summary>A dispatcher or captain raised it.</summary>
    ByHand = 5,

    /// <summary>Whoever reported it said, after it was closed, that it is not solved.</summary>
    NotSolved = 6,
}

/// <summary>The supervisor's part ended: the level is that of the status again.</summary>
public sealed record SupervisionEnded : CaseEvent;

/// <summary>Every rung was missed; nothing rises any further.</summary>
/// <param name="Clock">The clock that ran out.</param>
public sealed record LastRungReached(string Clock) : CaseEvent;

/// <summary>The grid worker looked on site.</summary>
/// <param name="Confirmed">What they found.</param>
public sealed record Verified(bool Confirmed) : CaseEvent;

/// <summary>Nobody looked on site in time; the case goes on unverified.</summary>
public sealed record MarkedUnverified : CaseEvent;

/// <summary>The grid worker handed it to the community.</summary>
/// <param name="Reason">Why.</param>
public sealed record PassedUp(string Reason) : CaseEvent;

/// <summary>The community has seen it.</summary>
/// <param name="Late">After the street was whistled.</param>
public sealed record Acknowledged(bool Late) : CaseEvent;

/// <summary>The community has begun.</summary>
/// <param name="Late">After the street was whistled.</param>
public sealed record PreControlStarted(bool Late) : CaseEvent;

/// <summary>The street was called.</summary>
/// <param name="Reason">Why; of an automatic one the clock or cause.</param>
/// <param name="Automatic">True where no person whistled.</param>
/// <param name="Ground">The lawful ground, where a person stated one.</param>
public sealed record Whistled(string Reason, bool Automatic, WhistleGround? Ground = null) : CaseEvent;

/// <summary>The community took it back.</summary>
/// <param name="Reason">Why.</param>
public sealed record TakenBack(string Reason) : CaseEvent;

/// <summary>Officers were asked.</summary>
/// <param name="OfficerIds">Whom.</param>
public sealed record Assigned(ImmutableArray<string> OfficerIds) : CaseEvent
{
    /// <summary>True where the ranking chose and no person; null otherwise.</summary>
    public bool? Automatic { get; init; }

    /// <summary>The round of automatic offers, of an offer by hand the one before it; null under a pack that does not offer automatically.</summary>
    public int? Round { get; init; }

    /// <summary>Why these, by the ranking; null where a person chose.</summary>
    public ImmutableArray<RankedOfficer>? Ranking { get; init; }

    /// <summary>True where a person chose in place of those whom the ranking had; null otherwise.</summary>
    public bool? Overruled { get; init; }
}

/// <summary>An officer said yes and leads.</summary>
/// <param name="OfficerId">Who.</param>
public sealed record OfferAccepted(string OfficerId) : CaseEvent;

/// <summary>An officer said no.</summary>
/// <param name="OfficerId">Who.</param>
/// <param name="Reason">Why.</param>
public sealed record OfferDeclined(string OfficerId, string Reason) : CaseEvent;

/// <summary>Nobody took the offer.</summary>
/// <param name="Reason"><c>expired</c>, <c>declined</c>, <c>reassigned</c>, or <c>gone</c> where nobody who was asked can be reached any more.</param>
public sealed record OfferWithdrawn(string Reason) : CaseEvent
{
    /// <summary>Nobody answered in time.</summary>
    public const string Expired = "expired";

    /// <summary>Everybody said no.</summary>
    public const string Declined = "declined";

    /// <summary>Others were chosen by hand.</summary>
    public const string Reassigned = "reassigned";

    /// <summary>Everybody went off duty or out of reach.</summary>
    public const string Gone = "gone";
}

/// <summary>An officer reported in.</summary>
/// <param name="OfficerId">Who.</param>
public sealed record Arrived(string OfficerId) : CaseEvent;

/// <summary>A milestone was reached.</summary>
/// <param name="Milestone">Which.</param>
public sealed record MilestoneRecorded(string Milestone) : CaseEvent
{
    /// <summary>A pack names a milestone by its own name.</summary>
    [JsonIgnore]
    public override string Trigger { get; } = MilestoneTrigger(Milestone);

    /// <summary>How a pack spells a milestone among its triggers.</summary>
    public static string MilestoneTrigger(string milestone) => $"Milestone:{milestone}";
}

/// <summary>The grid worker ended it on the spot.</summary>
/// <param name="EvidenceIds">What shows it.</param>
/// <param name="Rework">The clocks that a failed check starts again.</param>
/// <param name="OpenAssists">Why it ends while departments have not answered; null where all have.</param>
public sealed record Settled(ImmutableArray<string> EvidenceIds, ImmutableArray<string> Rework, string? OpenAssists = null) : CaseEvent;

/// <summary>Whoever worked on it says that it is solved.</summary>
/// <param name="EvidenceIds">What shows it.</param>
/// <param name="Rework">The clocks that a failed check starts again.</param>
/// <param name="OpenAssists">Why it ends while departments have not answered; null where all have.</param>
public sealed record Resolved(ImmutableArray<string> EvidenceIds, ImmutableArray<string> Rework, string? OpenAssists = null) : CaseEvent;

/// <summary>Somebody who did not handle it looked.</summary>
/// <param name="Passed">Whether it is solved.</param>
public sealed record Checked(bool Passed) : CaseEvent;

/// <summary>The checker did not look in time; the next one is asked.</summary>
/// <param name="To">Whom.</param>
public sealed record CheckPassedOn(Scope To) : CaseEvent;

/// <summary>It was sent to another party.</summary>
/// <param name="To">To whom.</param>
/// <param name="Reason">Why.</param>
/// <param name="Place">Where it lies now.</param>
/// <param name="From">The grid, community or street that sent it; null in events of before 2026-11-25, which are not counted.</param>
public sealed record Returned(Scope To, string Reason, CasePlace Place, Scope? From = null) : CaseEvent;

/// <summary>Somebody asked for more time.</summary>
/// <param name="Clock">On which clock.</param>
/// <param name="Length">How much.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who.</param>
public sealed record ExtensionRequested(string Clock, Budget Length, string Reason, string By) : CaseEvent;

/// <summary>The supervisor decided.</summary>
/// <param name="Clock">On which clock.</param>
/// <param name="Granted">Yes or no.</param>
/// <param name="Length">What was granted.</param>
/// <param name="Reason">Why; <c>undecided</c> where the machine answered.</param>
/// <param name="Nth">Which extension of the case it is, counted from 1; null for a refusal, and where the pack has no rules of extensions.</param>
public sealed record ExtensionDecided(string Clock, bool Granted, Budget? Length, string? Reason, int? Nth = null) : CaseEvent;

/// <summary>Parked.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Until">When it comes back by itself.</param>
public sealed record Suspended(string Reason, DateTimeOffset Until) : CaseEvent;

/// <summary>No longer parked.</summary>
/// <param name="Automatic">True at the end of its time.</param>
public sealed record Resumed(bool Automatic) : CaseEvent;

/// <summary>It was not solved after all.</summary>
/// <param name="Reason">Why.</param>
public sealed record Reopened(string Reason) : CaseEvent;

/// <summary>Not a case.</summary>
/// <param name="Reason">Why.</param>
public sealed record Rejected(string Reason) : CaseEvent;

/// <summary>The same matter as another.</summary>
/// <param name="IntoCaseId">Which.</param>
public sealed record Merged(string IntoCaseId) : CaseEvent;

/// <summary>Solved and, where asked for, checked.</summary>
public sealed record Closed : CaseEvent;

/// <summary>A remark.</summary>
/// <param name="Text">What was said.</param>
public sealed record Commented(string Text) : CaseEvent;

/// <summary>Photos were attached.</summary>
/// <param name="Items">Those that were not there before.</param>
public sealed record EvidenceAttached(ImmutableArray<EvidencePiece> Items) : CaseEvent;

/// <summary>A dispatcher or captain spoke for somebody; the events after it are theirs.</summary>
/// <param name="ActorId">For whom.</param>
/// <param name="Channel">How it was said.</param>
/// <param name="Said">What was said.</param>
public sealed record SpokenFor(string ActorId, Channel Channel, string Said) : CaseEvent;

/// <summary>The priority was set.</summary>
/// <param name="Priority">To what.</param>
/// <param name="Reason">Why.</param>
public sealed record PrioritySet(Priority Priority, string Reason) : CaseEvent;

/// <summary>A card was issued on a unit.</summary>
/// <param name="Colour">Which.</param>
/// <param name="On">On whom.</param>
/// <param name="Clock">For which clock.</param>
public sealed record CardIssued(CardColour Colour, Scope On, string Clock) : CaseEvent
{
    /// <summary>Its number in the case; null in events of before 2026-11-28.</summary>
    public int? Card { get; init; }

    /// <summary>The generation of the clock; null in events of before 2026-11-28.</summary>
    public int? Generation { get; init; }

    /// <summary>The deadline that was missed; null in events of before 2026-11-28.</summary>
    public DateTimeOffset? DueAt { get; init; }
}

/// <summary>The captain was told.</summary>
/// <param name="Clock">Of which clock.</param>
public sealed record CaptainAlarmed(string Clock) : CaseEvent;
