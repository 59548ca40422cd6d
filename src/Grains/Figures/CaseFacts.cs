using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Figures;

/// <summary>
/// What the figures know of one case at an instant. <see cref="Times"/> is the only place that says whether a case counts, so that a
/// number and the list behind it cannot differ.
/// </summary>
public sealed record CaseFacts
{
    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>The type's code.</summary>
    public required string Type { get; init; }

    /// <summary>The id of the pack that it was opened under.</summary>
    public required string PolicyId { get; init; }

    /// <summary>That pack's version.</summary>
    public required string PolicyVersion { get; init; }

    /// <summary>The street that it lies in.</summary>
    public required string StreetId { get; init; }

    /// <summary>The community that it lies in.</summary>
    public required string CommunityId { get; init; }

    /// <summary>The grid that it lies in.</summary>
    public required string GridId { get; init; }

    /// <summary>When it was opened.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Where it stands.</summary>
    public required CaseStatus Status { get; init; }

    /// <summary>Somebody answered it.</summary>
    public required bool Responded { get; init; }

    /// <summary>When somebody first answered it, no clock had been missed.</summary>
    public required bool RespondedInTime { get; init; }

    /// <summary>It was settled or resolved at least once.</summary>
    public required bool Worked { get; init; }

    /// <summary>The clocks that its last settling or resolving stops.</summary>
    public required ImmutableArray<string> WorkClocks { get; init; }

    /// <summary>A check failed, or it was reopened after it was closed.</summary>
    public required bool Rework { get; init; }

    /// <summary>The street was whistled.</summary>
    public required bool Whistled { get; init; }

    /// <summary>An officer reported in after the last whistle.</summary>
    public required bool WhistleAnswered { get; init; }

    /// <summary>It stands as closed after an officer had reported in on the last whistle.</summary>
    public required bool WhistleSolved { get; init; }

    /// <summary>Calls of departments.</summary>
    public required int DepartmentsCalled { get; init; }

    /// <summary>Those on which the department reported in and none of its times ran out.</summary>
    public required int DepartmentsInTime { get; init; }

    /// <summary>Those that the department answered as solved.</summary>
    public required int DepartmentsSolved { get; init; }

    /// <summary>Its report was marked as likely the same matter as another's.</summary>
    public required bool MarkedAsRepeat { get; init; }

    /// <summary>What whoever reported it said last of how it ended; null for nothing.</summary>
    public required OutcomeAnswer? Outcome { get; init; }

    /// <summary>Its clocks by name, each once, <c>suspension-end</c> left out.</summary>
    public required ImmutableArray<ClockFacts> Clocks { get; init; }

    /// <summary>How often the case counts in a number.</summary>
    /// <param name="measure">The number.</param>
    /// <param name="clock">In the row of this clock, which ran on the case; null in any other row and in the total.</param>
    public int Times(Measure measure, string? clock) => measure switch
    {
        Measure.ClocksMet => Of(clock).Sum(facts => facts.Met),
        Measure.ClocksMissed => Of(clock).Sum(facts => facts.Missed),
        Measure.DepartmentsCalled => DepartmentsCalled,
        Measure.DepartmentsInTime => DepartmentsInTime,
        Measure.DepartmentsSolved => DepartmentsSolved,
        Measure.RepliesInTime => Of(SideClocks.ExternalReply).Sum(facts => facts.Met),
        Measure.RepliesLate => Of(SideClocks.ExternalReply).Sum(facts => facts.Missed),
        _ => Holds(measure, clock) ? 1 : 0,
    };

    private bool Holds(Measure measure, string? clock) => measure switch
    {
        Measure.Opened => true,
        Measure.Dismissed => Status is CaseStatus.Rejected or CaseStatus.Merged,
        Measure.Responded => Responded,
        Measure.RespondedInTime => RespondedInTime,
        Measure.Worked => Worked,
        Measure.Resolved => IsResolved,
        Measure.ResolvedInTime => IsResolved && !Clocks.Any(facts => facts.Missed > 0 && WorkClocks.Contains(facts.Name)),
        Measure.Closed => Status is CaseStatus.Closed,
        Measure.ClosedInTime => Status is CaseStatus.Closed && Clocks.All(facts => facts.Missed == 0 || ClockNames.OfConsent.Contains(facts.Name)),
        Measure.OverdueOpen => Status.IsOpen() && Of(clock).Any(facts => facts.Overdue),
        Measure.Rework => Rework,
        Measure.Extended => Of(clock).Any(facts => facts.Extended),
        Measure.ExtraTaken => Of(clock).Any(facts => facts.ExtraTaken),
        Measure.Whistled => Whistled,
        Measure.WhistleAnswered => WhistleAnswered,
        Measure.WhistlesSolved => WhistleSolved,
        Measure.OutcomesSaid => Outcome is not null,
        Measure.Satisfied => Outcome is OutcomeAnswer.Satisfied,
        Measure.Repeats => MarkedAsRepeat || Status is CaseStatus.Merged,
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "A number without a definition."),
    };

    private bool IsResolved => Status is CaseStatus.AwaitingCheck or CaseStatus.Closed;

    private IEnumerable<ClockFacts> Of(string? clock) => clock is null ? Clocks : Clocks.Where(facts => facts.Name == clock);
}

/// <summary>What the figures know of one clock of a case.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Met">Runs that ended in time.</param>
/// <param name="Missed">Runs that were missed, an unanswered one included.</param>
/// <param name="Overdue">Missed and not answered yet.</param>
/// <param name="Extended">It was granted an extension.</param>
/// <param name="ExtraTaken">The responsible party took extra time on it.</param>
public sealed record ClockFacts(string Name, int Met, int Missed, bool Overdue, bool Extended, bool ExtraTaken);
