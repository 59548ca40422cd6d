using System.Text.Json.Serialization;

namespace Dispatch.Contracts;

/// <summary>What a clock is doing.</summary>
[GenerateSerializer, Alias("clock-state"), JsonConverter(typeof(ExactEnumJson<ClockState>))]
public enum ClockState
{
    /// <summary>Time is being spent, as far as the clock's calendar works.</summary>
    Running = 0,

    /// <summary>Standing still; there is no due instant until it is resumed.</summary>
    Paused = 1,

    /// <summary>Stopped in time.</summary>
    Met = 2,

    /// <summary>Its whole budget passed before it was stopped.</summary>
    Missed = 3,

    /// <summary>Its question no longer arises.</summary>
    Cancelled = 4,
}
