namespace Dispatch.Contracts.Decoration;

/// <summary>An owner files works before they begin (Order 110, art. 13). By the flat's secret link without an account, or by staff at a counter.</summary>
[GenerateSerializer, Immutable, Alias("file-works")]
public sealed record FileWorks : DossierCommand
{
    /// <summary>What is to be done: 1 to 20 ids of the catalogue's works, none forbidden.</summary>
    [Id(0)] public required IReadOnlyList<string> Works { get; init; }

    /// <summary>The contractor's name, 1 to 100 characters; the owner's own hands are written as such.</summary>
    [Id(1)] public required string Contractor { get; init; }

    /// <summary>The first day, local; today or later.</summary>
    [Id(2)] public required DateOnly From { get; init; }

    /// <summary>The last day, local; not before the first.</summary>
    [Id(3)] public required DateOnly To { get; init; }

    /// <summary>The day on which pipes and waterproof layer lie open, within the period; null where it is not known: a third of the way in.</summary>
    [Id(4)] public DateOnly? WetOn { get; init; }

    /// <summary>How to reach the owner, up to 200 characters: personal data. It is no part of any event and can be erased.</summary>
    [Id(5)] public string? Contact { get; init; }

    /// <summary>Which version of the estate's guidance the owner has read, up to 60 characters; null for none.</summary>
    [Id(6)] public string? GuidanceRead { get; init; }
}

/// <summary>A command about one filing of the flat.</summary>
[GenerateSerializer, Immutable, Alias("filing-command")]
public abstract record FilingCommand : DossierCommand
{
    /// <summary>Which filing of the flat, from 1.</summary>
    [Id(0)] public required int Number { get; init; }
}

/// <summary>An office approves what needs its approval: its own staff, or a captain, dispatcher or community who were told so.</summary>
[GenerateSerializer, Immutable, Alias("approve-filing")]
public sealed record ApproveFiling : FilingCommand
{
    /// <summary>The office, as the filing names it.</summary>
    [Id(0)] public required string Office { get; init; }

    /// <summary>The number of its permit, 1 to 100 characters.</summary>
    [Id(1)] public required string Permit { get; init; }
}

/// <summary>An office does not approve; the filing is over.</summary>
[GenerateSerializer, Immutable, Alias("refuse-filing")]
public sealed record RefuseFiling : FilingCommand
{
    /// <summary>The office, as the filing names it.</summary>
    [Id(0)] public required string Office { get; init; }

    /// <summary>Why, 1 to 500 characters.</summary>
    [Id(1)] public required string Reason { get; init; }
}

/// <summary>The neighbours were told: property manager, grid worker or community.</summary>
[GenerateSerializer, Immutable, Alias("tell-neighbours")]
public sealed record TellNeighbours : FilingCommand
{
    /// <summary>Which flats and how, up to 500 characters; needed where the territory knows no neighbour.</summary>
    [Id(0)] public string? Said { get; init; }
}

/// <summary>Staff scanned the card at the door: they were there.</summary>
[GenerateSerializer, Immutable, Alias("scan-door")]
public sealed record ScanDoor : DossierCommand
{
    /// <summary>What the card's address ends with: proves that it was read at this door.</summary>
    [Id(0)] public required string Token { get; init; }
}

/// <summary>An inspection was made. One with a fault is planned again; the finish inspection without one ends the filing.</summary>
[GenerateSerializer, Immutable, Alias("inspect-works")]
public sealed record InspectWorks : FilingCommand
{
    /// <summary>Which one.</summary>
    [Id(0)] public required WorkStage Stage { get; init; }

    /// <summary>Every item of its checklist, each once.</summary>
    [Id(1)] public required IReadOnlyList<InspectionFinding> Findings { get; init; }

    /// <summary>The case that a fault became; null for none.</summary>
    [Id(2)] public string? CaseId { get; init; }
}

/// <summary>The works are not made after all, or are filed anew.</summary>
[GenerateSerializer, Immutable, Alias("withdraw-filing")]
public sealed record WithdrawFiling : FilingCommand
{
    /// <summary>Why, 1 to 500 characters.</summary>
    [Id(0)] public required string Reason { get; init; }
}

/// <summary>The owner's contact is erased before its time, as they ask for it.</summary>
[GenerateSerializer, Immutable, Alias("erase-filing-contact")]
public sealed record EraseFilingContact : FilingCommand;

/// <summary>One line of a checklist.</summary>
/// <param name="Item">The inspection item, such as <c>D3</c>.</param>
/// <param name="Good">Whether nothing is wrong.</param>
/// <param name="Note">What is, 1 to 500 characters; may be null only where nothing is wrong.</param>
[GenerateSerializer, Immutable, Alias("inspection-finding")]
public sealed record InspectionFinding([property: Id(0)] string Item, [property: Id(1)] bool Good, [property: Id(2)] string? Note = null);
