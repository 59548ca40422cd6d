using Dispatch.Contracts;
using Dispatch.Grains.Cases.Commands;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Cases;

/// <summary>What a report opens: one by the public is verified on site first, one by the office's own people is a case at once.</summary>
internal static class CaseOpening
{
    public static Verdict Decide(Report report, CommandEnvelope envelope, DateTimeOffset now, PolicyPack pack, Known known)
    {
        if (Refuses(report, envelope, now, pack) is { } refusal)
        {
            return new Refused(refusal);
        }

        var actor = envelope.Actor;
        var step = new CaseStep(before: (Case?)null, pack, known, now, actor.Id, envelope.OccurredAt);
        step.Emit(new Reported
        {
            CaseId = report.CaseId,
            PolicyId = pack.Id,
            PolicyVersion = pack.Version,
            Type = report.Type,
            Source = actor.Role,
            InProgress = report.InProgress,
            Place = report.Place,
            Description = report.Description,
            Address = report.Address,
            Contact = report.Contact,
            Priority = pack.Types[report.Type].ClocksFor(report.InProgress).Urgent ? Priority.Urgent : Priority.Normal,
            PossibleDuplicates = [.. report.PossibleDuplicates],
            External = report.External,
        });
        step.CorrectDevice(envelope);
        if (EvidenceCommands.Take(step, report.EvidenceIds) is { } unknown)
        {
            return new Refused(unknown);
        }

        step.Enter(report.External is { } sent ? pack.Sources[sent.Source].StartAt : FirstStatus(actor.Role, report.PassUp));
        if (!string.IsNullOrWhiteSpace(envelope.Note))
        {
            step.Record(new Commented(envelope.Note));
        }

        return ExternalCommands.Opened(step);
    }

    private static CaseStatus FirstStatus(Role source, bool passUp) => source switch
    {
        Role.GridWorker when passUp => CaseStatus.AwaitingCommunity,
        Role.GridWorker or Role.Officer or Role.Captain => CaseStatus.AtGrid,
        Role.CommunityStaff => CaseStatus.AwaitingCommunity,
        _ => CaseStatus.AwaitingVerification,
    };

    private static Refusal? Refuses(Report report, CommandEnvelope envelope, DateTimeOffset now, PolicyPack pack) =>
        !CommandRoles.Gives(envelope.Actor.Role, report.Name)
            ? Refuse.With(RefusalCode.RoleNotAllowed, $"A {envelope.Actor.Role} does not report.")
            : !pack.Types.ContainsKey(report.Type)
                ? Refuse.With(RefusalCode.UnknownType, "The pack has no such type; the catalogue lists them.")
                : ExternalCommands.UnlessWritten(report)
                    ?? Refuse.UnlessText(envelope.Note, Refuse.MaxText, "note")
                    ?? ExternalCommands.UnlessTaken(report.External, now, pack)
                    ?? CaseGate.Instant(DateTimeOffset.MinValue, envelope.OccurredAt, now, pack);
}
