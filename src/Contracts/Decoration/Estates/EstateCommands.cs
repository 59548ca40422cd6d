namespace Dispatch.Contracts.Decoration;

/// <summary>Draws a floor-plan type, or draws it anew; its spots stay where they were. Property managers, community staff, officers, captains, dispatchers.</summary>
[GenerateSerializer, Immutable, Alias("draw-floor-plan")]
public sealed record DrawFloorPlan : DossierCommand
{
    /// <summary>The id of the type, kebab-case, 1 to 32 characters.</summary>
    [Id(0)] public required string PlanId { get; init; }

    /// <summary>Its name, each language 1 to 80 characters.</summary>
    [Id(1)] public required Text Name { get; init; }

    /// <summary>The picture: an uploaded photo. What is no picture never becomes one.</summary>
    [Id(2)] public required string EvidenceId { get; init; }

    /// <summary>The flats of this type, at most 2,000; each belongs to one type.</summary>
    [Id(3)] public required IReadOnlyList<string> Units { get; init; }
}

/// <summary>Marks a prone spot on a plan with its ruling, or marks it anew. Property managers, community staff, officers, captains.</summary>
[GenerateSerializer, Immutable, Alias("mark-spot")]
public sealed record MarkSpot : DossierCommand
{
    /// <summary>The floor-plan type.</summary>
    [Id(0)] public required string PlanId { get; init; }

    /// <summary>The spot: its id, place, kind and ruling.</summary>
    [Id(1)] public required ProneSpot Spot { get; init; }
}

/// <summary>Takes a spot off its plan.</summary>
[GenerateSerializer, Immutable, Alias("remove-spot")]
public sealed record RemoveSpot : DossierCommand
{
    /// <summary>The floor-plan type.</summary>
    [Id(0)] public required string PlanId { get; init; }

    /// <summary>The spot.</summary>
    [Id(1)] public required string SpotId { get; init; }
}

/// <summary>Puts a party on the list of those responsible, or says anew what it does. Community staff, officers, captains, dispatchers.</summary>
[GenerateSerializer, Immutable, Alias("name-responsible")]
public sealed record NameResponsible : DossierCommand
{
    /// <summary>The party.</summary>
    [Id(0)] public required ResponsibleParty Party { get; init; }
}

/// <summary>Takes a party off the list.</summary>
[GenerateSerializer, Immutable, Alias("release-responsible")]
public sealed record ReleaseResponsible : DossierCommand
{
    /// <summary>The id of the party.</summary>
    [Id(0)] public required string PartyId { get; init; }
}

/// <summary>Records the preliminary property-service agreement (前期物业服务合同), or the one that follows it. Property managers, community staff, captains, dispatchers.</summary>
[GenerateSerializer, Immutable, Alias("record-agreement")]
public sealed record RecordAgreement : DossierCommand
{
    /// <summary>The agreement.</summary>
    [Id(0)] public required ServiceAgreement Agreement { get; init; }
}

/// <summary>Writes the words that stand above the rulings of a guidance plan. Property managers, community staff, officers, captains.</summary>
[GenerateSerializer, Immutable, Alias("draft-guidance")]
public sealed record DraftGuidance : DossierCommand
{
    /// <summary>The floor-plan type.</summary>
    [Id(0)] public required string PlanId { get; init; }

    /// <summary>The words, each language 1 to 500 characters.</summary>
    [Id(1)] public required Text Words { get; init; }
}

/// <summary>The team publishes the guidance plan of a floor-plan type as its rulings stand: the next version under the same link. Officers, captains.</summary>
[GenerateSerializer, Immutable, Alias("publish-guidance")]
public sealed record PublishGuidance : DossierCommand
{
    /// <summary>The floor-plan type.</summary>
    [Id(0)] public required string PlanId { get; init; }
}

/// <summary>Says when the estate is handed over; moving the date is saying it again. Property managers, community staff, captains, dispatchers, and a review that is opened.</summary>
[GenerateSerializer, Immutable, Alias("plan-hand-over")]
public sealed record PlanHandOver : DossierCommand
{
    /// <summary>The day, street time; ahead.</summary>
    [Id(0)] public required DateOnly On { get; init; }
}

/// <summary>A finished review leaves what is to be watched. Only the machine says so; saying it again changes nothing.</summary>
[GenerateSerializer, Immutable, Alias("keep-watch")]
public sealed record KeepWatch : DossierCommand
{
    /// <summary>The review.</summary>
    [Id(0)] public required string ReviewId { get; init; }

    /// <summary>What is to be watched; none where the review found and foresaw nothing.</summary>
    [Id(1)] public required IReadOnlyList<WatchPoint> Points { get; init; }
}

/// <summary>A watch point is not needed any more. Community staff, officers, captains.</summary>
[GenerateSerializer, Immutable, Alias("end-watch")]
public sealed record EndWatch : DossierCommand
{
    /// <summary>The watch point.</summary>
    [Id(0)] public required string WatchId { get; init; }

    /// <summary>Why, 1 to 500 characters.</summary>
    [Id(1)] public required string Reason { get; init; }
}
