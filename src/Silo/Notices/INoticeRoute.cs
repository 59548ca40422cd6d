using Dispatch.Grains.Notices;
using Dispatch.Grains.Storage;

namespace Dispatch.Silo.Notices;

/// <summary>Takes the next step of notices to some kinds of receivers.</summary>
public interface INoticeRoute
{
    /// <summary>The kinds of receivers, as <see cref="NoticeReceiver"/> spells them; no two routes have one in common.</summary>
    IReadOnlyList<string> Kinds { get; }

    /// <summary>Takes the step that is due. What it throws is logged, and the step comes again when its lease has run out.</summary>
    Task<RoutedStep> StepAsync(StoredNotice notice, CancellationToken cancellation);
}

/// <summary>What became of a step.</summary>
/// <param name="Progress">Where the notice stands.</param>
/// <param name="Opened">What comes of it.</param>
public sealed record RoutedStep(NoticeProgress Progress, IReadOnlyList<NewNotice> Opened)
{
    /// <summary>Nothing comes of it but what it says itself.</summary>
    public RoutedStep(NoticeProgress progress)
        : this(progress, [])
    {
    }
}
