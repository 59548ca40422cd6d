namespace Dispatch.Grains.Policies;

/// <summary>Every pack that a case may have been opened under. Packs never change, so whatever was read once stays in memory.</summary>
public interface IPolicyShelf
{
    /// <summary>The pack of the settings: new cases are opened under it where no other was adopted.</summary>
    PolicyPack Current { get; }

    /// <summary>A pack by id and version that was read before: at start, or by <see cref="FindAsync"/>.</summary>
    /// <exception cref="KeyNotFoundException">It was not read before, or is not kept.</exception>
    PolicyPack Find(string id, string version);

    /// <summary>A pack by id and version; one that was adopted since the start is read from the store.</summary>
    /// <exception cref="KeyNotFoundException">The store holds a case of a pack that was never kept: a damaged store.</exception>
    ValueTask<PolicyPack> FindAsync(string id, string version);

    /// <summary>As <see cref="FindAsync"/>; null where no such pack is kept.</summary>
    ValueTask<PolicyPack?> FindKeptAsync(string id, string version);

    /// <summary>Every pack that is kept, with the text that it is kept as, in order of id and version.</summary>
    ValueTask<IReadOnlyList<PolicyLoad>> KeptAsync();

    /// <summary>Keeps a pack that was read without faults. False where another text is kept under its id and version.</summary>
    ValueTask<bool> KeepAsync(PolicyLoad load);
}
