namespace Dispatch.Contracts;

/// <summary>A command about a roster, and who gives it when.</summary>
/// <param name="Command">What.</param>
/// <param name="By">Who.</param>
/// <param name="At">The instant of receipt; nothing before it is changed.</param>
[GenerateSerializer, Immutable, Alias("roster-change")]
public sealed record RosterChange([property: Id(0)] RosterCommand Command, [property: Id(1)] Actor By, [property: Id(2)] DateTimeOffset At);

/// <summary>What can be done to a roster.</summary>
[GenerateSerializer, Immutable, Alias("roster-command")]
public abstract record RosterCommand
{
    /// <summary>Every command by its name on the wire.</summary>
    public static IReadOnlyDictionary<string, Type> ByName { get; } = new Dictionary<string, Type>(StringComparer.Ordinal)
    {
        ["plan"] = typeof(PlanDuty),
        ["end"] = typeof(EndDuty),
        ["override"] = typeof(OverrideDuty),
        ["ask-swap"] = typeof(AskSwap),
        ["answer-swap"] = typeof(AnswerSwap),
        ["leave"] = typeof(AskLeave),
        ["decide-leave"] = typeof(DecideLeave),
        ["withdraw"] = typeof(WithdrawChange),
        ["set-skills"] = typeof(SetSkills),
    };
}

/// <summary><c>plan</c>: a shift or a rotation from a local day on.</summary>
/// <param name="Duty">What is planned; it gets its id here.</param>
[GenerateSerializer, Immutable, Alias("plan-duty")]
public sealed record PlanDuty([property: Id(0)] PlannedDuty Duty) : RosterCommand;

/// <summary><c>end</c>: a planned duty begins for the last time on a local day.</summary>
/// <param name="Id">The planned duty.</param>
/// <param name="Last">That day; today or later. A duty that begins later than that is removed.</param>
[GenerateSerializer, Immutable, Alias("end-duty")]
public sealed record EndDuty([property: Id(0)] string Id, [property: Id(1)] DateOnly Last) : RosterCommand;

/// <summary><c>override</c>: somebody is on duty between two instants, in place of another or in addition.</summary>
/// <param name="UserName">Who is on duty.</param>
/// <param name="To">Outside; at most 31 days after <paramref name="From"/>.</param>
/// <param name="From">Inside; null for now.</param>
/// <param name="Replaces">In whose place.</param>
/// <param name="Line">The line of an addition.</param>
[GenerateSerializer, Immutable, Alias("override-duty")]
public sealed record OverrideDuty(
    [property: Id(0)] string UserName,
    [property: Id(1)] DateTimeOffset To,
    [property: Id(2)] DateTimeOffset? From = null,
    [property: Id(3)] string? Replaces = null,
    [property: Id(4)] int Line = 1) : RosterCommand;

/// <summary><c>ask-swap</c>: the actor asks another to take a duty of theirs.</summary>
/// <param name="Other">Who is asked.</param>
/// <param name="Given">When, within the actor's own duty.</param>
/// <param name="Taken">What the actor does in return, within the other's duty.</param>
[GenerateSerializer, Immutable, Alias("ask-swap")]
public sealed record AskSwap([property: Id(0)] string Other, [property: Id(1)] DutySpan Given, [property: Id(2)] DutySpan? Taken = null) : RosterCommand;

/// <summary><c>answer-swap</c>: the person who was asked agrees or declines. Nobody answers for them.</summary>
/// <param name="Id">The swap.</param>
/// <param name="Agreed">Whether they agree.</param>
[GenerateSerializer, Immutable, Alias("answer-swap")]
public sealed record AnswerSwap([property: Id(0)] string Id, [property: Id(1)] bool Agreed) : RosterCommand;

/// <summary><c>leave</c>: asked for oneself; granted at once where whoever changes the roster says it.</summary>
/// <param name="To">Outside; at most 366 days after <paramref name="From"/>.</param>
/// <param name="From">Inside; null for now.</param>
/// <param name="UserName">Who; null for the actor.</param>
[GenerateSerializer, Immutable, Alias("ask-leave")]
public sealed record AskLeave(
    [property: Id(0)] DateTimeOffset To, [property: Id(1)] DateTimeOffset? From = null, [property: Id(2)] string? UserName = null) : RosterCommand;

/// <summary><c>decide-leave</c>: whoever changes the roster grants or declines.</summary>
/// <param name="Id">The leave.</param>
/// <param name="Granted">Whether it holds.</param>
[GenerateSerializer, Immutable, Alias("decide-leave")]
public sealed record DecideLeave([property: Id(0)] string Id, [property: Id(1)] bool Granted) : RosterCommand;

/// <summary><c>withdraw</c>: an override, swap or leave ends now, and what lies ahead of it is as before.</summary>
/// <param name="Id">Which.</param>
[GenerateSerializer, Immutable, Alias("withdraw")]
public sealed record WithdrawChange([property: Id(0)] string Id) : RosterCommand;

/// <summary><c>set-skills</c>: what somebody can do.</summary>
/// <param name="UserName">Who.</param>
/// <param name="Skills">Type codes or scene ids, at most 20; empty means everything.</param>
[GenerateSerializer, Immutable, Alias("set-skills")]
public sealed record SetSkills([property: Id(0)] string UserName, [property: Id(1)] IReadOnlyList<string> Skills) : RosterCommand;
