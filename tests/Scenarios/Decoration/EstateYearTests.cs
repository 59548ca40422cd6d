using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Storage;
using Dispatch.Hub.Composition;
using Microsoft.Extensions.Configuration;

namespace Dispatch.Scenarios.Decoration;

/// <summary>A year of one estate, through the real grains into a real store.</summary>
public sealed class EstateYearTests : IDisposable
{
    private const int Days = 365;

    // From December 2025 to November 2026: the years whose days off are published.
    private static readonly DateTimeOffset Start = new DateTimeOffset(2025, 12, 1, 9, 0, 0, TimeSpan.FromHours(8)).ToUniversalTime();

    private readonly string _folder = Directory.CreateTempSubdirectory("dispatch-estate-year-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_year_of_one_estate_leaves_a_committee_report_that_a_second_count_agrees_with_and_a_store_that_verifies()
    {
        var stop = TestContext.Current.CancellationToken;
        await using (var city = await SteppedCity.StartAsync(_folder, Start, GrownEstate.In, stop))
        {
            var year = new EstateYear(city, Start, seed: 6);
            for (var day = 0; day < Days; day++)
            {
                await year.LiveAsync(day, stop);
            }

            Assert.True(year.Filings >= 400, $"only {year.Filings} filings");
            Assert.True(year.RefusedFilings > 0, "nobody filed what is refused");
            Assert.True(year.Cases.Count - year.Mediations >= 40, $"only {year.Cases.Count} cases");
            Assert.True(year.Mediations >= 6, $"only {year.Mediations} mediations");
            Assert.True(year.Rounds >= 40 && year.Visits >= 5, $"only {year.Rounds} rounds and {year.Visits} visits");
            Assert.Equal(5, year.Sessions);
            await AgreeAsync(city, year, stop);
        }

        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Storage:Path", _folder)]).Build();
        var check = await new StoreTools().VerifyAsync(settings, stop);
        Assert.Empty(check.Findings);
        Assert.Equal((0, 0, 0), (check.Found, check.Doubled, check.Lost));
    }

    /// <summary>Every line of every month's report, counted a second time from raw events.</summary>
    private static async Task AgreeAsync(SteppedCity city, EstateYear year, CancellationToken stop)
    {
        var asOf = Start.AddDays(Days);
        var owners = new Dictionary<string, IReadOnlyList<EventRecord>>(StringComparer.Ordinal);
        foreach (var owner in year.Owners)
        {
            owners[owner.ToString()] = [.. (await city.Store.EventsAsync(owner, 0, int.MaxValue, stop)).Select(stored => stored.Event)];
        }

        var raw = new RawYear(owners, asOf);
        List<string> apart = [];
        for (var month = new DateOnly(2025, 12, 1); month < new DateOnly(2026, 12, 1); month = month.AddMonths(1))
        {
            var report = await city.Grains.GetGrain<ICommitteeGrain>(0).Report("xiashi", month, asOf);
            Assert.True(report.Complete);
            List<string> lines =
            [
                .. report.Sections.SelectMany(section => section.Lines.Select(line => Said(section.Id, line))),
                .. Assert.Single(report.Competition.Rows).Items.Select(item => $"competition/{item.Line.Id}: {item.Line.Count}"),
            ];
            List<string> again = [.. raw.Figures(month)];
            apart.AddRange(lines.Except(again).Select(line => $"{month:yyyy-MM} report {line}"));
            apart.AddRange(again.Except(lines).Select(line => $"{month:yyyy-MM} again {line}"));
        }

        Assert.True(apart.Count == 0, string.Join(Environment.NewLine, apart));
    }

    private static string Said(string section, CommitteeLine line) =>
        $"{section}/{line.Id}: {line.Count}{(line.Of is { } of ? $" of {of}" : "")}{(line.Earlier is { } earlier ? $" + {earlier}" : "")}";
}
