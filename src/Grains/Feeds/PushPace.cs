namespace Dispatch.Grains.Feeds;

/// <summary>When a feed pushes: a first change at once, later ones together at most once an interval.</summary>
/// <param name="interval">The least time between two pushes.</param>
public sealed class PushPace(TimeSpan interval)
{
    private TimeSpan? _pushedAt;

    /// <summary>How long a change that came now has to wait; zero when it goes at once.</summary>
    public TimeSpan Wait(TimeSpan now) =>
        _pushedAt is { } last && now - last < interval ? last + interval - now : TimeSpan.Zero;

    /// <summary>A push went out.</summary>
    public void Pushed(TimeSpan now) => _pushedAt = now;
}
