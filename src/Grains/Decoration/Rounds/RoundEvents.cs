using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Clocks;

namespace Dispatch.Grains.Decoration.Rounds;

/// <summary>A round was drawn up.</summary>
public sealed record RoundDrawn(
    string Id, string EstateId, string StreetId, string CommunityId, string GridId, ImmutableArray<RoundItem> Items, int LeftOut) : OwnerEvent;

/// <summary>A vanguard group got a share.</summary>
public sealed record RoundShared(RoundShare Share, ImmutableArray<string> ItemIds) : OwnerEvent;

/// <summary>An item was seen.</summary>
public sealed record RoundItemSeen(string ItemId, bool Good, string? Note, ImmutableArray<EvidencePiece> Photos) : OwnerEvent;

/// <summary>Work without filing was found and reported.</summary>
public sealed record UnfiledWorkFound(RoundItem Item) : OwnerEvent;

/// <summary>Milestone <c>manager-told</c>: the property manager knows of a violation.</summary>
public sealed record ManagerTold(string ItemId, string? Note) : OwnerEvent;

/// <summary>Milestone <c>manager-stopped</c>: the property manager stopped it.</summary>
public sealed record ManagerStopped(string ItemId, string? Note, ImmutableArray<EvidencePiece> Photos) : OwnerEvent;

/// <summary>Milestone <c>manager-reported</c>: the property manager reported it.</summary>
public sealed record ManagerReported(string ItemId, string? CaseId, string? Note, ImmutableArray<EvidencePiece> Photos) : OwnerEvent;

/// <summary>All was seen, stopped and reported.</summary>
public sealed record RoundWalked : OwnerEvent;

/// <summary>It ended with something left.</summary>
public sealed record RoundEnded(string Reason) : OwnerEvent;

/// <summary>The generated code of stored JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Round))]
[JsonSerializable(typeof(RoundDrawn))]
[JsonSerializable(typeof(RoundShared))]
[JsonSerializable(typeof(RoundItemSeen))]
[JsonSerializable(typeof(UnfiledWorkFound))]
[JsonSerializable(typeof(ManagerTold))]
[JsonSerializable(typeof(ManagerStopped))]
[JsonSerializable(typeof(ManagerReported))]
[JsonSerializable(typeof(RoundWalked))]
[JsonSerializable(typeof(RoundEnded))]
[JsonSerializable(typeof(ClockStarted))]
[JsonSerializable(typeof(ClockStopped))]
[JsonSerializable(typeof(DeadlineWarned))]
[JsonSerializable(typeof(DeadlineMissed))]
internal sealed partial class StoredRounds : JsonSerializerContext;
