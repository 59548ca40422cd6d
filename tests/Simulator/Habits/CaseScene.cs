using Dispatch.Contracts;

namespace Dispatch.Simulator.Habits;

/// <summary>One case at one moment, with the dice of its version, as the habits of a level see it.</summary>
internal sealed class CaseScene(ulong seed, CaseView view, CityPlan plan, DateTimeOffset now)
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestAbsence = TimeSpan.FromDays(4);

    public CaseView View { get; } = view;

    public DateTimeOffset Now => now;

    public Dice Dice { get; } = new(Dice.Mix(seed, (ulong)view.Version));

    public bool IsSupervised => View.Level == CaseLevel.Supervision;

    public CaseKind? Kind { get; } = plan.Kinds.FirstOrDefault(kind => kind.Code == view.Type);

    public Actor? GridWorker => plan.At(Role.GridWorker, Scope.Grid(View.GridId));

    public Actor? Community => plan.At(Role.CommunityStaff, Scope.Community(View.CommunityId));

    public IReadOnlyList<Actor> Officers { get; } = [.. plan.All(Role.Officer)];

    /// <summary>Somebody of a role; null when the plan has nobody.</summary>
    public Actor? Someone(Role role) => plan.All(role).ToList() is { Count: > 0 } all ? Dice.Pick(all) : null;

    /// <summary>Somebody by user name.</summary>
    public Actor? Person(string? id) => plan.People.FirstOrDefault(person => person.Id == id);

    /// <summary>The running clock of a name.</summary>
    public ClockView? Running(string name) => View.Clocks.FirstOrDefault(clock => clock.Name == name && clock.State == ClockState.Running);

    /// <summary>A milestone whose clock runs, or was missed while nobody has reached it since: a late one that was reached stays missed.</summary>
    public bool IsAwaited(string milestone) =>
        Running(milestone) is not null || (Missed(milestone) && View.Milestones?.Contains(milestone) != true);

    public bool Missed(string name) => View.Clocks.Any(clock => clock.Name == name && clock.State == ClockState.Missed);

    /// <summary>
    /// Within a clock's time, earlier rather than later; where supervision had to ask, or the clock is gone, in one to three hours.
    /// </summary>
    /// <param name="by">Who.</param>
    /// <param name="command">What.</param>
    /// <param name="clock">The clock that it answers.</param>
    /// <param name="mostMinutes">Nobody takes longer than this in a demonstration, whatever the limit.</param>
    public CaseIntent? InTime(Actor? by, CaseCommand command, string clock, double mostMinutes)
    {
        if (IsSupervised || Running(clock)?.DueAt is not { } due || due <= now)
        {
            return Soon(by, command, IsSupervised ? 40 : 5, IsSupervised ? 150 : mostMinutes);
        }

        var within = Math.Min((due - now).TotalMinutes, mostMinutes);
        return Soon(by, command, 0.06 * within, 0.85 * within);
    }

    /// <summary>Between two numbers of minutes from now, or when the person is next at work.</summary>
    public CaseIntent? Soon(Actor? by, CaseCommand command, double leastMinutes, double mostMinutes) =>
        by is null ? null : new CaseIntent(AtWork(by, now + Dice.Minutes(leastMinutes, mostMinutes)), by, command);

    public DateTimeOffset After(double leastMinutes, double mostMinutes) => now + Dice.Minutes(leastMinutes, mostMinutes);

    private DateTimeOffset AtWork(Actor by, DateTimeOffset at)
    {
        for (var later = at; later - at < LongestAbsence; later += Step)
        {
            if (plan.IsOnDuty(by, later))
            {
                return later;
            }
        }

        return at + LongestAbsence;
    }
}
