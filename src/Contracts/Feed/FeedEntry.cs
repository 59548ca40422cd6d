namespace Dispatch.Contracts;

/// <summary>One change of a case as a street's feed holds it.</summary>
/// <param name="At">Its number in the street's feed: from 1, without gaps, in commit order.</param>
/// <param name="Row">The case after the change, whole.</param>
/// <param name="Gone">True when the case left the street's open cases with this change: closed, rejected, merged, or handed to another street.</param>
[GenerateSerializer, Immutable, Alias("feed-entry")]
public sealed record FeedEntry([property: Id(0)] long At, [property: Id(1)] CaseRow Row, [property: Id(2)] bool Gone);

/// <summary>Contiguous entries of one street's feed.</summary>
/// <param name="StreetId">The street.</param>
/// <param name="Epoch">Names the store's life: it differs after a restored backup, and then no cursor holds.</param>
/// <param name="From">The number before the first entry; equal to <see cref="To"/> when there is none.</param>
/// <param name="To">The number of the last entry.</param>
/// <param name="Entries">Exactly the entries after <see cref="From"/> up to <see cref="To"/>.</param>
[GenerateSerializer, Immutable, Alias("feed-batch")]
public sealed record FeedBatch(
    [property: Id(0)] string StreetId,
    [property: Id(1)] string Epoch,
    [property: Id(2)] long From,
    [property: Id(3)] long To,
    [property: Id(4)] IReadOnlyList<FeedEntry> Entries)
{
    /// <summary>The most entries of one batch; a full one means that there may be more.</summary>
    public const int MaxEntries = 1_000;
}

/// <summary>All open cases of a street at one number of its feed.</summary>
/// <param name="StreetId">The street.</param>
/// <param name="Epoch">As in <see cref="FeedBatch"/>.</param>
/// <param name="At">The feed number that the rows include.</param>
/// <param name="Rows">Every open case, in no order.</param>
[GenerateSerializer, Immutable, Alias("feed-snapshot")]
public sealed record FeedSnapshot(
    [property: Id(0)] string StreetId,
    [property: Id(1)] string Epoch,
    [property: Id(2)] long At,
    [property: Id(3)] IReadOnlyList<CaseRow> Rows);

/// <summary>Where a follower stands; null fields are never sent.</summary>
/// <param name="Epoch">As in <see cref="FeedBatch"/>.</param>
/// <param name="At">The last number it holds.</param>
[GenerateSerializer, Immutable, Alias("feed-position")]
public sealed record FeedPosition([property: Id(0)] string Epoch, [property: Id(1)] long At);
