using Dispatch.Contracts;
using Microsoft.Extensions.Logging;

namespace Dispatch.Silo.Storage;

/// <summary>Collects a flush's feed entries by street, and tells whoever follows once they are committed.</summary>
internal sealed class FeedHints(ICommittedFeed followers, ILogger logger)
{
    private readonly Dictionary<string, List<FeedEntry>> _byStreet = new(StringComparer.Ordinal);

    public void Add(string streetId, FeedEntry entry)
    {
        if (!_byStreet.TryGetValue(streetId, out var entries))
        {
            _byStreet[streetId] = entries = [];
        }

        entries.Add(entry);
    }

    public void Forget() => _byStreet.Clear();

    public void Tell(string epoch)
    {
        foreach (var (street, entries) in _byStreet)
        {
            try
            {
                followers.Committed(street, epoch, entries);
            }
            catch (Exception fault)
            {
                // The commit stands whatever a follower does; the store makes up for a lost hint.
                StoreLog.HintFailed(logger, street, fault);
            }
        }

        _byStreet.Clear();
    }
}
