using Dispatch.Contracts;

namespace Dispatch.Simulator.Habits;

/// <summary>核查: whoever is asked looks whether a case is really solved.</summary>
internal static class CheckHabits
{
    /// <summary>Passes it mostly; about one in nine is rework; some forget.</summary>
    public static CaseIntent? Check(CaseScene scene)
    {
        var checker = scene.View.Responsible.Kind switch
        {
            ScopeKind.Grid => scene.GridWorker,
            ScopeKind.Community => scene.Community,
            _ => scene.Someone(Role.Dispatcher),
        };
        return scene.Dice.Share() switch
        {
            < 0.08 when !scene.IsSupervised => null,
            < 0.19 => scene.InTime(checker, new Check(false), "check", 240),
            _ => scene.InTime(checker, new Check(true), "check", 240),
        };
    }
}
