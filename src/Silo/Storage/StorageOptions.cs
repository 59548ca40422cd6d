using System.ComponentModel.DataAnnotations;

namespace Dispatch.Silo.Storage;

/// <summary>Where cases, clocks and feeds are kept. Bound from the section <c>Storage</c>; checked at start.</summary>
public sealed class StorageOptions : IValidatableObject
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Storage";

    /// <summary>
    /// <c>sqlite</c> (the default) keeps everything in files of this machine: one process, nothing to install.
    /// <c>postgres</c> is for several silos, or where a database is run anyway.
    /// </summary>
    public StorageProvider Provider { get; set; } = StorageProvider.Sqlite;

    /// <summary>
    /// The folder of the SQLite files, made when it is missing; relative to the working directory, <c>.dispatch</c> by default.
    /// A network folder loses data: SQLite's log needs locks that network file systems do not keep. PostgreSQL does not use it.
    /// </summary>
    public string Path { get; set; } = ".dispatch";

    /// <summary>How to reach PostgreSQL (<c>ConnectionStrings:Dispatch</c>); needed for <c>postgres</c>, ignored for <c>sqlite</c>.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>
    /// How many commits may wait for the writer, 16 to 65,536; 4,096 by default. One more is refused at once (503 outside), so
    /// a larger value answers later instead of refusing, and holds more memory while the database is slow.
    /// </summary>
    public int QueueLimit { get; set; } = 4096;

    /// <summary>
    /// How long a flush may take, 1 to 30 s; 5 s by default. Afterwards its members are told that their outcome is unknown or,
    /// where the database said so, that nothing was stored. Shorter than a brief lock of another silo, it fails work for nothing.
    /// </summary>
    public TimeSpan CommitTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Provider == StorageProvider.Sqlite && string.IsNullOrWhiteSpace(Path))
        {
            yield return new ValidationResult("Storage:Path must name a folder when Storage:Provider is sqlite.", [nameof(Path)]);
        }

        if (Provider == StorageProvider.Postgres && string.IsNullOrWhiteSpace(ConnectionString))
        {
            yield return new ValidationResult(
                "ConnectionStrings:Dispatch must say how to reach the database when Storage:Provider is postgres.", [nameof(ConnectionString)]);
        }

        if (QueueLimit is < 16 or > 65_536)
        {
            yield return new ValidationResult("Storage:QueueLimit must be 16 to 65536.", [nameof(QueueLimit)]);
        }

        if (CommitTimeout < TimeSpan.FromSeconds(1) || CommitTimeout > TimeSpan.FromSeconds(30))
        {
            yield return new ValidationResult("Storage:CommitTimeout must be 1 to 30 seconds.", [nameof(CommitTimeout)]);
        }
    }
}

/// <summary>The engines that a store can be kept in.</summary>
public enum StorageProvider
{
    /// <summary>Files in a folder, one process.</summary>
    Sqlite = 0,

    /// <summary>A PostgreSQL database, any number of silos.</summary>
    Postgres = 1,
}
