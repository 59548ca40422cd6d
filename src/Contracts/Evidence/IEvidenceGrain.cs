namespace Dispatch.Contracts;

/// <summary>
/// Photos, in parts of <see cref="EvidencePiece.PartBytes"/>, so that a hub never needs the database: a stateless worker with key 0.
/// It decides nothing; the hub has checked who asks.
/// </summary>
[Alias("evidence-grain")]
public interface IEvidenceGrain : IGrainWithIntegerKey
{
    /// <summary>Says what is going to be sent, by whom and when (city time). Nothing counts before <see cref="Finish"/>.</summary>
    [Alias("begin")]
    Task<EvidenceOpening> Begin(EvidencePiece piece, string by, DateTimeOffset at);

    /// <summary>Takes one part, counted from 0; in any order, and again after an unknown outcome.</summary>
    [Alias("put")]
    Task Put(string id, int part, byte[] content);

    /// <summary>Ends it: false, with nothing kept, where the parts do not make the id.</summary>
    [Alias("finish")]
    Task<bool> Finish(string id);

    /// <summary>A piece; null when there is none, or when <paramref name="by"/> is given and did not upload it.</summary>
    [Alias("find")]
    Task<EvidencePiece?> Find(string id, string? by);

    /// <summary>One part of a piece; null when there is none.</summary>
    [Alias("read")]
    Task<byte[]?> Read(string id, int part);
}

/// <summary>What becomes of a piece that somebody wants to send.</summary>
[GenerateSerializer, Alias("evidence-opening")]
public enum EvidenceOpening
{
    /// <summary>Send its parts, then finish.</summary>
    Send = 0,

    /// <summary>These very bytes are kept already, and now are this user's too: nothing need be sent.</summary>
    Kept = 1,

    /// <summary>The user has <see cref="EvidencePiece.MaxUnused"/> pieces that no case uses.</summary>
    TooMany = 2,
}
