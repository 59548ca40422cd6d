using Dispatch.Grains.Notices;

namespace Dispatch.Silo.Notices;

/// <summary>One way to reach a person. Adding one is a file beside this one and a line where they are registered.</summary>
public interface INoticeChannel
{
    /// <summary>One of <see cref="Contracts.NoticeChannels"/>.</summary>
    string Name { get; }

    /// <summary>Whoever answers: those that do not are kept apart by it. Empty for this process itself; null when this channel cannot reach the person.</summary>
    string? LaneOf(NoticeMail mail);

    /// <summary>Sends it, with the notice's id, so that a repeat can be told.</summary>
    /// <exception cref="HttpRequestException">The other side is away.</exception>
    /// <exception cref="OperationCanceledException">It took too long.</exception>
    Task<SendResult> SendAsync(NoticeMail mail, CancellationToken cancellation);
}

/// <summary>How a try ended.</summary>
/// <param name="Ended">Whether it was taken.</param>
/// <param name="Words">What is recorded: a few words without a secret, an address or anything that the other side said.</param>
public readonly record struct SendResult(Delivery Ended, string Words)
{
    /// <summary>The other side took it.</summary>
    public static SendResult Sent { get; } = new(Delivery.Sent, "sent");

    /// <summary>The other side answered no.</summary>
    public static SendResult Refused(int status) => new(Delivery.Failed, $"answered {status}");
}

/// <summary>The bell of the pages: it shows whatever is stored for a person, so there is nothing to send.</summary>
public sealed class AppChannel : INoticeChannel
{
    /// <inheritdoc/>
    public string Name => Contracts.NoticeChannels.App;

    /// <inheritdoc/>
    public string? LaneOf(NoticeMail mail) => "";

    /// <inheritdoc/>
    public Task<SendResult> SendAsync(NoticeMail mail, CancellationToken cancellation) => Task.FromResult(SendResult.Sent);
}
