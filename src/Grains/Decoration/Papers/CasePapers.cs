using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Decoration.Dossiers;

namespace Dispatch.Grains.Decoration.Papers;

/// <summary>The disposal of one case as its events left it.</summary>
public sealed record CasePapers : Dossier
{
    private static readonly Text Late = new("办案环节逾期", "Disposal step late");
    private static readonly Text ToSign = new("文书待签发", "Document waits for your signature");

    /// <summary>How it is stored.</summary>
    public static DossierKind Kind { get; } = new(
        DossierKinds.Papers, new CasePapers(), StoredPapers.Default,
        [
            typeof(PapersOpened), typeof(PapersStepBegan), typeof(PaperDrafted), typeof(PaperSigned), typeof(PaperReturned), typeof(PapersStepDone),
            typeof(PapersStepFailed), typeof(PartyRefused), typeof(PapersStepHandedOver), typeof(HandOverAnswered), typeof(PapersEnded),
        ],
        typeof(IPapersGrain));

    /// <summary>How it began; null before.</summary>
    public PapersOpened? Opened { get; init; }

    /// <summary>Its steps in order.</summary>
    public ImmutableArray<StepOfCase> Steps { get; init; } = [];

    /// <summary>Its documents in the order of their drafting; the first one is 1.</summary>
    public ImmutableArray<PaperOfCase> Papers { get; init; } = [];

    /// <summary>Why it ended early; null where it did not.</summary>
    public string? EndedBecause { get; init; }

    /// <summary>How far it is.</summary>
    public PapersState State() =>
        Opened is null ? PapersState.NotOpened
        : EndedBecause is not null ? PapersState.Ended
        : Steps.All(step => step.State == PapersStepState.Done) ? PapersState.Done
        : PapersState.Open;

    /// <summary>A step; null where it has none of this id.</summary>
    public StepOfCase? Step(string id) => Steps.FirstOrDefault(step => step.Id == id);

    /// <summary>A document by its number of drafting; null where there is none.</summary>
    public PaperOfCase? Paper(int n) => n >= 1 && n <= Papers.Length ? Papers[n - 1] : null;

    /// <summary>Whether a step has a signed document of a kind.</summary>
    public bool HasSigned(string step, string paper) => Papers.Any(one => one.Step == step && one.Paper == paper && one.State == PaperState.Issued);

    /// <inheritdoc/>
    public override DossierPlace Place() => new(Opened!.StreetId, Opened.CommunityId, Opened.GridId, Opened.Unit, Opened.CaseNumber);

    /// <inheritdoc/>
    public override bool IsOpen() => State() == PapersState.Open;

    /// <summary>The street is told of a step that is late and of a document that waits for its signature.</summary>
    public override IEnumerable<DossierMatter> Waiting()
    {
        var street = Scope.Street(Opened!.StreetId).ToString();
        var page = $"/cases/{Opened.CaseId}";
        foreach (var clock in Clocks.Where(clock => clock is { State: ClockState.Missed, IsOpen: true }))
        {
            yield return new DossierMatter($"late:{clock.Name}:{clock.Generation}", street, "dossier-late", Late, null, page);
        }

        foreach (var paper in Papers.Where(paper => paper.State == PaperState.Proposed))
        {
            yield return new DossierMatter($"sign:{paper.N}", street, "paper-to-sign", ToSign, null, page);
        }
    }

