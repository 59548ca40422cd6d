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
    public async Task A_year_of_one_estate_leaves_a_store_that_verifies()
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
        }

        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Storage:Path", _folder)]).Build();
        var check = await new StoreTools().VerifyAsync(settings, stop);
        Assert.Empty(check.Findings);
        Assert.Equal((0, 0, 0), (check.Found, check.Doubled, check.Lost));
    }
}
