namespace Dispatch.Contracts.Decoration;

/// <summary>Orders topics of the menu for an estate; the first order opens the session, and more add to it until it is held. Owners by the estate's link, property managers, community staff, officers, captains, dispatchers.</summary>
[GenerateSerializer, Immutable, Alias("order-topics")]
public sealed record OrderTopics : DossierCommand
{
    /// <summary>The estate.</summary>
    [Id(0)] public required string EstateId { get; init; }

    /// <summary>For whom; of an open session its own. Owners order for owners.</summary>
    [Id(1)] public required TeachingAudience Audience { get; init; }

    /// <summary>Topics of the menu: 1 to 20, each once.</summary>
    [Id(2)] public required IReadOnlyList<string> Topics { get; init; }
}

/// <summary>Asks what a session is to answer; the first question opens one for owners. As <see cref="OrderTopics"/>.</summary>
[GenerateSerializer, Immutable, Alias("ask-question")]
public sealed record AskQuestion : DossierCommand
{
    /// <summary>The estate.</summary>
    [Id(0)] public required string EstateId { get; init; }

    /// <summary>The question, 1 to 300 characters, without names; one with a telephone number is refused.</summary>
    [Id(1)] public required string Question { get; init; }
}

/// <summary>Says where and when the session is held, or says it anew. Community staff, officers, captains, dispatchers.</summary>
[GenerateSerializer, Immutable, Alias("plan-session")]
public sealed record PlanSession : DossierCommand
{
    /// <summary>Where, 1 to 200 characters.</summary>
    [Id(0)] public required string Place { get; init; }

    /// <summary>When; at most a year ahead, and at most a month back where it is written down afterwards.</summary>
    [Id(1)] public required DateTimeOffset At { get; init; }
}

/// <summary>The session was held; the questions so far were its agenda. Community staff, officers, captains.</summary>
[GenerateSerializer, Immutable, Alias("hold-session")]
public sealed record HoldSession : DossierCommand
{
    /// <summary>How many came of each group, each group once; somebody came.</summary>
    [Id(0)] public required IReadOnlyList<GroupCount> Attendance { get; init; }
}

/// <summary>What the session answers to a question. It is published with all others; until then it may be said anew. Community staff, officers, captains.</summary>
[GenerateSerializer, Immutable, Alias("answer-question")]
public sealed record AnswerQuestion : DossierCommand
{
    /// <summary>The number of the question.</summary>
    [Id(0)] public required int Number { get; init; }

    /// <summary>The answer for residents, each language 1 to 500 characters.</summary>
    [Id(1)] public required Text Answer { get; init; }

    /// <summary>The prone spot whose ruling it is to become; null for a general answer.</summary>
    [Id(2)] public SpotRuling? Ruling { get; init; }
}

/// <summary>A question is not answered: it is no question, names somebody, or was asked twice. Community staff, officers, captains.</summary>
[GenerateSerializer, Immutable, Alias("set-question-aside")]
public sealed record SetQuestionAside : DossierCommand
{
    /// <summary>The number of the question.</summary>
    [Id(0)] public required int Number { get; init; }

    /// <summary>Why, 1 to 500 characters.</summary>
    [Id(1)] public required string Reason { get; init; }
}

/// <summary>All is answered: answers are published, and those about a spot become its ruling and its published guidance. Officers, captains.</summary>
[GenerateSerializer, Immutable, Alias("publish-answers")]
public sealed record PublishAnswers : DossierCommand;

/// <summary>The property team has read the list of spots of its briefing. Property managers.</summary>
[GenerateSerializer, Immutable, Alias("sign-spot-list")]
public sealed record SignSpotList : DossierCommand;

/// <summary>The session is not held. Community staff, captains, dispatchers.</summary>
[GenerateSerializer, Immutable, Alias("call-off-session")]
public sealed record CallOffSession : DossierCommand
{
    /// <summary>Why, 1 to 500 characters.</summary>
    [Id(0)] public required string Reason { get; init; }
}

/// <summary>An answer as the ruling of a prone spot.</summary>
/// <param name="PlanId">The floor-plan type.</param>
/// <param name="SpotId">The spot on it.</param>
/// <param name="Ruling">What holds there.</param>
[GenerateSerializer, Immutable, Alias("spot-ruling")]
public sealed record SpotRuling([property: Id(0)] string PlanId, [property: Id(1)] string SpotId, [property: Id(2)] RulingKind Ruling);

/// <summary>How many of a group came. Nobody is named.</summary>
/// <param name="Group">Who.</param>
/// <param name="Count">0 to 10,000.</param>
[GenerateSerializer, Immutable, Alias("group-count")]
public sealed record GroupCount([property: Id(0)] TeachingGroup Group, [property: Id(1)] int Count);
