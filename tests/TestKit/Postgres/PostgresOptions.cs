namespace Dispatch.TestKit.Postgres;

/// <summary>How a server that this process brings is set up.</summary>
public sealed record PostgresOptions
{
    /// <summary>
    /// Whether a commit reaches the disk before it is answered. Off for tests, whose data dies with the server anyway and
    /// is kept in memory where there is room; on for benchmarks, which would otherwise measure a database that nobody runs.
    /// </summary>
    public bool Fsync { get; init; }

    /// <summary>How many connections the server takes.</summary>
    public int MaxConnections { get; init; } = 200;

    /// <summary>Further settings of <c>postgresql.conf</c> by name.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    internal IEnumerable<string> ToArguments() =>
    [
        $"fsync={(Fsync ? "on" : "off")}",
        $"max_connections={MaxConnections}",
        .. Settings.Select(setting => $"{setting.Key}={setting.Value}"),
    ];
}
