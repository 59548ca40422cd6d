using Dispatch.Grains.Policies;

namespace Dispatch.Silo.City;

/// <summary>Every pack that cases may have been opened under; there once <see cref="CityOpening"/> has read the store.</summary>
public sealed class OpenedCity
{
    private PolicyShelf? _policies;

    /// <summary>The packs.</summary>
    /// <exception cref="InvalidOperationException">Asked for before the start step.</exception>
    public PolicyShelf Policies
    {
        get => _policies ?? throw new InvalidOperationException("The city has not been opened: take the start steps first.");
        internal set => _policies = value;
    }
}
