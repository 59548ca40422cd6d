using Dispatch.Contracts;
using Dispatch.Silo.Storage;
using Dispatch.Silo.Storage.Auditing;
using Dispatch.Silo.Storage.Backups;
using Dispatch.Silo.Storage.Migrations;
using Microsoft.Data.Sqlite;
using static Dispatch.Silo.Tests.Storage.Commits;

namespace Dispatch.Silo.Tests.Storage;

public sealed class StoreBackupTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_backup_under_load_is_whole_and_holds_what_was_answered_before_it_began()
    {
        await using var site = new SqliteSite();
        using var copies = new TemporaryFolder();
        var backup = Path.Combine(copies.Path, "copy");
        await using var store = site.Open();
        using var ending = new CancellationTokenSource();
        var answered = 0;
        var writers = Enumerable.Range(0, 8).Select(async writer =>
        {
            for (var i = 0; !ending.IsCancellationRequested; i++)
            {
                var report = Report($"w{writer}-{i}");
                var first = await store.Store.CommitAsync(report, Cancellation);
                await store.Store.CommitAsync(Next(report, first.Number), Cancellation);
                Interlocked.Increment(ref answered);
            }
        }).ToList();
        while (Volatile.Read(ref answered) < 50)
        {
            await Task.Yield();
        }

        var before = Volatile.Read(ref answered);
        StoreBackup.Backup(site.Options, backup);
        var after = Volatile.Read(ref answered);
        while (Volatile.Read(ref answered) < after + 50)
        {
            await Task.Yield();
        }

        await ending.CancelAsync();
        await Task.WhenAll(writers);
        var audit = await new StoreAudit(new StorageOptions { Path = backup }, null).RunAsync(Cancellation);
        Assert.Empty(audit.Findings);
        Assert.InRange(audit.Owners, before, after + 16);
    }

    [Fact]
    public async Task A_store_is_checked_while_its_writer_has_it()
    {
        await using var site = new SqliteSite();
        await using var store = site.Open();
        await using var writer = new SqliteConnection($"Data Source={Path.Combine(site.Options.Path, "dispatch.db")};Pooling=False");
        await writer.OpenAsync(Cancellation);
        await using var writing = await writer.BeginTransactionAsync(Cancellation);

        StoreMigrations.Check(site.Options);
    }

    [Fact]
    public async Task A_restored_store_has_what_the_backup_had_under_another_epoch()
    {
        await using var site = new SqliteSite();
        using var copies = new TemporaryFolder();
        var backup = Path.Combine(copies.Path, "copy");
        FeedPosition before;
        var photo = Photo.Of(3, 300_000);
        await using (var store = site.Open())
        {
            await store.Store.CommitAsync(Report("kept"), Cancellation);
            await photo.UploadAsync(store.Evidence, "g.li", Start, Cancellation);
            before = await store.Feeds.HeadAsync("xiashi", Cancellation);
            StoreBackup.Backup(site.Options, backup);
            await store.Store.CommitAsync(Report("lost"), Cancellation);

            var refusal = Assert.Throws<StoreFaultException>(() => StoreBackup.Restore(site.Options, backup));
            Assert.Contains("in use", refusal.Message, StringComparison.Ordinal);
        }

        StoreBackup.Restore(site.Options, backup);

        await using var restored = site.Open();
        Assert.NotNull(await restored.Store.LoadAsync(Scope.Case("kept"), Cancellation));
        Assert.Null(await restored.Store.LoadAsync(Scope.Case("lost"), Cancellation));
        Assert.Equal(photo.Content, await photo.DownloadAsync(restored.Evidence, Cancellation));
        var head = await restored.Feeds.HeadAsync("xiashi", Cancellation);
        Assert.Equal(before.At, head.At);
        Assert.NotEqual(before.Epoch, head.Epoch);
        Assert.Equal("xiashi-2026-000002", (await restored.Store.CommitAsync(Report("again"), Cancellation)).Number);
    }

    [Fact]
    public async Task A_backup_never_overwrites_a_store_and_a_restore_needs_a_whole_one()
    {
        await using var site = new SqliteSite();
        await using var other = new SqliteSite();
        using var empty = new TemporaryFolder();

        Assert.Throws<StoreFaultException>(() => StoreBackup.Backup(site.Options, other.Options.Path));
        Assert.Throws<StoreFaultException>(() => StoreBackup.Restore(site.Options, empty.Path));
    }
}
