using System.Text.Json.Serialization;

namespace Dispatch.Contracts;

/// <summary>平安: an officer on site is all right, and so are those who are with them. The time until the next sign begins anew.</summary>
[GenerateSerializer, Immutable, Alias("command.check-in")]
public sealed record CheckIn : CaseCommand;

/// <summary>求助: an officer needs help, now. Taken in every status of an open case and never waiting for another command.</summary>
/// <param name="Where">Where they are, as words or coordinates, up to 200 characters; the case's place where it is left out.</param>
/// <param name="What">What is the matter, up to 500 characters.</param>
[GenerateSerializer, Immutable, Alias("command.raise-alarm")]
public sealed record RaiseAlarm([property: Id(0)] string? Where = null, [property: Id(1)] string? What = null) : CaseCommand;

/// <summary>Somebody has seen the alarm and sees to it; never whoever raised it.</summary>
/// <param name="Said">What they do or said to the officer, up to 500 characters.</param>
[GenerateSerializer, Immutable, Alias("command.acknowledge-alarm")]
public sealed record AcknowledgeAlarm([property: Id(0)] string? Said = null) : CaseCommand;

/// <summary>The alarm is over. Of one that nobody has acknowledged this is the acknowledgement too; never by whoever raised it.</summary>
/// <param name="Outcome">How it ended.</param>
[GenerateSerializer, Immutable, Alias("command.end-alarm")]
public sealed record EndAlarm([property: Id(0)] AlarmOutcome Outcome) : CaseCommand;

/// <summary>How an alarm ended. In JSON the kebab-case of the name (<c>false-alarm</c>).</summary>
[GenerateSerializer, Alias("alarm-outcome"), JsonConverter(typeof(KebabCaseEnumJson<AlarmOutcome>))]
public enum AlarmOutcome
{
    /// <summary>They were reached and are all right.</summary>
    Safe = 0,

    /// <summary>Help came to them.</summary>
    Helped = 1,

    /// <summary>It was pressed by mistake.</summary>
    FalseAlarm = 2,
}

/// <summary>Who is asked to answer an alarm, lowest first. In JSON the camelCase of the name.</summary>
[GenerateSerializer, Alias("alarm-rung"), JsonConverter(typeof(CamelCaseEnumJson<AlarmRung>))]
public enum AlarmRung
{
    /// <summary>Whoever watches the street's board.</summary>
    Dispatcher = 0,

    /// <summary>The captain of the team.</summary>
    Captain = 1,

    /// <summary>The supervisor: nobody is above.</summary>
    Supervisor = 2,
}
