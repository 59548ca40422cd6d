using System.Text.Json;
using Dispatch.Contracts;
using Dispatch.Hub.Cli.Replay;
using Dispatch.TestKit;
using Microsoft.Extensions.Configuration;

namespace Dispatch.Scenarios.Boston;

public class ReplayTests
{
    private const string Header = "CASE_ENQUIRY_ID,OPEN_DT,TARGET_DT,CLOSED_DT,OnTime_Status,TYPE,neighborhood,ward,precinct,LATITUDE,LONGITUDE";

    private static readonly string Boston = Repository.PathOf("samples", "boston");
    private static readonly IConfiguration NoSettings = new ConfigurationBuilder().Build();

    [Fact]
    public async Task Two_weeks_miss_what_the_file_and_the_pack_say_and_nothing_is_doubled_or_lost()
    {
        var file = Require.SharedData("boston311_2015-05-18_31.csv");
        var expected = await ExpectedMisses.OfAsync(file, TestContext.Current.CancellationToken);

        var summary = await SummaryOf(new ReplayRequest(file, Boston, Json: true));

        Assert.Equal(4_971, summary.Cases + summary.Skipped.Values.Sum());
        Assert.Equal(2, summary.Skipped["closed-before-opened"]);
        Assert.Equal(expected.Total, summary.Missed);
        Assert.Equal((0, 0), (summary.Doubled, summary.Lost));
        Assert.Equal(expected.ByType, summary.ByType.Where(type => type.Value.Missed > 0).ToDictionary(type => type.Key, type => type.Value.Missed));
        // Reports, closings and firings, each in a commit of its own.
        Assert.Equal(summary.Cases + expected.Closings + summary.Deadlines, summary.Transitions);
    }

    [Fact]
    public async Task A_deadline_fires_a_millisecond_late_and_a_closing_at_the_due_instant_is_in_time()
    {
        // Zoning has 5 working days; opened Monday 18 May 2015 at 10:00, it is due on Tuesday 26 May, Memorial Day left out.
        using var file = new RequestsOf(
            "1,05/18/2015 10:00:00 AM,,05/26/2015 10:00:00 AM,,Zoning,Roxbury,9,,,",
            "2,05/18/2015 10:00:00 AM,,05/26/2015 10:00:01 AM,,Zoning,Roxbury,Ward 9,,,",
            "3,05/18/2015 10:00:00 AM,,,,Zoning,Greater Mattapan,,,,",
            "4,05/18/2015 10:00:00 AM,,06/01/2015 10:00:00 AM,,Call Log,Nowhere,,,,");

        var summary = await SummaryOf(new ReplayRequest(file.Path, Boston, Json: true));

        Assert.Equal(new TypeReplay(Cases: 3, OnTime: 1, Missed: 2), summary.ByType["Zoning"]);
        Assert.Equal(new TypeReplay(Cases: 1, OnTime: 0, Missed: 0), summary.ByType["Call Log"]);
        Assert.Equal((4, 9, 2, 0, 0), (summary.Cases, summary.Transitions, summary.Deadlines, summary.Doubled, summary.Lost));
    }

    [Fact]
    public async Task Virtual_time_ends_with_the_last_event_of_the_file()
    {
        using var file = new RequestsOf(
            "1,05/18/2015 10:00:00 AM,,,,Zoning,Roxbury,9,,,",
            "2,05/26/2015 10:00:00 AM,,,,Zoning,Roxbury,9,,,");

        var summary = await SummaryOf(new ReplayRequest(file.Path, Boston, Json: true));

        Assert.Equal((2, 0, 0), (summary.Cases, summary.Missed, summary.Lost));
    }

    [Fact]
    public async Task A_paced_replay_gives_the_same_as_one_at_max()
    {
        using var file = new RequestsOf(
            "1,05/18/2015 10:00:00 AM,,05/26/2015 10:00:00 AM,,Zoning,Roxbury,9,,,",
            "2,05/18/2015 10:00:00 AM,,05/27/2015 10:00:00 AM,,Zoning,Roxbury,9,,,",
            "3,05/19/2015 10:00:00 AM,,,,Electrical,Roxbury,9,,,");

        var paced = await SummaryOf(new ReplayRequest(file.Path, Boston, Speed: 10_000_000, Json: true));
        var atMax = await SummaryOf(new ReplayRequest(file.Path, Boston, Json: true));

        Assert.Equal(atMax with { WallSeconds = 0, ByType = paced.ByType, Skipped = paced.Skipped }, paced with { WallSeconds = 0 });
        Assert.Equal(atMax.ByType, paced.ByType);
    }

    [Fact]
    public async Task A_kept_store_is_not_replayed_into_twice()
    {
        using var file = new RequestsOf("1,05/18/2015 10:00:00 AM,,,,Zoning,Roxbury,9,,,");
        var request = new ReplayRequest(file.Path, Boston, Keep: Path.Combine(file.Folder, "kept"), Json: true);
        await SummaryOf(request);
        using var error = new StringWriter();

        var exit = await ReplayVerb.RunAsync(request, NoSettings, TextWriter.Null, error, TestContext.Current.CancellationToken);

        Assert.Equal(1, exit);
        Assert.Contains("A replay goes into an empty store", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_for_people_says_what_was_missed()
    {
        using var file = new RequestsOf(
            "1,05/18/2015 10:00:00 AM,,05/27/2015 10:00:00 AM,,Zoning,Roxbury,9,,,", "2,soon,,,,Zoning,Roxbury,9,,,");
        using var output = new StringWriter();

        var exit = await ReplayVerb.RunAsync(
            new ReplayRequest(file.Path, Boston), NoSettings, output, TextWriter.Null, TestContext.Current.CancellationToken);

        Assert.Equal(0, exit);
        Assert.Contains("1 requests, from 2015-05-18 10:00 to 2015-05-27 10:00 of virtual time.", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("1 deadlines fired, 1 of them missed; 0 doubled, 0 lost.", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("Rows that were not replayed: 1 invalid-time.", output.ToString(), StringComparison.Ordinal);
    }

    private static async Task<ReplaySummary> SummaryOf(ReplayRequest request)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = await ReplayVerb.RunAsync(request, NoSettings, output, error, TestContext.Current.CancellationToken);
        Assert.True(exit == 0, error.ToString());
        return JsonSerializer.Deserialize<ReplaySummary>(output.ToString(), JsonSerializerOptions.Web)!;
    }

    private sealed class RequestsOf : IDisposable
    {
        public RequestsOf(params string[] rows)
        {
            File.WriteAllText(Path, string.Join('\n', [Header, .. rows]));
        }

        public string Folder { get; } = Directory.CreateTempSubdirectory("dispatch-requests-").FullName;

        public string Path => System.IO.Path.Combine(Folder, "requests.csv");

        public void Dispose() => Directory.Delete(Folder, recursive: true);
    }
}
