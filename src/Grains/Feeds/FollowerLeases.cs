namespace Dispatch.Grains.Feeds;

/// <summary>Who is pushed to: whoever renewed within the lease. Instants are time stamps of one monotonic clock.</summary>
/// <param name="lease">How long a renewal counts; at exactly this age it still does.</param>
/// <typeparam name="TFollower">How a follower is named.</typeparam>
public sealed class FollowerLeases<TFollower>(TimeSpan lease)
    where TFollower : notnull
{
    private readonly Dictionary<TFollower, TimeSpan> _renewedAt = [];

    /// <summary>How many are known, lapsed ones included until the next <see cref="Live"/>.</summary>
    public int Count => _renewedAt.Count;

    /// <summary>Adds a follower, or renews its lease.</summary>
    public void Renew(TFollower follower, TimeSpan now) => _renewedAt[follower] = now;

    /// <summary>Forgets a follower.</summary>
    public void Remove(TFollower follower) => _renewedAt.Remove(follower);

    /// <summary>Forgets those whose lease has lapsed and gives the others.</summary>
    public IReadOnlyCollection<TFollower> Live(TimeSpan now)
    {
        foreach (var (follower, renewedAt) in _renewedAt)
        {
            if (now - renewedAt > lease)
            {
                _renewedAt.Remove(follower);
            }
        }

        return _renewedAt.Keys;
    }
}
