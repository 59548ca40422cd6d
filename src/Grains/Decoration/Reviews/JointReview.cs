using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Decoration.Dossiers;

namespace Dispatch.Grains.Decoration.Reviews;

/// <summary>A joint review as its events left it.</summary>
public sealed record JointReview : Dossier
{
    /// <summary>The clock until the day of the hand-over.</summary>
    public const string HandOverClock = "review-hand-over";

    private const string ItemClocks = "review-item:";

    private static readonly Text Late = new("联合会审未在交付前完成", "Joint review not finished before hand-over");
    private static readonly Text ItemLate = new("联合会审遗留问题逾期", "Item left by a joint review is late");

    /// <summary>How it is stored.</summary>
    public static DossierKind Kind { get; } = new(
        DossierKinds.Review, new JointReview(), StoredReviews.Default,
        [
            typeof(ReviewOpened), typeof(FindingRecorded), typeof(HarmForeseen), typeof(ItemLeft), typeof(ItemClosed), typeof(ReviewSigned),
            typeof(ReviewFinished), typeof(ReviewCalledOff),
        ],
        typeof(IJointReviewGrain));

    /// <summary>How it began; null before.</summary>
    public ReviewOpened? Opened { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>How far it is.</summary>
    public ReviewState State { get; init; }

    /// <summary>What was found.</summary>
    public ImmutableArray<ReviewFinding> Findings { get; init; } = [];

    /// <summary>What is likely to happen.</summary>
    public ImmutableArray<ForeseenHarm> Forecast { get; init; } = [];

    /// <summary>What is left to do.</summary>
    public ImmutableArray<OpenItem> Items { get; init; } = [];

    /// <summary>Who signed what stands here.</summary>
    public ImmutableArray<ReviewSignature> Signatures { get; init; } = [];

    /// <summary>The pictures of the findings.</summary>
    public ImmutableArray<EvidencePiece> Pictures { get; init; } = [];

    /// <summary>The parties that have not signed.</summary>
    public IEnumerable<ReviewParty> Outstanding() => Enum.GetValues<ReviewParty>().Where(party => Signatures.All(signature => signature.Party != party));

    /// <summary>The clock of an open item.</summary>
    public static string ClockOf(string itemId) => ItemClocks + itemId;

    /// <inheritdoc/>
    public override DossierPlace Place() => new(Opened!.StreetId, Opened.CommunityId, Opened.GridId, Search: Opened.EstateId);

    /// <summary>Until it is finished and nothing is left to do.</summary>
    public override bool IsOpen() => Opened is not null
        && (State == ReviewState.Open || (State == ReviewState.Finished && Items.Any(item => item.DoneAt is null)));

    /// <summary>Its community is told when the hand-over comes first, and when an item is late.</summary>
    public override IEnumerable<DossierMatter> Waiting() =>
        from clock in Clocks
        where clock is { State: ClockState.Missed, IsOpen: true }
        select new DossierMatter(
            $"late:{clock.Name}:{clock.Generation}", Scope.Community(Opened!.CommunityId).ToString(), "dossier-late",
            clock.Name == HandOverClock ? Late : ItemLate, null, $"/reviews/{Opened.Id}");

    /// <inheritdoc/>
    protected override Dossier After(Happened happened) => happened.Event switch
    {
        ReviewOpened e => this with { Opened = e, OpenedAt = happened.At },
        FindingRecorded e => (this with { Findings = Findings.Add(e.Finding), Signatures = [] }).Showing(e.Photos),
        HarmForeseen e => this with { Forecast = Forecast.Add(e.Harm), Signatures = [] },
        ItemLeft e => this with { Items = Items.Add(e.Item), Signatures = [] },
        ItemClosed e => this with
        {
            Items = [.. Items.Select(item => item.Id == e.ItemId ? item with { DoneAt = happened.OccurredAt ?? happened.At } : item)],
        },
        ReviewSigned e => this with { Signatures = Signatures.Add(new ReviewSignature(e.Party, happened.Actor, happened.At)) },
        ReviewFinished => this with { State = ReviewState.Finished },
        ReviewCalledOff => this with { State = ReviewState.CalledOff },
        _ => throw Unknown(happened),
    };

    private JointReview Showing(ImmutableArray<EvidencePiece> photos) =>
        this with { Pictures = [.. Pictures, .. photos.Where(photo => Pictures.All(known => known.Id != photo.Id))] };
}

/// <summary>A review was opened.</summary>
public sealed record ReviewOpened(
    string Id, string EstateId, string StreetId, string CommunityId, string GridId, DateOnly HandOverOn, ImmutableArray<string> Agenda) : OwnerEvent;

/// <summary>Something was found.</summary>
public sealed record FindingRecorded(ReviewFinding Finding, ImmutableArray<EvidencePiece> Photos) : OwnerEvent;

/// <summary>A violation was foreseen.</summary>
public sealed record HarmForeseen(ForeseenHarm Harm) : OwnerEvent;

/// <summary>Something is left to do.</summary>
public sealed record ItemLeft(OpenItem Item) : OwnerEvent;

/// <summary>It is done.</summary>
public sealed record ItemClosed(string ItemId) : OwnerEvent;

/// <summary>A party signed.</summary>
public sealed record ReviewSigned(ReviewParty Party) : OwnerEvent;

/// <summary>It is finished, and these points are watched at the estate.</summary>
public sealed record ReviewFinished(ImmutableArray<WatchPoint> Watch) : OwnerEvent;

/// <summary>It does not take place.</summary>
public sealed record ReviewCalledOff(string Reason) : OwnerEvent;

/// <summary>The generated code of stored JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(JointReview))]
[JsonSerializable(typeof(ReviewOpened))]
[JsonSerializable(typeof(FindingRecorded))]
[JsonSerializable(typeof(HarmForeseen))]
[JsonSerializable(typeof(ItemLeft))]
[JsonSerializable(typeof(ItemClosed))]
[JsonSerializable(typeof(ReviewSigned))]
[JsonSerializable(typeof(ReviewFinished))]
[JsonSerializable(typeof(ReviewCalledOff))]
[JsonSerializable(typeof(ClockStarted))]
[JsonSerializable(typeof(ClockStopped))]
[JsonSerializable(typeof(DeadlineWarned))]
[JsonSerializable(typeof(DeadlineMissed))]
internal sealed partial class StoredReviews : JsonSerializerContext;
