using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dispatch.Contracts;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Decoration.Promises;

namespace Dispatch.Grains.Cases;

/// <summary>
/// A clock that ran out, and how the case stood before, kept as long as a command that was given in time may still arrive.
/// </summary>
public sealed record Escalation
{
    /// <summary>The clock before it ran out.</summary>
    public required SlaClock Clock { get; init; }

    /// <summary>The last instant in time.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>When it fired: what runs since then was started by it or after it.</summary>
    public required DateTimeOffset FiredAt { get; init; }

    /// <summary>After this instant no command is taken that was given in time.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>The status.</summary>
    public required CaseStatus Status { get; init; }

    /// <summary>The responsible party.</summary>
    public required Scope Responsible { get; init; }

    /// <summary>The officers asked, on their way or on site.</summary>
    public ImmutableArray<string> OfficerIds { get; init; } = [];

    /// <summary>Who had been asked.</summary>
    public CaseOffers? Offers { get; init; }

    /// <summary>Whether the supervisor saw to it.</summary>
    public bool Supervised { get; init; }

    /// <summary>The department for whose silence the supervisor saw to it; null where that was not why.</summary>
    public string? SupervisedFor { get; init; }

    /// <summary>Whether every rung had been missed.</summary>
    public bool LastRung { get; init; }

    /// <summary>Expiries of <c>assign</c>.</summary>
    public int AssignMisses { get; init; }

    /// <summary>Expiries of <c>arrive</c>.</summary>
    public int ArriveMisses { get; init; }

    /// <summary>When the street had been whistled.</summary>
    public DateTimeOffset? WhistledAt { get; init; }

    /// <summary>Whether it had come back to a party that had returned it.</summary>
    public bool CameBack { get; init; }

    /// <summary>Whether the case was overdue already.</summary>
    public bool WasOverdue { get; init; }

    /// <summary>Somebody acted on the case since.</summary>
    public bool Acted { get; init; }

    /// <summary>Somebody moved it to another status since, or to the same one again.</summary>
    public bool Moved { get; init; }

    /// <summary>Cards issued since; null for none.</summary>
    public ImmutableArray<CardIssued>? Cards { get; init; }

    /// <summary>Whether this is the firing of that clock and generation.</summary>
    public bool Is(string clock, int generation) => Clock.Name == clock && Clock.Generation == generation;
}

/// <summary>What a case remembers of the clocks that ran out.</summary>
public sealed partial record Case
{
    /// <summary>No more firings than this are remembered, the latest.</summary>
    public const int MostEscalations = 8;

    /// <summary>Firings that a command given in time may still answer, oldest first; null for none.</summary>
    [JsonPropertyName("escalations")]
    public ImmutableArray<Escalation>? Remembered { get; init; }

    /// <summary>The same; empty for none.</summary>
    [JsonIgnore]
    public ImmutableArray<Escalation> Escalations => Remembered ?? [];

    /// <summary>Whether the missed run itself is still the clock's ledger: nobody has answered it, and it was not started again.</summary>
    public bool Stands(Escalation escalation) => FindClock(escalation.Clock.Name) is { IsOpen: true } clock
        && clock.StartedAt == escalation.Clock.StartedAt && clock.Fired.Contains(SlaClock.Expiry);

    /// <summary>Which of the <see cref="Escalations"/> an answer is about.</summary>
    /// <exception cref="InvalidOperationException">None: a damaged store.</exception>
    public int IndexOf(EscalationAnswered answered)
    {
        for (var i = 0; i < Escalations.Length; i++)
        {
            if (Escalations[i].Is(answered.Clock, answered.Generation))
            {
                return i;
            }
        }

        throw new InvalidOperationException($"Case {Id} remembers no firing of {answered.Clock}, generation {answered.Generation}.");
    }

