namespace Dispatch.Contracts;

/// <summary>Somebody is, or is not, there between two instants.</summary>
/// <param name="Staffed">Whether somebody is there.</param>
/// <param name="From">Inside.</param>
/// <param name="To">Outside.</param>
/// <param name="By">Who said so.</param>
/// <param name="SaidAt">When.</param>
[GenerateSerializer, Immutable, Alias("staffing-exception")]
public sealed record StaffingException(
    [property: Id(0)] bool Staffed,
    [property: Id(1)] DateTimeOffset From,
    [property: Id(2)] DateTimeOffset To,
    [property: Id(3)] string By,
    [property: Id(4)] DateTimeOffset SaidAt);
