using Dispatch.Contracts;
using Dispatch.Grains.Cases;

namespace Dispatch.Grains.Officers;

/// <summary>
/// What is kept of an officer's presence; a position is not. Immutable; how they stand at an instant follows from it without anything
/// having to happen then.
/// </summary>
public sealed record OfficerPresence
{
    /// <summary>How often a sign of life alone is written.</summary>
    public static readonly TimeSpan Finest = TimeSpan.FromMinutes(1);

    /// <summary>What they last said: signed in, on the move, busy, or off.</summary>
    public PresenceKind Kind { get; init; }

    /// <summary>Since when; null for somebody who never signed in.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>When they were last heard.</summary>
    public DateTimeOffset? HeardAt { get; init; }

    /// <summary>When the duty ends that they signed in to, as it was last known; null in a team without a roster.</summary>
    public DateTimeOffset? DutyUntil { get; init; }

    /// <summary>When they were asked for a case whose offer ran out, if nothing was heard of them since.</summary>
    public DateTimeOffset? UnansweredAt { get; init; }

    /// <summary>How they stand at an instant, as far as what was heard of them says.</summary>
    /// <param name="at">When.</param>
    /// <param name="silence">How long nothing may be heard.</param>
    public PresenceKind KindAt(DateTimeOffset at, TimeSpan silence) =>
        Kind == PresenceKind.SignedOff || DutyUntil <= at ? PresenceKind.SignedOff
        : UnansweredAt is not null || at - HeardAt >= silence ? PresenceKind.OutOfReach
        : Kind;

    /// <summary>As views show it.</summary>
    /// <param name="userName">Who.</param>
    /// <param name="at">When.</param>
    /// <param name="silence">How long nothing may be heard.</param>
    /// <param name="position">Their latest position and its instant, where known.</param>
    public Presence View(string userName, DateTimeOffset at, TimeSpan silence, (OfficerPosition Position, DateTimeOffset At)? position)
    {
        var kind = KindAt(at, silence);
        return new Presence
        {
            UserName = userName,
            Kind = kind,
            Since = kind switch
            {
                PresenceKind.SignedOff when Kind != PresenceKind.SignedOff => DutyUntil,
                PresenceKind.OutOfReach => HeardAt,
                _ => Since,
            },
            HeardAt = HeardAt,
            UnansweredAt = UnansweredAt,
            Position = kind == PresenceKind.SignedOff ? null : position?.Position,
            PositionAt = kind == PresenceKind.SignedOff ? null : position?.At,
        };
    }

    /// <summary>
    /// After a sign of life on duty. Whoever was out of reach is back since now; whoever signed off since the duty began stays off, and
    /// anybody else is signed in. Where no duty is known to have begun, only the officer's own word signs in.
    /// </summary>
    /// <param name="at">When.</param>
    /// <param name="duty">Their duty; null where no roster says.</param>
    /// <param name="silence">How long nothing may be heard.</param>
    public OfficerPresence Heard(DateTimeOffset at, DutySpan? duty, TimeSpan silence) => KindAt(at, silence) switch
    {
        PresenceKind.SignedOff when duty is not null && (Kind != PresenceKind.SignedOff || Since is null || Since <= duty.From) => Said(PresenceKind.SignedIn, at, duty.To, silence),
        PresenceKind.SignedOff => Off(at),
        PresenceKind.OutOfReach => this with { Since = at, HeardAt = at, DutyUntil = duty?.To, UnansweredAt = null },
        _ => this with { HeardAt = at, DutyUntil = duty?.To },
    };

    /// <summary>After the officer said how they stand.</summary>
    public OfficerPresence Said(PresenceKind kind, DateTimeOffset at, DateTimeOffset? dutyUntil, TimeSpan silence) =>
        new() { Kind = kind, Since = KindAt(at, silence) == kind ? Since : at, HeardAt = at, DutyUntil = dutyUntil };

    /// <summary>After an offer ran out that they did not answer: whoever was heard after they were asked could be reached.</summary>
    public OfficerPresence DidNotAnswer(DateTimeOffset askedAt) => HeardAt >= askedAt ? this : this with { UnansweredAt = askedAt };

    /// <summary>After they went off, or their duty ended.</summary>
    public OfficerPresence Off(DateTimeOffset at) =>
        Kind == PresenceKind.SignedOff ? this : this with { Kind = PresenceKind.SignedOff, Since = DutyUntil <= at ? DutyUntil : at, DutyUntil = null, UnansweredAt = null };

    /// <summary>Whether a change is worth writing: more than a sign of life shortly after the last that was written.</summary>
    public bool IsNewsAfter(OfficerPresence written) => this with { HeardAt = written.HeardAt } != written || HeardAt - written.HeardAt >= Finest;

    /// <summary>Who may not speak for this officer: anybody else, and whoever is neither officer nor captain.</summary>
    public static Refusal? Refuses(Actor by, string userName) =>
        by.Role is not (Role.Officer or Role.Captain) ? Refuse.With(RefusalCode.RoleNotAllowed, $"A {by.Role} has no presence; officers and captains have.")
        : by.Id != userName ? Refuse.With(RefusalCode.NotYours, "Only the officer says how they stand.")
        : null;

    /// <summary>A position that is not on the ground.</summary>
    public static Refusal? Refuses(OfficerPosition? position) =>
        position is null || (Math.Abs(position.Lat) <= 90 && Math.Abs(position.Lon) <= 180)
            ? null
            : Refuse.With(RefusalCode.InvalidValue, "Give lat from -90 to 90 and lon from -180 to 180, in degrees.");

    /// <summary>A kind that nobody can say of themself.</summary>
    public static Refusal? Refuses(PresenceKind kind) => kind is PresenceKind.SignedIn or PresenceKind.OnTheMove or PresenceKind.Busy
        ? null
        : Refuse.With(RefusalCode.InvalidValue, "Say signedIn, onTheMove or busy; signing off is its own act.");
}
