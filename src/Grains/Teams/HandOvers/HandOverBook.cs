using Dispatch.Contracts;

namespace Dispatch.Grains.Teams.HandOvers;

/// <summary>What was written and signed in a team, as it is kept: state without clocks, a sheet for each shift, by start.</summary>
public sealed record HandOverBook
{
    /// <summary>The most sheets; the oldest goes when one more comes.</summary>
    public const int MostSheets = 60;

    /// <summary>The sheets, oldest first.</summary>
    public IReadOnlyList<HandOverEntry> Sheets { get; init; } = [];

    /// <summary>The sheet of a shift; null where nothing was written or signed.</summary>
    public HandOverEntry? Find(DateTimeOffset from) => Sheets.FirstOrDefault(entry => entry.Shift.From == from);

    /// <summary>With a sheet in place of the one of its shift.</summary>
    public HandOverBook With(HandOverEntry entry) => new()
    {
        Sheets = [.. Sheets.Where(other => other.Shift.From != entry.Shift.From).Append(entry).OrderBy(one => one.Shift.From).TakeLast(MostSheets)],
    };
}

/// <summary>One shift's sheet as it is kept.</summary>
public sealed record HandOverEntry
{
    /// <summary>The shift.</summary>
    public required DutySpan Shift { get; init; }

    /// <summary>What the outgoing adds.</summary>
    public string? Note { get; init; }

    /// <summary>Who wrote it.</summary>
    public string? WrittenBy { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? WrittenAt { get; init; }

    /// <summary>What was signed; null while nothing was.</summary>
    public SignedHandOver? Signature { get; init; }

    /// <summary>How far it is.</summary>
    public HandOverState State => Signature is not null ? HandOverState.TakenOver : WrittenBy is not null ? HandOverState.Written : HandOverState.Open;
}

/// <summary>A sheet as it was signed.</summary>
/// <param name="By">Who signed.</param>
/// <param name="At">When.</param>
/// <param name="Next">The shift that took over.</param>
/// <param name="Outgoing">Who was there when the shift ended.</param>
/// <param name="Incoming">Who began the next one.</param>
/// <param name="Sheet">What was read.</param>
public sealed record SignedHandOver(
    string By, DateTimeOffset At, DutySpan? Next, IReadOnlyList<string> Outgoing, IReadOnlyList<string> Incoming, HandOverSheet Sheet);
