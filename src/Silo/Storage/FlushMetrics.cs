using Dispatch.Contracts;

namespace Dispatch.Silo.Storage;

/// <summary>What both writers count.</summary>
internal static class FlushMetrics
{
    /// <summary>A flush became durable.</summary>
    public static void Record(int members, TimeSpan took)
    {
        DispatchMetrics.Commits.Add(members);
        DispatchMetrics.FlushSize.Record(members);
        DispatchMetrics.FlushDuration.Record(took.TotalSeconds);
    }

    /// <summary>A commit is refused at once, with the sentence that says why.</summary>
    public static StoreUnavailableException TurnedAway(string why)
    {
        DispatchMetrics.CommitsTurnedAway.Add(1);
        return new StoreUnavailableException(why);
    }
}
