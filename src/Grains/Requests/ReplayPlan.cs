using System.Collections.Immutable;
using System.Globalization;
using Dispatch.Contracts;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Requests;

/// <summary>What a file of requests makes happen in virtual time: a report at each opening, a closing at each closing.</summary>
public sealed class ReplayPlan
{
    /// <summary>A row that was closed before it was opened: which of the two is wrong cannot be told.</summary>
    public const string ClosedBeforeOpened = "closed-before-opened";

    private ReplayPlan(ImmutableArray<PlannedCase> cases, Territory territory, PolicyLoad policy)
    {
        (Cases, Territory, Policy) = (cases, territory, policy);
        if (!cases.IsEmpty)
        {
            Start = cases[0].ReportedAt;
            End = cases.Max(planned => planned.ClosedAt ?? planned.ReportedAt);
        }
    }

    /// <summary>The cases, in order of their reports.</summary>
    public ImmutableArray<PlannedCase> Cases { get; }

    /// <summary>The areas that the rows name.</summary>
    public Territory Territory { get; }

    /// <summary>
    /// The pack, in which every type of the file is: those that it lacked have no clocks. With faults, which only the file's types
    /// can cause, it has no pack.
    /// </summary>
    public PolicyLoad Policy { get; }

    /// <summary>The first report.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>The last report or closing of the file, at which virtual time ends.</summary>
    public DateTimeOffset End { get; }

    /// <summary>Makes a plan.</summary>
    /// <param name="requests">The rows.</param>
    /// <param name="policy">A pack without faults.</param>
    /// <param name="basis">The streets that are there already, with other names for them.</param>
    /// <param name="skip">Told the reason of each row that is left out.</param>
    public static ReplayPlan Of(IEnumerable<ServiceRequest> requests, PolicyLoad policy, Territory basis, Action<string> skip)
    {
        var areas = new RequestAreas(basis, policy.Pack!.StreetCalendar.Zone);
        var kept = new List<(ServiceRequest Request, string GridId)>();
        foreach (var request in requests)
        {
            if (request.ClosedAt < request.OpenedAt)
            {
                skip(ClosedBeforeOpened);
            }
            else
            {
                kept.Add((request, areas.GridOf(request)));
            }
        }

        var territory = areas.Build();
        var unknown = kept.Select(row => row.Request.Type).Where(type => !policy.Pack.Types.ContainsKey(type));
        return new ReplayPlan(
            [
                .. kept.OrderBy(row => row.Request.OpenedAt).ThenBy(row => row.Request.Id, StringComparer.Ordinal)
                    .Select(row => Planned(row.Request, row.GridId, territory)),
            ],
            territory,
            PolicyFile.WithUnclocked(policy, unknown));
    }

    /// <summary>The same plan as often as said, each time later by whole fortnights, so that weekdays stay what they are.</summary>
    /// <param name="times">How often, at least once.</param>
    public ReplayPlan Repeated(int times)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        if (times == 1)
        {
            return this;
        }

        var zone = Policy.Pack!.StreetCalendar.Zone;
        return new ReplayPlan(
            [
                .. Enumerable.Range(0, times)
                    .SelectMany(round => Cases.Select(planned => round == 0 ? planned : planned.Later(round, zone)))
                    .OrderBy(planned => planned.ReportedAt).ThenBy(planned => planned.CaseId, StringComparer.Ordinal),
            ],
            Territory,
            Policy);
    }

    private static PlannedCase Planned(ServiceRequest request, string gridId, Territory territory) => new(
        request.Id,
        new Report
        {
            CaseId = request.Id,
            Type = request.Type,
            Place = RequestAreas.PlaceOf(request, gridId, territory),
            Address = request.Address,
        },
        request.OpenedAt.CutToMilliseconds(),
        request.ClosedAt?.CutToMilliseconds());
}

/// <summary>One case of a plan.</summary>
/// <param name="CaseId">Its id: the city's own.</param>
/// <param name="Report">Its report.</param>
/// <param name="ReportedAt">When it is reported.</param>
/// <param name="ClosedAt">When it is closed, not before it is reported; null where it stays open.</param>
public sealed record PlannedCase(string CaseId, Report Report, DateTimeOffset ReportedAt, DateTimeOffset? ClosedAt)
{
    private const int Fortnight = 14;

    internal PlannedCase Later(int fortnights, TimeZoneInfo zone)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{CaseId}-{fortnights + 1}");
        var reportedAt = Later(ReportedAt, fortnights, zone);
        var closedAt = ClosedAt is { } closed ? Later(closed, fortnights, zone) : (DateTimeOffset?)null;
        return new PlannedCase(id, Report with { CaseId = id }, reportedAt, closedAt < reportedAt ? reportedAt : closedAt);
    }

    /// <summary>The same local time; an hour that daylight saving skips or repeats is taken in standard time.</summary>
    private static DateTimeOffset Later(DateTimeOffset instant, int fortnights, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone).DateTime.AddDays(fortnights * Fortnight);
        return new DateTimeOffset(local, zone.IsInvalidTime(local) ? zone.BaseUtcOffset : zone.GetUtcOffset(local)).CutToMilliseconds();
    }
}
