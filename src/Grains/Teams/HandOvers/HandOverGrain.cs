using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Duties;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;
using Dispatch.Grains.Storage;

namespace Dispatch.Grains.Teams.HandOvers;

/// <summary>One team's hand-overs: loaded once, written with each note and signature.</summary>
public sealed class HandOverGrain(
    [PersistentState("team-hand-overs", StaffingRoster.Storage)] IPersistentState<HandOverBook> kept,
    IFeedReads feeds,
    IFigureReads figures,
    Territory territory,
    IPolicyShelf policies)
    : Grain, IHandOverGrain
{
    private readonly HandOverReading _reading = new(feeds, figures);

    private Scope Team => Scope.TryParse(this.GetPrimaryKeyString(), out var team) && Membership.HasTeam(team, territory) ? team : default;

    /// <inheritdoc/>
    public async Task<HandOverAnswer> Sheet(HandOverAct act)
    {
        var desk = await Desk(act);
        return desk is null ? NoShift() : new HandOverAnswer(await View(desk, act));
    }

    /// <inheritdoc/>
    public async Task<HandOverAnswer> Write(HandOverAct act, string note)
    {
        if (await Desk(act) is not { Rules: { } rules } desk)
        {
            return NoShift();
        }

        var refusal = rules.RefusesNote(desk.Entry, act.By)
            ?? (string.IsNullOrWhiteSpace(note) ? Refuse.With(RefusalCode.InvalidText, $"Write what the next shift must know, 1 to {Refuse.MaxText} characters.") : null)
            ?? Refuse.UnlessText(note, Refuse.MaxText, "note");
        if (refusal is not null)
        {
            return new HandOverAnswer(null, refusal);
        }

        var entry = (desk.Entry ?? new HandOverEntry { Shift = desk.Shift }) with { Note = note.Trim(), WrittenBy = act.By.Id, WrittenAt = act.At.CutToMilliseconds() };
        await Keep(entry);
        return new HandOverAnswer(await View(desk with { Entry = entry }, act));
    }

    /// <inheritdoc/>
    public async Task<HandOverAnswer> Sign(HandOverAct act)
    {
        var desk = await Desk(act);
        if (desk is null || (desk.Rules is null && desk.Entry?.Signature is null))
        {
            return NoShift();
        }

        if (desk.Entry?.Signature?.By == act.By.Id)
        {
            return new HandOverAnswer(await View(desk, act));
        }

        if (desk.Rules is not { } rules)
        {
            return new HandOverAnswer(null, HandOverRules.AlreadySigned());
        }

        if (rules.RefusesSign(desk.Entry, act.By, act.At) is { } refusal)
        {
            return new HandOverAnswer(null, refusal);
        }

        var signed = new SignedHandOver(act.By.Id, act.At.CutToMilliseconds(), rules.Next, rules.Outgoing, rules.Incoming, await Collect(rules, act.At));
        var entry = (desk.Entry ?? new HandOverEntry { Shift = desk.Shift }) with { Signature = signed };
        await Keep(entry);
        return new HandOverAnswer(await View(desk with { Entry = entry }, act));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<HandOverShift>> Late(DateTimeOffset at)
    {
        var now = at.CutToMilliseconds();
        return await Open(now) is { } open ? [.. open.OfType<HandOverDesk>().Select(desk => desk.Shown(now)).Where(shift => shift.Late)] : [];
    }

    private static HandOverAnswer NoShift() =>
        new(null, Refuse.With(RefusalCode.NoShift, "This team has no such shift to hand over; plan a duty, or choose the running shift or the one before."));

    /// <summary>The shift that somebody asks for, with its rules; without them where it is older and kept as it was. Null where there is none.</summary>
    private async Task<HandOverDesk?> Desk(HandOverAct act)
    {
        var now = act.At.CutToMilliseconds();
        if (await Open(now) is not [var running, var before])
        {
            return null;
        }

        var chosen = act.Shift is { } from
            ? new[] { running, before }.FirstOrDefault(desk => desk?.Shift.From == from)
                ?? (kept.State.Find(from) is { } old ? new HandOverDesk(old.Shift, null, old, []) : null)
            : HandOverDesk.AtHand(running, before, now);
        return chosen is null ? null : chosen with { Shifts = Shifts([running, before], now) };
    }

    /// <summary>The running shift and the one before, where there are such; null for no team.</summary>
    private async Task<HandOverDesk?[]?> Open(DateTimeOffset now)
    {
        if (Team == default || await Roster(now) is not { } roster)
        {
            return null;
        }

        var shifts = new TeamShifts(roster.Planned, new DutyCalendar(territory.StreetOf(Team)!.Zone, policies.Current.StreetCalendar), now);
        return [Open(shifts.RunningAt(now), shifts, roster), Open(shifts.LastBefore(now), shifts, roster)];
    }

    private async Task<RosterView?> Roster(DateTimeOffset now) =>
        await GrainFactory.GetGrain<ITeamGrain>(Team.ToString()).Roster(now - TeamShifts.Horizon, now + TeamShifts.Horizon, now);

    private HandOverDesk? Open(DutySpan? shift, TeamShifts shifts, RosterView roster) => shift is null
        ? null
        : new HandOverDesk(shift, new HandOverRules(Team, territory, shift, shifts.After(shift), roster.Duty), kept.State.Find(shift.From), []);

    private IReadOnlyList<HandOverShift> Shifts(IEnumerable<HandOverDesk?> open, DateTimeOffset now) =>
    [
        .. open.OfType<HandOverDesk>().Select(desk => desk.Shown(now))
            .Concat(kept.State.Sheets.Select(entry => new HandOverDesk(entry.Shift, null, entry, []).Shown(now)))
            .DistinctBy(shift => shift.From).OrderByDescending(shift => shift.From),
    ];

    private async Task<HandOverView> View(HandOverDesk desk, HandOverAct act)
    {
        var now = act.At.CutToMilliseconds();
        var (entry, rules, signed) = (desk.Entry, desk.Rules, desk.Entry?.Signature);
        var shown = desk.Shown(now);
        return new HandOverView
        {
            Scope = Team,
            Shift = shown,
            Next = signed is not null ? signed.Next : rules?.Next,
            Outgoing = signed?.Outgoing ?? rules?.Outgoing ?? [],
            Incoming = signed?.Incoming ?? rules?.Incoming ?? [],
            Sheet = signed?.Sheet ?? await Collect(desk.Shift, rules?.Next, now),
            Note = entry?.Note,
            WrittenBy = entry?.WrittenBy,
            WrittenAt = entry?.WrittenAt,
            NoNote = rules is null ? RefusalCode.NoShift : rules.RefusesNote(entry, act.By)?.Code,
            NoSign = rules is null ? RefusalCode.NoShift : rules.RefusesSign(entry, act.By, now)?.Code,
            Shifts = [.. desk.Shifts.Select(one => one.From == shown.From ? shown : one)],
        };
    }

    private Task<HandOverSheet> Collect(HandOverRules rules, DateTimeOffset at) => Collect(rules.Shift, rules.Next, at.CutToMilliseconds());

    private async Task<HandOverSheet> Collect(DutySpan shift, DutySpan? next, DateTimeOffset now)
    {
        var facts = await _reading.FactsAsync(territory.StreetOf(Team)!.Id, Team.Kind == ScopeKind.Community ? Team.Id : null, shift.From, now);
        return HandOverFold.Of(facts, shift, next?.To ?? shift.To, now);
    }

    private async Task Keep(HandOverEntry entry)
    {
        var before = kept.State;
        kept.State = before.With(entry);
        try
        {
            await kept.WriteStateAsync();
        }
        catch
        {
            kept.State = before;
            throw;
        }
    }
}
