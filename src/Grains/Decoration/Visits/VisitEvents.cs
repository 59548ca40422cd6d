using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Clocks;

namespace Dispatch.Grains.Decoration.Visits;

/// <summary>A visit was planned.</summary>
public sealed record VisitPlanned(
    string Id, string EstateId, string StreetId, string CommunityId, string GridId, DateTimeOffset At, ImmutableArray<string> Departments,
    ImmutableArray<OpenCheck> Checks) : OwnerEvent;

/// <summary>The team is there.</summary>
public sealed record VisitBegun(ImmutableArray<string> Officers) : OwnerEvent;

/// <summary>A line was answered; whoever had signed has to sign again.</summary>
public sealed record VisitTicked(string Item, string UnitId, bool Good, string? Note, ImmutableArray<EvidencePiece> Photos) : OwnerEvent;

/// <summary>A department signed.</summary>
public sealed record VisitSigned(string Department) : OwnerEvent;

/// <summary>Every department has signed.</summary>
public sealed record VisitHeld(int Avoided, ImmutableArray<string> NotRecorded) : OwnerEvent;

/// <summary>It does not take place.</summary>
public sealed record VisitCalledOff(string Reason) : OwnerEvent;

/// <summary>The generated code of stored JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Visit))]
[JsonSerializable(typeof(VisitPlanned))]
[JsonSerializable(typeof(VisitBegun))]
[JsonSerializable(typeof(VisitTicked))]
[JsonSerializable(typeof(VisitSigned))]
[JsonSerializable(typeof(VisitHeld))]
[JsonSerializable(typeof(VisitCalledOff))]
[JsonSerializable(typeof(ClockStarted))]
[JsonSerializable(typeof(ClockStopped))]
[JsonSerializable(typeof(DeadlineWarned))]
[JsonSerializable(typeof(DeadlineMissed))]
internal sealed partial class StoredVisits : JsonSerializerContext;
