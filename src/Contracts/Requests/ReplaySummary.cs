namespace Dispatch.Contracts;

/// <summary>What a replay of published requests left in the store, counted from the store's own events afterwards.</summary>
public sealed record ReplaySummary
{
    /// <summary>Cases opened.</summary>
    public required int Cases { get; init; }

    /// <summary>Steps committed: reports, firings and closings.</summary>
    public required long Transitions { get; init; }

    /// <summary>Marks fired.</summary>
    public required long Deadlines { get; init; }

    /// <summary>Those of them at 100 per cent.</summary>
    public required long Missed { get; init; }

    /// <summary>Marks of one generation of a clock that fired more than once. Zero, or something is wrong.</summary>
    public required long Doubled { get; init; }

    /// <summary>Marks that were past before the clock stopped or the file ended and did not fire, and reports and closings that are not there. Zero, or something is wrong.</summary>
    public required long Lost { get; init; }

    /// <summary>By type, in order of the types.</summary>
    public required IReadOnlyDictionary<string, TypeReplay> ByType { get; init; }

    /// <summary>Why rows were not replayed, and how many.</summary>
    public required IReadOnlyDictionary<string, int> Skipped { get; init; }

    /// <summary>Real seconds from the first report to the last commit; starting and counting are not in it.</summary>
    public required double WallSeconds { get; init; }
}

/// <summary>A type's part of a replay.</summary>
/// <param name="Cases">Cases opened.</param>
/// <param name="OnTime">Cases closed before any of their clocks ran out; a case without a clock is in neither.</param>
/// <param name="Missed">Clocks that ran out.</param>
public sealed record TypeReplay(int Cases, int OnTime, int Missed);
