using System.Text.Json.Serialization;
using Dispatch.Contracts;
using Dispatch.Grains.Clocks;

namespace Dispatch.Grains.Cases;

/// <summary>The other system that the case came from.</summary>
public sealed partial record Case
{
    /// <summary>Where it came from; null where no other system sent it.</summary>
    public ExternalOrigin? External { get; init; }

    private Case WithUpdate(ExternalUpdated e, DateTimeOffset at) => this with
    {
        Description = e.Description ?? Description,
        Address = e.Address ?? Address,
        Contact = e.Contact ?? Contact,
        External = Status != CaseStatus.Merged && (e.ReplyBy is not null || !IsOpen) ? External!.AskedAgain(at, e.ReplyBy) : External,
    };

    private Case WithReply(ExternalReplied e, Happened happened) => this with
    {
        External = External! with { RepliedAt = happened.OccurredAt ?? happened.At, Reply = e.Text, ByItself = e.Automatic },
    };
}

/// <summary>By what another system knows a case, and what it was told.</summary>
public sealed record ExternalOrigin
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>The source's id in the pack.</summary>
    public required string Source { get; init; }

    /// <summary>Its number.</summary>
    public required string Number { get; init; }

    /// <summary>When it asked for a reply.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>The last instant that it named for a reply; null takes the pack's time.</summary>
    public DateTimeOffset? ReplyBy { get; init; }

    /// <summary>When it was replied to since it last asked.</summary>
    public DateTimeOffset? RepliedAt { get; init; }

    /// <summary>What it was told.</summary>
    public string? Reply { get; init; }

    /// <summary>The end of the case was the reply.</summary>
    public bool ByItself { get; init; }

    /// <summary>How <see cref="Case.SupervisedFor"/> names this; no department has a colon in its id.</summary>
    [JsonIgnore]
    public string SupervisedAs => $"source:{Source}";

    /// <summary>
    /// The time from the asking to the instant that the source named, in whole minutes and a minute at least; null where it named
    /// none. <see cref="CountsFrom"/> makes the clock end to the millisecond.
    /// </summary>
    [JsonIgnore]
    public Budget? BudgetUntil => ReplyBy is { } until
        ? new Budget(Math.Max(1, (int)Math.Ceiling((until - AskedAt) / Minute)), BudgetUnit.Minute, isUrgent: true)
        : null;

    /// <summary>From when the clock counts; null for one that takes the pack's time. Before the asking, where the instant had passed by then.</summary>
    [JsonIgnore]
    public DateTimeOffset? CountsFrom => BudgetUntil is { } budget ? ReplyBy - (budget.Amount * Minute) : null;

    /// <summary>What a report says of it; null where no other system sent it.</summary>
    public static ExternalOrigin? Of(ExternalReference? sent, DateTimeOffset at) => sent is null
        ? null
        : new ExternalOrigin { Source = sent.Source, Number = sent.Number, ReplyBy = sent.ReplyBy, AskedAt = at };

    /// <summary>The source waits for a reply anew: until the instant that it names now, or the one it named before where that lies ahead still.</summary>
    public ExternalOrigin AskedAgain(DateTimeOffset at, DateTimeOffset? until) => this with
    {
        AskedAt = at,
        ReplyBy = until ?? (ReplyBy > at ? ReplyBy : null),
        RepliedAt = null,
        Reply = null,
        ByItself = false,
    };

    /// <summary>As it is shown.</summary>
    public ExternalView View() => new()
    {
        Source = Source,
        Number = Number,
        ReplyBy = ReplyBy,
        RepliedAt = RepliedAt,
        Reply = Reply,
        ByItself = ByItself ? true : null,
    };
}
