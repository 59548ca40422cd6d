namespace Dispatch.Grains.Storage;

/// <summary>Policy packs as adopted: a case keeps the version that it was opened under.</summary>
public interface IPolicyReads
{
    /// <summary>Every pack kept, as its JSON text.</summary>
    ValueTask<IReadOnlyList<(string Id, string Version, string Json)>> PoliciesAsync(CancellationToken cancellation = default);

    /// <summary>Keeps a pack; the same id and version with another text is refused (false).</summary>
    ValueTask<bool> KeepPolicyAsync(string id, string version, string json, CancellationToken cancellation = default);
}
