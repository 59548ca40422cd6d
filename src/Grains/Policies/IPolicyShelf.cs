namespace Dispatch.Grains.Policies;

/// <summary>Every pack that a running case may have been opened under. Filled at start; in memory.</summary>
public interface IPolicyShelf
{
    /// <summary>The pack that new cases are opened under.</summary>
    PolicyPack Current { get; }

    /// <summary>A pack by id and version.</summary>
    /// <exception cref="KeyNotFoundException">The store holds a case of a pack that was never kept: a damaged store.</exception>
    PolicyPack Find(string id, string version);
}
