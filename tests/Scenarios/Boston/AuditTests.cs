using System.Text.Json;
using Dispatch.Contracts;
using Dispatch.Hub.Cli.Audit;
using Dispatch.Hub.Composition;
using Dispatch.TestKit;

namespace Dispatch.Scenarios.Boston;

public class AuditTests
{
    private static readonly string Policy = Repository.PathOf("samples", "boston");

    [Fact]
    public void Two_weeks_come_out_but_for_95_targets_and_the_trades_exactly()
    {
        var report = Audit("boston311_2015-05-18_31.csv");

        Assert.Equal(4_024, report.WithTarget);
        Assert.True(report.Exact >= 3_929, $"{report.Exact} of 4,024 are exact.");
        Assert.Equal(new TypeAudit(184, 184), report.ExactByType["Building Inspection Request"]);
        Assert.Equal(new TypeAudit(84, 84), report.ExactByType["Electrical"]);
        Assert.Equal(new TypeAudit(23, 23), report.ExactByType["Plumbing"]);
        Assert.Equal((3_643, 3_643), (report.OnTimeAgree, report.OnTimeRows));
    }

    [Fact]
    public void Every_row_is_compared_or_named_as_skipped()
    {
        var report = Audit("boston311_2015-05-18_31.csv");

        Assert.Equal(4_971, report.WithTarget + report.Skipped.Values.Sum());
        Assert.Equal(866, report.Skipped["unclocked"]);
    }

    [Fact]
    public void On_the_busiest_day_the_one_type_with_another_target_is_named_first()
    {
        var report = Audit("boston311_2015-01-20_day.csv");

        Assert.Equal((171, 644), (report.Exact, report.WithTarget));
        Assert.Equal("PWD Graffiti", report.MostlyDisagreeing[0]);
        Assert.Equal(new TypeAudit(396, 0), report.ExactByType["PWD Graffiti"]);
        Assert.Equal((507, 507), (report.OnTimeAgree, report.OnTimeRows));
    }

    [Fact]
    public void The_newer_header_style_gives_the_same_kind_of_report()
    {
        var report = Audit("boston311_2022_100.csv");

        Assert.Equal(100, report.WithTarget + report.Skipped.Values.Sum());
        Assert.Equal((77, 77), (report.OnTimeAgree, report.OnTimeRows));
    }

    [Fact]
    public async Task The_text_names_the_type_that_follows_another_rule()
    {
        var output = await TextOf(Require.SharedData("boston311_2015-01-20_day.csv"), json: false);

        Assert.StartsWith("171 of 644 targets come out to within 60 seconds (26.6 %).", output, StringComparison.Ordinal);
        Assert.Contains("     0 of    396  PWD Graffiti", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_one_object_with_the_agreed_fields()
    {
        var output = await TextOf(Require.SharedData("boston311_2015-01-20_day.csv"), json: true);

        using var document = JsonDocument.Parse(output);
        var root = document.RootElement;
        Assert.Equal(644, root.GetProperty("withTarget").GetInt32());
        Assert.Equal(171, root.GetProperty("exact").GetInt32());
        Assert.Equal(396, root.GetProperty("exactByType").GetProperty("PWD Graffiti").GetProperty("rows").GetInt32());
        Assert.Equal(507, root.GetProperty("onTimeRows").GetInt32());
        Assert.Equal(507, root.GetProperty("onTimeAgree").GetInt32());
        Assert.Equal(64, root.GetProperty("skipped").GetProperty("unclocked").GetInt32());
        Assert.Equal("PWD Graffiti", root.GetProperty("mostlyDisagreeing")[0].GetString());
    }

    [Theory]
    [InlineData("nowhere.csv", "cannot be read")]
    [InlineData(null, "is no CSV of service requests: its first line lacks case_enquiry_id, type, open_dt, target_dt, closed_dt.")]
    public async Task A_file_that_gives_no_requests_is_refused_in_one_sentence(string? file, string sentence)
    {
        using var error = new StringWriter();

        var exit = await AuditVerb.RunAsync(
            file ?? Repository.PathOf("global.json"), Policy, json: true, TextWriter.Null, error, TestContext.Current.CancellationToken);

        Assert.Equal(1, exit);
        Assert.Contains(sentence, error.ToString(), StringComparison.Ordinal);
    }

    private static SlaAuditReport Audit(string file) =>
        RequestAudit.Run(Require.SharedData(file), Policy, TestContext.Current.CancellationToken);

    private static async Task<string> TextOf(string file, bool json)
    {
        using var output = new StringWriter();
        Assert.Equal(0, await AuditVerb.RunAsync(file, Policy, json, output, TextWriter.Null, TestContext.Current.CancellationToken));
        return output.ToString();
    }
}
