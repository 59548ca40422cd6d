using Dispatch.Contracts;
using Dispatch.Grains.Cases;

namespace Dispatch.Grains.Teams;

/// <summary>Changing duties with a colleague: asked by one, agreed by the other, and judged again when it is agreed.</summary>
internal static class SwapRules
{
    private const int LongestDays = 31;

    public static RosterVerdict Ask(RosterStep step, AskSwap command)
    {
        var swap = new DutySwap
        {
            Id = step.Naming([]).NextId('s', out var numbered),
            AskedBy = step.By.Id,
            Other = command.Other,
            Given = command.Given,
            Taken = command.Taken,
            State = AskState.Asked,
        };
        var refusal = step.UnlessMember()
            ?? (command.Other == step.By.Id ? RosterStep.Invalid("Name somebody else to swap with.") : null)
            ?? step.UnlessKnown([step.By.Id, command.Other])
            ?? Unswappable(step, swap)
            ?? (step.Roster.Swaps.Any(one => one with { Id = swap.Id } == swap) ? Refuse.With(RefusalCode.AnsweredAlready, "You have asked this already; wait for the answer.") : null)
            ?? (step.Roster.Swaps.Count >= Roster.MostAsked ? RosterStep.Full(Roster.MostAsked) : null);
        return refusal is not null ? refusal : numbered with { Swaps = [.. numbered.Swaps, swap] };
    }

    public static RosterVerdict Answer(RosterStep step, AnswerSwap command)
    {
        if (step.Roster.Swaps.FirstOrDefault(swap => swap.Id == command.Id) is not { } swap)
        {
            return RosterStep.Unknown(command.Id);
        }

        var refusal = (step.By.Id != swap.Other ? Refuse.With(RefusalCode.NotYours, $"{swap.Other} was asked; nobody agrees for them.") : null)
            ?? (swap.State != AskState.Asked ? Refuse.With(RefusalCode.AnsweredAlready, "This was answered already; ask for another swap.") : null);
        if (refusal is not null)
        {
            return refusal;
        }

        var answered = step.Roster with
        {
            Swaps = [.. step.Roster.Swaps.Select(one => one == swap ? swap with { State = command.Agreed ? AskState.Agreed : AskState.Declined } : one)],
        };
        if (!command.Agreed)
        {
            return answered;
        }

        return (step.UnlessKnown([swap.AskedBy, swap.Other]) ?? Unswappable(step, swap)) is { } impossible
            ? impossible
            : Halves(step with { Roster = answered }, swap);
    }

    /// <summary>Why two people cannot swap as the roster stands.</summary>
    private static Refusal? Unswappable(RosterStep step, DutySwap swap) =>
        step.UnlessAhead(swap.Given, LongestDays)
        ?? (swap.Taken is { } taken ? step.UnlessAhead(taken, LongestDays) ?? IfOverlapping(swap.Given, taken) : null)
        ?? UnlessOnDuty(step, swap.AskedBy, swap.Given)
        ?? (swap.Taken is { } back ? UnlessOnDuty(step, swap.Other, back) ?? step.IfOnLeave(swap.AskedBy, back) : null)
        ?? step.IfOnLeave(swap.Other, swap.Given)
        ?? (step.Roster.Overrides.Count + 2 > Roster.MostOverrides ? RosterStep.Full(Roster.MostOverrides) : null)
        ?? Doubled(step, swap);

    private static Refusal? IfOverlapping(DutySpan given, DutySpan taken) => given.From < taken.To && taken.From < given.To
        ? RosterStep.Invalid("What you give away and what you take must not lie at the same time.")
        : null;

    private static Refusal? Doubled(RosterStep step, DutySwap swap)
    {
        var swapped = Halves(step, swap);
        string[] both = [swap.AskedBy, swap.Other];
        return step.IfDoubled(swapped, both, swap.Given) ?? (swap.Taken is { } taken ? step.IfDoubled(swapped, both, taken) : null);
    }

    private static Refusal? UnlessOnDuty(RosterStep step, string name, DutySpan span) => step.Plan(step.Roster).IsOnDuty(name, span)
        ? null
        : Refuse.With(RefusalCode.NotOnDuty, $"{name} is not on duty all of that time; choose hours of a duty of theirs.");

    /// <summary>The roster with both halves laid over it; they do not overlap, so their order says nothing.</summary>
    private static Roster Halves(RosterStep step, DutySwap swap)
    {
        var halves = new List<DutyOverride>();
        var roster = step.Roster;
        foreach (var (taker, giver, span) in (ReadOnlySpan<(string, string, DutySpan?)>)[(swap.Other, swap.AskedBy, swap.Given), (swap.AskedBy, swap.Other, swap.Taken)])
        {
            if (span is not null)
            {
                var id = roster.NextId('o', out roster);
                halves.Add(new DutyOverride { Id = id, UserName = taker, Replaces = giver, Line = 1, From = span.From, To = span.To, By = swap.Other, SwapId = swap.Id });
            }
        }

        return roster with { Overrides = [.. roster.Overrides, .. halves] };
    }
}
