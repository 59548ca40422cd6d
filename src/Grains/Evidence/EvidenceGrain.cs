using Dispatch.Contracts;
using Dispatch.Grains.Storage;
using Orleans.Concurrency;

namespace Dispatch.Grains.Evidence;

/// <summary>Carries photos between hubs and the store. It decides nothing and keeps nothing.</summary>
[StatelessWorker]
public sealed class EvidenceGrain(IEvidenceStore store) : Grain, IEvidenceGrain
{
    /// <inheritdoc/>
    public async Task<EvidenceOpening> Begin(EvidencePiece piece, string by, DateTimeOffset at) => await store.BeginAsync(piece, by, at);

    /// <inheritdoc/>
    public async Task Put(string id, int part, byte[] content) => await store.PutPartAsync(id, part, content);

    /// <inheritdoc/>
    public async Task<bool> Finish(string id) => await store.FinishAsync(id);

    /// <inheritdoc/>
    public async Task<EvidencePiece?> Find(string id, string? by) => await store.FindAsync(id, by);

    /// <inheritdoc/>
    public async Task<byte[]?> Read(string id, int part) => await store.PartAsync(id, part);
}
