using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Decoration.Papers;
using Dispatch.Grains.Policies;
using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.Decoration.Papers;

/// <summary>The papers of one case, acted on by pure rules. It begins on a Monday at ten.</summary>
internal sealed class PapersStory
{
    public static readonly DateTimeOffset Start = new(2026, 9, 7, 2, 0, 0, TimeSpan.Zero);
    public static readonly Actor Officer = new("officer-1", Role.Officer, Scope.Street("xiashi"));
    public static readonly Actor Captain = new("captain", Role.Captain, Scope.Street("xiashi"));
    public static readonly Actor Community = new("community-xishan", Role.CommunityStaff, Scope.Community("xishan"));

    public PapersStory(string type) => Known = new PapersKnown(Sample.Xiashi, Sample.Xiashi, Case(type), Sample.Territory);

    public PapersKnown Known { get; set; }

    public DateTimeOffset Now { get; set; } = Start;

    public CasePapers Papers { get; private set; } = new();

    /// <summary>What happened, as stored.</summary>
    public List<Storage.EventRecord> Stored { get; } = [];

    public static CaseView Case(string type) => new()
    {
        Id = "c1",
        Number = "xiashi-2026-000123",
        Type = type,
        Title = type,
        StreetId = "xiashi",
        CommunityId = "xishan",
        GridId = "xishan-03",
        Level = CaseLevel.Street,
        Status = CaseStatus.OnSite,
        Priority = Priority.Normal,
        Responsible = Scope.Street("xiashi"),
        OfficerIds = [],
        Clocks = [],
        OpenedAt = Start,
        Version = 7,
        PossibleDuplicates = [],
        Place = new CasePlace { StreetId = "xiashi", CommunityId = "xishan", GridId = "xishan-03", Estate = "huayu-qiantang", Building = "7", Unit = "7-2-2001" },
    };

    /// <summary>The pack in force from now on has another text of a template.</summary>
    public static PolicyPack Edited(string id, params string[] lines)
    {
        var rules = Sample.Xiashi.Papers!;
        var templates = rules.Templates.Select(one => one.Key != id ? one : new(one.Key, one.Value with { Lines = [.. lines] }));
        return Sample.Xiashi with { Version = "edited", Papers = rules with { Templates = System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(templates) } };
    }

    public Verdict Try(DossierCommand command, Actor? by = null) =>
        PapersDecider.Decide(Papers, new DossierAct { Command = command, By = by ?? Officer, Key = "k", BodyHash = "", ReceivedAt = Now }, Now, Known);

    public PapersStory Do(DossierCommand command, Actor? by = null)
    {
        Keep(Try(command, by) switch
        {
            DossierDecision decision => decision,
            Refused refused => throw new Xunit.Sdk.XunitException($"{command}: {refused.Refusal.Reason}"),
            var other => throw new InvalidOperationException($"{other}"),
        });
        return this;
    }

    /// <summary>A document is drafted by an officer and signed by the captain.</summary>
    public PapersStory Issue(DraftPaper draft) => Do(draft).Do(new SignPaper { N = Papers.Papers.Length }, Captain);

    public void Fire() => Keep(DossierFiring.Fire(Papers, Now, Sample.Xiashi, static (_, _) => { }));

    public RefusalCode Refused(DossierCommand command, Actor? by = null) => Assert.IsType<Refused>(Try(command, by)).Refusal.Code;

    public string Running() => string.Join(' ', Papers.Steps.Where(step => step.State == PapersStepState.Running).Select(step => step.Id));

    public DateTimeOffset Due(string clock) =>
        DossierClocks.Deadlines(Papers.Clocks, Sample.Xiashi).Single(deadline => deadline.Clock == clock).DueAt;

    private void Keep(DossierDecision decision)
    {
        Papers = (CasePapers)decision.Dossier;
        Stored.AddRange(decision.Events.Select(CasePapers.Kind.Record));
    }
}
