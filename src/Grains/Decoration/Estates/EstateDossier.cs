using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Decoration.Dossiers;

namespace Dispatch.Grains.Decoration.Estates;

/// <summary>The dossier of an estate as its events left it; the territory knows its buildings and flats.</summary>
public sealed record EstateDossier : Dossier
{
    /// <summary>The clock until the day of the hand-over.</summary>
    public const string HandOverClock = "estate-hand-over";

    /// <summary>The clock until the agreement is near its end.</summary>
    public const string AgreementClock = "estate-agreement";

    private static readonly Text NotReviewed = new("交付前未完成联合会审", "Hand-over without a joint review");
    private static readonly Text Lapsing = new("物业服务合同即将到期", "Property-service agreement about to lapse");

    /// <summary>How it is stored.</summary>
    public static DossierKind Kind { get; } = new(
        DossierKinds.Estate, new EstateDossier(), StoredEstates.Default,
        [
            typeof(EstateTakenUp), typeof(FloorPlanDrawn), typeof(SpotMarked), typeof(SpotRemoved), typeof(ResponsibleNamed), typeof(ResponsibleReleased),
            typeof(AgreementRecorded), typeof(GuidanceDrafted), typeof(GuidancePublished), typeof(HandOverPlanned), typeof(WatchKept), typeof(WatchEnded),
        ],
        typeof(IEstateGrain));

    /// <summary>Where it lies; null before anything was written in it.</summary>
    public EstateTakenUp? Ground { get; init; }

    /// <summary>Its floor-plan types, in the order in which they were drawn first.</summary>
    public ImmutableArray<FloorPlan> Plans { get; init; } = [];

    /// <summary>Who is responsible, in the order in which they were named first.</summary>
    public ImmutableArray<ResponsibleParty> Parties { get; init; } = [];

    /// <summary>The property-service agreement.</summary>
    public ServiceAgreement? Agreement { get; init; }

    /// <summary>Pictures of spots and of the agreement.</summary>
    public ImmutableArray<EvidencePiece> Pictures { get; init; } = [];

    /// <summary>The day of the hand-over.</summary>
    public DateOnly? HandOverOn { get; init; }

    /// <summary>The review that was finished last.</summary>
    public string? ReviewId { get; init; }

    /// <summary>What is to be watched.</summary>
    public ImmutableArray<WatchPoint> Watch { get; init; } = [];

    /// <inheritdoc/>
    public override DossierPlace Place() => new(Ground!.StreetId, Ground.CommunityId, Ground.GridId);

    /// <summary>An estate is never over.</summary>
    public override bool IsOpen() => Ground is not null;

    /// <summary>Its community is told when it is handed over without a review, and when its agreement is about to lapse.</summary>
    public override IEnumerable<DossierMatter> Waiting() =>
        from clock in Clocks
        where clock is { State: ClockState.Missed, IsOpen: true }
        select new DossierMatter(
            $"late:{clock.Name}:{clock.Generation}", Scope.Community(Ground!.CommunityId).ToString(), "dossier-late",
            clock.Name == HandOverClock ? NotReviewed : Lapsing, null, $"/estates/{Ground.Id}");

    /// <summary>The floor-plan type of an id; null for none.</summary>
    public FloorPlan? Plan(string? id) => Plans.FirstOrDefault(plan => plan.Id == id);

    /// <summary>A picture that it shows; null for none.</summary>
    public EvidencePiece? Picture(string id) =>
        Plans.Select(plan => plan.Image).Concat(Pictures).FirstOrDefault(piece => piece.Id == id);

    /// <inheritdoc/>
    protected override Dossier After(Happened happened) => happened.Event switch
    {
        EstateTakenUp e => this with { Ground = e },
        FloorPlanDrawn e => this with
        {
            Plans = Plan(e.PlanId) is { } plan
                ? Plans.Replace(plan, plan with { Name = e.Title, Image = e.Image, Units = e.Units })
                : Plans.Add(new FloorPlan { Id = e.PlanId, Name = e.Title, Image = e.Image, Units = e.Units }),
        },
        SpotMarked e => With(e.PlanId, plan => plan with
        {
            Spots = plan.Spot(e.Spot.Id) is { } spot ? plan.Spots.Replace(spot, e.Spot) : plan.Spots.Add(e.Spot),
        }).Showing(e.Picture is null ? [] : [e.Picture]),
        SpotRemoved e => With(e.PlanId, plan => plan with { Spots = plan.Spots.RemoveAll(spot => spot.Id == e.SpotId) }),
        ResponsibleNamed e => this with
        {
            Parties = Parties.FirstOrDefault(party => party.Id == e.Party.Id) is { } party ? Parties.Replace(party, e.Party) : Parties.Add(e.Party),
        },
        ResponsibleReleased e => this with { Parties = Parties.RemoveAll(party => party.Id == e.PartyId) },
        AgreementRecorded e => (this with { Agreement = e.Agreement }).Showing(e.Pages),
        GuidanceDrafted e => With(e.PlanId, plan => plan with { Words = e.Words }),
        GuidancePublished e => With(e.PlanId, plan => plan with { Published = e.Guidance }),
        HandOverPlanned e => this with { HandOverOn = e.On },
        WatchKept e => this with { ReviewId = e.ReviewId, Watch = Watch.AddRange(e.Points) },
        WatchEnded e => this with { Watch = Watch.RemoveAll(point => point.Id == e.WatchId) },
        _ => throw Unknown(happened),
    };

    private EstateDossier With(string planId, Func<FloorPlan, FloorPlan> change) =>
        Plan(planId) is { } plan ? this with { Plans = Plans.Replace(plan, change(plan)) } : this;

    private EstateDossier Showing(ImmutableArray<EvidencePiece> pieces) =>
        this with { Pictures = [.. Pictures, .. pieces.Where(piece => Pictures.All(known => known.Id != piece.Id))] };
}

/// <summary>A floor-plan type.</summary>
public sealed record FloorPlan
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required Text Name { get; init; }

    /// <summary>Its picture.</summary>
    public required EvidencePiece Image { get; init; }

    /// <summary>Its flats.</summary>
    public ImmutableArray<string> Units { get; init; } = [];

    /// <summary>Its prone spots, in the order in which they were marked first: their numbers on the plan.</summary>
    public ImmutableArray<ProneSpot> Spots { get; init; } = [];

    /// <summary>The words above its guidance; null for the usual ones.</summary>
    public Text? Words { get; init; }

    /// <summary>What was published last.</summary>
    public GuidancePlan? Published { get; init; }

    /// <summary>The spot of an id; null for none.</summary>
    public ProneSpot? Spot(string? id) => Spots.FirstOrDefault(spot => spot.Id == id);
}
