namespace Dispatch.Contracts;

/// <summary>What a street works by.</summary>
[GenerateSerializer, Immutable, Alias("policy-overview")]
public sealed record PolicyOverview
{
    /// <summary>The most kept packs that are listed.</summary>
    public const int MostPacks = 100;

    /// <summary>The street.</summary>
    [Id(0)] public required Scope Street { get; init; }

    /// <summary>As of when.</summary>
    [Id(1)] public required DateTimeOffset At { get; init; }

    /// <summary>By which pack cases of each community are opened, in order of the territory.</summary>
    [Id(2)] public required IReadOnlyList<PolicyInForce> InForce { get; init; }

    /// <summary>The packs that hold or will hold somewhere first, then others that are kept, at most <see cref="MostPacks"/>.</summary>
    [Id(3)] public required IReadOnlyList<KeptPack> Packs { get; init; }

    /// <summary>Every act, the latest first.</summary>
    [Id(4)] public required IReadOnlyList<PolicyAdoption> Adoptions { get; init; }

    /// <summary>Whether whoever asks adopts; set by the hub.</summary>
    [Id(5)] public bool MayAdopt { get; init; }
}

/// <summary>By which pack cases of a place are opened.</summary>
/// <param name="Area">The community.</param>
/// <param name="Policy">The pack.</param>
/// <param name="Adoption">The act by which it holds; null for the pack of the settings, which nobody adopted.</param>
/// <param name="Next">The act that takes its place next; null for none.</param>
[GenerateSerializer, Immutable, Alias("policy-in-force")]
public sealed record PolicyInForce(
    [property: Id(0)] Scope Area, [property: Id(1)] PolicyName Policy, [property: Id(2)] PolicyAdoption? Adoption, [property: Id(3)] PolicyAdoption? Next);

/// <summary>A pack that is kept.</summary>
/// <param name="Policy">Its id and version.</param>
/// <param name="Title">Its name.</param>
/// <param name="InUse">Whether it holds or will hold somewhere in the street.</param>
/// <param name="Findings">What its calendars lack.</param>
[GenerateSerializer, Immutable, Alias("kept-pack")]
public sealed record KeptPack(
    [property: Id(0)] PolicyName Policy, [property: Id(1)] Text Title, [property: Id(2)] bool InUse, [property: Id(3)] IReadOnlyList<CalendarFinding> Findings);

/// <summary>A look at a pack before it is adopted; nothing is stored.</summary>
/// <param name="Policy">Its id and version.</param>
/// <param name="Title">Its name.</param>
/// <param name="Notice">What readers must be told of it; null for nothing.</param>
/// <param name="Against">How it differs from each pack that holds in the areas asked for.</param>
/// <param name="Findings">What its calendars lack.</param>
[GenerateSerializer, Immutable, Alias("pack-look")]
public sealed record PackLook(
    [property: Id(0)] PolicyName Policy,
    [property: Id(1)] Text Title,
    [property: Id(2)] Text? Notice,
    [property: Id(3)] IReadOnlyList<PackDifference> Against,
    [property: Id(4)] IReadOnlyList<CalendarFinding> Findings);

/// <summary>How a pack differs from one that holds.</summary>
/// <param name="Policy">The one that holds.</param>
/// <param name="Areas">Where it does.</param>
/// <param name="Changes">What changes, clocks first; at most <see cref="MostChanges"/>.</param>
/// <param name="Total">How many there are with those that are not listed.</param>
[GenerateSerializer, Immutable, Alias("pack-difference")]
public sealed record PackDifference(
    [property: Id(0)] PolicyName Policy, [property: Id(1)] IReadOnlyList<Scope> Areas, [property: Id(2)] IReadOnlyList<PackChange> Changes, [property: Id(3)] int Total)
{
    /// <summary>The most changes that are listed.</summary>
    public const int MostChanges = 300;
}

/// <summary>The look at a pack, or why there is none.</summary>
/// <param name="Look">Null when it was refused.</param>
/// <param name="Refusal">Null when there is a look.</param>
[GenerateSerializer, Immutable, Alias("pack-look-answer")]
public sealed record PackLookAnswer([property: Id(0)] PackLook? Look, [property: Id(1)] Refusal? Refusal = null);
