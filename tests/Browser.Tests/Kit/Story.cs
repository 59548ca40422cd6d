using Dispatch.TestKit;

namespace Dispatch.Browser.Tests.Kit;

/// <summary>
/// A test in a real browser against the real hub. Cities and visitors of a story end with it. A story also fails by what its pages may
/// not do (<see cref="PageGuard"/>); pictures, traces and the hub's words of one that failed are kept in <c>TestResults</c>.
/// </summary>
public abstract class Story : IAsyncLifetime
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);

    private readonly CancellationTokenSource _patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly List<(DispatchCity City, bool Own)> _cities = [];
    private readonly List<(string Name, Visitor Visitor)> _visitors = [];
    private IBrowser _browser = null!;

    /// <summary>Ends what waits too long.</summary>
    protected CancellationToken Stop => _patience.Token;

    /// <summary>Whether the story is about pages, which are built where Node is. One that is not says no.</summary>
    protected virtual bool NeedsPages => true;

    public async ValueTask InitializeAsync()
    {
        if (NeedsPages)
        {
            Require.Pages();
        }

        _patience.CancelAfter(Longest);
        _browser = await (await FixtureAsync<RealBrowser>()).StartedAsync(Stop);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        string[] complaints = [.. Complaints()];
        var failed = complaints.Length > 0 || TestContext.Current.TestState?.Result == TestResult.Failed;
        var folder = failed ? Evidence.NewFolder() : null;
        foreach (var (name, visitor) in _visitors)
        {
            await visitor.LeaveAsync(folder, name);
        }

        for (var n = 0; n < _cities.Count; n++)
        {
            await Evidence.KeepAsync(folder, $"hub{n + 1}.txt", _cities[n].City.Said);
            if (_cities[n].Own)
            {
                await _cities[n].City.DisposeAsync();
            }
        }

        _patience.Dispose();
        Assert.True(complaints.Length == 0, $"What must not happen did:\n{string.Join('\n', complaints)}");
    }

    /// <summary>A city for this story alone.</summary>
    protected async Task<DispatchCity> StartCityAsync(CityOptions? options = null)
    {
        var city = await DispatchCity.StartAsync(options ?? new CityOptions(), Stop);
        _cities.Add((city, Own: true));
        return city;
    }

    /// <summary>The city that stories share which change nothing in it.</summary>
    protected async Task<DispatchCity> QuietCityAsync()
    {
        var city = await (await FixtureAsync<QuietCity>()).StartedAsync(Stop);
        _cities.Add((city, Own: false));
        return city;
    }

    /// <summary>Somebody comes with a browser of their own.</summary>
    /// <param name="city">Where.</param>
    /// <param name="path">The page that they open; null for none yet.</param>
    /// <param name="userName">The demo user as whom they have signed in before; null for nobody.</param>
    /// <param name="look">Language, theme and screen; English and light on a desk unless said.</param>
    protected async Task<Visitor> VisitAsync(DispatchCity city, string? path, string? userName = null, Look? look = null)
    {
        var visitor = await Visitor.ArriveAsync(_browser, city.Address, look ?? new Look());
        _visitors.Add(($"{_visitors.Count + 1}-{userName ?? "visitor"}", visitor));
        if (userName is not null)
        {
            await visitor.SignInAsync(userName);
        }

        if (path is not null)
        {
            await visitor.GoAsync(path);
        }

        return visitor;
    }

    private IEnumerable<string> Complaints() =>
        _visitors.SelectMany(one => one.Visitor.Guard.Complaints.Select(complaint => $"{one.Name}: {complaint}"))
            .Concat(_cities.Select(one => one.City.Complaint).OfType<string>());

    private static async Task<T> FixtureAsync<T>()
        where T : class => await TestContext.Current.GetFixture<T>() ?? throw new InvalidOperationException($"{typeof(T).Name} is no fixture of this assembly.");
}
