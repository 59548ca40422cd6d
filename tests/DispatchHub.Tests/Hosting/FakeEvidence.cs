using System.Collections.Concurrent;
using System.Security.Cryptography;
using Dispatch.Contracts;

namespace Dispatch.Hub.Tests.Hosting;

/// <summary>Photos in memory, as a store keeps them.</summary>
public sealed class FakeEvidence : IEvidenceGrain
{
    private readonly ConcurrentDictionary<(string Id, int Part), byte[]> _parts = [];
    private readonly ConcurrentDictionary<string, EvidencePiece> _whole = [];
    private readonly ConcurrentDictionary<string, EvidencePiece> _begun = [];
    private readonly ConcurrentDictionary<(string Id, string By), DateTimeOffset> _uploads = [];

    /// <summary>How many bytes the parts had that came.</summary>
    public ConcurrentQueue<int> Sent { get; } = [];

    /// <summary>Answered to every upload instead of taking it.</summary>
    public EvidenceOpening? Opening { get; set; }

    public Task<EvidenceOpening> Begin(EvidencePiece piece, string by, DateTimeOffset at)
    {
        if (Opening is { } opening)
        {
            return Task.FromResult(opening);
        }

        _uploads[(piece.Id, by)] = at;
        _begun[piece.Id] = piece;
        return Task.FromResult(_whole.ContainsKey(piece.Id) ? EvidenceOpening.Kept : EvidenceOpening.Send);
    }

    public Task Put(string id, int part, byte[] content)
    {
        Sent.Enqueue(content.Length);
        _parts[(id, part)] = content;
        return Task.CompletedTask;
    }

    public Task<bool> Finish(string id)
    {
        var piece = _begun[id];
        byte[] content = [.. Enumerable.Range(0, piece.Parts()).SelectMany(part => _parts[(id, part)])];
        _whole[id] = piece;
        return Task.FromResult(Convert.ToHexStringLower(SHA256.HashData(content)) == id && content.Length == piece.Bytes);
    }

    public Task<EvidencePiece?> Find(string id, string? by) =>
        Task.FromResult(by is null || _uploads.ContainsKey((id, by)) ? _whole.GetValueOrDefault(id) : null);

    public Task<byte[]?> Read(string id, int part) => Task.FromResult(_parts.GetValueOrDefault((id, part)));
}
