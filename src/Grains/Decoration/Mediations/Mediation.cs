using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Decoration.Dossiers;

namespace Dispatch.Grains.Decoration.Mediations;

/// <summary>A mediation as its events left it.</summary>
public sealed record Mediation : Dossier
{
    private static readonly Text Title = new("纠纷调解", "Mediation");

    /// <summary>How it is stored.</summary>
    public static DossierKind Kind { get; } = new(
        DossierKinds.Mediation, new Mediation(), StoredMediations.Default,
        [typeof(MediationOpened), typeof(MediationHeld), typeof(MediationFollowedUp), typeof(MediationGivenUp)], typeof(IMediationGrain));

    /// <summary>How it began; null before.</summary>
    public MediationOpened? Opened { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>How far it is.</summary>
    public MediationState State { get; init; }

    /// <summary>The sessions, in order.</summary>
    public ImmutableArray<MediationSession> Sessions { get; init; } = [];

    /// <summary>Why it ended without agreement, or what the last call brought.</summary>
    public string? Outcome { get; init; }

    /// <inheritdoc/>
    public override DossierPlace Place() => new(Opened!.StreetId, Opened.CommunityId, Unit: Opened.Unit, Search: Opened.Matter);

    /// <inheritdoc/>
    public override bool IsOpen() => Opened is not null && State is MediationState.Open or MediationState.Agreed;

    /// <summary>Its community is told when a session or a call is late.</summary>
    public override IEnumerable<DossierMatter> Waiting() =>
        from clock in Clocks
        where clock is { State: ClockState.Missed, IsOpen: true }
        select new DossierMatter(
            $"late:{clock.Name}:{clock.Generation}", Scope.Community(Opened!.CommunityId).ToString(), "dossier-late", Title, null, $"/mediations/{Opened.Id}");

    /// <inheritdoc/>
    protected override Dossier After(Happened happened) => happened.Event switch
    {
        MediationOpened e => this with { Opened = e, OpenedAt = happened.At },
        MediationHeld e => this with
        {
            Sessions = Sessions.Add(new MediationSession(happened.OccurredAt ?? happened.At, e.Mediator, e.Said, e.Agreement)),
            State = e.Agreement is null ? State : MediationState.Agreed,
        },
        MediationFollowedUp e => this with { State = e.Kept ? MediationState.Kept : MediationState.Open, Outcome = e.Said },
        MediationGivenUp e => this with { State = MediationState.GivenUp, Outcome = e.Reason },
        _ => throw Unknown(happened),
    };
}

/// <summary>A mediation was opened.</summary>
public sealed record MediationOpened(
    string Id, string StreetId, string CommunityId, string Matter, ImmutableArray<string> Parties, string? Unit, string? CaseId) : OwnerEvent;

/// <summary>A session was held.</summary>
public sealed record MediationHeld(string Mediator, string Said, string? Agreement) : OwnerEvent;

/// <summary>The parties were called.</summary>
public sealed record MediationFollowedUp(bool Kept, string Said) : OwnerEvent;

/// <summary>It ended without agreement.</summary>
public sealed record MediationGivenUp(string Reason) : OwnerEvent;

/// <summary>The generated code of stored JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Mediation))]
[JsonSerializable(typeof(MediationOpened))]
[JsonSerializable(typeof(MediationHeld))]
[JsonSerializable(typeof(MediationFollowedUp))]
[JsonSerializable(typeof(MediationGivenUp))]
[JsonSerializable(typeof(ClockStarted))]
[JsonSerializable(typeof(ClockStopped))]
[JsonSerializable(typeof(DeadlineWarned))]
[JsonSerializable(typeof(DeadlineMissed))]
internal sealed partial class StoredMediations : JsonSerializerContext;
