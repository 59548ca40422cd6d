using System.Text.Json.Serialization;
using Dispatch.Contracts;

namespace Dispatch.Grains.Cases;

/// <summary>高峰: the case came under a surge. Clocks that stand still by it say so themselves.</summary>
/// <param name="SurgeId">Which.</param>
/// <param name="Area">The street, community or grid that it is over.</param>
/// <param name="From">Since when it holds for this case, which may be before the case heard of it.</param>
/// <param name="Until">When it ends by itself.</param>
/// <param name="Freezes">Whether clocks that are not urgent stand still.</param>
/// <param name="Raised">The priority that it gave the case; null where the case had that or a higher one, or the surge leaves priorities alone.</param>
public sealed record SurgeBegan(
    string SurgeId, Scope Area, DateTimeOffset From, DateTimeOffset Until, bool Freezes, Priority? Raised = null) : CaseEvent;

/// <summary>The case is under the surge no more: what stood still by it runs on, and the priority is what it was.</summary>
/// <param name="SurgeId">Which.</param>
/// <param name="To">Until when it held for this case.</param>
public sealed record SurgeEnded(string SurgeId, DateTimeOffset To) : CaseEvent;

/// <summary>演练: a drill ended where it stood.</summary>
/// <param name="Automatic">True where it had lasted as long as the pack lets it.</param>
/// <param name="Reason">Why; null where it ended by itself.</param>
public sealed record DrillEnded(bool Automatic, string? Reason = null) : CaseEvent;

/// <summary>The surge that a case is under.</summary>
/// <param name="Id">Which.</param>
/// <param name="Area">A case that is sent elsewhere leaves it.</param>
/// <param name="Until">When it ends by itself.</param>
/// <param name="Freezes">Whether clocks that are not urgent stand still.</param>
/// <param name="Before">The priority to go back to; null where there is nothing to put back.</param>
public sealed record CaseSurge(string Id, Scope Area, DateTimeOffset Until, bool Freezes, Priority? Before)
{
    /// <summary>The reason by which a clock's pause is known as this surge's.</summary>
    [JsonIgnore]
    public string PauseReason => PauseReasonOf(Id);

    /// <summary>The reason of the pauses of a surge.</summary>
    public static string PauseReasonOf(string surgeId) => "surge " + surgeId;
}
