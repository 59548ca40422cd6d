namespace Dispatch.Contracts.Decoration;

/// <summary>Opens the disposal path of a case's scene. The street team, or the community where it leads the type.</summary>
[GenerateSerializer, Immutable, Alias("open-papers")]
public sealed record OpenPapers : DossierCommand
{
    /// <summary>Ids of steps that are taken although the type alone does not ask for them, such as a structural check; null for none.</summary>
    [Id(0)] public IReadOnlyList<string>? With { get; init; }
}

/// <summary>Drafts a document of a step that runs: what its template asks for, and nothing else. It has a number once the captain has signed.</summary>
[GenerateSerializer, Immutable, Alias("draft-paper")]
public sealed record DraftPaper : DossierCommand
{
    /// <summary>Which document: the id of a template.</summary>
    [Id(0)] public required string Paper { get; init; }

    /// <summary>What was found, 1 to 500 characters, without names.</summary>
    [Id(1)] public string? Facts { get; init; }

    /// <summary>What is to be done, 1 to 500 characters, without names.</summary>
    [Id(2)] public string? Measure { get; init; }

    /// <summary>By which day; today or at most a year ahead.</summary>
    [Id(3)] public DateOnly? Deadline { get; init; }

    /// <summary>The punishment item, one of the case's type.</summary>
    [Id(4)] public string? Punishment { get; init; }

    /// <summary>The fee of the decoration-management agreement, where the range depends on it; yuan.</summary>
    [Id(5)] public decimal? Fee { get; init; }

    /// <summary>The cost of the works, where the range depends on it; yuan.</summary>
    [Id(6)] public decimal? Cost { get; init; }

    /// <summary>The fine that a person proposes within the range, yuan; null for an item that knows a measure instead.</summary>
    [Id(7)] public decimal? Fine { get; init; }
}

/// <summary>Signs a drafted document. A captain who did not draft it.</summary>
[GenerateSerializer, Immutable, Alias("sign-paper")]
public sealed record SignPaper : DossierCommand
{
    /// <summary>Which: <see cref="PaperView.N"/>.</summary>
    [Id(0)] public required int N { get; init; }
}

/// <summary>Sends a drafted document back, or withdraws one's own.</summary>
[GenerateSerializer, Immutable, Alias("return-paper")]
public sealed record ReturnPaper : DossierCommand
{
    /// <summary>Which: <see cref="PaperView.N"/>.</summary>
    [Id(0)] public required int N { get; init; }

    /// <summary>Why, 1 to 500 characters.</summary>
    [Id(1)] public required string Reason { get; init; }
}

/// <summary>A step is done, and the next one begins. Its documents must be signed.</summary>
[GenerateSerializer, Immutable, Alias("finish-step")]
public sealed record FinishStep : DossierCommand
{
    /// <summary>Which.</summary>
    [Id(0)] public required string Step { get; init; }

    /// <summary>What was found or done, 1 to 500 characters; needed by a step without documents, and where it was not passed.</summary>
    [Id(1)] public string? Said { get; init; }

    /// <summary>Of a step that may fail: whether it was passed. What was not is done again.</summary>
    [Id(2)] public bool? Passed { get; init; }

    /// <summary>A captain goes on without the documents of the step, such as where no fine is due, and says why.</summary>
    [Id(3)] public bool Waived { get; init; }
}

/// <summary>The party refuses to stop or to comply: the steps that the path has for it begin.</summary>
[GenerateSerializer, Immutable, Alias("record-party-refusal")]
public sealed record RecordPartyRefusal : DossierCommand
{
    /// <summary>What was said or done, 1 to 500 characters, without names.</summary>
    [Id(0)] public required string Said { get; init; }
}

/// <summary>Hands a step to the office that holds the power; the catalogue says by when it must have it.</summary>
[GenerateSerializer, Immutable, Alias("hand-over-step")]
public sealed record HandOverStep : DossierCommand
{
    /// <summary>Which.</summary>
    [Id(0)] public required string Step { get; init; }

    /// <summary>The punishment item.</summary>
    [Id(1)] public required string Punishment { get; init; }
}

/// <summary>The office has answered a hand-over.</summary>
[GenerateSerializer, Immutable, Alias("answer-hand-over")]
public sealed record AnswerHandOver : DossierCommand
{
    /// <summary>Which step.</summary>
    [Id(0)] public required string Step { get; init; }

    /// <summary>Whether it takes the matter; the street goes on where it does not.</summary>
    [Id(1)] public required bool Taken { get; init; }

    /// <summary>What it said, 1 to 500 characters.</summary>
    [Id(2)] public required string Said { get; init; }
}

/// <summary>The path ends before its end, such as for a case that was none. A captain.</summary>
[GenerateSerializer, Immutable, Alias("end-papers")]
public sealed record EndPapers : DossierCommand
{
    /// <summary>Why, 1 to 500 characters.</summary>
    [Id(0)] public required string Reason { get; init; }
}
