using System.Collections.Concurrent;
using Dispatch.Hub.City;

namespace Dispatch.Hub.Sessions;

/// <summary>
/// Whether the user behind a token is still the one it was made for. Answers are kept for a few seconds, so that a busy hub asks the
/// store once in a while and a disabled user is out within <see cref="Freshness"/>.
/// </summary>
public sealed class KnownUsers(IGrainFactory grains, TimeProvider time)
{
    /// <summary>How old an answer may be, real time.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(3);

    private const int MostKept = 10_000;

    private readonly ConcurrentDictionary<string, (string? Stamp, DateTimeOffset At)> _stamps = new(StringComparer.Ordinal);

    /// <summary>Whether a user exists, may sign in, and has this stamp.</summary>
    public async ValueTask<bool> IsCurrentAsync(string userName, string? stamp)
    {
        var now = time.GetUtcNow();
        if (!_stamps.TryGetValue(userName, out var known) || now - known.At >= Freshness)
        {
            if (_stamps.Count >= MostKept)
            {
                _stamps.Clear();
            }

            var user = await grains.Users().Find(userName);
            _stamps[userName] = known = (user is { Enabled: true } ? user.Stamp : null, now);
        }

        return stamp is not null && known.Stamp == stamp;
    }
}
