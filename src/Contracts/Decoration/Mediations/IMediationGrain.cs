using Orleans.Concurrency;

namespace Dispatch.Contracts.Decoration;

/// <summary>One dispute over decoration that is mediated. Its key is <c>mediation:{id}</c>.</summary>
[Alias("mediation-grain")]
public interface IMediationGrain : IDossierGrain
{
    /// <summary>The mediation as somebody sees it, with what they may do; null where there is none.</summary>
    [Alias("open-for")]
    Task<MediationView?> OpenFor(Actor actor, DateTimeOffset at);
}

/// <summary>Looking at mediations: a stateless worker with key 0.</summary>
[Alias("mediation-desk-grain")]
public interface IMediationDeskGrain : IGrainWithIntegerKey
{
    /// <summary>The mediations of an area, by id.</summary>
    /// <param name="by">Who asks.</param>
    /// <param name="area">A street or community.</param>
    /// <param name="open">Only those that are open, or that are over; null for both.</param>
    /// <param name="after">The id of the last one seen; null for the first.</param>
    /// <param name="limit">1 to 200.</param>
    /// <param name="at">City time.</param>
    [Alias("list"), ReadOnly]
    Task<MediationList> List(Actor by, Scope area, bool? open, string? after, int limit, DateTimeOffset at);
}

/// <summary>Opens a mediation. Community staff, captains, dispatchers.</summary>
[GenerateSerializer, Immutable, Alias("open-mediation")]
public sealed record OpenMediation : DossierCommand
{
    /// <summary>The community in which it is.</summary>
    [Id(0)] public required string CommunityId { get; init; }

    /// <summary>What the dispute is about, 1 to 500 characters, without names.</summary>
    [Id(1)] public required string Matter { get; init; }

    /// <summary>Who disputes, as flats or roles and not by name: 2 to 10, each 1 to 60 characters.</summary>
    [Id(2)] public required IReadOnlyList<string> Parties { get; init; }

    /// <summary>The estate and flat, <c>estate/unit</c>; null for none.</summary>
    [Id(3)] public string? Unit { get; init; }

    /// <summary>The case it comes from; null for none.</summary>
    [Id(4)] public string? CaseId { get; init; }
}

/// <summary>A session was held.</summary>
[GenerateSerializer, Immutable, Alias("hold-mediation")]
public sealed record HoldMediation : DossierCommand
{
    /// <summary>Who mediated, 1 to 200 characters.</summary>
    [Id(0)] public required string Mediator { get; init; }

    /// <summary>What was said, 1 to 500 characters.</summary>
    [Id(1)] public required string Said { get; init; }

    /// <summary>What was agreed, 1 to 500 characters; null where nothing was.</summary>
    [Id(2)] public string? Agreement { get; init; }
}

/// <summary>The parties were called: whether they keep what they agreed. One that is not kept is open again.</summary>
[GenerateSerializer, Immutable, Alias("follow-up-mediation")]
public sealed record FollowUpMediation : DossierCommand
{
    /// <summary>Whether it is kept.</summary>
    [Id(0)] public required bool Kept { get; init; }

    /// <summary>What they said, 1 to 500 characters.</summary>
    [Id(1)] public required string Said { get; init; }
}

/// <summary>A mediation ends without agreement.</summary>
[GenerateSerializer, Immutable, Alias("give-up-mediation")]
public sealed record GiveUpMediation : DossierCommand
{
    /// <summary>Why, 1 to 500 characters.</summary>
    [Id(0)] public required string Reason { get; init; }
}
