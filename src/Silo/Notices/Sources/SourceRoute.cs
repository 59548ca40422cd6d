using Dispatch.Contracts;
using Dispatch.Grains.Notices;
using Dispatch.Grains.Storage;
using Dispatch.Silo.Clock;

namespace Dispatch.Silo.Notices.Sources;

/// <summary>Tells other systems how the cases stand that they sent: signed calls, repeated for hours with growing pauses.</summary>
public sealed class SourceRoute(SourceOptions sources, NoticeLanes lanes, OutboundHttp http, CityClock clock, TimeProvider real, NoticeOptions options) : INoticeRoute
{
    /// <summary>Calls before it is given up: nine hours and more.</summary>
    public const int MostAttempts = 64;

    private const string Channel = "callback";

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public IReadOnlyList<string> Kinds { get; } = [NoticeReceiver.SystemKind];

    /// <inheritdoc/>
    public async Task<RoutedStep> StepAsync(StoredNotice notice, CancellationToken cancellation)
    {
        if (sources.GetValueOrDefault(NoticeReceiver.Id(notice.Notice.Receiver)) is not { Callback: { } callback } source)
        {
            return Ended(notice, NoticeState.Failed, "not set up");
        }

        var address = new Uri(callback);
        if (!lanes.TryEnter(address.Authority, out var comeBack))
        {
            return new RoutedStep(new NoticeProgress(notice.State, 0, notice.Attempts, clock.Now + (comeBack * clock.Speed), null));
        }

        var answered = false;
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            patience.CancelAfter(options.Timeout);
            using var request = Outbound.Post(address, notice.Notice.Payload, notice.Id, source.Secret, real.GetUtcNow());
            using var answer = await http.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            answered = true;
            return answer.IsSuccessStatusCode ? Ended(notice, NoticeState.Told, "sent") : Again(notice, $"answered {(int)answer.StatusCode}");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Again(notice, "no answer");
        }
        catch (HttpRequestException)
        {
            return Again(notice, "not reached");
        }
        finally
        {
            lanes.Leave(address.Authority, answered);
        }
    }

    private RoutedStep Again(StoredNotice notice, string words)
    {
        if (notice.Attempts + 1 >= MostAttempts)
        {
            return Ended(notice, NoticeState.Failed, words);
        }

        // Beyond eight failures every pause is the longest, and twice as long again would be beyond any number.
        var pause = NoticePath.Pause(notice.Id, Math.Min(notice.Attempts, 9));
        var next = clock.Now + ((pause < LongestPause ? pause : LongestPause) * clock.Speed);
        return new RoutedStep(new NoticeProgress(NoticeState.Waiting, 0, notice.Attempts + 1, next, new NoticeTry(clock.Now, Channel, words)));
    }

    private RoutedStep Ended(StoredNotice notice, NoticeState state, string words) =>
        new(new NoticeProgress(state, 0, notice.Attempts, null, new NoticeTry(clock.Now, Channel, words)));
}
