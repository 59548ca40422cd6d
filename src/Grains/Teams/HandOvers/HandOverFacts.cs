using Dispatch.Contracts;
using Dispatch.Grains.Clocks;

namespace Dispatch.Grains.Teams.HandOvers;

/// <summary>What a sheet is made from.</summary>
/// <param name="Rows">The newest row of every case that is open, or that changed since the shift began; of one team's area.</param>
/// <param name="Histories">The events, from the first, of those that changed and of those that the street is asked for, by case id.</param>
internal sealed record HandOverFacts(IReadOnlyCollection<CaseRow> Rows, IReadOnlyDictionary<string, IReadOnlyList<Happened>> Histories);
