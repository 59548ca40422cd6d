using Dispatch.Grains.Storage;
using Dispatch.Silo.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dispatch.Silo.Tests.Storage;

/// <summary>One process's view of a store: a writer of its own and every read, put together as the product does it.</summary>
public sealed class OpenStore : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public OpenStore(IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<ICommittedFeed>(Hints);
        services.AddDispatchStorage(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        _services = services.BuildServiceProvider();
        Store = Get<IDispatchStore>();
    }

    public IDispatchStore Store { get; }

    public RecordedHints Hints { get; } = new();

    public IDeadlineReads Deadlines => Get<IDeadlineReads>();

    public IFeedReads Feeds => Get<IFeedReads>();

    public ICaseReads Cases => Get<ICaseReads>();

    public IFigureReads Figures => Get<IFigureReads>();

    public IUserReads Users => Get<IUserReads>();

    public IPolicyReads Policies => Get<IPolicyReads>();

    public IClockReads Clocks => Get<IClockReads>();

    public IEvidenceStore Evidence => Get<IEvidenceStore>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}

/// <summary>What the writer told about its commits.</summary>
public sealed class RecordedHints : ICommittedFeed
{
    private readonly Lock _lock = new();
    private readonly List<(string Street, string Epoch, long At)> _told = [];
    private readonly List<string> _rung = [];

    public void Committed(string streetId, string epoch, IReadOnlyList<Contracts.FeedEntry> entries)
    {
        lock (_lock)
        {
            _told.AddRange(entries.Select(entry => (streetId, epoch, entry.At)));
        }
    }

    public void NoticesChanged(IReadOnlyList<string> userNames)
    {
        lock (_lock)
        {
            _rung.AddRange(userNames);
        }
    }

    /// <summary>Whose notices changed, in the order in which it was told, once it was told of as many: a commit answers before it tells.</summary>
    public async Task<IReadOnlyList<string>> RungAsync(int atLeast)
    {
        while (true)
        {
            lock (_lock)
            {
                if (_rung.Count >= atLeast)
                {
                    return [.. _rung];
                }
            }

            await Task.Yield();
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
    }

    public IReadOnlyList<(string Street, string Epoch, long At)> Told()
    {
        lock (_lock)
        {
            return [.. _told];
        }
    }
}

/// <summary>A database that stores are opened on, and the ways to be in their way.</summary>
public interface IStoreSite : IAsyncDisposable
{
    /// <summary>Which store it is.</summary>
    StorageOptions Options { get; }

    /// <summary>Another process's view of the same store.</summary>
    OpenStore Open(int queueLimit = 4096);

    /// <summary>Until it is disposed, writers wait inside their flush.</summary>
    Task<IAsyncDisposable> HoldWritersAsync(CancellationToken cancellation);

    /// <summary>Commits and cuts the writer off while the commit is under way.</summary>
    Task CutWhileCommittingAsync(OpenStore store, Commit commit, CancellationToken cancellation);

    /// <summary>Changes something behind the stores' back.</summary>
    Task ExecuteAsync(string sql, CancellationToken cancellation);
}
