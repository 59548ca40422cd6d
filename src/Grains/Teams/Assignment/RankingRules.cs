using System.Collections.Frozen;
using System.Globalization;
using Dispatch.Contracts;

namespace Dispatch.Grains.Teams.Assignment;

/// <summary>Every ranking rule of this assembly, by its name.</summary>
internal static class RankingRules
{
    /// <summary>The points of somebody whom a rule leaves out.</summary>
    public const long Never = long.MinValue;

    /// <summary>The rules by name.</summary>
    public static FrozenDictionary<string, IRankingRule> ByName { get; } = typeof(IRankingRule).Assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IRankingRule)))
        .Select(type => (IRankingRule)Activator.CreateInstance(type)!)
        .ToFrozenDictionary(rule => rule.Name, StringComparer.Ordinal);

    /// <summary>A reason whose value is a number.</summary>
    public static RankingReason Counted(string code, long count) => new(code, count.ToString(CultureInfo.InvariantCulture));
}
