using System.Collections.Frozen;
using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Grains.Clocks;

namespace Dispatch.Grains.Policies;

/// <summary>A system that sends cases, as the pack takes them.</summary>
public sealed record SourceRule
{
    /// <summary>Stands in <see cref="Types"/> for every code that is not there.</summary>
    public const string AnyType = "*";

    /// <summary>Its name.</summary>
    public required Text Title { get; init; }

    /// <summary>The street whose cases it sends; null where the territory has one.</summary>
    public string? Street { get; init; }

    /// <summary>The time to reply where the source names no instant.</summary>
    public required Budget ReplyWithin { get; init; }

    /// <summary>Per cents of it at which somebody is told, ascending; the last is 100.</summary>
    public required ImmutableArray<int> Marks { get; init; }

    /// <summary>Where its cases begin.</summary>
    public required CaseStatus StartAt { get; init; }

    /// <summary>What a missed reply does.</summary>
    public required AssistRung OnMissed { get; init; }

    /// <summary>The pack's types by the source's own codes. A code of the pack itself needs no entry.</summary>
    public FrozenDictionary<string, string> Types { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>The headers of its CSV files by the fields of a report.</summary>
    public FrozenDictionary<string, string> Columns { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>What a code of the source is here; null where neither it nor a type for any other is in the pack.</summary>
    public string? TypeOf(string code, PolicyPack pack) =>
        Types.GetValueOrDefault(code) ?? (pack.Types.ContainsKey(code) ? code : Types.GetValueOrDefault(AnyType));
}
