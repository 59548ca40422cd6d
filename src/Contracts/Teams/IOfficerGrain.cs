using System.Text.Json.Serialization;
using Orleans.Concurrency;

namespace Dispatch.Contracts;

/// <summary>
/// Whether one officer or captain can be reached, and where they are. Its key is the scope, <c>officer:{user name}</c>. Only the latest
/// position is known, only on duty and only in memory: no history has it, and it is gone when the duty ends.
/// </summary>
[Alias("officer-grain")]
public interface IOfficerGrain : IGrainWithStringKey
{
    /// <summary>
    /// A sign of life. Off duty it changes nothing. On duty it signs in whoever has not signed off since that duty began, so that a phone
    /// need only say that it is there.
    /// </summary>
    [Alias("seen")]
    Task<PresenceAnswer> Seen(PresenceSign sign);

    /// <summary>The officer signs in, sets out, or becomes busy; refused off duty.</summary>
    [Alias("set-presence")]
    Task<PresenceAnswer> SetPresence(PresenceKind kind, PresenceSign sign);

    /// <summary>The officer goes off; their position is forgotten.</summary>
    [Alias("sign-off")]
    Task<PresenceAnswer> SignOff(Actor by, DateTimeOffset at);

    /// <summary>
    /// What was heard of them by an instant, with their position; what follows from their cases is the team's to say
    /// (<see cref="IAssignmentGrain.Standing"/>). Show that to nobody but dispatcher, captain and supervisor of the street, and the officer.
    /// </summary>
    [Alias("presence"), AlwaysInterleave]
    Task<Presence> Presence(DateTimeOffset at);

    /// <summary>An offer ran out unanswered. Unless they were heard after they were asked, they are out of reach until they are.</summary>
    /// <param name="askedAt">When they were asked.</param>
    [Alias("did-not-answer")]
    Task DidNotAnswer(DateTimeOffset askedAt);
}

/// <summary>Something heard from an officer.</summary>
/// <param name="By">Who: the officer themself.</param>
/// <param name="At">When it was received.</param>
/// <param name="Position">Where they are, if they said so.</param>
[GenerateSerializer, Immutable, Alias("presence-sign")]
public sealed record PresenceSign([property: Id(0)] Actor By, [property: Id(1)] DateTimeOffset At, [property: Id(2)] OfficerPosition? Position = null);

/// <summary>A place.</summary>
/// <param name="Lat">Latitude, degrees, WGS 84.</param>
/// <param name="Lon">Longitude.</param>
[GenerateSerializer, Immutable, Alias("officer-position")]
public sealed record OfficerPosition([property: Id(0)] double Lat, [property: Id(1)] double Lon);

/// <summary>How an officer stands.</summary>
[GenerateSerializer, Immutable, Alias("presence")]
public sealed record Presence
{
    /// <summary>Who.</summary>
    [Id(0)] public required string UserName { get; init; }

    /// <summary>How.</summary>
    [Id(1)] public required PresenceKind Kind { get; init; }

    /// <summary>Since when; out of reach since they were last heard. Null for somebody who never signed in, and where a case says how they stand.</summary>
    [Id(2)] public DateTimeOffset? Since { get; init; }

    /// <summary>When they were last heard.</summary>
    [Id(3)] public DateTimeOffset? HeardAt { get; init; }

    /// <summary>Where they were when last heard; null where not known, and off duty.</summary>
    [Id(4)] public OfficerPosition? Position { get; init; }

    /// <summary>When that was.</summary>
    [Id(5)] public DateTimeOffset? PositionAt { get; init; }

    /// <summary>Whether they are on duty, told to the officer alone; null for others.</summary>
    [Id(6), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public bool? OnDuty { get; init; }

    /// <summary>When that duty ends, told to the officer alone; null in a team without a roster.</summary>
    [Id(7), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public DateTimeOffset? DutyUntil { get; init; }

    /// <summary>The case that they are on the way to or on site at; null for none.</summary>
    [Id(80), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? CaseId { get; init; }

    /// <summary>Its number.</summary>
    [Id(81), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? CaseNumber { get; init; }

    /// <summary>When they were asked for a case whose offer ran out, while nothing was heard of them since; null otherwise.</summary>
    [Id(82), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public DateTimeOffset? UnansweredAt { get; init; }
}

/// <summary>Whether an officer can be reached.</summary>
[GenerateSerializer, Alias("presence-kind"), JsonConverter(typeof(CamelCaseEnumJson<PresenceKind>))]
public enum PresenceKind
{
    /// <summary>Not on duty, or not signed in.</summary>
    SignedOff = 0,

    /// <summary>Ready.</summary>
    SignedIn = 1,

    /// <summary>On the way, to a case that they accepted or as they say.</summary>
    OnTheMove = 2,

    /// <summary>At work, on site at a case or as they say.</summary>
    Busy = 3,

    /// <summary>On duty, and nothing reaches them: not heard of for as long as the pack waits and no way to wake their phone, or an offer ran out unheard.</summary>
    OutOfReach = 4,
}

/// <summary>What an officer's grain answers.</summary>
/// <param name="View">After the change; null when it was refused.</param>
/// <param name="Refusal">Null when it was carried out.</param>
[GenerateSerializer, Immutable, Alias("presence-answer")]
public sealed record PresenceAnswer([property: Id(0)] Presence? View, [property: Id(1)] Refusal? Refusal = null);
