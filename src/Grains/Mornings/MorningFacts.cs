using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Mornings;

/// <summary>What a morning is made from.</summary>
public sealed record MorningFacts
{
    /// <summary>Which morning.</summary>
    public required MorningQuery Query { get; init; }

    /// <summary>Its days.</summary>
    public required MorningDays Days { get; init; }

    /// <summary>Misses, and those answered in time after all, since the earlier of its days, by owner.</summary>
    public required IReadOnlyList<(string OwnerId, Happened Happened)> Misses { get; init; }

    /// <summary>The cases that something is said of, by owner id.</summary>
    public required IReadOnlyDictionary<string, MorningFact> Cases { get; init; }

    /// <summary>What the rest of the day will bring; null for a day that is over.</summary>
    public ForecastAnswer? Ahead { get; init; }

    /// <summary>Consoles without a sign of life.</summary>
    public IReadOnlyList<SilentHub> Silent { get; init; } = [];

    /// <summary>When the service was not there.</summary>
    public IReadOnlyList<Outage> Outages { get; init; } = [];
}

/// <summary>A case as a morning knows it.</summary>
/// <param name="Number">The number that people say.</param>
/// <param name="Case">The case.</param>
/// <param name="Pack">The pack that it keeps.</param>
public sealed record MorningFact(string Number, Case Case, PolicyPack Pack);
