using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Decoration.Dossiers;

namespace Dispatch.Grains.Decoration.Sessions;

/// <summary>A teaching session as its events left it.</summary>
public sealed record TeachingSession : Dossier
{
    private const string Asked = "session";
    private const string Late = "session-late";

    private static readonly Text ToPlan = new("小区预约普法：请安排时间地点", "A session was ordered: say where and when");
    private static readonly Text NotHeld = new("预约的普法活动逾期未举办", "A session that was ordered was not held in time");
    private static readonly Text NotAnswered = new("普法活动后逾期未公布答复", "The answers of a session were not published in time");
    private static readonly Text NotSigned = new("物业尚未签收易违点清单", "The property team has not signed its spot list");

    /// <summary>How it is stored.</summary>
    public static DossierKind Kind { get; } = new(
        DossierKinds.Session, new TeachingSession(), StoredSessions.Default,
        [
            typeof(SessionOpened), typeof(TopicsOrdered), typeof(QuestionAsked), typeof(SessionPlanned), typeof(SessionHeld), typeof(QuestionAnswered),
            typeof(QuestionSetAside), typeof(AnswersPublished), typeof(SpotListSigned), typeof(SessionCalledOff),
        ],
        typeof(ITeachingSessionGrain));

    /// <summary>How it began; null before.</summary>
    public SessionOpened? Opened { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>How often each topic was ordered, in the order of the first.</summary>
    public ImmutableArray<TopicCount> Topics { get; init; } = [];

    /// <summary>The questions, by number.</summary>
    public ImmutableArray<SessionQuestion> Questions { get; init; } = [];

    /// <summary>Where and when; null before that is said.</summary>
    public SessionPlanned? Plan { get; init; }

    /// <summary>When it was held; null before.</summary>
    public DateTimeOffset? HeldAt { get; init; }

    /// <summary>Who came.</summary>
    public ImmutableArray<GroupCount> Attendance { get; init; } = [];

    /// <summary>What the property team was told of.</summary>
    public SpotList? Spots { get; init; }

    /// <summary>Who signed it.</summary>
    public SpotListSignature? Signature { get; init; }

    /// <summary>When the answers were published.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Why it is not held.</summary>
    public string? CalledOff { get; init; }

    /// <summary>How far it is.</summary>
    public TeachingState State() =>
        CalledOff is not null ? TeachingState.CalledOff
        : HeldAt is null ? TeachingState.Collecting
        : NeedsAnswers() || NeedsSignature() ? TeachingState.Held
        : TeachingState.Done;

    /// <summary>Whether it was held and owes answers.</summary>
    public bool NeedsAnswers() => HeldAt is not null && PublishedAt is null && Questions.Any(question => question.Aside is null);

    /// <summary>Whether it was held and its list waits to be signed.</summary>
    public bool NeedsSignature() => HeldAt is not null && Spots is not null && Signature is null;

    /// <summary>The question of a number; null for none.</summary>
    public SessionQuestion? Question(int number) => Questions.FirstOrDefault(question => question.Number == number);

    /// <inheritdoc/>
    public override DossierPlace Place() => new(Opened!.StreetId, Opened.CommunityId, Opened.GridId, Search: Opened.EstateId);

    /// <inheritdoc/>
    public override bool IsOpen() => Opened is not null && State() is TeachingState.Collecting or TeachingState.Held;

    /// <summary>The community is told of an order that nobody planned yet; what is late is told to it and to the supervisor.</summary>
    public override IEnumerable<DossierMatter> Waiting()
    {
        if (HeldAt is null && Plan is null)
        {
            yield return Matter("plan", Community(), Asked, ToPlan);
        }

        foreach (var clock in Clocks.Where(clock => clock is { State: ClockState.Missed, IsOpen: true }))
        {
            var title = clock.Name switch
            {
                DecorationClocks.SessionHeld => NotHeld,
                DecorationClocks.SessionAnswers => NotAnswered,
                _ => NotSigned,
            };
            yield return Matter($"late:{clock.Name}:{clock.Generation}", Community(), Late, title);
            yield return Matter($"late:{clock.Name}:{clock.Generation}:supervisor", Scope.Supervisor(Opened!.StreetId).ToString(), Late, title);
        }
    }

    /// <inheritdoc/>
    protected override Dossier After(Happened happened) => happened.Event switch
    {
        SessionOpened e => this with { Opened = e, OpenedAt = happened.At },
        TopicsOrdered e => e.Topics.Aggregate(this, static (session, topic) => session.Counting(topic)),
        QuestionAsked e => this with
        {
            Questions = Questions.Add(new SessionQuestion { Number = Questions.Length + 1, Question = e.Question, AskedAt = happened.At, ByLink = e.ByLink }),
        },
        SessionPlanned e => this with { Plan = e },
        SessionHeld e => this with { HeldAt = happened.OccurredAt ?? happened.At, Attendance = e.Attendance, Spots = e.Spots },
        QuestionAnswered e => With(e.Number, question => question with { Answer = e.Answer, Ruling = e.Ruling, Aside = null }),
        QuestionSetAside e => With(e.Number, question => question with { Answer = null, Ruling = null, Aside = e.Reason }),
        AnswersPublished => this with { PublishedAt = happened.At },
        SpotListSigned => this with { Signature = new SpotListSignature(happened.Actor, happened.OccurredAt ?? happened.At) },
        SessionCalledOff e => this with { CalledOff = e.Reason },
        _ => throw Unknown(happened),
    };

    private TeachingSession Counting(string topic) => this with
    {
        Topics = Topics.FirstOrDefault(one => one.Topic == topic) is { } known ? Topics.Replace(known, known with { Orders = known.Orders + 1 }) : Topics.Add(new TopicCount(topic, 1)),
    };

    private TeachingSession With(int number, Func<SessionQuestion, SessionQuestion> change) =>
        Question(number) is { } question ? this with { Questions = Questions.Replace(question, change(question)) } : this;

    private string Community() => Scope.Community(Opened!.CommunityId).ToString();

    private DossierMatter Matter(string cause, string receiver, string what, Text title) => new(cause, receiver, what, title, null, $"/sessions/{Opened!.Id}");
}

/// <summary>How often a topic was ordered.</summary>
/// <param name="Topic">Its id in the menu.</param>
/// <param name="Orders">How often.</param>
public sealed record TopicCount(string Topic, int Orders);
