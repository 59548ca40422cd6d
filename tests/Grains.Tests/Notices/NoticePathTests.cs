using Dispatch.Contracts;
using Dispatch.Grains.Notices;
using Dispatch.Grains.Storage;

namespace Dispatch.Grains.Tests.Notices;

/// <summary>The way of one person's notice through their channels.</summary>
public sealed class NoticePathTests
{
    private static readonly DateTimeOffset Noon = new(2026, 9, 7, 4, 0, 0, TimeSpan.Zero);

    private static readonly NoticePerson Zhang = new() { UserName = "zhang", DisplayName = "Zhang", Channels = ["app", "push", "sms"], Wait = TimeSpan.FromMinutes(1) };

    [Fact]
    public void An_urgent_notice_goes_on_to_each_channel_after_its_wait_and_then_to_the_second_line()
    {
        var notice = Notice(urgent: true);
        var went = new List<string>();
        var now = Noon;
        NoticeProgress progress;
        while (true)
        {
            if (NoticePath.Instead(notice, Zhang, now) is { } instead)
            {
                progress = instead;
                break;
            }

            went.Add($"{now:HH:mm} {Zhang.Channels[notice.Step]}");
            progress = NoticePath.After(notice, Zhang, Delivery.Sent, "sent", now, 1);
            notice = On(notice, progress);
            now = progress.NextAt!.Value;
        }

        Assert.Equal(["04:00 app", "04:01 push", "04:02 sms"], went);
        Assert.Equal(("04:03", true, NoticeState.Told, null), ($"{now:HH:mm}", progress.AsksSecondLine, progress.State, progress.NextAt));
    }

    [Fact]
    public void Of_a_case_whoever_is_off_duty_hears_nothing_and_of_their_own_roster_they_find_it_when_they_look()
    {
        var off = Zhang with { OffDuty = true };
        var ofCase = NoticePath.Instead(Notice(urgent: false), off, Noon)!;
        var ofTeam = NoticePath.Instead(Notice(urgent: false) with { Owner = Scope.Street("xiashi") }, off, Noon)!;

        Assert.Equal((NoticeState.Quiet, null, false), (ofCase.State, ofCase.NextAt, ofCase.AsksSecondLine));
        Assert.Equal((NoticeState.Told, null, false, "left in the app"), (ofTeam.State, ofTeam.NextAt, ofTeam.AsksSecondLine, ofTeam.Tried!.Outcome));
        Assert.Null(NoticePath.Instead(Notice(urgent: false) with { Owner = Scope.Street("xiashi") }, Zhang, Noon));
    }

    [Fact]
    public void One_that_is_not_urgent_ends_with_the_first_channel_that_takes_it()
    {
        var skipped = NoticePath.After(Notice(urgent: false), Zhang with { Channels = ["push", "app"] }, Delivery.CannotReach, "not set up", Noon, 1);
        Assert.Equal((1, (DateTimeOffset?)Noon), (skipped.Step, skipped.NextAt));

        var sent = NoticePath.After(On(Notice(urgent: false), skipped), Zhang with { Channels = ["push", "app"] }, Delivery.Sent, "sent", Noon, 1);
        Assert.Equal((NoticeState.Told, null, false), (sent.State, sent.NextAt, sent.AsksSecondLine));
    }

    [Fact]
    public void A_failing_channel_is_tried_with_growing_pauses_a_bounded_number_of_times_and_then_left()
    {
        var (notice, now) = (Notice(urgent: false), Noon);
        var pauses = new List<double>();
        while (notice.Step == 0)
        {
            var progress = NoticePath.After(notice, Zhang with { Channels = ["push"] }, Delivery.Failed, "answered 500", now, 1);
            notice = On(notice, progress);
            pauses.Add((progress.NextAt - now)?.TotalSeconds ?? 0);
            now = progress.NextAt ?? now;
        }

        Assert.Equal(NoticePath.MostAttempts, pauses.Count);
        Assert.All(pauses.Take(4).Index(), one => Assert.InRange(one.Item, 2 * Math.Pow(2, one.Index), 3 * Math.Pow(2, one.Index)));
        Assert.Equal((NoticeState.Failed, null, 5), (notice.State, notice.NextAt, notice.Tries.Count));
    }

