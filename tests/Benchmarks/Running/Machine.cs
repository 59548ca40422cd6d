using System.Globalization;
using System.Runtime.InteropServices;

namespace Dispatch.Benchmarks.Running;

/// <summary>The machine that a figure was measured on.</summary>
internal static class Machine
{
    /// <summary>Cores, memory, system, runtime, and how busy others keep it.</summary>
    public static string Describe()
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1 << 30);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Environment.ProcessorCount} cores, {memory:F0} GB, {RuntimeInformation.OSDescription.Split(' ')[0]}, {RuntimeInformation.FrameworkDescription}, load {Load()}");
    }

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
