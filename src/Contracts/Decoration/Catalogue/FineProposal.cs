namespace Dispatch.Contracts.Decoration;

/// <summary>What is known of one violation, as far as its fine depends on it.</summary>
/// <param name="Fee">The fee of the decoration-management agreement, yuan with at most two decimals, 1 to 1,000,000,000; null where it is not known.</param>
/// <param name="Cost">The cost of the works, as <paramref name="Fee"/>.</param>
[GenerateSerializer, Immutable, Alias("fine-facts")]
public sealed record FineFacts([property: Id(0)] decimal? Fee = null, [property: Id(1)] decimal? Cost = null)
{
    /// <summary>The largest amount of money that is taken, in yuan.</summary>
    public const decimal MostYuan = 1_000_000_000;
}

/// <summary>What a fine may be. A person decides on it; nothing here does. Either <see cref="Refusal"/> or the rest is set.</summary>
[GenerateSerializer, Immutable, Alias("fine-proposal")]
public sealed record FineProposal
{
    /// <summary>Why there is none: facts are missing, or the item knows no fine.</summary>
    [Id(0)] public Refusal? Refusal { get; init; }

    /// <summary>The punishment item.</summary>
    [Id(1)] public string Item { get; init; } = "";

    /// <summary>Yuan; null where a local rule sets it that the catalogue does not hold.</summary>
    [Id(2)] public decimal? Least { get; init; }

    /// <summary>Yuan, not below <see cref="Least"/>; null with it.</summary>
    [Id(3)] public decimal? Most { get; init; }

    /// <summary>How the range was found, in words and numbers.</summary>
    [Id(4)] public Text Computation { get; init; } = Text.Same("");
}
