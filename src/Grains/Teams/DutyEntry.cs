using Dispatch.Contracts;

namespace Dispatch.Grains.Teams;

/// <summary>One person on duty for a stretch of time.</summary>
/// <param name="UserName">Who.</param>
/// <param name="Line">1 or 2.</param>
/// <param name="From">Inside.</param>
/// <param name="Until">Outside.</param>
/// <param name="ShiftId">What puts them there.</param>
/// <param name="DutyId">The planned duty that they do; null for an addition.</param>
internal sealed record DutyEntry(string UserName, int Line, DateTimeOffset From, DateTimeOffset Until, string ShiftId, string? DutyId)
{
    /// <summary>Whether some of it lies between two instants.</summary>
    public bool Touches(DateTimeOffset from, DateTimeOffset to) => From < to && from < Until;

    /// <summary>What is left of it outside a stretch of time.</summary>
    public IEnumerable<DutyEntry> Outside(DateTimeOffset from, DateTimeOffset to)
    {
        if (From < from)
        {
            yield return this with { Until = from };
        }

        if (to < Until)
        {
            yield return this with { From = to };
        }
    }

    /// <summary>It as another does it, as far as it lies between two instants that touch it.</summary>
    public DutyEntry DoneBy(DutyOverride other) => this with
    {
        UserName = other.UserName,
        From = From > other.From ? From : other.From,
        Until = Until < other.To ? Until : other.To,
        ShiftId = other.Id,
    };
}
