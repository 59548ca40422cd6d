using Dispatch.Benchmarks.Parts;
using Dispatch.Benchmarks.Running;
using Dispatch.Contracts;
using Dispatch.Grains.Forecasts;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Storage;
using Dispatch.TestKit;
using Microsoft.Extensions.DependencyInjection;
using OpenCases = Dispatch.Benchmarks.Parts.OpenCases;

namespace Dispatch.Benchmarks.Forecasts;

/// <summary>What a street's full board will miss in the rest of the day, read and decided anew.</summary>
internal sealed class ForecastBenchmark(bool onPostgres) : IBenchmark
{
    private const int Cases = 10_000;
    private const int Rounds = 9;

    public string Name => onPostgres ? "forecast" : "forecast-sqlite";

    public string Summary => $"what 10,000 open cases will miss in 8 hours, {Engine}";

    private string Engine => onPostgres ? "PostgreSQL" : "SQLite";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Extent extent, CancellationToken cancellation)
    {
        await using var site = onPostgres ? await StoreSite.PostgresAsync(cancellation) : StoreSite.Sqlite();
        var count = extent.Of(Cases);
        await OpenCases.FillAsync(site, count, cancellation);
        await using var services = site.Open();
        var reads = services.GetRequiredService<IForecastReads>();
        var query = new ForecastQuery { Scope = Scope.Street("xiashi"), From = OpenCases.Now, Until = OpenCases.Now.AddHours(8) };
        var (whole, processor, week) = (new List<double>(), new List<double>(), new List<double>());
        var answer = await Fresh().LookAheadAsync(query, cancellation);
        for (var round = 0; round <= Rounds; round++)
        {
            var used = Environment.CpuUsage.TotalTime;
            whole.Add(await SecondsAsync(() => Fresh().LookAheadAsync(query, cancellation)));
            processor.Add((Environment.CpuUsage.TotalTime - used).TotalSeconds);
            week.Add(await SecondsAsync(() => Fresh().LookAheadAsync(query with { Until = query.From.AddDays(ForecastQuery.LongestDays) }, cancellation)));
        }

        return
        [
            Figure.AtMost($"a forecast over {count:N0} open cases for 8 hours ({answer.Total:N0} deadlines missed), {Engine}, s", Samples.Median(whole[1..]), "F2", 1, 0.3),
            Figure.Beside("processor time of it in the silo, s", Samples.Median(processor[1..]), "F2"),
            Figure.Beside("the same for 7 days, s", Samples.Median(week[1..]), "F2"),
        ];

        // Nobody has said anything against the timetables; asking the places is not measured.
        ForecastReading Fresh() => new(
            reads, PolicyShelf.Of(Sample.Xiashi), Sample.Territory, _ => Task.FromResult<IReadOnlyList<StaffingException>>([]), Team);
    }

    private static async Task<double> SecondsAsync(Func<Task> work)
    {
        var began = TimeProvider.System.GetTimestamp();
        await work();
        return TimeProvider.System.GetElapsedTime(began).TotalSeconds;
    }

    /// <summary>Sixty officers round the clock, so that every case at the street is offered ahead.</summary>
    private static Task<TeamAhead?> Team(string streetId, DateTimeOffset from, DateTimeOffset until)
    {
        var names = Enumerable.Range(0, 60).Select(index => $"o.{index:00}").ToList();
        return Task.FromResult<TeamAhead?>(new TeamAhead(
            from,
            [.. names.Select(name => new OnDuty { UserName = name, Role = Role.Officer, Line = 1, From = from.AddDays(-1), Until = until.AddDays(1), ShiftId = "d1" })],
            [.. names.Select(name => new OfficerAhead
            {
                Presence = new Presence { UserName = name, Kind = PresenceKind.SignedIn },
                OpenCases = 0,
                WorksIn = [],
                LastAssignedAt = null,
                LastEndedAt = null,
            })]));
    }
}
