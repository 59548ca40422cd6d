using Dispatch.Contracts;

namespace Dispatch.Hub.Live.Client;

/// <summary>One item of a watch as a client reads it; what each kind carries is in <c>docs/protocol.md</c>.</summary>
public sealed record BoardItem
{
    /// <summary><c>snapshot</c>, <c>resumed</c>, <c>gap</c> or <c>changes</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Hand it back to watch on from here.</summary>
    public required string Cursor { get; init; }

    /// <summary>The feed number of <c>snapshot</c>, <c>resumed</c> and <c>gap</c>.</summary>
    public long? At { get; init; }

    /// <summary>The number before the first of <c>changes</c>.</summary>
    public long? From { get; init; }

    /// <summary>The last number of <c>changes</c>.</summary>
    public long? To { get; init; }

    /// <summary>City time; null in <c>changes</c>.</summary>
    public CityTime? Clock { get; init; }

    /// <summary>All rows, or those that changed; null in <c>resumed</c>.</summary>
    public IReadOnlyList<CaseRow>? Rows { get; init; }

    /// <summary>Ids that left the scope; null except in <c>changes</c>.</summary>
    public IReadOnlyList<string>? Removed { get; init; }
}
