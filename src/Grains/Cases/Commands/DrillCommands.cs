using Dispatch.Contracts;

namespace Dispatch.Grains.Cases.Commands;

/// <summary>演练: what happens to a drill and to no real case.</summary>
internal static class DrillCommands
{
    /// <summary>The case is a drill.</summary>
    public static Refusal? UnlessDrill(CaseStep step) => step.Case.IsDrill
        ? null
        : Refuse.With(RefusalCode.NotADrill, "This case is real; only a drill is ended like that.");

    public static Refusal? End(CaseStep step, EndDrill command, Actor actor)
    {
        if (Refuse.UnlessReason(command.Reason) is { } refusal)
        {
            return refusal;
        }

        End(step, automatic: false, command.Reason);
        return null;
    }

    /// <summary>A drill that nobody finishes ends by itself.</summary>
    public static void RanOut(CaseStep step) => End(step, automatic: true, reason: null);

    private static void End(CaseStep step, bool automatic, string? reason)
    {
        step.Record(new DrillEnded(automatic, reason));
        step.Close(new Closed());
    }
}
