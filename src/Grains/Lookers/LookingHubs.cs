using Dispatch.Contracts;

namespace Dispatch.Grains.Lookers;

/// <summary>What hub processes said of who has one case open. Instants are time stamps of one monotonic clock.</summary>
public sealed class LookingHubs
{
    /// <summary>The most hub processes that are heard; one more is answered and not remembered.</summary>
    public const int MaxHubs = 64;

    private readonly Dictionary<string, (IReadOnlyList<Looker> Lookers, TimeSpan SaidAt)> _hubs = new(StringComparer.Ordinal);

    /// <summary>Takes what a hub process says and answers who looks in the others.</summary>
    /// <param name="hub">Names the process.</param>
    /// <param name="looking">Who looks there now; nobody forgets the process.</param>
    /// <param name="now">When it was said; a lease of exactly <see cref="Looker.Lease"/> still counts.</param>
    public IReadOnlyList<Looker> Say(string hub, IReadOnlyList<Looker> looking, TimeSpan now)
    {
        foreach (var (other, said) in _hubs)
        {
            if (now - said.SaidAt > Looker.Lease)
            {
                _hubs.Remove(other);
            }
        }

        _hubs.Remove(hub);
        var others = Looker.Merge(_hubs.Values.SelectMany(said => said.Lookers));
        if (looking.Count > 0 && _hubs.Count < MaxHubs)
        {
            _hubs[hub] = (Looker.Merge(looking), now);
        }

        return others;
    }
}
