using Dispatch.Contracts;
using Dispatch.Grains.Notices;
using Dispatch.Grains.Storage;
using Dispatch.Silo.Clock;

namespace Dispatch.Silo.Notices;

/// <summary>Tells people: finds those of a party, and takes each of them through their channels as <see cref="NoticePath"/> says.</summary>
public sealed class PeopleRoute(INoticeDesk desk, IEnumerable<INoticeChannel> channels, NoticeLanes lanes, CityClock clock, NoticeOptions options) : INoticeRoute
{
    private const int MostNamed = 12;

    private readonly Dictionary<string, INoticeChannel> _channels = channels.ToDictionary(channel => channel.Name, StringComparer.Ordinal);

    /// <inheritdoc/>
    public IReadOnlyList<string> Kinds { get; } =
    [
        NoticeReceiver.UserKind, NoticeReceiver.CaptainKind, ScopeKind.Street, ScopeKind.Community, ScopeKind.Grid, ScopeKind.Department, ScopeKind.Supervisor,
    ];

    /// <inheritdoc/>
    public Task<RoutedStep> StepAsync(StoredNotice notice, CancellationToken cancellation) =>
        NoticeReceiver.Kind(notice.Notice.Receiver) == NoticeReceiver.UserKind ? ToPersonAsync(notice, cancellation) : ToPartyAsync(notice);

    private async Task<RoutedStep> ToPartyAsync(StoredNotice notice)
    {
        var now = clock.Now;
        var audience = await desk.AudienceAsync(notice.Notice.Receiver, now);
        var by = NoticePayload.Of(notice.Notice).By;
        List<string> told = [.. audience.Told.Where(name => name != by)];
        var words = (told.Count, audience.Told.Count, audience.OffDuty.Count) switch
        {
            ( > 0, _, 0) => Named(told),
            ( > 0, _, _) => $"{Named(told)}; off duty: {Named(audience.OffDuty)}",
            (_, > 0, _) => $"it was {by} who did it",
            (_, _, > 0) => $"off duty: {Named(audience.OffDuty)}",
            _ => "nobody",
        };
        var tried = notice.Tries is [.., var last] && last.Outcome == words ? null : new NoticeTry(now, NoticePath.Duty, words);
        return new RoutedStep(
            new NoticeProgress(NoticeState.PassedOn, 0, 0, audience.LookAgainAt, tried), [.. told.Select(name => To(notice, name, now))]);
    }

    private async Task<RoutedStep> ToPersonAsync(StoredNotice notice, CancellationToken cancellation)
    {
        var name = NoticeReceiver.Id(notice.Notice.Receiver);
        var person = await desk.PersonAsync(name, clock.Now);
        var progress = NoticePath.Instead(notice, person, clock.Now) ?? await SendAsync(notice, person!, cancellation);
        if (!progress.AsksSecondLine)
        {
            return new RoutedStep(progress);
        }

        var second = await desk.SecondLineAsync(name, clock.Now);
        return new RoutedStep(
            progress with { Tried = Joined(progress.Tried, second) }, [.. second.Select(other => To(notice, other, clock.Now))]);
    }

    private NoticeTry Joined(NoticeTry? tried, IReadOnlyList<string> second)
    {
        var words = second.Count == 0 ? "no second line" : $"second line: {Named(second)}";
        return tried is null ? new NoticeTry(clock.Now, NoticePath.Duty, words) : tried with { Outcome = $"{tried.Outcome}; {words}" };
    }

    private async Task<NoticeProgress> SendAsync(StoredNotice notice, NoticePerson person, CancellationToken cancellation)
    {
        var mail = new NoticeMail(notice, NoticePayload.Of(notice.Notice), person);
        if (!_channels.TryGetValue(person.Channels[notice.Step], out var channel) || channel.LaneOf(mail) is not { } lane)
        {
            return After(Delivery.CannotReach, "not set up");
        }

        if (lane.Length > 0 && !lanes.TryEnter(lane, out var comeBack))
        {
            return new NoticeProgress(notice.State, notice.Step, notice.Attempts, clock.Now + (comeBack * clock.Speed), null);
        }

        var answered = false;
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            patience.CancelAfter(options.Timeout);
            var result = await channel.SendAsync(mail, patience.Token);
            answered = true;
            return After(result.Ended, result.Words);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return After(Delivery.Failed, "no answer");
        }
        catch (HttpRequestException)
        {
            return After(Delivery.Failed, "not reached");
        }
        finally
        {
            if (lane.Length > 0)
            {
                lanes.Leave(lane, answered);
            }
        }

        NoticeProgress After(Delivery ended, string words) => NoticePath.After(notice, person, ended, words, clock.Now, clock.Speed);
    }

    private static NewNotice To(StoredNotice notice, string userName, DateTimeOffset now) =>
        notice.Notice with { Receiver = NoticeReceiver.User(userName), At = now };

    private static string Named(IReadOnlyList<string> names) =>
        names.Count <= MostNamed ? string.Join(", ", names) : $"{string.Join(", ", names.Take(MostNamed))} and {names.Count - MostNamed} more";
}
