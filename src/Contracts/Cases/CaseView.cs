using System.Text.Json.Serialization;
using Dispatch.Contracts.Decoration;

namespace Dispatch.Contracts;

/// <summary>A case as the API shows it. Made by one function from the case; nothing else has these fields.</summary>
[GenerateSerializer, Immutable, Alias("case-view")]
public sealed record CaseView
{
    /// <summary>The id: an opaque string.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>The number that people say: <c>{street}-{year}-{6 digits}</c>, without gaps in a street and year.</summary>
    [Id(1)] public required string Number { get; init; }

    /// <summary>The type's code.</summary>
    [Id(2)] public required string Type { get; init; }

    /// <summary>The type's name in the pack's first language.</summary>
    [Id(3)] public required string Title { get; init; }

    /// <summary>The street.</summary>
    [Id(4)] public required string StreetId { get; init; }

    /// <summary>The community.</summary>
    [Id(5)] public required string CommunityId { get; init; }

    /// <summary>The grid.</summary>
    [Id(6)] public required string GridId { get; init; }

    /// <summary>The level; <see cref="CaseLevel.Supervision"/> while the supervisor sees to it.</summary>
    [Id(7)] public required CaseLevel Level { get; init; }

    /// <summary>The status.</summary>
    [Id(8)] public required CaseStatus Status { get; init; }

    /// <summary>The priority.</summary>
    [Id(9)] public required Priority Priority { get; init; }

    /// <summary>The one party that is responsible now.</summary>
    [Id(10)] public required Scope Responsible { get; init; }

    /// <summary>Officers asked, on their way or on site; the lead first.</summary>
    [Id(11)] public required IReadOnlyList<string> OfficerIds { get; init; }

    /// <summary>Every clock that has run, in order of its start; boards carry only running and paused ones.</summary>
    [Id(12)] public required IReadOnlyList<ClockView> Clocks { get; init; }

    /// <summary>When it was reported.</summary>
    [Id(13)] public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Counts the commits of this case, from 1.</summary>
    [Id(14)] public required long Version { get; init; }

    /// <summary>Where.</summary>
    [Id(15)] public required CasePlace Place { get; init; }

    /// <summary>How the reporter named the place.</summary>
    [Id(16)] public string? Address { get; init; }

    /// <summary>What was seen.</summary>
    [Id(17)] public string? Description { get; init; }

    /// <summary>Personal data: null for roles that do not need it.</summary>
    [Id(18)] public string? Contact { get; init; }

    /// <summary>Who reported it; null for roles that do not need it.</summary>
    [Id(19)] public string? ReportedBy { get; init; }

    /// <summary>Likely the same matter; marked, never merged by themselves.</summary>
    [Id(20)] public required IReadOnlyList<string> PossibleDuplicates { get; init; }

