using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Figures;

/// <summary>
/// How events make facts. Status, place and clocks are those of <see cref="Case.Apply"/>; beside them the fold remembers only what a
/// case forgets. It lives for one case.
/// </summary>
public sealed class CaseFactsFold
{
    private readonly List<Runs> _runs = [];
    private readonly List<Happened> _whistles = [];
    private Case? _case;
    private bool _responded;
    private bool _respondedInTime;
    private bool _rework;
    private bool _whistled;
    private bool _answered;

    /// <summary>The facts of a case as they were known at an instant: nothing decided at it or later counts. Null where nothing was decided before it, and of a drill, which counts nowhere.</summary>
    /// <param name="events">The case's events in order, from the first.</param>
    /// <param name="asOf">The instant.</param>
    public static CaseFacts? Of(IEnumerable<Happened> events, DateTimeOffset asOf)
    {
        var fold = new CaseFactsFold();
        foreach (var happened in events)
        {
            if (happened.At >= asOf)
            {
                break;
            }

            fold.Add(happened);
        }

        return fold._case is { IsDrill: false } @case ? fold.Facts(@case) : null;
    }

    private void Add(Happened happened)
    {
        if (_case is { } before)
        {
            Remember(happened.Event, before);
            if (happened.Event is Whistled or DepartmentsCalled || (_whistles.Count > 0 && WhistleScores.Tells(happened.Event.Name)))
            {
                _whistles.Add(happened);
            }
        }

        _case = _case is null ? Case.Open(happened) : _case.Apply(happened);
        if (happened.Event is EscalationAnswered { TakenBack: true })
        {
            _whistled = _case.WhistledAt is not null;
        }
    }

    private void Remember(OwnerEvent happening, Case before)
    {
        if (!_responded && IsAnswer(happening))
        {
            _responded = true;
            _respondedInTime = !_runs.Exists(runs => runs.Missed > 0 && IsOfTheMatter(runs.Clock))
                && !before.Clocks.Any(clock => clock.State == ClockState.Missed && IsOfTheMatter(clock.Name));
        }

        switch (happening)
        {
            case Whistled:
                (_whistled, _answered) = (true, false);
                break;
            case Arrived:
                _answered = _whistled;
                break;
            case Checked { Passed: false }:
            case Reopened when before.Status == CaseStatus.Closed:
                _rework = true;
                break;
            case ExtensionDecided { Granted: true } decided:
                RunsOf(decided.Clock).Extended = true;
                break;
            case EscalationAnswered answered:
                Excuse(answered, before);
                break;
            case ExtraTimeTaken taken:
                RunsOf(taken.Clock).ExtraTaken = true;
                break;
            case ClockStopped { State: ClockState.Met } stopped:
                RunsOf(stopped.Clock).Met++;
                break;
            case ClockStopped { State: ClockState.Missed } stopped:
                RunsOf(stopped.Clock).Missed++;
                break;
        }
    }

    /// <summary>
    /// Misses that were none. A run that was taken back is met by the stop that follows; one that is noted is met here, unless it
    /// stood until now and was stopped as met. What a firing that is taken back led to is missed by nobody.
    /// </summary>
    private void Excuse(EscalationAnswered answered, Case before)
    {
        var at = before.IndexOf(answered);
        foreach (var escalation in answered.TakenBack ? before.Escalations[at..] : [before.Escalations[at]])
        {
            var runs = RunsOf(escalation.Clock.Name);
            if (WasCounted(escalation, before))
            {
                runs.Missed--;
                runs.Met += answered.TakenBack ? 0 : 1;
            }
        }
    }

    /// <summary>Whether the run's end was counted as missed: it is over, and neither cancelled nor met by the answer itself.</summary>
    private static bool WasCounted(Escalation escalation, Case before) => before.FindClock(escalation.Clock.Name) is not { } clock
        || clock.StartedAt != escalation.Clock.StartedAt || clock is { IsOpen: false, State: ClockState.Missed };

    /// <summary>Whether a person took the matter up or handed it on, so that whoever was asked first need not be waited for.</summary>
    private static bool IsAnswer(OwnerEvent happening) => happening switch
    {
        Whistled whistled => !whistled.Automatic,
        Verified or Settled or PassedUp or Acknowledged or PreControlStarted or TakenBack or Assigned or OfferAccepted or Arrived
            or MilestoneRecorded or Resolved or Returned or Suspended or Rejected or Merged or DepartmentsCalled => true,
        _ => false,
    };

    private CaseFacts Facts(Case @case)
    {
        var street = Scope.Street(@case.Place.StreetId);
        var scores = WhistleScores.Of(street, _whistles);
        var departments = scores.Where(score => score.To.Kind == ScopeKind.Department).ToList();
        return new CaseFacts
        {
            Id = @case.Id,
            Type = Shared(@case.Type),
            PolicyId = Shared(@case.PolicyId),
            PolicyVersion = Shared(@case.PolicyVersion),
            StreetId = Shared(@case.Place.StreetId),
            CommunityId = Shared(@case.Place.CommunityId),
            GridId = Shared(@case.Place.GridId),
            OpenedAt = @case.OpenedAt,
            Status = @case.Status,
            Responded = _responded,
            RespondedInTime = _respondedInTime,
            Worked = @case.WorkedIn is not null,
            WorkClocks = [.. @case.Rework.Select(Shared)],
            Rework = _rework,
            Whistled = _whistled,
            WhistleAnswered = _answered,
            WhistleSolved = @case.Status == CaseStatus.Closed && scores.LastOrDefault(score => score.To == street) is { Solved: true },
            DepartmentsCalled = departments.Count,
            DepartmentsInTime = departments.Count(score => score is { InTime: true, ReportedInAt: not null }),
            DepartmentsSolved = departments.Count(score => score.Solved == true),
            Outcome = @case.Promise?.SaidBy(PromiseParty.Reporter)?.Answer,
            MarkedAsRepeat = !@case.PossibleDuplicates.IsEmpty,
            Clocks = [.. @case.Clocks.Where(clock => SideClocks.IsPromise(clock.Name)).Select(FactsOf)],
        };
    }

    /// <summary>A run that stands as missed has no stop to be counted by yet.</summary>
    private ClockFacts FactsOf(SlaClock clock)
    {
        var runs = _runs.Find(runs => runs.Clock == clock.Name);
        var standing = clock is { State: ClockState.Missed, IsOpen: true };
        return new ClockFacts(Shared(clock.Name), runs?.Met ?? 0, (runs?.Missed ?? 0) + (standing ? 1 : 0), standing, runs?.Extended ?? false, runs?.ExtraTaken ?? false);
    }

    /// <summary>Packs and territories have few names: the facts of a year share them.</summary>
    private static string Shared(string name) => string.Intern(name);

    private Runs RunsOf(string clock)
    {
        if (_runs.Find(runs => runs.Clock == clock) is not { } found)
        {
            _runs.Add(found = new Runs(clock));
        }

        return found;
    }

    /// <summary>A supervisor who does not decide in time is late, and the case is not.</summary>
    private static bool IsOfTheMatter(string clock) => !ClockNames.OfConsent.Contains(clock) && SideClocks.IsPromise(clock);

    private sealed class Runs(string clock)
    {
        public string Clock { get; } = clock;

        public int Met { get; set; }

        public int Missed { get; set; }

        public bool Extended { get; set; }

        public bool ExtraTaken { get; set; }
    }
}
