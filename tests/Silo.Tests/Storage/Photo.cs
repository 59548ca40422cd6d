using System.Security.Cryptography;
using Dispatch.Contracts;
using Dispatch.Grains.Storage;

namespace Dispatch.Silo.Tests.Storage;

/// <summary>Bytes that stand for a photo; the store does not look into them.</summary>
public sealed record Photo(byte[] Content, EvidencePiece Piece)
{
    public string Id => Piece.Id;

    /// <summary>Bytes of their own for each number.</summary>
    public static Photo Of(int number, int bytes = 1_000)
    {
        var content = new byte[bytes];
        for (var i = 0; i < bytes; i++)
        {
            content[i] = (byte)((i * 31) + (number * 7) + (i >> 8));
        }

        return new Photo(content, new EvidencePiece(Convert.ToHexStringLower(SHA256.HashData(content)), "image/jpeg", bytes, 40, 30));
    }

    /// <summary>Sends it as a hub does.</summary>
    public async Task<EvidenceOpening> UploadAsync(IEvidenceStore store, string by, DateTimeOffset at, CancellationToken cancellation)
    {
        var opening = await store.BeginAsync(Piece, by, at, cancellation);
        if (opening == EvidenceOpening.Send)
        {
            await SendPartsAsync(store, cancellation);
            Assert.True(await store.FinishAsync(Id, cancellation));
        }

        return opening;
    }

    public async Task SendPartsAsync(IEvidenceStore store, CancellationToken cancellation)
    {
        foreach (var (part, content) in Content.Chunk(EvidencePiece.PartBytes).Index())
        {
            await store.PutPartAsync(Id, part, content, cancellation);
        }
    }

    public async Task<byte[]> DownloadAsync(IEvidenceStore store, CancellationToken cancellation)
    {
        var bytes = new List<byte>();
        for (var part = 0; part < Piece.Parts(); part++)
        {
            bytes.AddRange((await store.PartAsync(Id, part, cancellation))!);
        }

        return [.. bytes];
    }
}
