using System.Globalization;
using Dispatch.Contracts;
using Dispatch.Simulator.Habits;

namespace Dispatch.Simulator;

/// <summary>
/// A seeded city as an agenda: what comes next, and what is learnt from each answer. It asks nobody and waits for nothing, so that
/// the same seed and the same answers always give the same acts. At most one act per open case is planned, beside one report and one
/// sign of life per grid and community.
/// </summary>
public sealed class Simulation
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan MissedForGood = TimeSpan.FromHours(1);

    private readonly CityPlan _plan;
    private readonly SimulationOptions _options;
    private readonly PriorityQueue<CityAct, (DateTimeOffset At, long Order)> _agenda = new();
    private readonly Dictionary<string, Followed> _cases = [];
    private readonly Dice _arrivals;
    private readonly SignsOfLife _life;
    private readonly string _run;
    private readonly Actor _watcher;
    private string _nextReport = "";
    private int _firstLeft;
    private long _planned;
    private ulong _opened;

    /// <summary>A city that begins to live at an instant.</summary>
    /// <exception cref="ArgumentException">The plan has no place, no kind of case, or no citizen.</exception>
    public Simulation(CityPlan plan, SimulationOptions options, DateTimeOffset start)
    {
        if (plan.Places.Count == 0 || plan.Kinds.Count == 0 || !plan.All(Role.Citizen).Any())
        {
            throw new ArgumentException("A city needs a place, a kind of case and a citizen.", nameof(plan));
        }

        (_plan, _options) = (plan, options);
        _arrivals = new Dice(Dice.Mix(options.Seed, 1));
        _life = new SignsOfLife(plan, new Dice(Dice.Mix(options.Seed, 2)));
        _run = string.Create(CultureInfo.InvariantCulture, $"sim-{options.Seed}-{start.ToUnixTimeMilliseconds()}");
        _watcher = plan.All(Role.Dispatcher).FirstOrDefault() ?? plan.People[0];
        _firstLeft = options.FirstReports;
        PlanReport(start);
        foreach (var act in options.SignsOfLife ? _life.First(start, NextKey) : [])
        {
            Plan(act);
        }
    }

    /// <summary>When the next act is due; there always is one.</summary>
    public DateTimeOffset Next => _agenda.TryPeek(out _, out var due) ? due.At : DateTimeOffset.MaxValue;

    /// <summary>Simulated cases that are open as far as the simulation knows.</summary>
    public int OpenCases => _cases.Count;

    private bool IsFull => _cases.Count >= _options.MostOpenCases;

    /// <summary>Goes on with a case that an earlier run left open; false when there are enough.</summary>
    public bool Adopt(string caseId, DateTimeOffset now)
    {
        if (IsFull || !_cases.TryAdd(caseId, new Followed(NextSeed(), 0)))
        {
            return false;
        }

        Plan(new LookAtCase(now + new Dice(_cases[caseId].Seed).Minutes(1, 30), _watcher, NextKey(), caseId));
        return true;
    }

    /// <summary>The next act that is due at an instant; null when none is.</summary>
    public CityAct? Take(DateTimeOffset now)
    {
        while (Next <= now)
        {
            var act = _agenda.Dequeue();
            if (act.Key == _nextReport)
            {
                // Missed hours are not made up for: after a stop the city goes on from now.
                PlanReport(now > act.At + MissedForGood ? now : act.At);
            }

            if (act is not FileReport || !IsFull)
            {
                return act;
            }
        }

        return null;
    }

    /// <summary>Takes in what an act was answered and plans what follows from it.</summary>
    public void Learn(CityAct act, DoorAnswer answer, DateTimeOffset now)
    {
        switch (act)
        {
            case FileReport when answer is { Refused: null, View: { } opened }:
                _cases[opened.Id] = new Followed(NextSeed(), 0);
                PlanCase(opened, now, refused: false);
                break;
            case GiveCommand given:
                Learn(given.CaseId, answer, now);
                break;
            case LookAtCase look when answer.View is null:
                _cases.Remove(look.CaseId);
                break;
            case LookAtCase look:
                Learn(look.CaseId, answer, now);
                break;
            case WalkPatrol or ShowConsole:
                Plan(_life.After(act, now, NextKey()));
                break;
        }
    }

    /// <summary>Nobody answered: the same act again, under the same key, which carries it out once however often it is sent.</summary>
    public void Postpone(CityAct act, DateTimeOffset until) => Plan(act with { At = until });

    private void Learn(string caseId, DoorAnswer answer, DateTimeOffset now)
    {
        if (answer.View is { } view)
        {
            PlanCase(view, now, answer.Refused is not null);
        }
        else
        {
            Plan(new LookAtCase(now + LookAgain, _watcher, NextKey(), caseId));
        }
    }

    private void PlanCase(CaseView view, DateTimeOffset now, bool refused)
    {
        if (!_cases.TryGetValue(view.Id, out var followed))
        {
            return;
        }

        // What is refused stays refused until something changes: the next look waits for a clock.
        var intent = refused && view.Version == followed.Version && view.Status.IsOpen()
            ? CaseHabits.Wait(followed.Seed, view, now)
            : CaseHabits.Next(followed.Seed, view, _plan, now);
        if (intent is null)
        {
            _cases.Remove(view.Id);
            return;
        }

        _cases[view.Id] = followed with { Version = view.Version };
        Plan(intent is { By: { } by, Command: { } command }
            ? new GiveCommand(intent.At, by, NextKey(), view.Id, command)
            : new LookAtCase(intent.At, _watcher, NextKey(), view.Id));
    }

    private void PlanReport(DateTimeOffset after)
    {
        var at = _firstLeft-- > 0
            ? after + (_arrivals.Minutes(0, 2 * _options.FirstWithin.TotalMinutes / _options.FirstReports))
            : DayRhythm.Next(after, _options.ReportsPerDay, _plan.Zone, _arrivals);
        var (by, report) = Reporters.Draw(_plan, at, _arrivals);
        var act = new FileReport(at, by, NextKey(), report);
        _nextReport = act.Key;
        Plan(act);
    }

    private void Plan(CityAct act) => _agenda.Enqueue(act, (act.At, _planned++));

    private string NextKey() => string.Create(CultureInfo.InvariantCulture, $"{_run}-{_planned}");

    private ulong NextSeed() => Dice.Mix(_options.Seed, 16 + _opened++);

    private readonly record struct Followed(ulong Seed, long Version);
}
