using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Decoration.Dossiers;

namespace Dispatch.Grains.Decoration.Rounds;

/// <summary>A patrol round as its events left it.</summary>
public sealed record Round : Dossier
{
    private const string What = "dossier-late";

    private static readonly Text NotWalked = new("装修巡查未按时完成", "Patrol round not walked in time");
    private static readonly Text ShareNotWalked = new("先锋队巡查任务未按时完成", "Vanguard group's share not walked in time");
    private static readonly Text Found = new("巡查发现违规，请告知物业", "A round found a violation: tell the manager");
    private static readonly Text NotStopped = new("物业未按时制止，建议立案核查（PROP-01）", "Not stopped in time by the manager: PROP-01 proposed");
    private static readonly Text NotReported = new("物业未按时报告，建议立案核查（PROP-01）", "Not reported in time by the manager: PROP-01 proposed");

    /// <summary>How it is stored.</summary>
    public static DossierKind Kind { get; } = new(
        DossierKinds.Round, new Round(), StoredRounds.Default,
        [
            typeof(RoundDrawn), typeof(RoundShared), typeof(RoundItemSeen), typeof(UnfiledWorkFound), typeof(ManagerTold), typeof(ManagerStopped),
            typeof(ManagerReported), typeof(RoundWalked), typeof(RoundEnded),
        ],
        typeof(IRoundGrain));

