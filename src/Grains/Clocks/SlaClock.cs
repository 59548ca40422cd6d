using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dispatch.Contracts;

namespace Dispatch.Grains.Clocks;

/// <summary>
/// One clock of an owner, as a ledger: what time it allows, when it ran and when it stood still, and what was granted on
/// top. When it is due is computed from the ledger and never stored alone. Immutable: each operation returns the clock that
/// follows, and one that does not apply to the present state is a bug of the caller and throws.
/// </summary>
/// <remarks>
/// Whatever moves the due instant is a new <see cref="Generation"/>, so that a deadline row of an earlier one is recognised
/// as gone. A new generation has the marks that no earlier one fired, and 100 again; only <see cref="Restart"/> has all.
/// Instants are cut to milliseconds.
/// </remarks>
public sealed partial record SlaClock
{
    /// <summary>The mark at which the budget is used up. Every clock has it.</summary>
    public const int Expiry = 100;

    /// <summary>What the clock is for: <c>grid</c>, <c>acknowledge</c>, <c>rectify</c> and so on. Unique for its owner.</summary>
    public required string Name { get; init; }

    /// <summary>Counted from 1. Part of the deadline's key.</summary>
    public int Generation { get; init; } = 1;

    /// <summary>The time allowed, without extensions.</summary>
    public required Budget Budget { get; init; }

    /// <summary>The id of the <see cref="WorkCalendar"/> that it is counted in, of which an urgent clock needs nothing.</summary>
    public required string Calendar { get; init; }

    /// <summary>What it is doing.</summary>
    public ClockState State { get; init; }

    /// <summary>Per cent of the budget at which something happens, ascending, <see cref="Expiry"/> among them.</summary>
    public required ImmutableArray<int> Marks { get; init; }

    /// <summary>The marks that fired and do not fire again.</summary>
    public ImmutableArray<int> Fired { get; init; } = [];

    /// <summary>The ledger since the start or the last <see cref="Restart"/>: never empty, adjoining, in order.</summary>
    public required ImmutableArray<ClockSpan> Spans { get; init; }

    /// <summary>Time granted on top since then, in order.</summary>
    public ImmutableArray<ClockExtension> Extensions { get; init; } = [];

    /// <summary>When it started, or was started again.</summary>
    [JsonIgnore]
    public DateTimeOffset StartedAt => Spans[0].From;

    /// <summary>When it was stopped, or null while its ledger goes on (running, paused, or missed but not yet stopped).</summary>
    [JsonIgnore]
    public DateTimeOffset? StoppedAt => Spans[^1].To;

    /// <summary>Whether its ledger goes on.</summary>
    [JsonIgnore]
    public bool IsOpen => Spans[^1].To is null;

    /// <summary>Since when time has counted without a break; null unless it counts now.</summary>
    [JsonIgnore]
    public DateTimeOffset? Since => IsOpen && Spans[^1].Kind == ClockSpanKind.Running ? Spans[^1].From : null;

    /// <summary>A clock that runs from <paramref name="at"/>.</summary>
    /// <exception cref="ArgumentException">Marks that are not positive and ascending, or lack <see cref="Expiry"/>.</exception>
    public static SlaClock Start(string name, Budget budget, string calendar, ImmutableArray<int> marks, DateTimeOffset at) => new()
    {
        Name = name,
        Budget = budget,
        Calendar = calendar,
        Marks = CheckedMarks(marks),
        State = ClockState.Running,
        Spans = [new ClockSpan(at.CutToMilliseconds(), null, ClockSpanKind.Running, null)],
    };

    /// <summary>
    /// Time stands still from <paramref name="at"/>, and no mark has an instant. A clock that was missed before stays so: it
    /// does not miss again by being resumed.
    /// </summary>
    public SlaClock Pause(DateTimeOffset at, string reason)
    {
        Require(Since is not null, "paused");
        return Followed(at, ClockSpanKind.Paused, reason) with { State = ClockState.Paused, Generation = Generation + 1 };
    }

    /// <summary>Time counts again from <paramref name="at"/>, with what was left.</summary>
    public SlaClock Resume(DateTimeOffset at)
    {
        Require(State == ClockState.Paused, "resumed");
        return Followed(at, ClockSpanKind.Running, null) with { State = Counting(Fired), Generation = Generation + 1 };
    }

    /// <summary>
    /// More time. The due instant moves on from where it was; a clock that was missed runs again and can be missed again.
    /// </summary>
    public SlaClock Extend(DateTimeOffset at, Budget budget)
    {
        Require(IsOpen, "extended");
        return Moved() with { Extensions = Extensions.Add(new ClockExtension(budget, at.CutToMilliseconds())) };
    }

    /// <summary>
    /// Whether an extension is counted in the same kind of time as the clock, so that its length means what was written.
    /// </summary>
    public bool CanExtendBy(Budget budget) => budget.Axis == Budget.Axis;

