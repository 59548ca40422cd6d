namespace Dispatch.Hub.Requests;

/// <summary>Why rows of a file were left out, and how many for each reason. Not safe for several threads.</summary>
public sealed class SkippedRows
{
    /// <summary>The row is not CSV: a stray quote, or fewer fields than the header names.</summary>
    public const string Malformed = "malformed-row";

    /// <summary>No id, or one that is too long to be one.</summary>
    public const string MissingId = "missing-id";

    /// <summary>An id that came before.</summary>
    public const string DuplicateId = "duplicate-id";

    /// <summary>No type, or a text that is too long to be one.</summary>
    public const string MissingType = "missing-type";

    /// <summary>No opening time.</summary>
    public const string MissingOpening = "missing-opening";

    /// <summary>An opening, target or closing that is no time of a form that the file uses.</summary>
    public const string InvalidTime = "invalid-time";

    /// <summary>A local time that the change to daylight saving skipped.</summary>
    public const string NonexistentTime = "nonexistent-local-time";

    /// <summary>A local time that came twice when daylight saving ended: which one is meant cannot be told.</summary>
    public const string AmbiguousTime = "ambiguous-local-time";

    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>The counts by reason, in order of the reasons.</summary>
    public IReadOnlyDictionary<string, int> Counts => _counts;

    /// <summary>Counts one row.</summary>
    public void Add(string reason) => _counts[reason] = _counts.GetValueOrDefault(reason) + 1;
}
