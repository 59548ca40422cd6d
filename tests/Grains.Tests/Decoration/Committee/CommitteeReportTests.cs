using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Decoration.Committee;
using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.Decoration.Committee;

public sealed class CommitteeReportTests
{
    private static readonly SmallMonth Month = new();

    /// <summary>Every figure a second time, from names and fields of raw events alone: none of the report's own code.</summary>
    [Fact]
    public async Task Every_figure_of_a_month_is_what_the_raw_events_say()
    {
        var report = await ReportAsync(new DateOnly(2026, 9, 1), SmallMonth.AsOf);
        var raw = new RawMonth(Month.Histories, SmallMonth.At("2026-09-01 00:00"), SmallMonth.At("2026-10-01 00:00"), SmallMonth.AsOf);

        Assert.Equal(raw.Figures().OrderBy(line => line, StringComparer.Ordinal), Figures(report).OrderBy(line => line, StringComparer.Ordinal));
        Assert.Equal(("2026-09", true), (report.Month, report.Complete));
    }

    [Fact]
    public async Task Every_number_opens_exactly_what_it_counts()
    {
        var report = await ReportAsync(new DateOnly(2026, 9, 1), SmallMonth.AsOf);
        var lines = report.Sections.SelectMany(section => section.Lines).Concat(report.Competition.Rows.SelectMany(row => row.Items.Select(item => item.Line))).ToList();

        Assert.All(lines, line => Assert.Equal(line.Count, line.Behind.Count + line.Further));
        Assert.All(lines.SelectMany(line => line.Behind), source => Assert.Contains(source.Kind, (string[])["case", "estate", "review", "filing", "mediation", "pilot"]));
        Assert.Equal(["again", "late"], Line(report, "spots", "bay-window").Behind.Select(source => source.Id).Order(StringComparer.Ordinal));
        Assert.Equal("/unit?at=kipeili-2.11-1-101", Assert.Single(Line(report, "repeat-flats", "flats").Behind).Page);
    }

    [Fact]
    public async Task A_report_as_of_an_earlier_instant_knows_nothing_of_what_came_later()
    {
        var report = await ReportAsync(new DateOnly(2026, 9, 1), SmallMonth.At("2026-09-08 09:30"));
        Assert.Equal((2, 0), (Line(report, "rates", "response").Of, Line(report, "reviews", "finished").Count));
        Assert.Equal((0, 0), (Line(report, "reviews", "handed-over-reviewed").Of, Line(report, "cards", "yellow").Count));
        Assert.Equal(1, Line(report, "mediations", "since-start").Count);
        Assert.Equal("2026-09", (await ReportAsync(null, SmallMonth.At("2026-09-30 23:59"))).Month);
        Assert.Equal("2026-10", (await ReportAsync(null, SmallMonth.At("2026-10-01 00:00"))).Month);
    }

    [Fact]
    public async Task Managers_compete_by_facts_alone_and_each_point_opens_its_case()
    {
        var competition = (await ReportAsync(new DateOnly(2026, 9, 1), SmallMonth.AsOf)).Competition;
        Assert.Equal(("2026-Q3", "硖北里物业 华宇物业"), (competition.Quarter, string.Join(' ', competition.Rows.Select(row => row.Manager))));

        // One violation stopped (3) and reported (2) by the manager itself, in a flat that had one in July (-2).
        Assert.Equal(
            ["stopped 1×3 again", "reported 1×2 again", "rounds-kept 0×1 ", "repeat-flats 1×-2 again"],
            competition.Rows[0].Items.Select(item => $"{item.Line.Id} {item.Line.Count}×{item.Each} {string.Join(',', item.Line.Behind.Select(source => source.Id))}"));
        Assert.Equal((3, 0), (competition.Rows[0].Points, competition.Rows[1].Points));
        Assert.Equal("kipeili-2", Assert.Single(competition.Rows[0].Estates).Id);
    }

    [Fact]
    public async Task Rounds_give_points_and_a_case_that_both_a_round_and_the_case_tell_of_counts_once()
    {
        var facts = await FactsAsync(new DateOnly(2026, 9, 1), SmallMonth.AsOf);
        var round = new CommitteeSource(DossierKinds.Round, "r-1", Text.Same("Round"), null);
        List<CommitteeCase> violations = [.. facts.Cases.Where(one => one.Facts.Id == "again")];
        var told = new ManagerRounds([round, round], [new CommitteeSource(ScopeKind.Case, "again", Text.Same("Again"), null)], [round]);
        var row = Assert.Single(CompetitionTable.Of(facts, [ManagerFacts.Of("A", ["kipeili-2"], facts, violations, told)]).Rows);

        Assert.Equal(["stopped 3", "reported 1", "rounds-kept 1", "repeat-flats 0"], row.Items.Select(item => $"{item.Line.Id} {item.Line.Count}"));
        Assert.Equal((3 * 3) + 2 + 1, row.Points);
    }

    [Fact]
    public async Task A_pack_without_house_decoration_has_a_report_without_points_and_starting_figures()
    {
        var report = CommitteeReporting.Of(await FactsAsync(new DateOnly(2026, 9, 1), SmallMonth.AsOf) with { Pack = Sample.Xiashi with { Decoration = null } });
        Assert.Equal(0, report.Competition.Rows[0].Points);
        Assert.Null(Line(report, "mediations", "since-start").Earlier);
    }

    [Fact]
    public void A_line_lists_no_more_than_its_bound_and_says_how_many_further_it_counts()
    {
        var line = CommitteeSources.Line("many", Text.Same("Many"), Enumerable.Range(0, 501).Select(n => new CommitteeSource("case", $"{n}", Text.Same("x"), null)));
        Assert.Equal((501, 500, 1), (line.Count, line.Behind.Count, line.Further));
    }

    private static CommitteeLine Line(CommitteeReport report, string section, string line) =>
        report.Sections.Single(one => one.Id == section).Lines.Single(one => one.Id == line);

    private static IEnumerable<string> Figures(CommitteeReport report) =>
        from section in report.Sections
        from line in section.Lines
        select $"{section.Id}/{line.Id}: {line.Count}{(line.Of is { } of ? $" of {of}" : "")}{(line.Earlier is { } earlier ? $" + {earlier}" : "")}";

    private static async Task<CommitteeReport> ReportAsync(DateOnly? month, DateTimeOffset asOf) => CommitteeReporting.Of(await FactsAsync(month, asOf));

    private static Task<CommitteeFacts> FactsAsync(DateOnly? month, DateTimeOffset asOf)
    {
        var reads = new MonthReads(Month.Histories);
        return new CommitteeReading(reads, reads, Sample.Xiashi, Sample.Territory).ReadAsync("xiashi", month, asOf);
    }
}