    /// <summary>
    /// Another budget, calendar and marks for the same ledger: what ran counts by the new rules from the start, and the
    /// pauses and extensions so far are kept.
    /// </summary>
    public SlaClock ChangePolicy(Budget budget, string calendar, ImmutableArray<int> marks)
    {
        Require(IsOpen, "put under another policy");
        return Moved() with { Budget = budget, Calendar = calendar, Marks = CheckedMarks(marks) };
    }

    /// <summary>
    /// A year of its calendar was loaded. For a clock whose due instant that moves; one that stays where it was keeps its
    /// generation and is left alone by the caller.
    /// </summary>
    public SlaClock CalendarLoaded()
    {
        Require(IsOpen, "moved by its calendar");
        return Moved();
    }

    /// <summary>It was taken for missed and was not: it runs on with the ledger that it has, until the stop that shows it.</summary>
    public SlaClock Excused()
    {
        Require(State == ClockState.Missed && IsOpen, "excused");
        return Moved();
    }

    /// <summary>Stopped at <paramref name="at"/> with a verdict, which is the caller's to judge by <see cref="DueAt"/>.</summary>
    /// <exception cref="ArgumentException">The verdict is not <c>Met</c>, <c>Missed</c> or <c>Cancelled</c>.</exception>
    public SlaClock Stop(DateTimeOffset at, ClockState verdict)
    {
        Require(IsOpen, "stopped");
        if (verdict is not (ClockState.Met or ClockState.Missed or ClockState.Cancelled))
            throw new ArgumentException($"A clock is not stopped as {verdict}.", nameof(verdict));
        return this with { Spans = Closed(at), State = verdict };
    }

    /// <summary>
    /// The same clock anew from <paramref name="at"/>: repeated alarm or rework. A new generation with an empty ledger, the
    /// plain budget and all marks.
    /// </summary>
    public SlaClock Restart(DateTimeOffset at) =>
        Start(Name, Budget, Calendar, Marks, at) with { Generation = Generation + 1 };

    /// <summary>That mark has fired and does not again in this generation. <see cref="Expiry"/> makes the clock missed.</summary>
    public SlaClock MarkFired(int mark)
    {
        Require(Since is not null && IsArmed(mark), $"fired at {mark}");
        var fired = Fired.Add(mark);
        return this with { Fired = fired, State = Counting(fired) };
    }

    /// <summary>Whether the clock has that mark and it has not fired.</summary>
    public bool IsArmed(int mark) => Marks.Contains(mark) && !Fired.Contains(mark);

    /// <summary>Equal in every value, the ledger compared entry by entry.</summary>
    public bool Equals(SlaClock? other) =>
        other is not null && Name == other.Name && Generation == other.Generation && Budget == other.Budget
        && Calendar == other.Calendar && State == other.State && Marks.AsSpan().SequenceEqual(other.Marks.AsSpan())
        && Fired.AsSpan().SequenceEqual(other.Fired.AsSpan()) && Spans.AsSpan().SequenceEqual(other.Spans.AsSpan())
        && Extensions.AsSpan().SequenceEqual(other.Extensions.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Generation, Budget, State, Spans.Length, StartedAt);

    private static ClockState Counting(ImmutableArray<int> fired) =>
        fired.Contains(Expiry) ? ClockState.Missed : ClockState.Running;

    private static ImmutableArray<int> CheckedMarks(ImmutableArray<int> marks)
    {
        for (var i = 0; i < marks.Length; i++)
        {
            if (marks[i] <= (i == 0 ? 0 : marks[i - 1]))
                throw new ArgumentException("Marks are positive and ascending.", nameof(marks));
        }

        return marks.Contains(Expiry) ? marks : throw new ArgumentException("Marks include 100.", nameof(marks));
    }

    private SlaClock Moved() => this with
    {
        Generation = Generation + 1,
        Fired = Fired.Remove(Expiry),
        State = State == ClockState.Missed ? ClockState.Running : State,
    };

    private SlaClock Followed(DateTimeOffset at, ClockSpanKind kind, string? reason) =>
        this with { Spans = Closed(at).Add(new ClockSpan(at.CutToMilliseconds(), null, kind, reason)) };

    private ImmutableArray<ClockSpan> Closed(DateTimeOffset at)
    {
        var (last, end) = (Spans[^1], at.CutToMilliseconds());
        ArgumentOutOfRangeException.ThrowIfLessThan(end, last.From, nameof(at));
        return Spans.SetItem(Spans.Length - 1, last with { To = end });
    }

    private void Require(bool condition, string deed)
    {
        if (!condition)
            throw new InvalidOperationException($"Clock {Name} is {State} and cannot be {deed}.");
    }
}
