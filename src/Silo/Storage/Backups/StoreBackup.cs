using Dispatch.Silo.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Dispatch.Silo.Storage.Backups;

/// <summary>Copies of an embedded store. PostgreSQL has tools of its own for that.</summary>
public static class StoreBackup
{
    /// <summary>
    /// Copies the store and the rosters, as they stand at one instant, into a folder. Works beside a running process: its writers
    /// are held for that instant and go on while the copy is made.
    /// </summary>
    /// <param name="options">Which store.</param>
    /// <param name="folder">Where to; made when it is missing, refused when there is a store in it already.</param>
    /// <exception cref="StoreFaultException">There is no such store, it is damaged, or the folder is taken.</exception>
    public static void Backup(StorageOptions options, string folder)
    {
        Embedded(options);
        Migrations.StoreMigrations.Check(options);
        var from = new SqliteFiles(options.Path);
        var to = new SqliteFiles(folder);
        if (File.Exists(to.Store) || File.Exists(to.Rosters))
        {
            throw new StoreFaultException($"There is a store in {to.Folder} already; name an empty folder.");
        }

        Directory.CreateDirectory(to.Folder);
        try
        {
            using var store = SqliteFiles.OpenReader(from.Store);
            using var rosters = SqliteFiles.OpenReader(from.Rosters);
            Freeze(from, store, rosters);
            Copy(store, to.Store);
            Copy(rosters, to.Rosters);
        }
        catch (SqliteException fault)
        {
            throw new StoreFaultException($"The store in {from.Folder} could not be copied ({fault.Message}).", fault);
        }
    }

    /// <summary>
    /// Puts a backup in the place of a store that nobody uses, and gives it a new feed epoch, so that no watcher goes on from a
    /// number that now means something else.
    /// </summary>
    /// <param name="options">Which store is replaced.</param>
    /// <param name="folder">What <see cref="Backup"/> wrote.</param>
    /// <exception cref="StoreFaultException">The store is in use, or the backup is damaged, foreign or not there.</exception>
    public static void Restore(StorageOptions options, string folder)
    {
        Embedded(options);
        Migrations.StoreMigrations.Check(new StorageOptions { Path = folder });
        var from = new SqliteFiles(folder);
        var to = new SqliteFiles(options.Path);
        using var own = to.Own();
        try
        {
            Prepare(from.Store, Next(to.Store), "update store set epoch = lower(hex(randomblob(8)))");
            Prepare(from.Rosters, Next(to.Rosters), "pragma user_version");
        }
        catch (SqliteException fault)
        {
            throw new StoreFaultException($"The backup in {from.Folder} could not be copied ({fault.Message}).", fault);
        }

        Replace(to.Store);
        Replace(to.Rosters);
    }

    private static void Embedded(StorageOptions options)
    {
        if (options.Provider != StorageProvider.Sqlite)
        {
            throw new StoreFaultException("A store in PostgreSQL is backed up and restored with PostgreSQL's own tools (pg_dump, pg_restore).");
        }
    }

    /// <summary>Has both connections see the same instant to their end: with both writers held, each begins to read.</summary>
    private static void Freeze(SqliteFiles files, SqliteConnection store, SqliteConnection rosters)
    {
        using var storeWriter = Hold(files.Store);
        using var rostersWriter = Hold(files.Rosters);
        foreach (var reader in new[] { store, rosters })
        {
            SqliteFiles.Run(reader, "begin");
            SqliteFiles.Scalar(reader, "select count(*) from sqlite_master");
        }
    }

    private static SqliteConnection Hold(string file)
    {
        var connection = new SqliteConnection(SqliteFiles.ConnectionString(file, SqliteOpenMode.ReadWrite));
        connection.Open();

        // A writer under load leaves its file alone for moments only; SQLite asks ten times a second whether it is one.
        SqliteFiles.Run(connection, "pragma busy_timeout = 30000");
        SqliteFiles.Run(connection, "begin immediate");
        return connection;
    }

    private static void Copy(SqliteConnection from, string file)
    {
        using var to = new SqliteConnection(SqliteFiles.ConnectionString(file, SqliteOpenMode.ReadWriteCreate));
        to.Open();
        from.BackupDatabase(to);
    }

    private static void Prepare(string from, string to, string change)
    {
        File.Delete(to);
        using (var source = SqliteFiles.OpenReader(from))
        {
            Copy(source, to);
        }

        using var copy = new SqliteConnection(SqliteFiles.ConnectionString(to, SqliteOpenMode.ReadWrite));
        copy.Open();

        // Without a log beside it the copy is one file, which can be moved.
        SqliteFiles.Run(copy, "pragma journal_mode = delete");
        SqliteFiles.Run(copy, change);
    }

    private static void Replace(string file)
    {
        // The log of the old file must never be read into the new one.
        File.Delete(file + "-wal");
        File.Delete(file + "-shm");
        File.Move(Next(file), file, overwrite: true);
    }

    private static string Next(string file) => file + ".restoring";
}
