using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Clocks;

namespace Dispatch.Grains.Decoration.Estates;

/// <summary>The dossier of an estate was begun.</summary>
public sealed record EstateTakenUp(string Id, string StreetId, string CommunityId, string GridId) : OwnerEvent;

/// <summary>A floor-plan type was drawn, or drawn anew.</summary>
public sealed record FloorPlanDrawn(string PlanId, Text Title, EvidencePiece Image, ImmutableArray<string> Units) : OwnerEvent;

/// <summary>A spot was marked, or marked anew.</summary>
public sealed record SpotMarked(string PlanId, ProneSpot Spot, EvidencePiece? Picture) : OwnerEvent;

/// <summary>A spot was taken off its plan.</summary>
public sealed record SpotRemoved(string PlanId, string SpotId) : OwnerEvent;

/// <summary>A party was put on the list.</summary>
public sealed record ResponsibleNamed(ResponsibleParty Party) : OwnerEvent;

/// <summary>A party was taken off the list.</summary>
public sealed record ResponsibleReleased(string PartyId) : OwnerEvent;

/// <summary>An agreement was recorded.</summary>
public sealed record AgreementRecorded(ServiceAgreement Agreement, ImmutableArray<EvidencePiece> Pages) : OwnerEvent;

/// <summary>The words above a guidance plan were written.</summary>
public sealed record GuidanceDrafted(string PlanId, Text Words) : OwnerEvent;

/// <summary>A guidance plan was published.</summary>
public sealed record GuidancePublished(string PlanId, GuidancePlan Guidance) : OwnerEvent;

/// <summary>The day of the hand-over was set, or moved.</summary>
public sealed record HandOverPlanned(DateOnly On) : OwnerEvent;

/// <summary>A finished review left what is to be watched.</summary>
public sealed record WatchKept(string ReviewId, ImmutableArray<WatchPoint> Points) : OwnerEvent;

/// <summary>A watch point is not needed any more.</summary>
public sealed record WatchEnded(string WatchId, string Reason) : OwnerEvent;

/// <summary>The generated code of stored JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(EstateDossier))]
[JsonSerializable(typeof(EstateTakenUp))]
[JsonSerializable(typeof(FloorPlanDrawn))]
[JsonSerializable(typeof(SpotMarked))]
[JsonSerializable(typeof(SpotRemoved))]
[JsonSerializable(typeof(ResponsibleNamed))]
[JsonSerializable(typeof(ResponsibleReleased))]
[JsonSerializable(typeof(AgreementRecorded))]
[JsonSerializable(typeof(GuidanceDrafted))]
[JsonSerializable(typeof(GuidancePublished))]
[JsonSerializable(typeof(HandOverPlanned))]
[JsonSerializable(typeof(WatchKept))]
[JsonSerializable(typeof(WatchEnded))]
[JsonSerializable(typeof(ClockStarted))]
[JsonSerializable(typeof(ClockStopped))]
[JsonSerializable(typeof(DeadlineWarned))]
[JsonSerializable(typeof(DeadlineMissed))]
internal sealed partial class StoredEstates : JsonSerializerContext;
