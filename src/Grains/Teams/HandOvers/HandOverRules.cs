using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Duties;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Teams.HandOvers;

/// <summary>Who writes and signs the sheet of a shift, and when: functions of shift, people, actor and instant.</summary>
/// <param name="Team">The street or community.</param>
/// <param name="Territory">Says whose area covers it.</param>
/// <param name="Shift">The shift that is handed over.</param>
/// <param name="Next">The one that takes over; null where none is planned.</param>
/// <param name="People">Who is on duty in either of them.</param>
internal sealed record HandOverRules(Scope Team, Territory Territory, DutySpan Shift, DutySpan? Next, IReadOnlyList<OnDuty> People)
{
    /// <summary>How long before the hand-over hour a written sheet may be signed, and how long after it an unsigned one is late (proposed).</summary>
    public static readonly TimeSpan Leeway = TimeSpan.FromHours(1);

    /// <summary>Who of the first line is there when the shift ends, by user name.</summary>
    public IReadOnlyList<string> Outgoing => FirstLine(Shift.To.AddMilliseconds(-1));

    /// <summary>Who of the first line begins the next one, by user name.</summary>
    public IReadOnlyList<string> Incoming => Next is null ? [] : FirstLine(Next.From);

    /// <summary>Whether somebody comes who was not there: those who stay know already.</summary>
    public bool IsNeeded => Incoming.Except(Outgoing, StringComparer.Ordinal).Any();

    /// <summary>Whether a sheet is not signed though it should have been.</summary>
    public bool IsLate(HandOverEntry? entry, DateTimeOffset now) => IsNeeded && entry?.Signature is null && now > Shift.To + Leeway;

    /// <summary>Why somebody does not write; null when they do: those of the shift, and whoever leads the team.</summary>
    public Refusal? RefusesNote(HandOverEntry? entry, Actor by) =>
        entry?.Signature is not null ? AlreadySigned()
        : IsOnDuty(by.Id, Shift) || Leads(by, Membership.Planners(Team)) ? null
        : NotOnDuty("You were not on duty in this shift; whoever was leaves the note.");

    /// <summary>Why somebody does not sign; null when they do: those of the next shift, captain and dispatcher, and never whoever wrote it.</summary>
    public Refusal? RefusesSign(HandOverEntry? entry, Actor by, DateTimeOffset now)
    {
        var leads = Leads(by, [Role.Captain, Role.Dispatcher]);
        return entry?.Signature is not null ? AlreadySigned()
            : entry?.WrittenBy == by.Id || (entry?.WrittenBy is null && !leads && Outgoing.Contains(by.Id))
                ? Refuse.With(RefusalCode.OwnHandOver, "You hand this shift over; somebody else signs for it.")
            : !leads && (Next is null || !IsOnDuty(by.Id, Next)) ? NotOnDuty("You are not on duty in the next shift; whoever is signs.")
            : now < Shift.To - Leeway ? Refuse.With(RefusalCode.HandOverTooEarly, "The shift is not over; sign within the hour before it ends, or later.")
            : now < Shift.To && entry?.WrittenBy is null ? Refuse.With(RefusalCode.HandOverTooEarly, "Nobody has left a note yet; sign after it, or once the shift is over.")
            : null;
    }

    /// <summary>Nothing of a signed sheet changes.</summary>
    public static Refusal AlreadySigned() => Refuse.With(RefusalCode.HandOverSigned, "This hand-over is signed and stays as it is; write it into the next one.");

    private static Refusal NotOnDuty(string sentence) => Refuse.With(RefusalCode.NotOnDuty, sentence);

    private bool Leads(Actor by, ReadOnlySpan<Role> roles) => Authority.Refuses(by, Team, Territory, "hand over", roles) is null;

    private bool IsOnDuty(string userName, DutySpan span) => People.Any(one => one.UserName == userName && one.From < span.To && span.From < one.Until);

    private IReadOnlyList<string> FirstLine(DateTimeOffset at) =>
    [
        .. People.Where(one => one.Line == 1 && one.From <= at && at < one.Until).Select(one => one.UserName)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];
}
