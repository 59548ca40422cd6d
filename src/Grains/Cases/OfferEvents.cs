using System.Collections.Immutable;
using Dispatch.Contracts;

namespace Dispatch.Grains.Cases;

/// <summary>The next best was asked in place of somebody, in the same round.</summary>
/// <param name="OfficerId">Who is asked.</param>
/// <param name="InPlaceOf">Who is not any more.</param>
/// <param name="Round">The round of automatic offers.</param>
/// <param name="Why">The reasons of the ranking.</param>
public sealed record OfferPassedOn(string OfficerId, string InPlaceOf, int Round, ImmutableArray<RankingReason> Why) : CaseEvent;

/// <summary>An officer who was asked cannot take the case any more.</summary>
/// <param name="OfficerId">Who.</param>
/// <param name="Why"><c>off-duty</c> or <c>out-of-reach</c>.</param>
public sealed record OfferPassedOver(string OfficerId, string Why) : CaseEvent;

/// <summary>Nobody is left to be asked automatically: it is the captain's.</summary>
/// <param name="Round">The last round.</param>
/// <param name="Cause"><c>rounds</c>: as many as the pack allows were asked; <c>candidates</c>: too few officers are left.</param>
/// <param name="LeftOut">Who was not asked and why, at most 20.</param>
public sealed record OffersEnded(int Round, string Cause, ImmutableArray<LeftOutOfficer> LeftOut) : CaseEvent;
