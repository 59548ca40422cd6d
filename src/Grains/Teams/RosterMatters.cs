using Dispatch.Contracts;
using Dispatch.Grains.Notices;
using Dispatch.Grains.Storage;
using static System.FormattableString;

namespace Dispatch.Grains.Teams;

/// <summary>
/// What of a roster as it stands is to be told to whom. It is a function of the roster alone, so that what was stored of a swap is told
/// also when whoever stored it did not live to tell it.
/// </summary>
internal static class RosterMatters
{
    /// <summary>Every matter that is not over at an instant, each receiver and cause once; nobody is told of what they did themselves.</summary>
    /// <param name="roster">As it stands.</param>
    /// <param name="zone">Of the hours.</param>
    /// <param name="now">What lies before it is over.</param>
    public static IReadOnlyList<NewNotice> Of(Roster roster, TimeZoneInfo zone, DateTimeOffset now) =>
    [
        .. roster.Swaps.Where(swap => Lasts(swap, now)).Select(swap => Told(swap, roster, zone, now)),
        .. roster.Overrides.Where(one => one.SwapId is null && one.To > now).SelectMany(one => Told(one, roster, zone, now)),
    ];

    /// <summary>What is asked or declined is over when the duty begins, what is agreed when it has ended.</summary>
    private static bool Lasts(DutySwap swap, DateTimeOffset now) => swap.State == AskState.Agreed
        ? swap.Given.To > now || swap.Taken?.To > now
        : swap.Given.From > now;

    private static NewNotice Told(DutySwap swap, Roster roster, TimeZoneInfo zone, DateTimeOffset now)
    {
        var hours = swap.Taken is { } taken ? $"{Hours(swap.Given, zone)} ⇄ {Hours(taken, zone)}" : Hours(swap.Given, zone);
        var (what, to, with) = swap.State switch
        {
            AskState.Asked => ("swapAsked", swap.Other, swap.AskedBy),
            AskState.Agreed => ("swapAgreed", swap.AskedBy, swap.Other),
            _ => ("swapDeclined", swap.AskedBy, swap.Other),
        };
        var until = swap.State == AskState.Agreed ? swap.Given.To : swap.Given.From;
        return Notice($"swap:{swap.Id}:{what}", what, to, NameOf(with, roster), by: with, hours, DayOf(swap.Given, zone), until, now);
    }

    private static IEnumerable<NewNotice> Told(DutyOverride one, Roster roster, TimeZoneInfo zone, DateTimeOffset now)
    {
        var span = new DutySpan(one.From, one.To);
        var (hours, day) = (Hours(span, zone), DayOf(span, zone));
        if (one.UserName != one.By)
        {
            yield return Notice($"duty:{one.Id}:given", "dutyGiven", one.UserName, NameOf(one.Replaces, roster), one.By, hours, day, one.To, now);
        }

        if (one.Replaces is { } replaced && replaced != one.By)
        {
            yield return Notice($"duty:{one.Id}:taken", "dutyTaken", replaced, NameOf(one.UserName, roster), one.By, hours, day, one.To, now);
        }
    }

    private static NewNotice Notice(string cause, string what, string to, string? with, string by, string hours, DateOnly day, DateTimeOffset until, DateTimeOffset now) => new()
    {
        Receiver = NoticeReceiver.User(to),
        Cause = cause,
        At = now,
        ExpiresAt = until,
        Payload = new NoticePayload(what, "", new Text(hours, hours), with, by, day).ToJson(),
    };

    private static string? NameOf(string? userName, Roster roster) =>
        userName is null ? null : roster.Members.TryGetValue(userName, out var member) ? member.DisplayName : userName;

    private static DateOnly DayOf(DutySpan span, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(span.From, zone).DateTime);

    private static string Hours(DutySpan span, TimeZoneInfo zone)
    {
        var (from, to) = (TimeZoneInfo.ConvertTime(span.From, zone), TimeZoneInfo.ConvertTime(span.To, zone));
        return from.Date == to.Date ? Invariant($"{from:MM-dd HH:mm}–{to:HH:mm}") : Invariant($"{from:MM-dd HH:mm} – {to:MM-dd HH:mm}");
    }
}
