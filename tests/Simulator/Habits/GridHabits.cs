using Dispatch.Contracts;

namespace Dispatch.Simulator.Habits;

/// <summary>What a grid worker does with a case.</summary>
internal static class GridHabits
{
    /// <summary>Looks on site whether a public report is true.</summary>
    public static CaseIntent? Verify(CaseScene scene) => scene.Dice.Share() switch
    {
        < 0.14 when !scene.IsSupervised => null,
        < 0.24 => scene.InTime(scene.GridWorker, new VerifyReport(false), "verify-report", 40),
        _ => scene.InTime(scene.GridWorker, new VerifyReport(true), "verify-report", 40),
    };

    /// <summary>Settles it on the spot or hands it on.</summary>
    public static CaseIntent? Work(CaseScene scene) => scene.Dice.Share() switch
    {
        < 0.15 when !scene.IsSupervised => null,
        < 0.50 => scene.InTime(scene.GridWorker, new Settle(), "grid", 40),
        _ => scene.InTime(scene.GridWorker, new PassUp(scene.Dice.Pick(Phrases.PassedUp)), "grid", 40),
    };
}
