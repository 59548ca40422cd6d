using System.Globalization;
using Dispatch.Benchmarks.Running;

namespace Dispatch.Benchmarks.Parts;

/// <summary>
/// Processor time of this process and of PostgreSQL's, for telling where a step's time goes; other programs on the machine do not
/// change it as they change rates. PostgreSQL's is known on Linux only, and 0 elsewhere.
/// </summary>
/// <param name="postmaster">The server's first process; null for none.</param>
internal sealed class ProcessorMeter(int? postmaster)
{
    /// <summary>Ticks a second in <c>/proc</c>, the same on every Linux that .NET runs on.</summary>
    private const double TicksPerSecond = 100;

    private readonly Dictionary<string, (List<double> Own, List<double> Server)> _steps = [];

    /// <summary>A way of <see cref="Interleaved"/> whose cost for each step is noted as well.</summary>
    public (string, Func<TimeSpan, CancellationToken, Task<double>>) Costed(string name, Func<TimeSpan, CancellationToken, Task<double>> measure)
    {
        _steps[name] = ([], []);
        return (name, async (length, cancellation) =>
        {
            var (own, server, began) = (Environment.CpuUsage.TotalTime.TotalSeconds, Server(), TimeProvider.System.GetTimestamp());
            var rate = await measure(length, cancellation);
            var steps = rate * TimeProvider.System.GetElapsedTime(began).TotalSeconds;
            _steps[name].Own.Add((Environment.CpuUsage.TotalTime.TotalSeconds - own) * 1e6 / steps);
            _steps[name].Server.Add((Server() - server) * 1e6 / steps);
            return rate;
        }
        );
    }

    /// <summary>Rows that say what a step of each way cost, without the warm-up.</summary>
    public IEnumerable<Figure> Rows() => _steps.Select(step => new Figure(
        $"{step.Key}: processor µs a step, in the silo + in PostgreSQL",
        string.Create(CultureInfo.InvariantCulture, $"{Samples.Median(step.Value.Own.Skip(1)):N0} + {Samples.Median(step.Value.Server.Skip(1)):N0}"),
        "", "", Standing.Beside));

    private double Server() => postmaster is { } first && Directory.Exists("/proc")
        ? Directory.EnumerateDirectories("/proc").Where(path => char.IsAsciiDigit(path[6])).Sum(path => Ticks(path, first)) / TicksPerSecond
        : 0;

    /// <summary>User and system ticks of a child of the postmaster, those of its own ended children included for the postmaster itself.</summary>
    private static long Ticks(string path, int first)
    {
        string line;
        try
        {
            line = File.ReadAllText(Path.Combine(path, "stat"));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return 0;
        }

        // The second field is a name in parentheses, which may hold anything.
        var fields = line[(line.LastIndexOf(')') + 2)..].Split(' ');
        var isFirst = path.AsSpan(6).SequenceEqual(first.ToString(CultureInfo.InvariantCulture));
        return isFirst ? Sum(11, 4) : fields[1] == first.ToString(CultureInfo.InvariantCulture) ? Sum(11, 2) : 0;

        long Sum(int from, int count) => fields.Skip(from).Take(count).Sum(field => long.Parse(field, CultureInfo.InvariantCulture));
    }
}