    /// <summary>How it began; null before.</summary>
    public RoundDrawn? Drawn { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset DrawnAt { get; init; }

    /// <summary>By whom.</summary>
    public string DrawnBy { get; init; } = "";

    /// <summary>How far it is.</summary>
    public RoundState State { get; init; }

    /// <summary>What to look at.</summary>
    public ImmutableArray<RoundItem> Items { get; init; } = [];

    /// <summary>The shares.</summary>
    public ImmutableArray<RoundShare> Shares { get; init; } = [];

    /// <summary>The receipts, in order.</summary>
    public ImmutableArray<RoundReceipt> Receipts { get; init; } = [];

    /// <summary>The photos.</summary>
    public ImmutableArray<EvidencePiece> Pictures { get; init; } = [];

    /// <summary>Why it ended before all was done.</summary>
    public string? Reason { get; init; }

    /// <summary>The item of an id; null for none.</summary>
    public RoundItem? Item(string? id) => Items.FirstOrDefault(item => item.Id == id);

    /// <summary>Whether nothing is left to see of the manager's part, or of a share.</summary>
    /// <param name="shareId">The share; null for the manager's part.</param>
    public bool IsSeen(string? shareId) => Items.All(item => item.ShareId != shareId || item.SeenAt is not null);

    /// <summary>Whether something at an item still waits for the manager.</summary>
    public static bool IsSettled(RoundItem item) => item.Good is true || item is { StoppedAt: not null, ReportedAt: not null };

    /// <inheritdoc/>
    public override DossierPlace Place() => new(Drawn!.StreetId, Drawn.CommunityId, Drawn.GridId, Search: Drawn.EstateId);

    /// <inheritdoc/>
    public override bool IsOpen() => Drawn is not null && State == RoundState.Open;

    /// <summary>The community is told of a missed round or share, of a violation that the manager does not know of, and of a duty that the manager did not do in time.</summary>
    public override IEnumerable<DossierMatter> Waiting() =>
    [
        .. from clock in Clocks
           where clock is { State: ClockState.Missed, IsOpen: true }
           select Matter($"late:{clock.Name}:{clock.Generation}", Title(clock.Name)),
        .. from item in Items
           where item is { Good: false, ToldAt: null }
           select Matter($"found:{item.Id}", Found),
    ];

    /// <inheritdoc/>
    protected override Dossier After(Happened happened) => happened.Event switch
    {
        RoundDrawn e => this with { Drawn = e, DrawnAt = happened.At, DrawnBy = happened.Actor, Items = e.Items },
        RoundShared e => this with
        {
            Shares = Shares.Add(e.Share),
            Items = [.. Items.Select(item => e.ItemIds.Contains(item.Id) ? item with { ShareId = e.Share.Id } : item)],
        },
        RoundItemSeen e => With(e.ItemId, happened, e.Good ? RoundMark.Clear : RoundMark.Found, e.Note, e.Photos, item => item with
        {
            SeenAt = happened.OccurredAt ?? happened.At,
            SeenBy = happened.Actor,
            Good = e.Good,
        }),
        UnfiledWorkFound e => this with
        {
            Items = Items.Add(e.Item with { SeenAt = happened.OccurredAt ?? happened.At, SeenBy = happened.Actor, Good = false }),
        },
        ManagerTold e => With(e.ItemId, happened, RoundMark.ManagerTold, e.Note, [], item => item with { ToldAt = happened.OccurredAt ?? happened.At }),
        ManagerStopped e => With(
            e.ItemId, happened, RoundMark.ManagerStopped, e.Note, e.Photos, item => item with { StoppedAt = happened.OccurredAt ?? happened.At }),
        ManagerReported e => With(e.ItemId, happened, RoundMark.ManagerReported, e.Note, e.Photos, item => item with
        {
            ReportedAt = happened.OccurredAt ?? happened.At,
            CaseId = e.CaseId ?? item.CaseId,
        }),
        RoundWalked => this with { State = RoundState.Walked },
        RoundEnded e => this with { State = RoundState.Ended, Reason = e.Reason },
        _ => throw Unknown(happened),
    };

    private DossierMatter Matter(string cause, Text title) =>
        new(cause, Scope.Community(Drawn!.CommunityId).ToString(), What, title, null, $"/rounds?id={Drawn.Id}");

    private static Text Title(string clock) =>
        RoundClocks.IsShare(clock) ? ShareNotWalked
        : RoundClocks.IsStop(clock) ? NotStopped
        : RoundClocks.IsReport(clock) ? NotReported
        : NotWalked;

    private Round With(string itemId, Happened happened, RoundMark mark, string? note, ImmutableArray<EvidencePiece> photos, Func<RoundItem, RoundItem> change)
    {
        var item = Item(itemId)!;
        var changed = change(item);
        return this with
        {
            Items = Items.Replace(item, changed with
            {
                Note = note ?? item.Note,
                EvidenceIds = [.. item.EvidenceIds.Union(photos.Select(photo => photo.Id))],
            }),
            Receipts = Receipts.Add(new RoundReceipt(
                $"{Drawn!.Id}-{Receipts.Length + 1}", itemId, mark, happened.OccurredAt ?? happened.At, happened.Actor)),
            Pictures = [.. Pictures, .. photos.Where(photo => Pictures.All(known => known.Id != photo.Id))],
        };
    }
}

/// <summary>How the clocks of a round are named: those of an item or a share end with its id.</summary>
public static class RoundClocks
{
    private const string OfShare = "round-share:";
    private const string OfStop = "round-stop:";
    private const string OfReport = "round-report:";

    /// <summary>Waits for the manager's part to be seen.</summary>
    public const string Walk = "round-walk";

    /// <summary>Waits for a share to be seen.</summary>
    public static string Share(string shareId) => OfShare + shareId;

    /// <summary>Waits for the manager to stop what is wrong.</summary>
    public static string Stop(string itemId) => OfStop + itemId;

    /// <summary>Waits for the manager to report it.</summary>
    public static string Report(string itemId) => OfReport + itemId;

    internal static bool IsShare(string clock) => clock.StartsWith(OfShare, StringComparison.Ordinal);

    internal static bool IsStop(string clock) => clock.StartsWith(OfStop, StringComparison.Ordinal);

    internal static bool IsReport(string clock) => clock.StartsWith(OfReport, StringComparison.Ordinal);
}
