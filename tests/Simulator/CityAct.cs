using Dispatch.Contracts;

namespace Dispatch.Simulator;

/// <summary>Something that somebody in the city is going to do.</summary>
/// <param name="At">When they mean to, in city time.</param>
/// <param name="By">Who.</param>
/// <param name="Key">The idempotency key, unique in the simulation's life.</param>
public abstract record CityAct(DateTimeOffset At, Actor By, string Key);

/// <summary>Reports what was seen.</summary>
public sealed record FileReport(DateTimeOffset At, Actor By, string Key, CityReport Report) : CityAct(At, By, Key);

/// <summary>Gives a command.</summary>
public sealed record GiveCommand(DateTimeOffset At, Actor By, string Key, string CaseId, CaseCommand Command) : CityAct(At, By, Key);

/// <summary>Looks what became of a case; changes nothing.</summary>
public sealed record LookAtCase(DateTimeOffset At, Actor By, string Key, string CaseId) : CityAct(At, By, Key);

/// <summary>Walks a grid.</summary>
public sealed record WalkPatrol(DateTimeOffset At, Actor By, string Key, string GridId) : CityAct(At, By, Key);

/// <summary>Sits at a community's console.</summary>
public sealed record ShowConsole(DateTimeOffset At, Actor By, string Key, string CommunityId) : CityAct(At, By, Key);

/// <summary>What a reporter says.</summary>
/// <param name="Type">The type's code.</param>
/// <param name="Place">Where.</param>
/// <param name="Description">What was seen.</param>
/// <param name="InProgress">The work is going on now.</param>
/// <param name="PassUp">A grid worker hands it straight to the community.</param>
public sealed record CityReport(string Type, PlaceInput Place, string? Description, bool InProgress, bool PassUp);