    /// <inheritdoc/>
    protected override Dossier After(Happened happened)
    {
        var done = happened.OccurredAt ?? happened.At;
        return happened.Event switch
        {
            PapersOpened e => this with { Opened = e, Steps = [.. e.Steps.Select(id => new StepOfCase(id))] },
            PapersStepBegan e => With(e.Step, step => step with { State = PapersStepState.Running, DoneAt = null, DoneBy = null }),
            PaperDrafted e => this with { Papers = Papers.Add(new PaperOfCase(e, happened.Actor, happened.At)) },
            PaperSigned e => With(e.N, paper => paper with
            {
                State = PaperState.Issued,
                Number = e.Number,
                EndedBy = happened.Actor,
                EndedAt = happened.At,
                Lines = PaperText.Signed(paper.Lines, e),
            }),
            PaperReturned e => With(e.N, paper => paper with { State = PaperState.Returned, Reason = e.Reason, EndedBy = happened.Actor, EndedAt = happened.At }),
            PapersStepDone e => With(e.Step, step => step with { State = PapersStepState.Done, DoneAt = done, DoneBy = happened.Actor, Said = e.Said ?? step.Said }),
            PapersStepFailed e => With(e.Step, step => step with { State = PapersStepState.Planned, Said = e.Said }),
            PartyRefused e => this with { Steps = Steps.AddRange(e.Steps.Select(id => new StepOfCase(id) { Said = e.Said })) },
            PapersStepHandedOver e => With(e.Step, step => step with { State = PapersStepState.HandedOver, Office = e.Office }),
            HandOverAnswered e => With(e.Step, step => step with { Said = e.Said, Office = e.Taken ? step.Office : null }),
            PapersEnded e => this with { EndedBecause = e.Reason },
            _ => throw Unknown(happened),
        };
    }

    private CasePapers With(string id, Func<StepOfCase, StepOfCase> change) =>
        this with { Steps = [.. Steps.Select(step => step.Id == id ? change(step) : step)] };

    private CasePapers With(int n, Func<PaperOfCase, PaperOfCase> change) => this with { Papers = Papers.SetItem(n - 1, change(Papers[n - 1])) };
}

/// <summary>A step of a case.</summary>
/// <param name="Id">Its id in the path of the pack that the case's papers were opened under.</param>
public sealed record StepOfCase(string Id)
{
    /// <summary>How far it is.</summary>
    public PapersStepState State { get; init; }

    /// <summary>When it was done.</summary>
    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>By whom.</summary>
    public string? DoneBy { get; init; }

    /// <summary>What was said of it last.</summary>
    public string? Said { get; init; }

    /// <summary>The office that it is with.</summary>
    public Text? Office { get; init; }
}

/// <summary>A document of a case.</summary>
public sealed record PaperOfCase
{
    /// <summary>For stored JSON.</summary>
    public PaperOfCase()
    {
    }

    /// <summary>As it was drafted.</summary>
    public PaperOfCase(PaperDrafted drafted, string madeBy, DateTimeOffset madeAt) =>
        (N, Paper, Step, Title, Mark, Template, Lines, Punishment, Fine, Range, MadeBy, MadeAt) =
        (drafted.N, drafted.Paper, drafted.Step, drafted.Title, drafted.Mark, drafted.Template, drafted.Lines, drafted.Punishment, drafted.Fine, drafted.Range, madeBy, madeAt);

    /// <summary>Which draft, from 1.</summary>
    public int N { get; init; }

    /// <summary>The template's id.</summary>
    public string Paper { get; init; } = "";

    /// <summary>The step.</summary>
    public string Step { get; init; } = "";

    /// <summary>Its name.</summary>
    public Text Title { get; init; } = Text.Same("");

    /// <summary>The part of its number that names the kind.</summary>
    public string Mark { get; init; } = "";

    /// <summary>The pack of its template.</summary>
    public PolicyName? Template { get; init; }

    /// <summary>Its text; number and date are filled by the signature.</summary>
    public ImmutableArray<string> Lines { get; init; } = [];

    /// <summary>The punishment item.</summary>
    public string? Punishment { get; init; }

    /// <summary>The fine.</summary>
    public decimal? Fine { get; init; }

    /// <summary>How its range was found.</summary>
    public Text? Range { get; init; }

    /// <summary>Who drafted it.</summary>
    public string MadeBy { get; init; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset MadeAt { get; init; }

    /// <summary>How far it is.</summary>
    public PaperState State { get; init; }

    /// <summary>Its number.</summary>
    public string? Number { get; init; }

    /// <summary>Who signed it or sent it back.</summary>
    public string? EndedBy { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Why it was sent back.</summary>
    public string? Reason { get; init; }
}
