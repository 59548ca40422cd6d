namespace Dispatch.Contracts;

/// <summary>What an audit of published requests found: how far a policy pack gives the city's own targets.</summary>
public sealed record SlaAuditReport
{
    /// <summary>Rows that have a target of the city's and a limit of the pack's. With <see cref="Skipped"/> they are all rows.</summary>
    public required int WithTarget { get; init; }

    /// <summary>Those whose target lies within 60 s of the pack's.</summary>
    public required int Exact { get; init; }

    /// <summary>The same by type, in order of the types.</summary>
    public required IReadOnlyDictionary<string, TypeAudit> ExactByType { get; init; }

    /// <summary>Rows that have a target and a closing of the city's.</summary>
    public required int OnTimeRows { get; init; }

    /// <summary>Those that are flagged as in time exactly when they were closed at or before the target.</summary>
    public required int OnTimeAgree { get; init; }

    /// <summary>Why rows were not compared, and how many.</summary>
    public required IReadOnlyDictionary<string, int> Skipped { get; init; }

    /// <summary>Types with more rows that disagree than agree, the most rows first.</summary>
    public required IReadOnlyList<string> MostlyDisagreeing { get; init; }
}

/// <summary>A type's part of an audit.</summary>
/// <param name="Rows">Rows with a target.</param>
/// <param name="Exact">Those that the pack gives to within 60 s.</param>
public sealed record TypeAudit(int Rows, int Exact);
