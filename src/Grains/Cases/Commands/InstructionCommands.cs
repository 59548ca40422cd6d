using Dispatch.Contracts;
using Dispatch.Grains.Clocks;

namespace Dispatch.Grains.Cases.Commands;

/// <summary>What the committee instructs, and what is done about it.</summary>
internal static class InstructionCommands
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    /// <summary>One instruction at a time.</summary>
    public static Refusal? UnlessPending(CaseStep step) => step.Case.Instruction is { AnsweredAt: null }
        ? Refuse.With(RefusalCode.InstructionPending, "The instruction before waits for its answer still; instruct again after it.")
        : null;

    /// <summary>An instruction waits for its answer.</summary>
    public static Refusal? UnlessInstructed(CaseStep step) => step.Case.Instruction is { AnsweredAt: null }
        ? null
        : Refuse.With(RefusalCode.NoInstruction, "No instruction of the committee waits for an answer.");

    public static Refusal? Instruct(CaseStep step, Instruct command, Actor actor)
    {
        if (Unwritten(command.Text) is { } refusal)
        {
            return refusal;
        }

        var until = command.Until?.CutToMilliseconds();
        if (until is { } end && (end < step.Now + TimeSpan.FromMinutes(1) || end > step.Now + Longest))
        {
            return Refuse.With(RefusalCode.InvalidEnd, "Let the time for an answer end at least a minute and at most a year from now.");
        }

        if (until is null && step.Pack.Instruction is null)
        {
            return Refuse.With(RefusalCode.InvalidEnd, "This case's pack has no time for instructions; say in until when the answer is due.");
        }

        step.Record(new Instructed(command.Text, until));
        step.Start(step.Rules.Find(SideClocks.Instruction)!, SideClocks.CountsFrom(step.Case.Instruction!));
        return null;
    }

    public static Refusal? Answer(CaseStep step, AnswerInstruction command, Actor actor)
    {
        if (Unwritten(command.Text) is { } refusal)
        {
            return refusal;
        }

        step.Emit(new InstructionAnswered(command.Text));
        return null;
    }

    private static Refusal? Unwritten(string? text) => string.IsNullOrWhiteSpace(text)
        ? Refuse.With(RefusalCode.InvalidText, "Write it down: text, 1 to 2,000 characters.")
        : Refuse.UnlessText(text, Refuse.MaxText, "text");
}
