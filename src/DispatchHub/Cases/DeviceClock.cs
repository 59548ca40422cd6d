using System.Globalization;
using Dispatch.Contracts;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.Cases;

/// <summary>
/// The <c>Device-Now</c> header: what city time the device believes it to be while it sends. Where it is more than
/// <see cref="Tolerance"/> off what the hub sees at receipt, the device's clock is wrong, and so is every instant that it stamped.
/// </summary>
public static class DeviceClock
{
    /// <summary>The header's name: an ISO 8601 instant with offset. It is not part of the body, so a repeat may bear another one.</summary>
    public const string Header = "Device-Now";

    /// <summary>How far off a device may be, in real time: the way there, and a clock that nobody sets by the second.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(30);

    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>How far behind the city the device is, negative where it is ahead; zero where that is within the tolerance or not told.</summary>
    public static Parsed<TimeSpan> Read(HttpRequest request, CityTime city)
    {
        var sent = request.Headers[Header].ToString();
        if (sent.Length == 0)
        {
            return TimeSpan.Zero;
        }

        if (!DateTimeOffset.TryParseExact(sent, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var device) || !HasOffset(sent))
        {
            return new Problem(
                StatusCodes.Status400BadRequest, "invalid-device-now", "Device-Now is an instant with its offset, such as 2026-03-02T08:30:00+08:00; or leave it out.");
        }

        var behind = city.Now - device;
        return behind.Duration() > Tolerance * city.Speed ? behind : TimeSpan.Zero;
    }

    /// <summary>An instant that the device stamped, as the city would have: never after receipt.</summary>
    public static DateTimeOffset Corrected(DateTimeOffset stamped, TimeSpan behind, DateTimeOffset receivedAt)
    {
        var ticks = Math.Clamp(stamped.UtcTicks + behind.Ticks, DateTimeOffset.MinValue.UtcTicks, receivedAt.UtcTicks);
        return new DateTimeOffset(ticks, TimeSpan.Zero);
    }

    /// <summary>What a stamped instant was by the city's clock; and what the device took it for, where its clock was wrong.</summary>
    public static (DateTimeOffset? OccurredAt, DateTimeOffset? StampedAt) Judge(DateTimeOffset? stamped, TimeSpan behind, DateTimeOffset receivedAt) =>
        behind != TimeSpan.Zero && stamped is { } instant ? (Corrected(instant, behind, receivedAt), stamped) : (stamped, null);

    private static bool HasOffset(string instant) => instant.EndsWith('Z') || instant.LastIndexOfAny(['+', '-']) > instant.IndexOf('T', StringComparison.Ordinal);
}
