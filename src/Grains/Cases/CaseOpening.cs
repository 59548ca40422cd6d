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
            Priority = pack.Types[report.Type].ClocksFor(report.InProgress).Urgent ? Priority.Urgent
                : known.Watched is not null ? Priority.High
                : Priority.Normal,
            Watched = known.Watched?.Why,
            PossibleDuplicates = report.Drill ? [] : [.. report.PossibleDuplicates],
            Drill = report.Drill,
            External = report.External,
        });
        step.CorrectDevice(envelope);
        if (EvidenceCommands.Take(step, report.EvidenceIds) is { } unknown)
        {
            return new Refused(unknown);
        }

        step.Enter(report.External is { } sent ? pack.Sources[sent.Source].StartAt : FirstStatus(actor.Role, report));
        if (report.Drill)
        {
            step.StartEndingAt(ClockNames.DrillEnd, now, now + pack.LongestDrill!.Value);
        }

        if (!string.IsNullOrWhiteSpace(envelope.Note))
        {
            step.Record(new Commented(envelope.Note));
        }

        return ExternalCommands.Opened(step);
    }

    /// <summary>A drill asks every link, whoever starts it: it begins where a report of the public does, or with the community.</summary>
    private static CaseStatus FirstStatus(Role source, Report report) => source switch
    {
        _ when report.Drill => report.PassUp ? CaseStatus.AwaitingCommunity : CaseStatus.AwaitingVerification,
        Role.GridWorker when report.PassUp => CaseStatus.AwaitingCommunity,
        Role.GridWorker or Role.Officer or Role.Captain => CaseStatus.AtGrid,
        Role.CommunityStaff => CaseStatus.AwaitingCommunity,
        _ => CaseStatus.AwaitingVerification,
    };

    private static Refusal? Refuses(Report report, CommandEnvelope envelope, DateTimeOffset now, PolicyPack pack) =>
        !(report.Drill ? CommandRoles.Drills(envelope.Actor.Role) : CommandRoles.Gives(envelope.Actor.Role, report.Name))
            ? Refuse.With(RefusalCode.RoleNotAllowed, $"A {envelope.Actor.Role} does not report{(report.Drill ? " a drill" : "")}.")
            : report.Drill && pack.LongestDrill is null
            ? Refuse.With(RefusalCode.DrillNotOffered, "The policy pack knows no drills; it needs \"drill\": { \"longest\": \"1 d\" }.")
            : !pack.Types.ContainsKey(report.Type)
                ? Refuse.With(RefusalCode.UnknownType, "The pack has no such type; the catalogue lists them.")
                : ExternalCommands.UnlessWritten(report)
                    ?? Refuse.UnlessText(envelope.Note, Refuse.MaxText, "note")
                    ?? ExternalCommands.UnlessTaken(report.External, now, pack)
                    ?? CaseGate.Instant(DateTimeOffset.MinValue, envelope.OccurredAt, now, pack);
}
