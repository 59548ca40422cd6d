using Dispatch.Contracts;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Cases;

/// <summary>
/// The clocks of a case as a ledger that people read. Spans and budgets are those of the case itself; its history adds what the case
/// need not keep: when marks fired and why time was granted.
/// </summary>
public static class ClockLedgers
{
    /// <summary>Whether an event of this name tells anything of a ledger; the others need not be read.</summary>
    public static bool Tells(string eventName) => eventName
        is nameof(ClockStarted) or nameof(DeadlineWarned) or nameof(DeadlineMissed) or nameof(ExtensionRequested) or nameof(ExtraTimeTaken)
            or nameof(ClockExtended)
        || WhistleScores.Tells(eventName);

    /// <summary>Every clock of a case.</summary>
    /// <param name="case">The case.</param>
    /// <param name="events">Its events in order, at least those that <see cref="Tells"/>.</param>
    /// <param name="pack">The pack that it keeps.</param>
    /// <param name="now">Up to when time is counted; the case's last event where that is later.</param>
    public static CaseLedger Of(Case @case, IEnumerable<Happened> events, PolicyPack pack, DateTimeOffset now)
    {
        var (told, whistles) = (new Told(), new List<Happened>());
        foreach (var happened in events)
        {
            told.Take(happened.Event);
            if (WhistleScores.Tells(happened.Event.Name))
            {
                whistles.Add(happened);
            }
        }

        var until = now > @case.LastEventAt ? now : @case.LastEventAt;
        return new CaseLedger([.. @case.Clocks.Select(clock => Ledger(clock, told, pack.Calendars[clock.Calendar], until))])
        {
            Whistles = WhistleScores.Of(Scope.Street(@case.Place.StreetId), whistles),
        };
    }

    private static ClockLedger Ledger(SlaClock clock, Told told, WorkCalendar calendar, DateTimeOffset until) => new()
    {
        Name = clock.Name,
        Generation = clock.Generation,
        State = clock.State,
        Calendar = clock.Budget.Axis == ClockAxis.Elapsed ? null : clock.Calendar,
        Budget = clock.Budget.ToString(),
        BudgetMs = clock.TotalMs(calendar),
        SpentMs = clock.Spent(calendar, until),
        StartedAt = clock.StartedAt,
        EndedAt = clock.StoppedAt,
        DueAt = clock.DueAt(calendar),
        Provisional = clock.IsProvisional(calendar),
        Spans = [.. clock.Spans.Select(span => new LedgerSpan(
            span.From, span.To, span.Kind == ClockSpanKind.Running ? SpanKind.Running : SpanKind.Paused, span.Reason))],
        Extensions = [.. clock.Extensions.Select((granted, place) => new LedgerExtension(
            granted.At, granted.Budget.ToString(), told.Reason(clock.Name, place)))],
        Marks = [.. clock.Marks.Select(mark => Mark(clock, mark, told, calendar))],
    };

    private static LedgerMark Mark(SlaClock clock, int mark, Told told, WorkCalendar calendar) =>
        clock.Fired.Contains(mark) && told.Firing(clock.Name, mark) is { } fired
            ? new LedgerMark(mark, fired.DueAt, fired.FiredAt)
            : new LedgerMark(mark, clock.MarkAt(calendar, mark), null);

    /// <summary>What a history tells of each clock's present ledger.</summary>
    private sealed class Told
    {
        private readonly Dictionary<(string Clock, int Mark), (DateTimeOffset DueAt, DateTimeOffset FiredAt)> _firings = [];
        private readonly Dictionary<string, List<string?>> _reasons = new(StringComparer.Ordinal);
        private readonly Dictionary<string, string> _asked = new(StringComparer.Ordinal);

        public void Take(OwnerEvent happening)
        {
            switch (happening)
            {
                case ClockStarted started:
                    _reasons[started.Clock] = [];
                    foreach (var mark in started.Marks)
                    {
                        _firings.Remove((started.Clock, mark));
                    }

                    break;
                case DeadlineWarned warned:
                    _firings[(warned.Clock, warned.Mark)] = (warned.DueAt, warned.FiredAt);
                    break;
                case DeadlineMissed missed:
                    _firings[(missed.Clock, missed.Mark)] = (missed.DueAt, missed.FiredAt);
                    break;
                case ExtensionRequested asked:
                    _asked[asked.Clock] = asked.Reason;
                    break;
                case ExtraTimeTaken taken:
                    _asked[taken.Clock] = taken.Reason;
                    break;
                case ClockExtended extended:
                    _reasons[extended.Clock].Add(_asked.GetValueOrDefault(extended.Clock));
                    break;
            }
        }

        public (DateTimeOffset DueAt, DateTimeOffset FiredAt)? Firing(string clock, int mark) =>
            _firings.TryGetValue((clock, mark), out var firing) ? firing : null;

        public string? Reason(string clock, int place) => _reasons.GetValueOrDefault(clock)?.ElementAtOrDefault(place);
    }
}
