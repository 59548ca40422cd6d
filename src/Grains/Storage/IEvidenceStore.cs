using Dispatch.Contracts;

namespace Dispatch.Grains.Storage;

/// <summary>
/// Photos by the hash of their bytes. A piece that a case uses stays; any other goes some days after it was last uploaded or asked
/// for by a case (<see cref="TrimAsync"/>).
/// </summary>
public interface IEvidenceStore
{
    /// <summary>Opens an upload, or notes that this user uploaded what is kept already.</summary>
    /// <param name="piece">What is coming.</param>
    /// <param name="by">The user.</param>
    /// <param name="at">City time.</param>
    /// <param name="cancellation">Stops it.</param>
    ValueTask<EvidenceOpening> BeginAsync(EvidencePiece piece, string by, DateTimeOffset at, CancellationToken cancellation = default);

    /// <summary>Stores one part, counted from 0; a part that is there already stays as it is.</summary>
    ValueTask PutPartAsync(string id, int part, byte[] content, CancellationToken cancellation = default);

    /// <summary>Makes an upload count. False, with its parts removed, where they are not the bytes that the id was made from.</summary>
    ValueTask<bool> FinishAsync(string id, CancellationToken cancellation = default);

    /// <summary>A finished piece; null when there is none, or when <paramref name="by"/> is given and did not upload it.</summary>
    ValueTask<EvidencePiece?> FindAsync(string id, string? by, CancellationToken cancellation = default);

    /// <summary>One part of a piece; null when there is none.</summary>
    ValueTask<byte[]?> PartAsync(string id, int part, CancellationToken cancellation = default);

    /// <summary>
    /// Those of the pieces that a user uploaded, noted as asked for by a case. It comes before the case's commit, so that nothing is
    /// removed in between; whether the case uses them is what its snapshot says.
    /// </summary>
    /// <param name="ids">Which, at most 20.</param>
    /// <param name="owner">The case.</param>
    /// <param name="by">The user.</param>
    /// <param name="at">City time.</param>
    /// <param name="cancellation">Stops it.</param>
    ValueTask<IReadOnlyList<EvidencePiece>> ClaimAsync(
        IReadOnlyList<string> ids, Scope owner, string by, DateTimeOffset at, CancellationToken cancellation = default);

    /// <summary>Removes what no case uses and nobody uploaded or asked for since an instant of city time; returns how many.</summary>
    ValueTask<int> TrimAsync(DateTimeOffset olderThan, CancellationToken cancellation = default);
}
