using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dispatch.Contracts.Decoration;

namespace Dispatch.Grains.Decoration.Promises;

/// <summary>What a case knows of those who look at it by its secret links.</summary>
public sealed record CasePromise
{
    /// <summary>What each party said last, each party once; null for nothing.</summary>
    public ImmutableArray<OutcomeSaid>? Said { get; init; }

    /// <summary>The photos that they see; null for none.</summary>
    public ImmutableArray<string>? Shown { get; init; }

    /// <summary>The photos that they see, by id.</summary>
    [JsonIgnore]
    public ImmutableArray<string> Photos => Shown ?? [];

    /// <summary>What a party said last; null for nothing.</summary>
    public OutcomeSaid? SaidBy(PromiseParty party) => Said?.FirstOrDefault(one => one.Party == party);

    /// <summary>The same after an answer.</summary>
    public CasePromise After(OutcomeAnswered answered, DateTimeOffset at) => this with
    {
        Said = [.. (Said ?? []).Where(one => one.Party != answered.Party), new OutcomeSaid(answered.Party, answered.Answer, at, answered.Closing)],
    };

    /// <summary>The same with other photos.</summary>
    public CasePromise After(PhotosShown shown) => this with { Shown = shown.EvidenceIds.IsEmpty ? null : shown.EvidenceIds };
}
