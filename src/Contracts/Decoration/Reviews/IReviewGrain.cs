using Orleans.Concurrency;

namespace Dispatch.Contracts.Decoration;

/// <summary>One joint review. Its key is <c>review:{id}</c>.</summary>
[Alias("joint-review-grain")]
public interface IJointReviewGrain : IDossierGrain
{
    /// <summary>The review as somebody sees it, with what they may do; null where there is none.</summary>
    [Alias("open-for")]
    Task<ReviewView?> OpenFor(Actor actor, DateTimeOffset at);

    /// <summary>What became of what it foresaw; null where there is no such review.</summary>
    [Alias("outcomes"), ReadOnly]
    Task<ForecastOutcomes?> Outcomes();
}

/// <summary>Looking at reviews: a stateless worker with key 0.</summary>
[Alias("joint-review-desk-grain")]
public interface IJointReviewDeskGrain : IGrainWithIntegerKey
{
    /// <summary>The reviews of an area, by id.</summary>
    /// <param name="area">A street, community or grid.</param>
    /// <param name="open">Only those that are open, or that are over; null for both.</param>
    /// <param name="after">The id of the last one seen; null for the first.</param>
    /// <param name="limit">1 to 200.</param>
    [Alias("list"), ReadOnly]
    Task<ReviewList> List(Scope area, bool? open, string? after, int limit);
}

/// <summary>Opens the review of an estate, which plans its hand-over as well. Community staff, captains, dispatchers, property managers.</summary>
[GenerateSerializer, Immutable, Alias("open-review")]
public sealed record OpenReview : DossierCommand
{
    /// <summary>The estate.</summary>
    [Id(0)] public required string EstateId { get; init; }

    /// <summary>The day of the hand-over, street time; ahead.</summary>
    [Id(1)] public required DateOnly HandOverOn { get; init; }

    /// <summary>What is to be looked at: 1 to 30 lines of 1 to 200 characters.</summary>
    [Id(2)] public required IReadOnlyList<string> Agenda { get; init; }
}

/// <summary>Something was found. Any party of the review.</summary>
[GenerateSerializer, Immutable, Alias("record-finding")]
public sealed record RecordFinding : DossierCommand
{
    /// <summary>What.</summary>
    [Id(0)] public required ReviewFinding Finding { get; init; }
}

/// <summary>A violation is likely. Any party of the review.</summary>
[GenerateSerializer, Immutable, Alias("foresee-harm")]
public sealed record ForeseeHarm : DossierCommand
{
    /// <summary>Which.</summary>
    [Id(0)] public required ForeseenHarm Harm { get; init; }
}

/// <summary>Something is left to do. Any party of the review.</summary>
[GenerateSerializer, Immutable, Alias("leave-item")]
public sealed record LeaveItem : DossierCommand
{
    /// <summary>What, without <see cref="OpenItem.DoneAt"/>.</summary>
    [Id(0)] public required OpenItem Item { get; init; }
}

/// <summary>What was left to do is done; also after the review is finished. Its owner, community staff, captains.</summary>
[GenerateSerializer, Immutable, Alias("close-item")]
public sealed record CloseItem : DossierCommand
{
    /// <summary>The item.</summary>
    [Id(0)] public required string ItemId { get; init; }
}

/// <summary>Signs for a party. Once each, and only for the party that one belongs to.</summary>
[GenerateSerializer, Immutable, Alias("sign-review")]
public sealed record SignReview : DossierCommand
{
    /// <summary>The party.</summary>
    [Id(0)] public required ReviewParty Party { get; init; }
}

/// <summary>All have signed: the review is finished, and what it found and foresaw is watched at its estate. Community staff, captains, dispatchers.</summary>
[GenerateSerializer, Immutable, Alias("finish-review")]
public sealed record FinishReview : DossierCommand;

/// <summary>The review does not take place. Captains, dispatchers.</summary>
[GenerateSerializer, Immutable, Alias("call-off-review")]
public sealed record CallOffReview : DossierCommand
{
    /// <summary>Why, 1 to 500 characters.</summary>
    [Id(0)] public required string Reason { get; init; }
}
