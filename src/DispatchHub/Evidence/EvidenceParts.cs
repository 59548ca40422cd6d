using Dispatch.Contracts;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.Evidence;

/// <summary>Photos between this process and the store, a part at a time.</summary>
internal static class EvidenceParts
{
    private static readonly Problem TooMany = new(StatusCodes.Status422UnprocessableEntity, "too-much-evidence",
        $"You have uploaded {EvidencePiece.MaxUnused} photos that no case uses; attach them first (unused ones go after 7 days).");

    /// <summary>Keeps a photo as uploaded by a user; null when that is done.</summary>
    /// <param name="grain">Where to.</param>
    /// <param name="photo">What.</param>
    /// <param name="by">The user.</param>
    /// <param name="at">City time.</param>
    public static async Task<Problem?> KeepAsync(this IEvidenceGrain grain, CleanPhoto photo, string by, DateTimeOffset at)
    {
        var opening = await grain.Begin(photo.Piece, by, at);
        if (opening != EvidenceOpening.Send)
        {
            return opening == EvidenceOpening.TooMany ? TooMany : null;
        }

        foreach (var (part, content) in photo.Content.Chunk(EvidencePiece.PartBytes).Index())
        {
            await grain.Put(photo.Piece.Id, part, content);
        }

        return await grain.Finish(photo.Piece.Id) ? null : Denied.Unavailable;
    }

    /// <summary>Writes a photo's bytes somewhere, holding one part at a time.</summary>
    /// <exception cref="InvalidOperationException">A part is missing: a damaged store.</exception>
    public static async Task CopyAsync(this IEvidenceGrain grain, EvidencePiece piece, Stream to, CancellationToken cancellation)
    {
        for (var part = 0; part < piece.Parts(); part++)
        {
            var content = await grain.Read(piece.Id, part) ?? throw new InvalidOperationException($"Part {part} of the evidence {piece.Id} is missing.");
            await to.WriteAsync(content, cancellation);
        }
    }
}
