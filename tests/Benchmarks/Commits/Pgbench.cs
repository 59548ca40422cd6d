using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace Dispatch.Benchmarks.Commits;

/// <summary>
/// PostgreSQL's <c>pgbench</c> with 64 clients: an event inserted and a one-kilobyte state updated in one transaction, sent as one
/// pipeline, so that a transaction is one round trip.
/// </summary>
internal sealed partial class Pgbench : IDisposable
{
    private const string Script =
        """
        \set id random(1, :states)
        \startpipeline
        begin;
        update pgbench_states set version = version + 1, snapshot = :snapshot where id = :id;
        insert into pgbench_events (owner, name, at, actor, data) values (:id, 'Acknowledged', 1, 'community-xishan', :data);
        commit;
        \endpipeline

        """;

    private const string Data = "clock-pre-control-generation-1-budget-4-wh-calendar-office";

    private readonly string _program;
    private readonly NpgsqlConnectionStringBuilder _server;
    private readonly int _states;
    private readonly string _script;

    private Pgbench(string program, NpgsqlConnectionStringBuilder server, int states, string script) =>
        (_program, _server, _states, _script) = (program, server, states, script);

    /// <summary>Where the program is; null when it is not.</summary>
    public static string? Find()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).AsEnumerable();
        if (Directory.Exists("/usr/lib/postgresql"))
        {
            folders = Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal)
                .Select(version => Path.Combine(version, "bin")).Concat(folders);
        }

        return folders.Select(folder => Path.Combine(folder, "pgbench")).FirstOrDefault(File.Exists);
    }

    /// <summary>Makes its two tables, as ours are: text columns, room on each page.</summary>
    public static async Task<Pgbench> PrepareAsync(string program, string connectionString, int states, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellation);
        await using var tables = new NpgsqlCommand(
            """
            create table pgbench_states (id bigint primary key, version bigint not null, snapshot text collate "C" not null) with (fillfactor = 70);
            create table pgbench_events (seq bigint generated always as identity primary key, owner bigint not null, name text collate "C" not null,
              at bigint not null, actor text collate "C" not null, data text collate "C" not null);
            """,
            connection);
        await tables.ExecuteNonQueryAsync(cancellation);
        await using var rows = new NpgsqlCommand("insert into pgbench_states select i, 0, repeat('x', 1024) from generate_series(1, $1) i", connection)
        {
            Parameters = { new NpgsqlParameter<int> { TypedValue = states } },
        };
        await rows.ExecuteNonQueryAsync(cancellation);
        var script = Path.GetTempFileName();
        await File.WriteAllTextAsync(script, Script, cancellation);
        return new Pgbench(program, new NpgsqlConnectionStringBuilder(connectionString), states, script);
    }

    /// <summary>Runs for a while; transactions in a second, without the time that connecting took.</summary>
    public async Task<double> RateAsync(TimeSpan length, CancellationToken cancellation)
    {
        var seconds = Math.Max(1, (int)length.TotalSeconds);
        var start = new ProcessStartInfo(_program,
        [
            "--no-vacuum", "--client=64", "--jobs=2", "--protocol=prepared", $"--time={seconds}", $"--file={_script}",
            $"--define=states={_states}", $"--define=snapshot={Snapshot}", $"--define=data={Data}",
            "--host", _server.Host!, "--port", _server.Port.ToString(CultureInfo.InvariantCulture), "--username", _server.Username!, _server.Database!,
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["PGPASSWORD"] = _server.Password },
        };
        using var process = Process.Start(start)!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(length + TimeSpan.FromMinutes(1));
        try
        {
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return Rate().Match(output) is { Success: true } match
                ? double.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
                : throw new InvalidOperationException($"pgbench gave no rate: {output} {await errors}");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    public void Dispose() => File.Delete(_script);

    private static string Snapshot { get; } = string.Concat(Enumerable.Repeat("wall-opened-beside-the-bay-window-", 31))[..1024];

    [GeneratedRegex(@"tps = ([\d.]+) \(without")]
    private static partial Regex Rate();
}
