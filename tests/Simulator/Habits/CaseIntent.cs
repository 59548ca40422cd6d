using Dispatch.Contracts;

namespace Dispatch.Simulator.Habits;

/// <summary>What happens to a case next as far as people are concerned.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who; null where nobody means to do anything.</param>
/// <param name="Command">What; null only looks what became of the case.</param>
public sealed record CaseIntent(DateTimeOffset At, Actor? By = null, CaseCommand? Command = null);
