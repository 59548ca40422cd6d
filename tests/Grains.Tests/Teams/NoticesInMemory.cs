using System.Collections.Concurrent;
using Dispatch.Contracts;
using Dispatch.Grains.Storage;

namespace Dispatch.Grains.Tests.Teams;

/// <summary>Keeps what teams have told, and can be away.</summary>
internal sealed class NoticesInMemory : INoticeStore
{
    private readonly ConcurrentDictionary<(Scope Owner, string Cause, string Receiver), NewNotice> _open = [];

    /// <summary>Whether it takes anything.</summary>
    public bool IsAway { get; set; }

    /// <summary>How often it was asked to write.</summary>
    public int Writes { get; private set; }

    /// <summary>What stands of a team, as receiver and cause.</summary>
    public IEnumerable<string> Of(string team) =>
        _open.Keys.Where(key => key.Owner.ToString() == team).Select(key => $"{key.Receiver} {key.Cause}").Order();

    public ValueTask MakeStandAsync(Scope owner, string streetId, IReadOnlyList<NewNotice> stands, DateTimeOffset at, CancellationToken cancellation = default)
    {
        if (IsAway)
        {
            throw new StoreUnavailableException("Away.");
        }

        Writes++;
        foreach (var key in _open.Keys.Where(key => key.Owner == owner))
        {
            _open.TryRemove(key, out _);
        }

        foreach (var one in stands)
        {
            _open[(owner, one.Cause, one.Receiver)] = one;
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<StoredNotice>> ClaimDueAsync(
        DateTimeOffset now, IReadOnlyList<string> kinds, int limit, string holder, TimeSpan lease, CancellationToken cancellation = default) => throw new NotSupportedException();

    public ValueTask<DateTimeOffset?> NextDueAsync(IReadOnlyList<string> kinds, CancellationToken cancellation = default) => throw new NotSupportedException();

    public ValueTask<bool> AdvanceAsync(NoticeStep step, CancellationToken cancellation = default) => throw new NotSupportedException();

    public ValueTask<bool> SeenAsync(string id, string receiver, DateTimeOffset at, CancellationToken cancellation = default) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<StoredNotice>> OfReceiverAsync(string receiver, int limit, CancellationToken cancellation = default) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<StoredNotice>> OfOwnerAsync(Scope owner, int limit, CancellationToken cancellation = default) => throw new NotSupportedException();

    public ValueTask<int> TrimAsync(DateTimeOffset goneBefore, CancellationToken cancellation = default) => throw new NotSupportedException();
}