    /// <summary>Where a merged case goes on.</summary>
    [Id(21), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? MergedInto { get; init; }

    /// <summary>When the street was last whistled for; null when it never was.</summary>
    [Id(22), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public DateTimeOffset? WhistledAt { get; init; }

    /// <summary>Its photos in the order in which they were attached, at most 100.</summary>
    [Id(23)] public IReadOnlyList<CaseEvidence> Evidence { get; init; } = [];

    /// <summary>
    /// When the first clock ran out that nobody has answered since; null when none did. An open case with it is overdue.
    /// </summary>
    [Id(24), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public DateTimeOffset? OverdueSince { get; init; }

    /// <summary>Who was asked for it since the street was called; null where nobody was, and under a pack that does not offer automatically.</summary>
    [Id(40), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public CaseOffers? Offers { get; init; }

    /// <summary>When the case last changed.</summary>
    [Id(41)] public DateTimeOffset ChangedAt { get; init; }

    /// <summary>The extension that waits for the supervisor; null where there is none.</summary>
    [Id(50), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public AskedExtension? AskedExtension { get; init; }

    /// <summary>The suspension that waits for the supervisor; null where there is none.</summary>
    [Id(51), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public AskedSuspension? AskedSuspension { get; init; }

    /// <summary>Reviews of the present suspension that were missed; null for none.</summary>
    [Id(52), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public int? ReviewsMissed { get; init; }

    /// <summary>How often it was returned; null for never.</summary>
    [Id(53), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public int? TimesReturned { get; init; }

    /// <summary>True once it came back to a party that had returned it before: two parties send it to and fro.</summary>
    [Id(54), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public bool? CameBack { get; init; }

    /// <summary>True while the responsible party may take extra time on a clock; null otherwise.</summary>
    [Id(55), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public bool? ExtraTimeLeft { get; init; }

    /// <summary>The departments that were called, each once with its latest call, in the order of their first.</summary>
    [Id(45)] public IReadOnlyList<AssistView> Assists { get; init; } = [];

    /// <summary>The committee's latest instruction; null where there was none.</summary>
    [Id(46), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public InstructionView? Instruction { get; init; }

    /// <summary>How those on site are; null where no sign is waited for and no alarm was raised.</summary>
    [Id(60), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public SafetyView? Safety { get; init; }

    /// <summary>Its supervision cards in the order in which they were issued or proposed, those that no longer stand among them; at most 40.</summary>
    [Id(64)] public IReadOnlyList<CardView> Cards { get; init; } = [];

    /// <summary>The surge that it is under; null where there is none.</summary>
    [Id(74), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public SurgeOfCase? Surge { get; init; }

    /// <summary>True for a drill; null for a real case.</summary>
    [Id(75), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public bool? Drill { get; init; }

    /// <summary>Where it came from, and what that system was told; null where no other system sent it.</summary>
    [Id(70), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public ExternalView? External { get; init; }

    /// <summary>Milestones reached, in order; null for none.</summary>
    [Id(84), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public IReadOnlyList<string>? Milestones { get; init; }

    /// <summary>What reporter and owner said of how it ended, each party once with its latest answer; null for nothing.</summary>
    [Id(94), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public IReadOnlyList<OutcomeSaid>? Outcomes { get; init; }

    /// <summary>The photos that reporter and owner see, made coarse, by id; null for none.</summary>
    [Id(95), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public IReadOnlyList<string>? ShownPhotos { get; init; }

    /// <summary>The case on a board: no personal data, nothing below the building, active clocks of the matter only.</summary>
    public CaseRow AsRow() => new()
    {
        Id = Id,
        Number = Number,
        Type = Type,
        Title = Title,
        CommunityId = CommunityId,
        GridId = GridId,
        Level = Level,
        Status = Status,
        Priority = Priority,
        Responsible = Responsible,
        OfficerIds = OfficerIds,
        Clocks = [.. Clocks.Where(clock => clock.State is ClockState.Running or ClockState.Paused && clock.Name is not ("check-in" or "alarm" or ClockView.Overdue))],
        OpenedAt = OpenedAt,
        Version = Version,
        Lat = Place.Lat,
        Lon = Place.Lon,
        PlaceName = Place.PlaceName,
        Estate = Place.Estate,
        Building = Place.Building,
        WhistledAt = WhistledAt,
        OverdueSince = OverdueSince,
        ChangedAt = OfficerIds.Count > 0 ? ChangedAt : null,
        TimesReturned = TimesReturned,
        CameBack = CameBack,
        ExtraTimeLeft = ExtraTimeLeft,
        Surge = Surge?.Id,
        Drill = Drill,
        External = External is { } external ? new ExternalMark(external.Source, external.Number) : null,
        Departments = Assists.Any(IsOpen) ? [.. Assists.Where(IsOpen).Select(assist => assist.Department)] : null,
        Safety = Safety?.AsRow(),
        Card = CardMark.Gravest(Cards),
    };

    private static bool IsOpen(AssistView assist) => assist.State is AssistState.Called or AssistState.ReportedIn;
}

/// <summary>A clock as views show it.</summary>
[GenerateSerializer, Immutable, Alias("clock-view")]
public sealed record ClockView
{
    /// <summary>The clock of the next reminder or card of a case that is overdue: nobody works against it, so boards do not count it down.</summary>
    public const string Overdue = "overdue";

    /// <summary>Its name in the pack, such as <c>acknowledge</c>.</summary>
    [Id(0)] public required string Name { get; init; }

    /// <summary>Counts the changes of its due instant, from 1.</summary>
    [Id(1)] public required int Generation { get; init; }

    /// <summary>Its state.</summary>
    [Id(2)] public required ClockState State { get; init; }

    /// <summary>Its whole time with extensions, ms on its own axis (real, working or local time).</summary>
    [Id(3)] public required long BudgetMs { get; init; }

    /// <summary>Its own time spent up to <see cref="Since"/>, or in all where it does not run, ms.</summary>
    [Id(4)] public required long SpentMs { get; init; }

    /// <summary>Since when it runs without a pause; null unless running.</summary>
    [Id(5)] public DateTimeOffset? Since { get; init; }

    /// <summary>The calendar's id; null where it ignores calendars (urgent).</summary>
    [Id(6)] public string? Calendar { get; init; }

    /// <summary>The last instant in time; null while paused.</summary>
    [Id(7)] public DateTimeOffset? DueAt { get; init; }

    /// <summary>True where the deadline lies in a year that the calendar lacks.</summary>
    [Id(8), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public bool? Provisional { get; init; }
}

/// <summary>A case on a board: no personal data, nothing below the building.</summary>
[GenerateSerializer, Immutable, Alias("case-row")]
public sealed record CaseRow
{
    /// <summary>As in <see cref="CaseView"/>.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>As in <see cref="CaseView"/>; empty until the store has given it.</summary>
    [Id(1)] public required string Number { get; init; }

    /// <summary>As in <see cref="CaseView"/>.</summary>
    [Id(2)] public required string Type { get; init; }

    /// <summary>As in <see cref="CaseView"/>.</summary>
    [Id(3)] public required string Title { get; init; }

    /// <summary>As in <see cref="CaseView"/>.</summary>
    [Id(4)] public required string CommunityId { get; init; }

    /// <summary>As in <see cref="CaseView"/>.</summary>
    [Id(5)] public required string GridId { get; init; }

    /// <summary>As in <see cref="CaseView"/>.</summary>
    [Id(6)] public required CaseLevel Level { get; init; }

    /// <summary>As in <see cref="CaseView"/>.</summary>
    [Id(7)] public required CaseStatus Status { get; init; }

    /// <summary>As in <see cref="CaseView"/>.</summary>
    [Id(8)] public required Priority Priority { get; init; }

    /// <summary>As in <see cref="CaseView"/>.</summary>
    [Id(9)] public required Scope Responsible { get; init; }

    /// <summary>As in <see cref="CaseView"/>.</summary>
    [Id(10)] public required IReadOnlyList<string> OfficerIds { get; init; }

    /// <summary>Running and paused clocks of the matter only; those of whoever is on site are in <see cref="Safety"/>.</summary>
    [Id(11)] public required IReadOnlyList<ClockView> Clocks { get; init; }

    /// <summary>As in <see cref="CaseView"/>.</summary>
    [Id(12)] public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Rows are whole and idempotent by it.</summary>
    [Id(13)] public required long Version { get; init; }

    /// <summary>Latitude in degrees, WGS 84.</summary>
    [Id(14)] public double? Lat { get; init; }

    /// <summary>Longitude in degrees, WGS 84.</summary>
    [Id(15)] public double? Lon { get; init; }

    /// <summary>Estate and building, never the unit.</summary>
    [Id(16)] public string? PlaceName { get; init; }

    /// <summary>When the street was last whistled; null when it never was. Whistles of the day are counted by it.</summary>
    [Id(17)] public DateTimeOffset? WhistledAt { get; init; }

    /// <summary>As in <see cref="CaseView"/>; the missed clock itself is not among the clocks.</summary>
    [Id(18)] public DateTimeOffset? OverdueSince { get; init; }

    /// <summary>The estate's id, by which a client names the place in its own language; null where the place is none, and in rows of before 2026-11-25.</summary>
    [Id(19)] public string? Estate { get; init; }

    /// <summary>The building in the estate.</summary>
    [Id(20)] public string? Building { get; init; }

    /// <summary>As in <see cref="CaseView"/>, of a case that has officers: the rest of an officer is counted by it. Null for others.</summary>
    [Id(21), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>As in <see cref="CaseView"/>.</summary>
    [Id(27), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public int? TimesReturned { get; init; }

    /// <summary>As in <see cref="CaseView"/>.</summary>
    [Id(28), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public bool? CameBack { get; init; }

    /// <summary>As in <see cref="CaseView"/>.</summary>
    [Id(29), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public bool? ExtraTimeLeft { get; init; }

    /// <summary>The departments that were called and have not answered yet; null where there are none.</summary>
    [Id(24), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public IReadOnlyList<string>? Departments { get; init; }

    /// <summary>How those on site are, without words and whereabouts; null where no sign is waited for and no alarm is open.</summary>
    [Id(30), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public SafetyView? Safety { get; init; }

    /// <summary>The id of the surge that it is under; null where there is none.</summary>
    [Id(33), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Surge { get; init; }

    /// <summary>As in <see cref="CaseView"/>.</summary>
    [Id(34), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public bool? Drill { get; init; }

    /// <summary>Where it came from; null where no other system sent it.</summary>
    [Id(32), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public ExternalMark? External { get; init; }

    /// <summary>The gravest card that stands or is proposed; null where there is none.</summary>
    [Id(31), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public CardMark? Card { get; init; }
}

/// <summary>One line of a case's history.</summary>
[GenerateSerializer, Immutable, Alias("history-entry")]
public sealed record HistoryEntry
{
    /// <summary>Counts the events of a case, from 1, without gaps.</summary>
    [Id(0)] public required long Seq { get; init; }

    /// <summary>The event's name, such as <c>Escalated</c>.</summary>
    [Id(1)] public required string Event { get; init; }

    /// <summary>When the engine decided it (receipt or firing).</summary>
    [Id(2)] public required DateTimeOffset At { get; init; }

    /// <summary>When it really happened, where that differs.</summary>
    [Id(3)] public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>Who.</summary>
    [Id(4)] public required string Actor { get; init; }

    /// <summary>The event's own fields, a JSON object as text.</summary>
    [Id(5)] public required string Data { get; init; }
}
