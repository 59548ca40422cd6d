using Dispatch.Contracts;

namespace Dispatch.Hub.Tests.Figures;

/// <summary>Rows of figures as a grain would count them.</summary>
internal static class FigureRows
{
    /// <summary>A row in which nothing happened but opening and closing in time.</summary>
    public static FigureRow Of(string key, Text? name, int opened, int closed) => new(
        key,
        name,
        new FigureCounts
        {
            Opened = opened,
            Dismissed = 0,
            Responded = closed,
            RespondedInTime = closed,
            Worked = closed,
            Resolved = closed,
            ResolvedInTime = closed,
            Closed = closed,
            ClosedInTime = closed,
            OverdueOpen = 0,
            Rework = 0,
            Extended = 0,
            Whistled = 0,
            WhistleAnswered = 0,
            WhistlesSolved = 0,
            DepartmentsCalled = 0,
            DepartmentsInTime = 0,
            DepartmentsSolved = 0,
            RepliesInTime = 0,
            RepliesLate = 0,
            OutcomesSaid = 0,
            Satisfied = 0,
            Repeats = 0,
            ClocksMet = closed,
            ClocksMissed = 0,
            ExtraTaken = 0,
        },
        new FigureRates
        {
            Response = (double)closed / opened,
            Resolution = (double)closed / opened,
            OnTime = 1,
            Rework = 0,
            Extension = 0,
            Whistle = 0,
            Repeat = 0,
            Clocks = null,
            Replies = null,
            Satisfaction = null,
        });
}
