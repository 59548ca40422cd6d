using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Clocks;

namespace Dispatch.Grains.Decoration.Sessions;

/// <summary>A session was opened by its first order or question.</summary>
public sealed record SessionOpened(
    string Id, string EstateId, string StreetId, string CommunityId, string GridId, TeachingAudience Audience) : OwnerEvent;

/// <summary>Topics were ordered.</summary>
public sealed record TopicsOrdered(ImmutableArray<string> Topics, bool ByLink) : OwnerEvent;

/// <summary>A question was asked.</summary>
public sealed record QuestionAsked(string Question, bool ByLink) : OwnerEvent;

/// <summary>It was said where and when.</summary>
public sealed record SessionPlanned(string Place, DateTimeOffset At) : OwnerEvent;

/// <summary>It was held.</summary>
public sealed record SessionHeld(ImmutableArray<GroupCount> Attendance, SpotList? Spots) : OwnerEvent;

/// <summary>A question was answered, or answered anew.</summary>
public sealed record QuestionAnswered(int Number, Text Answer, SpotRuling? Ruling) : OwnerEvent;

/// <summary>A question is not answered.</summary>
public sealed record QuestionSetAside(int Number, string Reason) : OwnerEvent;

/// <summary>The answers were published; these rulings stand at the estate.</summary>
public sealed record AnswersPublished(ImmutableArray<SpotRuling> Rulings) : OwnerEvent;

/// <summary>The property team signed its list.</summary>
public sealed record SpotListSigned : OwnerEvent;

/// <summary>It is not held.</summary>
public sealed record SessionCalledOff(string Reason) : OwnerEvent;

/// <summary>The generated code of stored JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TeachingSession))]
[JsonSerializable(typeof(SessionOpened))]
[JsonSerializable(typeof(TopicsOrdered))]
[JsonSerializable(typeof(QuestionAsked))]
[JsonSerializable(typeof(SessionPlanned))]
[JsonSerializable(typeof(SessionHeld))]
[JsonSerializable(typeof(QuestionAnswered))]
[JsonSerializable(typeof(QuestionSetAside))]
[JsonSerializable(typeof(AnswersPublished))]
[JsonSerializable(typeof(SpotListSigned))]
[JsonSerializable(typeof(SessionCalledOff))]
[JsonSerializable(typeof(ClockStarted))]
[JsonSerializable(typeof(ClockStopped))]
[JsonSerializable(typeof(DeadlineWarned))]
[JsonSerializable(typeof(DeadlineMissed))]
internal sealed partial class StoredSessions : JsonSerializerContext;
