using System.Collections.Frozen;

namespace Dispatch.Grains.Teams.Assignment;

/// <summary>Every ranking rule of this assembly, by its name.</summary>
internal static class RankingRules
{
    /// <summary>The rules by name.</summary>
    public static FrozenDictionary<string, IRankingRule> ByName { get; } = typeof(IRankingRule).Assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IRankingRule)))
        .Select(type => (IRankingRule)Activator.CreateInstance(type)!)
        .ToFrozenDictionary(rule => rule.Name, StringComparer.Ordinal);
}
