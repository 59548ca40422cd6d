using Dispatch.Contracts;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Cases.Commands;

/// <summary>Cases that another system sent: what it says anew, what it is answered, and what happens when nobody answers it.</summary>
internal static class ExternalCommands
{
    private static readonly TimeSpan Farthest = TimeSpan.FromDays(366);

    /// <summary>Another system sent the case.</summary>
    public static Refusal? UnlessExternal(CaseStep step) => step.Case.External is null
        ? Refuse.With(RefusalCode.NotExternal, "No other system sent this case, so none waits for a word of it.")
        : null;

    /// <summary>What is wrong with where a report says that it came from; null also where no other system sent it.</summary>
    public static Refusal? UnlessTaken(ExternalReference? sent, DateTimeOffset now, PolicyPack pack) => sent is null ? null
        : !pack.Sources.ContainsKey(sent.Source) ? Refuse.With(RefusalCode.UnknownSource, "The pack has no such source of cases; the catalogue lists them.")
        : UnlessNumber(sent.Number) ?? UnlessNear(sent.ReplyBy, now);

    /// <summary>What is wrong with a report's texts.</summary>
    public static Refusal? UnlessWritten(Report report) =>
        Refuse.UnlessText(report.Description, Refuse.MaxText, "description")
        ?? Refuse.UnlessText(report.Address, Refuse.MaxLine, "address")
        ?? Refuse.UnlessText(report.Contact, Refuse.MaxLine, "contact");

    /// <summary>A report for a case that exists is what its source says anew.</summary>
    public static bool IsSameMatter(Case @case, Report report) =>
        report.External is { } sent && @case.External is { } known && known.Source == sent.Source && known.Number == sent.Number;

    /// <summary>The case is open; its source waits from now on. A time that had passed by then has run out.</summary>
    public static Decision Opened(CaseStep step)
    {
        if (step.Case.External is not null)
        {
            step.StartReplyClock();
        }

        return WithWhatRanOut(step);
    }

    public static Refusal? Reply(CaseStep step, ReplyExternal command, Actor actor)
    {
        if (string.IsNullOrWhiteSpace(command.Text) || Refuse.UnlessText(command.Text, Refuse.MaxText, "text") is { })
        {
            return Refuse.With(RefusalCode.InvalidText, "Write down what the source is told: text, 1 to 2,000 characters.");
        }

        step.Emit(new ExternalReplied(command.Text, Automatic: false));

        // Where the case's own clock does not run either, the supervisor has more to see to than this reply.
        if (step.Case.SupervisedFor == step.Case.External!.SupervisedAs && step.Case.CourseRuns)
        {
            step.EndSupervision();
        }

        return null;
    }

    public static Refusal? Update(CaseStep step, UpdateExternal command, Actor actor)
    {
        var until = command.ReplyBy?.CutToMilliseconds();
        if ((Refuse.UnlessText(command.Description, Refuse.MaxText, "description")
                ?? Refuse.UnlessText(command.Address, Refuse.MaxLine, "address")
                ?? Refuse.UnlessText(command.Contact, Refuse.MaxLine, "contact")
                ?? UnlessNear(until, step.Now)) is { } refusal)
        {
            return refusal;
        }

        var @case = step.Case;
        var told = new ExternalUpdated(
            New(command.Description, @case.Description), New(command.Address, @case.Address), New(command.Contact, @case.Contact),
            until == @case.External!.ReplyBy ? null : until);
        if (told == new ExternalUpdated(null, null, null, null))
        {
            return null;
        }

        step.Record(told);
        var ended = @case.Status is CaseStatus.Closed or CaseStatus.Rejected;
        if (ended)
        {
            DeskCommands.Reopen(step, new Reopen("external-update"), actor);
        }

        if (step.Case.IsOpen && (ended || told.ReplyBy is not null))
        {
            step.StartReplyClock();
        }

        return null;
    }

    /// <summary>The source's time ran out: the supervisor is told, and takes the case where the pack says so and the case is not parked.</summary>
    public static void Overdue(CaseStep step)
    {
        if (step.Case.External is not { } external || !step.Pack.Sources.TryGetValue(external.Source, out var source))
        {
            return;
        }

        var before = step.Case.Supervised;
        if (source.OnMissed == AssistRung.Supervise && step.Case.Status != CaseStatus.Suspended)
        {
            step.EnterSupervision(EscalationReason.Expired, SideClocks.ExternalReply);
        }

        step.Record(new ExternalReplyOverdue(external.Source, external.Number, !before && step.Case.Supervised));
    }

    private static Decision WithWhatRanOut(CaseStep step)
    {
        var decided = step.Done();
        var fired = CaseFiring.Fire(decided.Case, step.Now, step.Pack, step.Known);
        return new Decision([.. decided.Events, .. fired.Events], fired.Case);
    }

    private static string? New(string? told, string? known) => string.IsNullOrWhiteSpace(told) || told == known ? null : told;

    private static Refusal? UnlessNumber(string? number) =>
        number is { Length: > 0 and <= ExternalReference.MaxNumber } && number.Trim() == number && !number.Any(char.IsControl)
            ? Refuse.UnlessText(number, ExternalReference.MaxNumber, "number")
            : Refuse.With(RefusalCode.InvalidExternalNumber, $"Give the source's own number, 1 to {ExternalReference.MaxNumber} characters without blanks around it.");

    private static Refusal? UnlessNear(DateTimeOffset? until, DateTimeOffset now) => until is { } end && (end > now + Farthest || end < now - Farthest)
        ? Refuse.With(RefusalCode.InvalidReplyBy, "Let the time for a reply end at most a year from now, or at most a year ago.")
        : null;
}
