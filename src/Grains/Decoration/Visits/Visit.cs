using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Storage;

namespace Dispatch.Grains.Decoration.Visits;

/// <summary>One visit of several departments as its events left it.</summary>
public sealed record Visit : Dossier
{
    /// <summary>The clock until the last instant at which each check is in time.</summary>
    public const string HoldClock = "visit-hold";

    /// <summary>The clock until every department has signed.</summary>
    public const string SignaturesClock = "visit-signatures";

    private const string Ahead = "visit";
    private const string Late = "dossier-late";

    private static readonly Text Coming = new("综合查一次：联合检查安排", "One visit for all checks: planned");
    private static readonly Text NotHeld = new("联合检查未按时开展", "A visit was not made in time");
    private static readonly Text NotSigned = new("联合检查记录未签署完毕", "The record of a visit is not signed by all");

    /// <summary>How it is stored.</summary>
    public static DossierKind Kind { get; } = new(
        DossierKinds.Visit, new Visit(), StoredVisits.Default,
        [typeof(VisitPlanned), typeof(VisitBegun), typeof(VisitTicked), typeof(VisitSigned), typeof(VisitHeld), typeof(VisitCalledOff)],
        typeof(IVisitGrain));

    /// <summary>How it began; null before.</summary>
    public VisitPlanned? Planned { get; init; }

    /// <summary>How far it is.</summary>
    public VisitState State { get; init; }

    /// <summary>The officers who came.</summary>
    public ImmutableArray<string> Officers { get; init; } = [];

    /// <summary>The lines of the checklists, by item and flat.</summary>
    public ImmutableArray<VisitLine> Lines { get; init; } = [];

    /// <summary>Who signed what stands here.</summary>
    public ImmutableArray<VisitSignature> Signatures { get; init; } = [];

    /// <summary>How many visits were avoided.</summary>
    public int Avoided { get; init; }

    /// <summary>Checks whose inspection could not be recorded.</summary>
    public ImmutableArray<string> NotRecorded { get; init; } = [];

    /// <summary>Why it was called off.</summary>
    public string? Reason { get; init; }

    /// <summary>The photos.</summary>
    public ImmutableArray<EvidencePiece> Pictures { get; init; } = [];

    /// <summary>The departments that have not signed.</summary>
    public IEnumerable<string> Outstanding() => Planned!.Departments.Where(department => Signatures.All(signature => signature.Department != department));

    /// <inheritdoc/>
    public override DossierPlace Place() => new(Planned!.StreetId, Planned.CommunityId, Planned.GridId, Search: Planned.EstateId);

    /// <inheritdoc/>
    public override bool IsOpen() => Planned is not null && State is VisitState.Planned or VisitState.Begun;

    /// <summary>Each department is told of the visit until it begins; the captain of one that is not made, or not signed, in time.</summary>
    public override IEnumerable<DossierMatter> Waiting() =>
    [
        .. from department in State == VisitState.Planned ? Planned!.Departments : []
           select Matter($"visit:{department}", Receiver(department), Ahead, Coming),
        .. from clock in Clocks
           where clock is { State: ClockState.Missed, IsOpen: true }
           select Matter(
               $"late:{clock.Name}:{clock.Generation}", NoticeReceiver.Captain(Planned!.StreetId), Late, clock.Name == HoldClock ? NotHeld : NotSigned),
    ];

    /// <inheritdoc/>
    protected override Dossier After(Happened happened) => happened.Event switch
    {
        VisitPlanned e => this with { Planned = e, Lines = VisitLines.Of(e.Checks) },
        VisitBegun e => this with { State = VisitState.Begun, Officers = e.Officers },
        VisitTicked e => this with
        {
            Lines = [.. Lines.Select(line => line.Item == e.Item && line.UnitId == e.UnitId ? Answered(line, e, happened) : line)],
            Signatures = [],
            Pictures = [.. Pictures, .. e.Photos.Where(photo => Pictures.All(known => known.Id != photo.Id))],
        },
        VisitSigned e => this with { Signatures = Signatures.Add(new VisitSignature(e.Department, happened.Actor, happened.OccurredAt ?? happened.At)) },
        VisitHeld e => this with { State = VisitState.Held, Avoided = e.Avoided, NotRecorded = e.NotRecorded },
        VisitCalledOff e => this with { State = VisitState.CalledOff, Reason = e.Reason },
        _ => throw Unknown(happened),
    };

    private static VisitLine Answered(VisitLine line, VisitTicked ticked, Happened happened) => line with
    {
        Good = ticked.Good,
        Note = ticked.Note,
        EvidenceIds = [.. ticked.Photos.Select(photo => photo.Id)],
        At = happened.OccurredAt ?? happened.At,
        By = happened.Actor,
    };

    private DossierMatter Matter(string cause, string receiver, string what, Text title) => new(cause, receiver, what, title, null, $"/visits?id={Planned!.Id}");

    private string Receiver(string department) => department switch
    {
        VisitParties.Enforcement => NoticeReceiver.Captain(Planned!.StreetId),
        VisitParties.Community or VisitParties.Property => Scope.Community(Planned!.CommunityId).ToString(),
        _ => Scope.Department(department).ToString(),
    };
}

/// <summary>The lines of a visit's checklists. Pure.</summary>
internal static class VisitLines
{
    /// <summary>One for each item and flat, by item, then flat.</summary>
    public static ImmutableArray<VisitLine> Of(IEnumerable<OpenCheck> checks) =>
    [
        .. from check in checks
           from item in check.Items
           group check.Department by (item, check.UnitId) into line
           orderby line.Key.item, line.Key.UnitId
           select new VisitLine { Item = line.Key.item, UnitId = line.Key.UnitId, Departments = [.. line.Distinct(StringComparer.Ordinal)] },
    ];
}
