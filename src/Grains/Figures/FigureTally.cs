using Dispatch.Contracts;

namespace Dispatch.Grains.Figures;

/// <summary>One row in the making.</summary>
/// <param name="clock">The clock whose row it is; null for every other row.</param>
public sealed class FigureTally(string? clock)
{
    private static readonly Measure[] Measures = Enum.GetValues<Measure>();

    private readonly int[] _counts = new int[(int)Measures.Max() + 1];

    /// <summary>Counts a case.</summary>
    public void Add(CaseFacts facts)
    {
        foreach (var measure in Measures)
        {
            _counts[(int)measure] += facts.Times(measure, clock);
        }
    }

    /// <summary>The counts so far.</summary>
    public FigureCounts Counts() => new()
    {
        Opened = Of(Measure.Opened),
        Dismissed = Of(Measure.Dismissed),
        Responded = Of(Measure.Responded),
        RespondedInTime = Of(Measure.RespondedInTime),
        Worked = Of(Measure.Worked),
        Resolved = Of(Measure.Resolved),
        ResolvedInTime = Of(Measure.ResolvedInTime),
        Closed = Of(Measure.Closed),
        ClosedInTime = Of(Measure.ClosedInTime),
        OverdueOpen = Of(Measure.OverdueOpen),
        Rework = Of(Measure.Rework),
        Extended = Of(Measure.Extended),
        Whistled = Of(Measure.Whistled),
        WhistleAnswered = Of(Measure.WhistleAnswered),
        Repeats = Of(Measure.Repeats),
        ClocksMet = Of(Measure.ClocksMet),
        ClocksMissed = Of(Measure.ClocksMissed),
        ExtraTaken = Of(Measure.ExtraTaken),
        WhistlesSolved = Of(Measure.WhistlesSolved),
        DepartmentsCalled = Of(Measure.DepartmentsCalled),
        DepartmentsInTime = Of(Measure.DepartmentsInTime),
        DepartmentsSolved = Of(Measure.DepartmentsSolved),
        RepliesInTime = Of(Measure.RepliesInTime),
        RepliesLate = Of(Measure.RepliesLate),
        OutcomesSaid = Of(Measure.OutcomesSaid),
        Satisfied = Of(Measure.Satisfied),
    };

    /// <summary>The shares of those counts.</summary>
    public FigureRates Rates() => new()
    {
        Response = Share(Of(Measure.Responded), Of(Measure.Opened)),
        Resolution = Share(Of(Measure.Resolved), Of(Measure.Opened) - Of(Measure.Dismissed)),
        OnTime = Share(Of(Measure.ClosedInTime), Of(Measure.Closed)),
        Rework = Share(Of(Measure.Rework), Of(Measure.Worked)),
        Extension = Share(Of(Measure.Extended), Of(Measure.Opened)),
        Whistle = Share(Of(Measure.Whistled), Of(Measure.Opened)),
        Repeat = Share(Of(Measure.Repeats), Of(Measure.Opened)),
        Clocks = Share(Of(Measure.ClocksMet), Of(Measure.ClocksMet) + Of(Measure.ClocksMissed)),
        Replies = Share(Of(Measure.RepliesInTime), Of(Measure.RepliesInTime) + Of(Measure.RepliesLate)),
        Satisfaction = Share(Of(Measure.Satisfied), Of(Measure.OutcomesSaid)),
    };

    private static double? Share(int part, int whole) => whole == 0 ? null : (double)part / whole;

    private int Of(Measure measure) => _counts[(int)measure];
}
