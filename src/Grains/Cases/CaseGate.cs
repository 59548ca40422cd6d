using Dispatch.Contracts;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Cases;

/// <summary>What every command is refused for before it is looked at: role, area, speaking for others, version, instant, text.</summary>
internal static class CaseGate
{
    /// <summary>The refusals of the gate, in the order in which they are found.</summary>
    public static IReadOnlyList<RefusalCode> Codes { get; } =
    [
        RefusalCode.RoleNotAllowed, RefusalCode.OutsideArea, RefusalCode.OnBehalfNotAllowed, RefusalCode.Unknown, RefusalCode.InvalidText,
        RefusalCode.VersionChanged, RefusalCode.OccurredInFuture, RefusalCode.OccurredBeforeOpening, RefusalCode.OccurredTooLongAgo,
        RefusalCode.CaseMovedOn, RefusalCode.EvidenceNeeded, RefusalCode.StatusNotAllowed,
        RefusalCode.AlarmOpen,
    ];

    public static Refusal? Refuses(Case @case, long version, CommandEnvelope envelope, DateTimeOffset now, PolicyPack pack, Known known) =>
        Role(envelope, known)
        ?? Area(@case, envelope, known)
        ?? Refuse.UnlessText(envelope.Note, Refuse.MaxText, "note")
        ?? (envelope.ExpectedVersion is { } expected && expected != version
            ? Refuse.With(RefusalCode.VersionChanged, $"The case is at version {version}; look again and decide anew.")
            : null)
        ?? Instant(@case.OpenedAt, envelope.OccurredAt, now, pack);

    /// <summary>
    /// Whether an actor's area covers a case; a reporter's own case is always theirs to speak to, and a citizen's area is nothing else.
    /// A department's is the cases that it was called to, wherever they lie.
    /// </summary>
    public static bool Covers(Actor actor, Case @case) => actor.Role is Contracts.Role.System || actor.Area switch
    {
        _ when actor.Role is Contracts.Role.Citizen => actor.Id == @case.ReportedBy,
        { Kind: ScopeKind.Department } area => @case.FindAssist(area.Id) is not null,
        _ when actor.Role is Contracts.Role.DepartmentStaff => false,
        { Kind: ScopeKind.Street } area => area.Id == @case.Place.StreetId,
        { Kind: ScopeKind.Community } area => area.Id == @case.Place.CommunityId,
        { Kind: ScopeKind.Grid } area => area.Id == @case.Place.GridId,
        _ => actor.Id == @case.ReportedBy,
    };

    private static Refusal? Role(CommandEnvelope envelope, Known known)
    {
        var name = envelope.Command.Name;
        if (envelope.OnBehalf is not { } behalf)
        {
            return UnlessRole(envelope.Actor, name);
        }

        if (!CommandRoles.SpeaksForOthers(envelope.Actor.Role))
        {
            return Refuse.With(RefusalCode.OnBehalfNotAllowed, "Only a dispatcher or captain acts on behalf of others.");
        }

        if (string.IsNullOrWhiteSpace(behalf.Said) || Refuse.UnlessText(behalf.Said, Refuse.MaxReason, "onBehalf.said") is { })
        {
            return Refuse.With(RefusalCode.InvalidText, "Write down what was said: onBehalf.said, 1 to 500 characters.");
        }

        return known.SpokenFor is not { } person
            ? Refuse.With(RefusalCode.Unknown, "There is no user of this name to act for.")
            : UnlessRole(person, name);
    }

    /// <summary>The actor's role gives a command in its own name.</summary>
    public static Refusal? UnlessRole(Actor actor, string command) => CommandRoles.Gives(actor.Role, command)
        ? null
        : Refuse.With(RefusalCode.RoleNotAllowed, $"A {actor.Role} does not give {command}.");

    /// <summary>The actor's area covers the case.</summary>
    public static Refusal? UnlessArea(Case @case, Actor actor) => Covers(actor, @case)
        ? null
        : Refuse.With(RefusalCode.OutsideArea, "This case lies outside the area of whoever acts.");

    private static Refusal? Area(Case @case, CommandEnvelope envelope, Known known) =>
        UnlessArea(@case, envelope.Actor) ?? (known.SpokenFor is { } person ? UnlessArea(@case, person) : null);

    /// <summary>An instant of the past must lie between the opening and receipt, and not too far back.</summary>
    public static Refusal? Instant(DateTimeOffset openedAt, DateTimeOffset? occurredAt, DateTimeOffset now, PolicyPack pack) => occurredAt switch
    {
        null => null,
        { } at when at > now => Refuse.With(RefusalCode.OccurredInFuture, "occurredAt lies after receipt; check the clock of the device."),
        { } at when at < openedAt => Refuse.With(RefusalCode.OccurredBeforeOpening, "occurredAt lies before the case was opened."),
        { } at when at < now - pack.OccurredAtLimit => Refuse.With(
            RefusalCode.OccurredTooLongAgo, $"occurredAt lies more than {pack.OccurredAtLimit.TotalHours:0} hours back; give the command without it."),
        _ => null,
    };
}
