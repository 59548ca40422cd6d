using System.Collections.Immutable;
using Dispatch.Grains.Clocks;

namespace Dispatch.Grains.Policies;

/// <summary>How a department that may be called to a case is held to its time.</summary>
public sealed record DepartmentRule
{
    /// <summary>One of the standing team (1+4), which is offered first.</summary>
    public bool Standing { get; init; }

    /// <summary>From the whistle until it is on site.</summary>
    public required Budget ReportIn { get; init; }

    /// <summary>The same for an urgent type; null where it is the same.</summary>
    public Budget? UrgentReportIn { get; init; }

    /// <summary>From its reporting in until its answer.</summary>
    public required Budget Answer { get; init; }

    /// <summary>The same for an urgent type; null where it is the same.</summary>
    public Budget? UrgentAnswer { get; init; }

    /// <summary>
    /// What happens each time that it has not reported in: after the first rung the clock runs again and the second is next. A miss
    /// beyond the last rung is recorded only.
    /// </summary>
    public required ImmutableArray<AssistRung> Ladder { get; init; }

    /// <summary>Per cents of its times at which somebody is told, ascending; the last is 100.</summary>
    public required ImmutableArray<int> Marks { get; init; }

    /// <summary>Its time to report in.</summary>
    public Budget ReportInFor(bool urgent) => urgent && UrgentReportIn is { } own ? own : ReportIn;

    /// <summary>Its time to answer.</summary>
    public Budget AnswerFor(bool urgent) => urgent && UrgentAnswer is { } own ? own : Answer;
}

/// <summary>What a department's not reporting in does. In a pack the kebab-case of the name.</summary>
public enum AssistRung
{
    /// <summary>The dispatcher and the department's leader are told.</summary>
    Tell = 0,

    /// <summary>The same, with a yellow card on the department, and the case rises to supervision.</summary>
    Supervise = 1,
}

/// <summary>Between which shares of cases whistled for a street is neither too quick nor too slow to whistle.</summary>
/// <param name="Low">From 0 to 1.</param>
/// <param name="High">From 0 to 1, above <paramref name="Low"/>.</param>
public sealed record WhistleBand(double Low, double High);
