namespace Dispatch.Simulator;

/// <summary>
/// Chance from a seed: the same seed always falls the same way. SplitMix64, so that a case's dice cost one number and neighbouring
/// seeds have nothing to do with each other.
/// </summary>
public sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A seed made of two, such as a case's and its version.</summary>
    public static ulong Mix(ulong seed, ulong with) => Scramble(seed + Scramble(with + 0x9E3779B97F4A7C15));

    /// <summary>The next 64 bits.</summary>
    public ulong Next() => Scramble(_state += 0x9E3779B97F4A7C15);

    /// <summary>From 0, inside, to 1, outside.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>True in <paramref name="share"/> of all throws.</summary>
    public bool Chance(double share) => Share() < share;

    /// <summary>A span between two numbers of minutes, to the second.</summary>
    public TimeSpan Minutes(double least, double most) => TimeSpan.FromSeconds(Math.Round(60 * (least + ((most - least) * Share()))));

    /// <summary>One of a list that is not empty.</summary>
    public T Pick<T>(IReadOnlyList<T> among) => among[(int)(Share() * among.Count)];

    /// <summary>One of a list by weight; the last one when all weights are 0.</summary>
    public T Pick<T>(IReadOnlyList<T> among, Func<T, double> weight)
    {
        var left = Share() * among.Sum(weight);
        foreach (var one in among)
        {
            left -= weight(one);
            if (left < 0)
            {
                return one;
            }
        }

        return among[^1];
    }

    private static ulong Scramble(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
