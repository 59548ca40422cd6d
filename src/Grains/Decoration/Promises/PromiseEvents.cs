using System.Collections.Immutable;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;

namespace Dispatch.Grains.Decoration.Promises;

/// <summary>Whoever has a secret link said how the case ended.</summary>
/// <param name="Party">By which link.</param>
/// <param name="Answer">What.</param>
/// <param name="Closing">When the case had been closed, which is what they spoke of.</param>
public sealed record OutcomeAnswered(PromiseParty Party, OutcomeAnswer Answer, DateTimeOffset Closing) : CaseEvent;

/// <summary>It was said which photos whoever has a secret link may see.</summary>
/// <param name="EvidenceIds">All of them from now on.</param>
public sealed record PhotosShown(ImmutableArray<string> EvidenceIds) : CaseEvent;
