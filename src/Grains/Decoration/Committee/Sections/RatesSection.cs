using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;

namespace Dispatch.Grains.Decoration.Committee.Sections;

/// <summary>The three rates (三率), as the figures define them, of the cases opened in the month.</summary>
internal static class RatesSection
{
    private static readonly Text Title = new("三率", "Three rates");
    private static readonly Text Note = new(
        "统计口径与“统计”页一致：本月上报的案件，截至统计时点。", "Counted as on the page of figures: the cases reported this month, as they stood at the instant of the report.");

    private static readonly Text Response = new("响应率", "Response");
    private static readonly Text Resolution = new("解决率", "Resolution");
    private static readonly Text Satisfaction = new("满意率", "Satisfaction");
    private static readonly Text OnTime = new("按时结案率", "Closed in time");

    public static CommitteeSection Of(CommitteeFacts facts)
    {
        List<CommitteeCase> cases = [.. facts.OfMonth];
        return new CommitteeSection("rates", Title, Note,
        [
            Line("response", Response, Measure.Responded, cases.Count),
            Line("resolution", Resolution, Measure.Resolved, cases.Count - Times(Measure.Dismissed)),
            Line("satisfaction", Satisfaction, Measure.Satisfied, Times(Measure.OutcomesSaid)),
            Line("on-time", OnTime, Measure.ClosedInTime, Times(Measure.Closed)),
        ]);

        int Times(Measure measure) => cases.Sum(one => one.Facts.Times(measure, clock: null));

        CommitteeLine Line(string id, Text title, Measure measure, int of) =>
            CommitteeSources.Line(id, title, cases.Where(one => one.Facts.Times(measure, clock: null) > 0).Select(one => CommitteeSources.Of(one, facts)), of);
    }
}
