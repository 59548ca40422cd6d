using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Storage;

namespace Dispatch.Grains.Decoration.Pilots;

/// <summary>A pilot project as its events left it.</summary>
public sealed record Pilot : Dossier
{
    private static readonly Text Late = new("试点项目阶段逾期", "A pilot project's stage is late");

    /// <summary>How it is stored.</summary>
    public static DossierKind Kind { get; } = new(
        DossierKinds.Pilot, new Pilot(), StoredPilots.Default,
        [typeof(PilotOpened), typeof(PilotResulted), typeof(PilotShared), typeof(PilotAdopted), typeof(PilotCalledOff)], typeof(IPilotGrain));

    /// <summary>How it began; null before.</summary>
    public PilotOpened? Opened { get; init; }

    /// <summary>How far it is.</summary>
    public PilotStage Stage { get; init; }

    /// <summary>When each stage began.</summary>
    public ImmutableArray<DateTimeOffset> Since { get; init; } = [];

    /// <summary>What came of it.</summary>
    public PilotResulted? Results { get; init; }

    /// <summary>What others should do.</summary>
    public string? Experience { get; init; }

    /// <summary>Who adopted it.</summary>
    public ImmutableArray<AdoptedBy> Adoptions { get; init; } = [];

    /// <summary>Why it was called off.</summary>
    public string? CalledOff { get; init; }

    /// <inheritdoc/>
    public override DossierPlace Place() => new(Opened!.StreetId, Search: $"{Opened.Title.Zh} {Opened.Title.En}");

    /// <summary>Until another community has adopted it, or it is called off. It can be adopted after that too.</summary>
    public override bool IsOpen() => Opened is not null && Stage switch
    {
        PilotStage.CalledOff => false,
        PilotStage.Shared => Adoptions.IsEmpty,
        _ => true,
    };

    /// <summary>The captain, who leads the practice, is told when a stage is late.</summary>
    public override IEnumerable<DossierMatter> Waiting() =>
        from clock in Clocks
        where clock is { State: ClockState.Missed, IsOpen: true }
        select new DossierMatter(
            $"late:{clock.Name}:{clock.Generation}", NoticeReceiver.Captain(Opened!.StreetId), "dossier-late", Late, null, $"/pilots/{Opened.Id}");

    /// <inheritdoc/>
    protected override Dossier After(Happened happened) => happened.Event switch
    {
        PilotOpened e => this with { Opened = e, Since = [happened.At] },
        PilotResulted e => this with { Results = e, Stage = PilotStage.Results, Since = Since.Add(happened.At) },
        PilotShared e => this with { Experience = e.Experience, Stage = PilotStage.Shared, Since = Since.Add(happened.At) },
        PilotAdopted e => this with { Adoptions = Adoptions.Add(new AdoptedBy(e.CommunityId, happened.OccurredAt ?? happened.At, happened.Actor, e.Plan)) },
        PilotCalledOff e => this with { Stage = PilotStage.CalledOff, CalledOff = e.Reason },
        _ => throw Unknown(happened),
    };
}

/// <summary>A community adopted it.</summary>
public sealed record AdoptedBy(string CommunityId, DateTimeOffset At, string By, string Plan);

/// <summary>A project began.</summary>
public sealed record PilotOpened : OwnerEvent
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its street.</summary>
    public required string StreetId { get; init; }

    /// <summary>What is tried.</summary>
    public required Text Title { get; init; }

    /// <summary>The leading cadre, by office.</summary>
    public required string Lead { get; init; }

    /// <summary>The bureau.</summary>
    public required string Bureau { get; init; }

    /// <summary>The team.</summary>
    public required string Team { get; init; }

    /// <summary>The communities.</summary>
    public required ImmutableArray<string> CommunityIds { get; init; }

    /// <summary>The estates.</summary>
    public required ImmutableArray<string> EstateIds { get; init; }

    /// <summary>What is practised.</summary>
    public required string Practice { get; init; }

    /// <summary>What is compared.</summary>
    public required Text Compared { get; init; }

    /// <summary>How it stood before.</summary>
    public required PilotFigure Before { get; init; }
}

/// <summary>There are results.</summary>
public sealed record PilotResulted(string Said, PilotFigure After) : OwnerEvent;

/// <summary>What was learnt is shared.</summary>
public sealed record PilotShared(string Experience) : OwnerEvent;

/// <summary>A community adopts it.</summary>
public sealed record PilotAdopted(string CommunityId, string Plan) : OwnerEvent;

/// <summary>It ended before it was shared.</summary>
public sealed record PilotCalledOff(string Reason) : OwnerEvent;

/// <summary>The generated code of stored JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Pilot))]
[JsonSerializable(typeof(PilotOpened))]
[JsonSerializable(typeof(PilotResulted))]
[JsonSerializable(typeof(PilotShared))]
[JsonSerializable(typeof(PilotAdopted))]
[JsonSerializable(typeof(PilotCalledOff))]
[JsonSerializable(typeof(ClockStarted))]
[JsonSerializable(typeof(ClockStopped))]
[JsonSerializable(typeof(DeadlineWarned))]
[JsonSerializable(typeof(DeadlineMissed))]
internal sealed partial class StoredPilots : JsonSerializerContext;
