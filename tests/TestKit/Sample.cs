using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;

namespace Dispatch.TestKit;

/// <summary>The sample street as tests use it.</summary>
public static class Sample
{
    private static readonly Lazy<PolicyPack> XiashiPack = new(() => Pack("xiashi"));
    private static readonly Lazy<PolicyPack> BostonPack = new(() => Pack("boston"));
    private static readonly Lazy<Territory> XiashiTerritory = new(() =>
    {
        var load = TerritoryFile.Load(Repository.PathOf("samples", "xiashi", "territory"));
        return load.Territory ?? throw new InvalidOperationException(string.Join(Environment.NewLine, load.Faults));
    });

    /// <summary>The pack of Xiashi.</summary>
    public static PolicyPack Xiashi => XiashiPack.Value;

    /// <summary>The pack of Boston.</summary>
    public static PolicyPack Boston => BostonPack.Value;

    /// <summary>The made-up street of Xiashi.</summary>
    public static Territory Territory => XiashiTerritory.Value;

    private static PolicyPack Pack(string name)
    {
        var load = PolicyFile.Load(Repository.PathOf("samples", name, PolicyFile.FileName));
        return load.Pack ?? throw new InvalidOperationException(string.Join(Environment.NewLine, load.Faults));
    }
}
