namespace Dispatch.Contracts;

/// <summary>
/// Reads of the whole city, so that a hub never needs the database: a stateless worker with key 0.
/// It decides nothing; the hub has checked the actor's area.
/// </summary>
[Alias("city-query-grain")]
public interface ICityQueryGrain : IGrainWithIntegerKey
{
    /// <summary>A page of cases.</summary>
    [Alias("cases")]
    Task<CasePage> Cases(CaseQuery query);

    /// <summary>A case's history, oldest first, at most <paramref name="limit"/> entries after <paramref name="afterSeq"/>; null when there is no such owner.</summary>
    [Alias("history")]
    Task<IReadOnlyList<HistoryEntry>?> History(string ownerId, long afterSeq, int limit);

    /// <summary>How the clocks of a case ran and stood still up to an instant; null when there is no such case.</summary>
    [Alias("ledger")]
    Task<CaseLedger?> Ledger(string caseId, DateTimeOffset now);

    /// <summary>How quickly each link of the chain answered a case; null when there is no such case.</summary>
    [Alias("links")]
    Task<AnswerLinks?> Links(string caseId);

    /// <summary>A street's open cases as they stood at an instant within the last 30 days, from the feed's own entries; null when it lies further back.</summary>
    [Alias("board-at")]
    Task<FeedSnapshot?> BoardAt(string streetId, DateTimeOffset at);

    /// <summary>How the deadlines are kept, as of an instant of city time.</summary>
    [Alias("deadlines")]
    Task<DeadlineReport> Deadlines(DateTimeOffset now);

    /// <summary>Types, statuses and the ladder of the pack under which a case is opened in an area at an instant, as a JSON object.</summary>
    /// <param name="area">A street, community or grid; null for the first street.</param>
    /// <param name="at">The instant.</param>
    [Alias("catalogue-of")]
    Task<string> Catalogue(Scope? area, DateTimeOffset at);

    /// <summary>Working spans of a calendar as instants, those that touch [from, to), at most 400 days; null for an unknown calendar.</summary>
    [Alias("working-spans")]
    Task<CalendarSpans?> WorkingSpans(string calendarId, DateTimeOffset from, DateTimeOffset to);
}

/// <summary>A calendar's working time as instants.</summary>
/// <param name="Id">The calendar.</param>
/// <param name="Zone">Its IANA time zone.</param>
/// <param name="StandardDayMs">One working day (<c>1 wd</c>) in ms of working time.</param>
/// <param name="Spans">In order; starts are inside, ends are not.</param>
/// <param name="Provisional">True where the range touches a year that the calendar lacks.</param>
[GenerateSerializer, Immutable, Alias("calendar-spans")]
public sealed record CalendarSpans(
    [property: Id(0)] string Id,
    [property: Id(1)] string Zone,
    [property: Id(2)] long StandardDayMs,
    [property: Id(3)] IReadOnlyList<TimeSpanOfWork> Spans,
    [property: Id(4)] bool Provisional);

/// <summary>One span of working time.</summary>
/// <param name="From">Inside.</param>
/// <param name="To">Outside.</param>
[GenerateSerializer, Immutable, Alias("span-of-work")]
public sealed record TimeSpanOfWork([property: Id(0)] DateTimeOffset From, [property: Id(1)] DateTimeOffset To);
