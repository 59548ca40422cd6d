using System.Text.Json.Serialization;

namespace Dispatch.Contracts;

/// <summary>What a clock is doing. Written in JSON as spelled here.</summary>
[GenerateSerializer, Alias("clock-state"), JsonConverter(typeof(ExactEnumJson<ClockState>))]
public enum ClockState
{
    /// <summary>Time counts against the budget.</summary>
    Running,

    /// <summary>Time stands still: there is no due instant until the clock is resumed.</summary>
    Paused,

    /// <summary>Stopped no later than its due instant. The due instant itself is still in time.</summary>
    Met,

    /// <summary>
    /// The budget is used up. The ledger runs on until the clock is stopped, so that lateness is known and an
    /// extension granted late continues from what was spent.
    /// </summary>
    Missed,

    /// <summary>Stopped without a verdict: what it measured no longer has to happen.</summary>
    Cancelled,
}
