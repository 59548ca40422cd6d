using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;

namespace Dispatch.Silo.City;

/// <summary>The territory and the policy packs of this process, once <see cref="CityOpening"/> has read them.</summary>
internal sealed class OpenedCity
{
    private Territory? _territory;
    private PolicyShelf? _policies;

    public Territory Territory => _territory ?? throw NotYet();

    public PolicyShelf Policies => _policies ?? throw NotYet();

    public void Open(Territory territory, PolicyShelf policies) => (_territory, _policies) = (territory, policies);

    private static InvalidOperationException NotYet() => new("The city is asked for before its start step was taken.");
}
