using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Policies;

/// <summary>How people are told; a pack without the member <c>notices</c> tells nobody.</summary>
/// <param name="Channels">The order of channels of whoever has none of their own; one at least, each once.</param>
/// <param name="Wait">How long an urgent notice waits to be seen before the next channel, and after the last one before the second line.</param>
public sealed record TellingRules(ImmutableArray<string> Channels, TimeSpan Wait)
{
    /// <summary>The member's name.</summary>
    public const string Member = "notices";

    private const int LongestName = 16;

    /// <summary>In the app, then by Web Push, then by text message, a minute each (proposed).</summary>
    public static TellingRules Usual { get; } = new([NoticeChannels.App, NoticeChannels.Push, NoticeChannels.Sms], TimeSpan.FromMinutes(1));

    /// <summary>The rules; null where the pack has none, or with a fault.</summary>
    internal static TellingRules? Read(CheckedJson root)
    {
        if (!root.Has(Member) || root.Member(Member) is var json && !json.IsObjectOf("channels", "wait"))
        {
            return null;
        }

        return new TellingRules(json.Has("channels") ? ChannelsOf(json) : Usual.Channels, json.Has("wait") ? WaitOf(json) : Usual.Wait);
    }

    private static ImmutableArray<string> ChannelsOf(CheckedJson json)
    {
        var channels = ImmutableArray.CreateBuilder<string>();
        foreach (var item in json.Items("channels"))
        {
            var name = item.Text(LongestName);
            if (!NoticeChannels.All.Contains(name) || channels.Contains(name))
            {
                item.Fault($"each of {string.Join(", ", NoticeChannels.All)} at most once");
            }

            channels.Add(name);
        }

        if (channels.Count == 0)
        {
            json.Fault("channels", "there must be one channel at least");
        }

        return channels.DrainToImmutable();
    }

    private static TimeSpan WaitOf(CheckedJson json)
    {
        if (json.Member("wait").AsBudget() is not { } wait)
        {
            return Usual.Wait;
        }

        if (wait.Axis != ClockAxis.Elapsed)
        {
            json.Fault("wait", "is urgent, such as 1 min U: whoever is on duty at night is told at night");
            return Usual.Wait;
        }

        return wait.Unit == BudgetUnit.Hour ? TimeSpan.FromHours(wait.Amount) : TimeSpan.FromMinutes(wait.Amount);
    }
}
