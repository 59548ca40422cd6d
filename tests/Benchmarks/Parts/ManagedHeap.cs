namespace Dispatch.Benchmarks.Parts;

/// <summary>What lives on the managed heap of this process.</summary>
internal static class ManagedHeap
{
    /// <summary>Bytes alive after full, compacting collections.</summary>
    public static long Alive()
    {
        for (var round = 0; round < 3; round++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
