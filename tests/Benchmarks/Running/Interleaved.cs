using System.Globalization;

namespace Dispatch.Benchmarks.Running;

/// <summary>
/// Ways of doing the same thing, measured in turns (A, B, A, B), so that whatever else the machine does falls on all of them.
/// The first round warms up and is not counted.
/// </summary>
internal static class Interleaved
{
    /// <summary>What every way did a second in each counted round, in the order of <paramref name="ways"/>.</summary>
    public static async Task<double[][]> RunAsync(
        IReadOnlyList<(string Name, Func<TimeSpan, CancellationToken, Task<double>> Measure)> ways, int rounds, TimeSpan each, CancellationToken cancellation)
    {
        var rates = ways.Select(_ => new double[rounds]).ToArray();
        for (var round = -1; round < rounds; round++)
        {
            for (var way = 0; way < ways.Count; way++)
            {
                var rate = await ways[way].Measure(each, cancellation);
                Session.Note(string.Create(CultureInfo.InvariantCulture, $"  {(round < 0 ? "warm-up" : $"round {round + 1}")} {ways[way].Name}: {rate:N0}"));
                if (round >= 0)
                {
                    rates[way][round] = rate;
                }
            }
        }

        return rates;
    }

    /// <summary>The middle of the ratios of each round.</summary>
    public static double Ratio(double[] ours, double[] theirs) => Samples.Median(ours.Zip(theirs, (one, other) => one / other));
}
