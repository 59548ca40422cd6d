using System.Text.Json.Serialization;

namespace Dispatch.Contracts;

/// <summary>The hand-over of one shift of a team.</summary>
[GenerateSerializer, Immutable, Alias("hand-over-view")]
public sealed record HandOverView
{
    /// <summary>The team.</summary>
    [Id(0)] public required Scope Scope { get; init; }

    /// <summary>The shift that is handed over.</summary>
    [Id(1)] public required HandOverShift Shift { get; init; }

    /// <summary>The shift that takes over; null where none is planned in the next 16 days.</summary>
    [Id(2)] public DutySpan? Next { get; init; }

    /// <summary>Who of the first line is there when the shift ends, by user name.</summary>
    [Id(3)] public required IReadOnlyList<string> Outgoing { get; init; }

    /// <summary>Who of the first line begins the next one, by user name.</summary>
    [Id(4)] public required IReadOnlyList<string> Incoming { get; init; }

    /// <summary>What is handed over.</summary>
    [Id(5)] public required HandOverSheet Sheet { get; init; }

    /// <summary>What the outgoing adds; null where nothing was written.</summary>
    [Id(6)] public string? Note { get; init; }

    /// <summary>Who wrote it.</summary>
    [Id(7)] public string? WrittenBy { get; init; }

    /// <summary>When.</summary>
    [Id(8)] public DateTimeOffset? WrittenAt { get; init; }

    /// <summary>Why whoever asks cannot write; null when they can.</summary>
    [Id(9)] public RefusalCode? NoNote { get; init; }

    /// <summary>Why whoever asks cannot sign; null when they can.</summary>
    [Id(10)] public RefusalCode? NoSign { get; init; }

    /// <summary>The shifts whose sheets can be looked at, newest first: the running one, the one before, and up to 60 that were written or signed.</summary>
    [Id(11)] public required IReadOnlyList<HandOverShift> Shifts { get; init; }
}

/// <summary>A shift and how far its hand-over is.</summary>
[GenerateSerializer, Immutable, Alias("hand-over-shift")]
public sealed record HandOverShift
{
    /// <summary>Inside; names the shift.</summary>
    [Id(0)] public required DateTimeOffset From { get; init; }

    /// <summary>Outside; the hand-over hour.</summary>
    [Id(1)] public required DateTimeOffset To { get; init; }

    /// <summary>How far it is.</summary>
    [Id(2)] public required HandOverState State { get; init; }

    /// <summary>Not handed over yet an hour after the hand-over hour (proposed), though somebody new came.</summary>
    [Id(3)] public bool Late { get; init; }

    /// <summary>Who signed; null while nobody has.</summary>
    [Id(4)] public string? SignedBy { get; init; }

    /// <summary>When.</summary>
    [Id(5)] public DateTimeOffset? SignedAt { get; init; }
}

/// <summary>How far a hand-over is.</summary>
[GenerateSerializer, Alias("hand-over-state"), JsonConverter(typeof(CamelCaseEnumJson<HandOverState>))]
public enum HandOverState
{
    /// <summary>Nothing was written.</summary>
    Open = 0,

    /// <summary>The outgoing has left a note.</summary>
    Written = 1,

    /// <summary>The incomer has signed; nothing of it changes any more.</summary>
    TakenOver = 2,
}

/// <summary>What a shift hands over: what changed in it, what was promised, and which alarms are open. Counts are whole where lists are cut.</summary>
[GenerateSerializer, Immutable, Alias("hand-over-sheet")]
public sealed record HandOverSheet
{
    /// <summary>The most lines of a list.</summary>
    public const int MostLines = 40;

    /// <summary>The instant of which promises and alarms are.</summary>
    [Id(0)] public required DateTimeOffset AsOf { get; init; }

    /// <summary>Cases opened in the shift.</summary>
    [Id(1)] public required int Opened { get; init; }

    /// <summary>Cases closed, rejected or merged.</summary>
    [Id(2)] public required int Ended { get; init; }

    /// <summary>Cases that moved up because nobody handled them, or by hand.</summary>
    [Id(3)] public required int Escalated { get; init; }

    /// <summary>Cases that missed a deadline.</summary>
    [Id(4)] public required int Missed { get; init; }

