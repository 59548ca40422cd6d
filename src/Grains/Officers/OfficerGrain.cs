using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Duties;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Officers;

/// <summary>One officer's presence, and in memory alone their latest position.</summary>
public sealed class OfficerGrain([PersistentState("officer-presence", StaffingRoster.Storage)] IPersistentState<OfficerPresence> kept, IPolicyShelf policies)
    : Grain, IOfficerGrain
{
    private OfficerPresence _presence = new();
    private (OfficerPosition Position, DateTimeOffset At)? _position;

    private TimeSpan Silence => policies.Current.Presence.Silence;

    private string UserName => Scope.TryParse(this.GetPrimaryKeyString(), out var officer) ? officer.Id : "";

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _presence = kept.State;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task<PresenceAnswer> Seen(PresenceSign sign)
    {
        if ((OfficerPresence.Refuses(sign.By, UserName) ?? OfficerPresence.Refuses(sign.Position)) is { } refusal)
        {
            return new PresenceAnswer(null, refusal);
        }

        var at = NotBefore(sign.At);
        var duty = await DutyAt(sign.By, at);
        await Keep(duty.On ? _presence.Heard(at, duty.Span, Silence) : _presence.Off(at), at, duty.Span is null ? null : sign.Position);
        return Told(at, duty);
    }

    /// <inheritdoc/>
    public async Task<PresenceAnswer> SetPresence(PresenceKind kind, PresenceSign sign)
    {
        if ((OfficerPresence.Refuses(sign.By, UserName) ?? OfficerPresence.Refuses(kind) ?? OfficerPresence.Refuses(sign.Position)) is { } refusal)
        {
            return new PresenceAnswer(null, refusal);
        }

        var at = NotBefore(sign.At);
        var duty = await DutyAt(sign.By, at);
        if (!duty.On)
        {
            await Keep(_presence.Off(at), at, null);
            return new PresenceAnswer(null, Refuse.With(RefusalCode.NotOnDuty, "You are not on duty now; look at the roster, or ask the captain to put you on it."));
        }

        await Keep(_presence.Said(kind, at, duty.Span?.To, Silence), at, duty.Span is null ? null : sign.Position);
        return Told(at, duty);
    }

    /// <inheritdoc/>
    public async Task<PresenceAnswer> SignOff(Actor by, DateTimeOffset at)
    {
        if (OfficerPresence.Refuses(by, UserName) is { } refusal)
        {
            return new PresenceAnswer(null, refusal);
        }

        at = NotBefore(at);
        await Keep(_presence.Off(at), at, null);
        return Told(at, await DutyAt(by, at));
    }

    /// <inheritdoc/>
    public Task<Presence> Presence(DateTimeOffset at) => Task.FromResult(Shown(at.CutToMilliseconds()));

    /// <inheritdoc/>
    public async Task DidNotAnswer(DateTimeOffset askedAt) => await Keep(_presence.DidNotAnswer(askedAt.CutToMilliseconds()), askedAt, null);

    private PresenceAnswer Told(DateTimeOffset at, (bool On, DutySpan? Span) duty) =>
        new(Shown(at) with { OnDuty = duty.On, DutyUntil = duty.Span?.To });

    private Presence Shown(DateTimeOffset at)
    {
        if (_presence.KindAt(at, Silence) == PresenceKind.SignedOff)
        {
            _position = null;
        }

        return _presence.View(UserName, at, Silence, _position);
    }

    private DateTimeOffset NotBefore(DateTimeOffset at)
    {
        var cut = at.CutToMilliseconds();
        return _presence.HeardAt > cut ? _presence.HeardAt.Value : cut;
    }

    /// <summary>Whether the officer is on duty. A team without a roster keeps nobody off, and knows no end of a duty at which to forget a position.</summary>
    private async Task<(bool On, DutySpan? Span)> DutyAt(Actor by, DateTimeOffset at)
    {
        var team = GrainFactory.GetGrain<ITeamGrain>((by.Area ?? default).ToString());
        return !await team.HasRoster() ? (true, null)
            : (await team.OnDutyAt(at)).FirstOrDefault(one => one.UserName == UserName) is { } duty ? (true, new DutySpan(duty.From, duty.Until))
            : (false, null);
    }

    private async Task Keep(OfficerPresence next, DateTimeOffset at, OfficerPosition? position)
    {
        if (next.IsNewsAfter(kept.State))
        {
            var written = kept.State;
            kept.State = next;
            try
            {
                await kept.WriteStateAsync();
            }
            catch
            {
                kept.State = written;
                throw;
            }
        }

        _presence = next;
        _position = next.Kind == PresenceKind.SignedOff ? null : position is null ? _position : (position, at);
    }
}
