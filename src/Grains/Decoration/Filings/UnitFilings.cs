using System.Collections.Immutable;
using System.Globalization;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Decoration.Dossiers;

namespace Dispatch.Grains.Decoration.Filings;

/// <summary>All filings of one flat as their events left them: together, so that overlapping ones are refused here and the history stays with the flat.</summary>
public sealed record UnitFilings : Dossier
{
    private const int MostScans = 50;

    /// <summary>How it is stored.</summary>
    public static DossierKind Kind { get; } = new(
        DossierKinds.Filing, new UnitFilings(), StoredFilings.Default,
        [
            typeof(WorksFiled), typeof(OfficeApproved), typeof(InspectionsPlanned), typeof(FilingRefused), typeof(NeighboursTold), typeof(DoorScanned),
            typeof(WorksInspected), typeof(InspectionEscalated), typeof(FilingWithdrawn), typeof(FilingCompleted), typeof(FilingContactErased),
        ],
        typeof(IFilingGrain));

    /// <summary>Where the flat lies; null before anything happened.</summary>
    public FiledUnit? Unit { get; init; }

    /// <summary>The filings, the oldest first. Contacts are no part of them.</summary>
    public ImmutableArray<FilingView> Filings { get; init; } = [];

    /// <summary>The last scans of staff, the latest first.</summary>
    public ImmutableArray<DoorScan> Scans { get; init; } = [];

    /// <summary>Whether a filing is not over yet.</summary>
    public static bool IsOpen(FilingView filing) => filing.State is FilingState.AwaitingApproval or FilingState.Standing;

    /// <summary>The filing of a number; null for none.</summary>
    public FilingView? Find(int number) => number >= 1 && number <= Filings.Length ? Filings[number - 1] : null;

    /// <summary>The filing under which work may go on at a day; null for none.</summary>
    public FilingView? StandingOn(DateOnly day) => Filings.FirstOrDefault(filing => filing.State == FilingState.Standing && filing.From <= day && day <= filing.To);

    /// <inheritdoc/>
    public override DossierPlace Place() => new(Unit!.StreetId, Unit.CommunityId, Unit.GridId, Unit.Name, $"{Unit.Estate.Zh} {Unit.Estate.En} {Unit.UnitId}");

    /// <inheritdoc/>
    public override bool IsOpen() => Filings.Any(IsOpen);

    /// <inheritdoc/>
    public override IEnumerable<DossierMatter> Waiting() => FilingMatters.Of(this);

    /// <inheritdoc/>
    protected override Dossier After(Happened happened) => happened.Event switch
    {
        WorksFiled e => this with { Unit = e.Unit, Filings = Filings.Add(Filed(e, happened.At)) },
        OfficeApproved e => With(e.Number, filing => filing with
        {
            Offices = [.. filing.Offices.Select(office => office.Office == e.Office ? office with { Permit = e.Permit } : office)],
        }),
        InspectionsPlanned e => With(e.Number, filing => filing with { State = FilingState.Standing, Inspections = e.Inspections }),
        FilingRefused e => With(e.Number, filing => filing with { State = FilingState.Refused, Reason = e.Reason, EndedAt = happened.At }),
        NeighboursTold e => With(e.Number, filing => filing with
        {
            NeighboursToldAt = happened.OccurredAt ?? happened.At,
            NeighboursToldBy = e.Said is null ? happened.Actor : $"{happened.Actor}: {e.Said}",
        }),
        DoorScanned => this with
        {
            Scans = [new DoorScan(happened.OccurredAt ?? happened.At, happened.Actor), .. Scans.Take(MostScans - 1)],
        },
        WorksInspected e => With(e.Number, e.Stage, inspection => inspection with
        {
            DoneAt = happened.OccurredAt ?? happened.At,
            By = happened.Actor,
            AtTheDoor = e.AtTheDoor,
            Findings = e.Findings,
            CaseId = e.CaseId ?? inspection.CaseId,
            Times = inspection.Times + 1,
            DueAt = e.AgainBy ?? inspection.DueAt,
            Level = FilingLevel.Grid,
        }),
        InspectionEscalated e => With(e.Number, e.Stage, inspection => inspection with { Level = e.To }),
        FilingWithdrawn e => With(e.Number, filing => filing with { State = FilingState.Withdrawn, Reason = e.Reason, EndedAt = happened.At }),
        FilingCompleted e => With(e.Number, filing => filing with { State = FilingState.Completed, EndedAt = happened.At }),
        FilingContactErased => this,
        _ => throw Unknown(happened),
    };

    private static FilingView Filed(WorksFiled e, DateTimeOffset at) => new()
    {
        Number = e.Number,
        State = FilingState.AwaitingApproval,
        FiledAt = at,
        Works = e.Works,
        Contractor = e.Contractor,
        From = e.From,
        To = e.To,
        Offices = e.Offices,
        Neighbours = e.Neighbours,
        Inspections = e.Planned,
        GuidanceRead = e.GuidanceRead,
    };

    private UnitFilings With(int number, Func<FilingView, FilingView> change) => this with { Filings = Filings.SetItem(number - 1, change(Filings[number - 1])) };

    private UnitFilings With(int number, WorkStage stage, Func<WorksInspection, WorksInspection> change) => With(number, filing => filing with
    {
        Inspections = [.. filing.Inspections.Select(inspection => inspection.Stage == stage ? change(inspection) : inspection)],
    });
}

/// <summary>Where a flat lies, as the territory had it.</summary>
/// <param name="EstateId">The estate.</param>
/// <param name="Estate">Its name.</param>
/// <param name="BuildingId">The building.</param>
/// <param name="UnitId">The flat.</param>
/// <param name="GridId">Its grid.</param>
/// <param name="CommunityId">Its community.</param>
/// <param name="StreetId">Its street.</param>
public sealed record FiledUnit(string EstateId, Text Estate, string BuildingId, string UnitId, string GridId, string CommunityId, string StreetId)
{
    /// <summary>The flat as the store's column names it, <c>estate/unit</c>.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Name => $"{EstateId}/{UnitId}";
}

/// <summary>How the clocks of a filing are named: what they wait for, and the filing's number.</summary>
public static class FilingClock
{
    private const string ApprovalOf = "approval-";
    private const string NeighboursOf = "neighbours-";

    /// <summary>Waits for the offices.</summary>
    public static string Approval(int number) => ApprovalOf + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Waits for the neighbours to be told.</summary>
    public static string Neighbours(int number) => NeighboursOf + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Waits for an inspection.</summary>
    public static string Inspection(int number, WorkStage stage) => Stage(stage) + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The inspection that a clock waits for; null where it waits for something else.</summary>
    public static (int Number, WorkStage Stage)? InspectionOf(string clock)
    {
        foreach (var stage in Enum.GetValues<WorkStage>())
        {
            if (clock.StartsWith(Stage(stage), StringComparison.Ordinal))
            {
                return (int.Parse(clock.AsSpan(Stage(stage).Length), NumberStyles.None, CultureInfo.InvariantCulture), stage);
            }
        }

        return null;
    }

    private static string Stage(WorkStage stage) => stage switch
    {
        WorkStage.Start => "start-",
        WorkStage.WetWorks => "wet-works-",
        _ => "finish-",
    };
}