    /// <summary>These cases, missed and escalated ones first, then the latest; at most 40.</summary>
    [Id(5)] public required IReadOnlyList<HandOverLine> Changed { get; init; }

    /// <summary>How many there are in all.</summary>
    [Id(6)] public required int ChangedInAll { get; init; }

    /// <summary>What waits for an answer or will fall due by the end of the next shift, soonest first; at most 40.</summary>
    [Id(7)] public required IReadOnlyList<HandOverLine> Promises { get; init; }

    /// <summary>How many there are in all.</summary>
    [Id(8)] public required int PromisesInAll { get; init; }

    /// <summary>Cases of which the captain was alarmed, that are overdue or supervised, longest first; at most 40.</summary>
    [Id(9)] public required IReadOnlyList<HandOverLine> Alarms { get; init; }

    /// <summary>How many there are in all.</summary>
    [Id(10)] public required int AlarmsInAll { get; init; }
}

/// <summary>One case on a sheet, or one of its promises.</summary>
[GenerateSerializer, Immutable, Alias("hand-over-line")]
public sealed record HandOverLine
{
    /// <summary>The case.</summary>
    [Id(0)] public required string CaseId { get; init; }

    /// <summary>The number that people say.</summary>
    [Id(1)] public required string Number { get; init; }

    /// <summary>The type's code.</summary>
    [Id(2)] public required string Type { get; init; }

    /// <summary>The grid.</summary>
    [Id(3)] public required string GridId { get; init; }

    /// <summary>Estate and building, never the unit.</summary>
    [Id(4)] public string? PlaceName { get; init; }

    /// <summary>The estate's id.</summary>
    [Id(5)] public string? Estate { get; init; }

    /// <summary>The building in the estate.</summary>
    [Id(6)] public string? Building { get; init; }

    /// <summary>Where it stood when the sheet was made.</summary>
    [Id(7)] public required CaseStatus Status { get; init; }

    /// <summary>The one party that was responsible then.</summary>
    [Id(8)] public required Scope Responsible { get; init; }

    /// <summary>Why it is on the list.</summary>
    [Id(9)] public required IReadOnlyList<HandOverMark> Marks { get; init; }

    /// <summary>When the last of it happened, when the promise falls due, or since when the alarm is open; null where a promise stands still.</summary>
    [Id(10)] public DateTimeOffset? At { get; init; }

    /// <summary>The clock of a promise.</summary>
    [Id(11)] public string? Clock { get; init; }
}

/// <summary>Why a case is on a sheet.</summary>
[GenerateSerializer, Alias("hand-over-mark"), JsonConverter(typeof(CamelCaseEnumJson<HandOverMark>))]
public enum HandOverMark
{
    /// <summary>Changed: it was opened.</summary>
    Opened = 0,

    /// <summary>Changed: it was closed, rejected or merged.</summary>
    Ended = 1,

    /// <summary>Changed: it moved up.</summary>
    Escalated = 2,

    /// <summary>Changed: a deadline was missed.</summary>
    Missed = 3,

    /// <summary>Promise: an extension waits for the supervisor.</summary>
    ExtensionAsked = 10,

    /// <summary>Promise: a suspension waits for the supervisor.</summary>
    SuspensionAsked = 11,

    /// <summary>Promise: a suspension ends.</summary>
    SuspensionEnds = 12,

    /// <summary>Promise: a suspension is to be looked at again.</summary>
    SuspensionReview = 13,

    /// <summary>Promise: an instruction of the committee is to be answered.</summary>
    Instruction = 14,

    /// <summary>Promise: a department was called and is to report in.</summary>
    DepartmentReportsIn = 15,

    /// <summary>Promise: a department is to answer.</summary>
    DepartmentAnswers = 16,

    /// <summary>Promise: it is checked, and whoever reported it is told.</summary>
    Check = 17,

    /// <summary>Promise: it falls due by the end of the next shift.</summary>
    Due = 18,

    /// <summary>Alarm: the captain was alarmed, and nobody has taken it on since.</summary>
    CaptainAlarmed = 20,

    /// <summary>Alarm: a clock ran out and nobody has answered.</summary>
    Overdue = 21,

    /// <summary>Alarm: the supervisor sees to it.</summary>
    Supervised = 22,
}
