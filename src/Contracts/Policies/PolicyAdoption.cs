namespace Dispatch.Contracts;

/// <summary>A version of a policy pack; id and version together name one text for ever.</summary>
/// <param name="Id">The pack's id.</param>
/// <param name="Version">Its version.</param>
[GenerateSerializer, Immutable, Alias("policy-name")]
public sealed record PolicyName([property: Id(0)] string Id, [property: Id(1)] string Version)
{
    /// <summary>As people read it: <c>id version</c>.</summary>
    public override string ToString() => $"{Id} {Version}";
}

/// <summary>
/// The recorded act by which new cases of some areas are opened under a pack from an instant on. Cases that run keep the pack that
/// they were opened under. It is never changed or withdrawn: a later one takes its place.
/// </summary>
[GenerateSerializer, Immutable, Alias("policy-adoption")]
public sealed record PolicyAdoption
{
    /// <summary>The most areas of one act, and the most acts of one street.</summary>
    public const int Most = 500;

    /// <summary>Its id, unique in the city: <c>{street}-{n}</c>, counted from 1.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>The pack.</summary>
    [Id(1)] public required PolicyName Policy { get; init; }

    /// <summary>The street as a whole, or pilot communities of it.</summary>
    [Id(2)] public required IReadOnlyList<Scope> Areas { get; init; }

    /// <summary>Cases that are opened at this instant or later are opened under the pack.</summary>
    [Id(3)] public required DateTimeOffset From { get; init; }

    /// <summary>Why.</summary>
    [Id(4)] public required string Reason { get; init; }

    /// <summary>Who adopted it.</summary>
    [Id(5)] public required string By { get; init; }

    /// <summary>When it was adopted, city time.</summary>
    [Id(6)] public required DateTimeOffset At { get; init; }
}

/// <summary>What is to be adopted. Either <see cref="Pack"/> or <see cref="Policy"/> says which pack.</summary>
[GenerateSerializer, Immutable, Alias("adopt-policy")]
public sealed record AdoptPolicy
{
    /// <summary>The pack's own JSON text; null where it is kept already.</summary>
    [Id(0)] public string? Pack { get; init; }

    /// <summary>A pack that the store keeps already.</summary>
    [Id(1)] public PolicyName? Policy { get; init; }

    /// <summary>The street, or communities of it; at least one, none twice.</summary>
    [Id(2)] public required IReadOnlyList<Scope> Areas { get; init; }

    /// <summary>From when on; not before now.</summary>
    [Id(3)] public required DateTimeOffset From { get; init; }

    /// <summary>Why, 1 to 500 characters.</summary>
    [Id(4)] public string? Reason { get; init; }
}

/// <summary>A wish to adopt a pack, with what stands around it.</summary>
/// <param name="Adopt">What.</param>
/// <param name="By">Who.</param>
/// <param name="At">When it was received, city time.</param>
/// <param name="Key">By what a repeat is known.</param>
/// <param name="BodyHash">Tells a repeat from another wish under the same key.</param>
[GenerateSerializer, Immutable, Alias("policy-adopting")]
public sealed record PolicyAdopting(
    [property: Id(0)] AdoptPolicy Adopt,
    [property: Id(1)] Actor By,
    [property: Id(2)] DateTimeOffset At,
    [property: Id(3)] string Key,
    [property: Id(4)] string BodyHash);

/// <summary>The act, or why there is none.</summary>
/// <param name="Adoption">Null when it was refused.</param>
/// <param name="Refusal">Null when it was carried out.</param>
[GenerateSerializer, Immutable, Alias("adoption-answer")]
public sealed record AdoptionAnswer([property: Id(0)] PolicyAdoption? Adoption, [property: Id(1)] Refusal? Refusal = null);
