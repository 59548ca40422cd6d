using Dispatch.Contracts;
using Dispatch.Grains.Cases;

namespace Dispatch.Grains.DryRuns;

/// <summary>What became of a case in a dry run.</summary>
public sealed class DryRunCourse
{
    private readonly List<(string Clock, Scope Responsible)> _breaches = [];
    private readonly List<(CaseLevel To, Scope Responsible)> _escalations = [];
    private readonly List<(DateTimeOffset At, CaseLevel? Level)> _levels = [];
    private readonly List<(DateTimeOffset At, Scope? Responsible)> _holders = [];
    private readonly List<RefusalCode> _refused = [];

    /// <summary>The case as it stands; null before its report.</summary>
    public Case? Case { get; private set; }

    /// <summary>Deadlines missed, in order, each with who was responsible.</summary>
    public IReadOnlyList<(string Clock, Scope Responsible)> Breaches => _breaches;

    /// <summary>When it rose, in order: where to, and who was responsible before.</summary>
    public IReadOnlyList<(CaseLevel To, Scope Responsible)> Escalations => _escalations;

    /// <summary>At which level it stood from when on, in order; null once it has ended.</summary>
    public IReadOnlyList<(DateTimeOffset At, CaseLevel? Level)> Levels => _levels;

    /// <summary>In whose hands it was from when on, in order; null once it has ended.</summary>
    public IReadOnlyList<(DateTimeOffset At, Scope? Responsible)> Holders => _holders;

    /// <summary>Recorded commands that were refused, in order.</summary>
    public IReadOnlyList<RefusalCode> Refused => _refused;

    internal void Take(Decision decision)
    {
        _breaches.AddRange(Forecasts.Breaches.Of(Case, decision).Select(breach => (breach.Missed.Clock, breach.Before.Responsible)));
        var @case = Case;
        foreach (var happened in decision.Events)
        {
            if (happened.Event is Escalated { To: var to } && @case is not null)
            {
                _escalations.Add((to, @case.Responsible));
            }

            @case = @case is null ? Case.Open(happened) : happened.Event is Entered or Escalated ? @case.Apply(happened) : @case;
        }

        Case = decision.Case;
        CaseLevel? level = Case.IsOpen ? Case.Level : null;
        if (_levels.Count == 0 || _levels[^1].Level != level)
        {
            _levels.Add((Case.LastEventAt, level));
        }

        Scope? responsible = Case.IsOpen ? Case.Responsible : null;
        if (_holders.Count == 0 || _holders[^1].Responsible != responsible)
        {
            _holders.Add((Case.LastEventAt, responsible));
        }
    }

    internal void Refuse(RefusalCode code) => _refused.Add(code);
}
