using Dispatch.Contracts;

namespace Dispatch.Simulator;

/// <summary>
/// The way into the product: its grains, or HTTP. A refusal is an answer; only an outage is an exception
/// (<see cref="CityUnreachableException"/>), and then the same act may be tried again under the same key.
/// </summary>
public interface ICityDoor
{
    /// <summary>Reports; answers the new case.</summary>
    Task<DoorAnswer> ReportAsync(CityReport report, Actor by, string key, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Gives a command.</summary>
    Task<DoorAnswer> CommandAsync(string caseId, CaseCommand command, Actor by, string key, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>A case as it stands; null when there is none.</summary>
    Task<CaseView?> LookAsync(string caseId, Actor by, CancellationToken cancellation);

    /// <summary>Records a patrol.</summary>
    Task<DoorAnswer> PatrolAsync(string gridId, Actor by, string key, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Gives a console's sign of life.</summary>
    Task<DoorAnswer> ConsoleSeenAsync(string communityId, Actor by, string key, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Open cases of a street, at most <paramref name="limit"/>: what a city that was stopped goes on with.</summary>
    Task<IReadOnlyList<string>> OpenCasesAsync(string streetId, int limit, CancellationToken cancellation);
}

/// <summary>What the product answered.</summary>
/// <param name="View">The case after the act, or as it stands where it was refused; null where nobody says.</param>
/// <param name="Refused">The refusal's stable code, such as <c>status-not-allowed</c>; null when the act was carried out.</param>
public readonly record struct DoorAnswer(CaseView? View, string? Refused = null);

/// <summary>Nobody answered: whether the act was carried out is not known.</summary>
public sealed class CityUnreachableException(string message, Exception inner) : Exception(message, inner);
