using Dispatch.Contracts;

namespace Dispatch.Hub.Live.Bells;

/// <summary>
/// The bells that are open in this process, by person. Follows the city's ring while any is: a ring that was missed, or a ring grain that
/// began anew, rings them all. Bounded, and nothing is stored.
/// </summary>
internal sealed partial class OpenBells : INoticeFollower, IAsyncDisposable
{
    /// <summary>The most people whose bells are open at a time.</summary>
    public const int MaxPeople = 16_384;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Bell> _bells = new(StringComparer.Ordinal);
    private readonly IClusterClient _cluster;
    private readonly ILogger<OpenBells> _logger;
    private readonly ITimer _renewal;
    private INoticeFollower? _self;
    private NoticeRing? _last;
    private bool _renewing;

    /// <summary>Nobody listens yet.</summary>
    public OpenBells(IClusterClient cluster, TimeProvider time, ILogger<OpenBells> logger)
    {
        (_cluster, _logger) = (cluster, logger);
        _renewal = time.CreateTimer(_ => _ = RenewAsync(), null, FeedFollowing.Renewal, FeedFollowing.Renewal);
    }

    /// <summary>How many people's bells are open.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _bells.Count;
            }
        }
    }

    /// <summary>Opens a person's bell for one stream, until <see cref="Leave"/>. From here on every ring is heard.</summary>
    /// <exception cref="Microsoft.AspNetCore.SignalR.HubException">The process is full.</exception>
    public async Task<Bell> EnterAsync(string userName)
    {
        Bell? bell;
        bool first;
        lock (_gate)
        {
            first = _bells.Count == 0;
            if (!_bells.TryGetValue(userName, out bell))
            {
                if (_bells.Count >= MaxPeople)
                {
                    throw WatchRefusal.Busy();
                }

                _bells.Add(userName, bell = new Bell(userName));
            }

            bell.Streams++;
        }

        if (first)
        {
            await RenewAsync();
        }

        return bell;
    }

    /// <summary>A stream ends.</summary>
    public void Leave(Bell bell)
    {
        lock (_gate)
        {
            if (--bell.Streams == 0)
            {
                _bells.Remove(bell.UserName);
            }
        }
    }

    /// <inheritdoc/>
    public Task Rang(NoticeRing ring, IReadOnlyList<string> userNames)
    {
        lock (_gate)
        {
            if (userNames.Count == 0 || _last is not { } last || last.Life != ring.Life || ring.Number != last.Number + 1)
            {
                RingAll();
            }
            else
            {
                foreach (var name in userNames)
                {
                    _bells.GetValueOrDefault(name)?.Ring();
                }
            }

            _last = ring;
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _renewal.DisposeAsync();
        if (_self is { } self)
        {
            _cluster.DeleteObjectReference<INoticeFollower>(self);
        }
    }

    private async Task RenewAsync()
    {
        lock (_gate)
        {
            if (_bells.Count == 0 || _renewing)
            {
                return;
            }

            _renewing = true;
        }

        try
        {
            _self ??= _cluster.CreateObjectReference<INoticeFollower>(this);
            var ring = await _cluster.GetGrain<INoticeRingGrain>(0).Follow(_self);
            lock (_gate)
            {
                // One that was told meanwhile is newer than the answer.
                if (_last is not { } last || last.Life != ring.Life || last.Number < ring.Number)
                {
                    RingAll();
                    _last = ring;
                }
            }
        }
        catch (Exception fault)
        {
            // Whoever listens looks now and then in any case.
            LogUnheard(fault);
        }
        finally
        {
            lock (_gate)
            {
                _renewing = false;
            }
        }
    }

    private void RingAll()
    {
        foreach (var bell in _bells.Values)
        {
            bell.Ring();
        }
    }

    [LoggerMessage(LogLevel.Debug, "The city's bell could not be followed; the next renewal tries again.")]
    private partial void LogUnheard(Exception fault);
}

/// <summary>One person's bell in this process.</summary>
/// <param name="userName">Whose.</param>
internal sealed class Bell(string userName)
{
    private TaskCompletionSource _rung = NewSignal();

    /// <summary>Whose.</summary>
    public string UserName { get; } = userName;

    /// <summary>The streams that listen. Guarded by <see cref="OpenBells"/>.</summary>
    public int Streams { get; set; }

    /// <summary>Completes with the next ring.</summary>
    public Task Rung => Volatile.Read(ref _rung).Task;

    /// <summary>Something changed.</summary>
    public void Ring() => Interlocked.Exchange(ref _rung, NewSignal()).TrySetResult();

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