    [Fact]
    public void Pauses_are_the_same_for_a_notice_and_differ_between_notices()
    {
        Assert.Equal(NoticePath.Pause("case.a.1.0", 2), NoticePath.Pause("case.a.1.0", 2));
        Assert.True(Enumerable.Range(0, 50).Select(n => NoticePath.Pause($"case.{n}.1.0", 0)).Distinct().Count() > 40);
    }

    [Fact]
    public void A_pause_is_real_time_also_where_the_city_runs_faster()
    {
        var slow = NoticePath.After(Notice(urgent: false), Zhang, Delivery.Failed, "no answer", Noon, 1).NextAt!.Value - Noon;
        var fast = NoticePath.After(Notice(urgent: false), Zhang, Delivery.Failed, "no answer", Noon, 60).NextAt!.Value - Noon;

        Assert.Equal(slow * 60, fast);
    }

    [Fact]
    public void Whoever_is_off_duty_is_left_in_peace_and_what_is_urgent_goes_to_the_second_line_at_once()
    {
        var quiet = NoticePath.Instead(Notice(urgent: false), Zhang with { OffDuty = true }, Noon)!;
        var urgent = NoticePath.Instead(Notice(urgent: true), Zhang with { OffDuty = true }, Noon)!;

        Assert.Equal((NoticeState.Quiet, null, false, "off duty"), (quiet.State, quiet.NextAt, quiet.AsksSecondLine, quiet.Tried!.Outcome));
        Assert.Equal((NoticeState.Quiet, null, true), (urgent.State, urgent.NextAt, urgent.AsksSecondLine));
    }

    [Fact]
    public void Outside_working_hours_only_what_is_urgent_is_told_to_those_whom_no_roster_keeps()
    {
        var evening = Zhang with { QuietUntil = Noon.AddHours(12) };

        Assert.Equal(Noon.AddHours(12), NoticePath.Instead(Notice(urgent: false), evening, Noon)!.NextAt);
        Assert.Null(NoticePath.Instead(Notice(urgent: true), evening, Noon));
    }

    [Fact]
    public void An_urgent_notice_that_no_channel_takes_goes_to_the_second_line_and_says_that_it_failed()
    {
        var progress = NoticePath.After(Notice(urgent: true), Zhang with { Channels = ["sms"] }, Delivery.CannotReach, "not set up", Noon, 1);

        Assert.Equal((NoticeState.Failed, null, true), (progress.State, progress.NextAt, progress.AsksSecondLine));
    }

    [Fact]
    public void What_makes_no_sense_any_more_and_who_is_no_user_any_more_end_a_notice()
    {
        var late = Notice(urgent: true) with { Notice = Notice(urgent: true).Notice with { ExpiresAt = Noon } };

        Assert.Equal(NoticeState.Expired, NoticePath.Instead(late, Zhang, Noon)!.State);
        Assert.Equal(NoticeState.Failed, NoticePath.Instead(Notice(urgent: true), null, Noon)!.State);
    }

    private static StoredNotice On(StoredNotice notice, NoticeProgress progress) => notice with
    {
        State = progress.State,
        Step = progress.Step,
        Attempts = progress.Attempts,
        NextAt = progress.NextAt,
        Tries = progress.Tried is { } tried ? [.. notice.Tries, tried] : notice.Tries,
    };

    private static StoredNotice Notice(bool urgent) => new()
    {
        Id = "case.a.1.0",
        Owner = Scope.Case("a"),
        StreetId = "xiashi",
        Notice = new NewNotice { Receiver = "user:zhang", Cause = "offer:zhang", Urgent = urgent, At = Noon, Payload = "{}" },
        State = NoticeState.Waiting,
    };
}
