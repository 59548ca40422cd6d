using Dispatch.Contracts;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Requests;

/// <summary>
/// Compares the targets that a city published with those that a pack gives to the same requests, and the city's on-time flags
/// with the city's own targets. Add each request, then ask for the report.
/// </summary>
/// <param name="pack">
/// The pack. A request's limit is the first clock of its type, running from its opening.
/// </param>
public sealed class SlaAudit(PolicyPack pack)
{
    /// <summary>The pack has no such type, or gives it no clock.</summary>
    public const string Unclocked = "unclocked";

    /// <summary>The city set no target.</summary>
    public const string NoTarget = "no-target";

    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(60);

    private readonly SortedDictionary<string, (int Rows, int Exact)> _types = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _skipped = new(StringComparer.Ordinal);
    private int _onTimeRows;
    private int _onTimeAgree;

    /// <summary>Compares one request.</summary>
    public void Add(ServiceRequest request)
    {
        // Whether it was in time is a matter between the city's own flag, target and closing; the pack has no part in it.
        if (request is { TargetAt: { } own, ClosedAt: { } closed })
        {
            _onTimeRows++;
            _onTimeAgree += request.FlaggedOnTime == (closed <= own) ? 1 : 0;
        }

        if (!pack.Types.TryGetValue(request.Type, out var type))
        {
            Skip(Unclocked);
        }
        else if (request.TargetAt is not { } target)
        {
            Skip(NoTarget);
        }
        else if (type.Clocks.Rules is not [var limit, ..])
        {
            Skip(Unclocked);
        }
        else
        {
            var due = pack.Calendars[limit.Calendar].Advance(limit.Budget, request.OpenedAt);
            var (rows, exact) = _types.GetValueOrDefault(request.Type);
            _types[request.Type] = (rows + 1, exact + ((due - target).Duration() <= Tolerance ? 1 : 0));
        }
    }

    /// <summary>What was found so far.</summary>
    /// <param name="unread">Rows that could not be read, by reason.</param>
    public SlaAuditReport Report(IReadOnlyDictionary<string, int> unread) => new()
    {
        WithTarget = _types.Values.Sum(type => type.Rows),
        Exact = _types.Values.Sum(type => type.Exact),
        ExactByType = _types.ToDictionary(type => type.Key, type => new TypeAudit(type.Value.Rows, type.Value.Exact), StringComparer.Ordinal),
        OnTimeRows = _onTimeRows,
        OnTimeAgree = _onTimeAgree,
        Skipped = new SortedDictionary<string, int>(_skipped.Concat(unread).ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal),
        MostlyDisagreeing =
        [
            .. _types.Where(type => type.Value.Exact * 2 < type.Value.Rows).OrderByDescending(type => type.Value.Rows).Select(type => type.Key),
        ],
    };

    private void Skip(string reason) => _skipped[reason] = _skipped.GetValueOrDefault(reason) + 1;
}
