using Dispatch.Contracts;
using Dispatch.Grains.Storage;
using Microsoft.Extensions.Logging;

namespace Dispatch.Silo.Storage;

/// <summary>Collects a flush's feed entries by street and whose notices it changed, and tells whoever follows once they are committed.</summary>
internal sealed class FeedHints(ICommittedFeed followers, ILogger logger)
{
    private readonly Dictionary<string, List<FeedEntry>> _byStreet = new(StringComparer.Ordinal);
    private readonly HashSet<string> _receivers = new(StringComparer.Ordinal);

    public void Add(string streetId, FeedEntry entry)
    {
        if (!_byStreet.TryGetValue(streetId, out var entries))
        {
            _byStreet[streetId] = entries = [];
        }

        entries.Add(entry);
    }

    /// <summary>Notices of a receiver were opened or ended.</summary>
    public void AddNotices(string receiver) => _receivers.Add(receiver);

    public void Forget()
    {
        _byStreet.Clear();
        _receivers.Clear();
    }

    public void Tell(string epoch)
    {
        foreach (var (street, entries) in _byStreet)
        {
            Try(street, () => followers.Committed(street, epoch, entries));
        }

        if (NoticeReceiver.People(_receivers) is { Count: > 0 } people)
        {
            Try("notices", () => followers.NoticesChanged(people));
        }

        Forget();
    }

    private void Try(string what, Action tell)
    {
        try
        {
            tell();
        }
        catch (Exception fault)
        {
            // The commit stands whatever a follower does; the store makes up for a lost hint.
            StoreLog.HintFailed(logger, what, fault);
        }
    }
}
