namespace Dispatch.Contracts.Decoration;

/// <summary>
/// The rules of house decoration as a pack tells them: what may be done in a flat, what is inspected, what is punished and by whom.
/// Whoever asks, signed in or not, gets the same; it holds nothing personal. Its lists are the office's own and illustrative.
/// </summary>
[GenerateSerializer, Immutable, Alias("decoration-catalogue")]
public sealed record DecorationCatalogue
{
    /// <summary>The pack that it is part of; a catalogue changes with the pack's version only.</summary>
    [Id(0)] public required PolicyName Policy { get; init; }

    /// <summary>What readers must be told of it: that its lists are illustrative.</summary>
    [Id(1)] public required Text Notice { get; init; }

    /// <summary>The "one thing" (一件事) that this is.</summary>
    [Id(2)] public required OneThing OneThing { get; init; }

    /// <summary>Every party that items name: departments of the pack and further offices, by id.</summary>
    [Id(3)] public required IReadOnlyDictionary<string, Text> Offices { get; init; }

    /// <summary>Kinds of prone spots, by id (<c>bay-window</c>).</summary>
    [Id(4)] public required IReadOnlyDictionary<string, Text> Spots { get; init; }

    /// <summary>What evidence and documents are called, by id.</summary>
    [Id(5)] public required IReadOnlyDictionary<string, Text> Papers { get; init; }

    /// <summary>What is inspected, in the pack's order.</summary>
    [Id(6)] public required IReadOnlyList<InspectionItem> Inspections { get; init; }

    /// <summary>What is punished, in the pack's order.</summary>
    [Id(7)] public required IReadOnlyList<PunishmentItem> Punishments { get; init; }

    /// <summary>What owners may want to do, in the pack's order.</summary>
    [Id(8)] public required IReadOnlyList<WorkItem> Works { get; init; }

    /// <summary>Every type of case of the pack, by code, with the items that concern it.</summary>
    [Id(9)] public required IReadOnlyList<ConcernedType> Types { get; init; }

    /// <summary>One-stop list (一站式服务): what can be had, from whom, how soon, with which documents. Made from the rest.</summary>
    [Id(10)] public required IReadOnlyList<ServiceItem> Services { get; init; }
}

/// <summary>The frame of the province's list of "one thing" matters. Only the entry that this product is about is known here.</summary>
/// <param name="List">How many entries the list has; 61 in Zhejiang.</param>
/// <param name="Item">The known entry.</param>
[GenerateSerializer, Immutable, Alias("one-thing")]
public sealed record OneThing([property: Id(0)] int List, [property: Id(1)] Text Item);

/// <summary>A type of case with the items of the catalogue that concern it.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Title">Its name.</param>
/// <param name="Scene">One of the pack's scenes, or <c>other</c>.</param>
/// <param name="Inspections">Ids, in the catalogue's order; empty where none is about it.</param>
/// <param name="Punishments">Ids, in the catalogue's order; empty where none is about it.</param>
[GenerateSerializer, Immutable, Alias("concerned-type")]
public sealed record ConcernedType(
    [property: Id(0)] string Code,
    [property: Id(1)] Text Title,
    [property: Id(2)] string Scene,
    [property: Id(3)] IReadOnlyList<string> Inspections,
    [property: Id(4)] IReadOnlyList<string> Punishments);