    private Case Remembering(DeadlineMissed missed) => missed.AnswerableUntil is not { } until ? this : this with
    {
        Remembered =
        [
            .. Escalations.Where(escalation => escalation.Until >= missed.FiredAt).TakeLast(MostEscalations - 1),
            new Escalation
            {
                Clock = Clock(missed.Clock),
                DueAt = missed.DueAt,
                FiredAt = missed.FiredAt,
                Until = until,
                Status = Status,
                Responsible = Responsible,
                OfficerIds = OfficerIds,
                Offers = Offers,
                Supervised = Supervised,
                SupervisedFor = SupervisedFor,
                LastRung = LastRung,
                AssignMisses = AssignMisses,
                ArriveMisses = ArriveMisses,
                WhistledAt = WhistledAt,
                CameBack = CameBack,
                WasOverdue = Overdue is not null,
            },
        ],
    };

    /// <summary>What happens after a firing: cards are kept with it, and an act by a person settles that it cannot be taken back.</summary>
    private Case Witnessing(Happened happened)
    {
        if (Remembered is not { IsEmpty: false } remembered)
        {
            return this;
        }

        return happened switch
        {
            { Event: CardIssued card } => Forgetting([.. remembered.Select(one => one with { Cards = (one.Cards ?? []).Add(card) })]),
            { Event: ClockExtended extended } => Forgetting(remembered.RemoveAll(one => one.Clock.Name == extended.Clock && Stands(one))),
            { Event: Entered } when IsAct(happened) => Forgetting([.. remembered.Select(one => one with { Acted = true, Moved = true })]),
            _ when IsAct(happened) => Forgetting([.. remembered.Select(one => one with { Acted = true })]),
            _ => this,
        };
    }

    private Case Answered(EscalationAnswered answered)
    {
        var at = IndexOf(answered);
        if (answered.TakenBack)
        {
            return AsBefore(Escalations[at]).Forgetting(Escalations[..at]).Forgiving(answered.Clock).WithoutCards(answered.Withdrawn);
        }

        // The run that still stands as missed waits for the command's own stop, by which it is met.
        var noted = Forgetting(Escalations.RemoveAt(at)).Forgiving(answered.Clock).WithoutCards(answered.Withdrawn);
        return Stands(Escalations[at]) && Clock(answered.Clock) is { State: ClockState.Missed } clock ? noted.WithClock(clock.Excused()) : noted;
    }

    /// <summary>The case as if the firing had not happened. Its clock runs on as a new generation, since the one that fired is gone.</summary>
    public Case AsBefore(Escalation escalation)
    {
        var before = this with
        {
            Status = escalation.Status,
            Responsible = escalation.Responsible,
            OfficerIds = escalation.OfficerIds,
            Offers = escalation.Offers,
            Supervised = escalation.Supervised,
            SupervisedFor = escalation.SupervisedFor,
            LastRung = escalation.LastRung,
            AssignMisses = escalation.AssignMisses,
            ArriveMisses = escalation.ArriveMisses,
            WhistledAt = escalation.WhistledAt,
            CameBack = escalation.CameBack,
            Overdue = escalation.WasOverdue ? Overdue : null,
        };
        return before.WithClock(escalation.Clock with { Generation = Clock(escalation.Clock.Name).Generation + 1 });
    }

    private Case Forgetting(ImmutableArray<Escalation> kept) => this with { Remembered = kept.IsEmpty ? null : kept };

    /// <summary>
    /// Whether a person did something about the matter. Remarks, requests, and what a community does late while the street has
    /// the case leave it where it is.
    /// </summary>
    private static bool IsAct(Happened happened) => happened.Actor != Actor.Machine.Id && happened.Event switch
    {
        Commented or EvidenceAttached or PrioritySet or SpokenFor or ExtensionRequested or SuspensionRequested or EscalationAnswered
            or DeviceClockCorrected or CheckedIn or AlarmRaised or AlarmAcknowledged or AlarmEnded or CardDecided or CardWithdrawn or ExternalUpdated or ExternalReplied
            or OutcomeAnswered or PhotosShown => false,
        Acknowledged { Late: true } or PreControlStarted { Late: true } => false,
        CaseEvent => true,
        _ => false,
    };
}
