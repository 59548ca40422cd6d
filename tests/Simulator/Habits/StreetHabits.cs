using Dispatch.Contracts;

namespace Dispatch.Simulator.Habits;

/// <summary>What dispatcher and officers do with a case.</summary>
internal static class StreetHabits
{
    private const string Assigning = "assign";

    /// <summary>The dispatcher sends officers, unless the community wakes up first.</summary>
    public static CaseIntent? Send(CaseScene scene)
    {
        if (!scene.IsSupervised && CommunityHabits.WakeUp(scene) is { } woken)
        {
            return woken;
        }

        var dispatcher = scene.Someone(Role.Dispatcher);
        return scene.Dice.Share() switch
        {
            < 0.03 => scene.InTime(dispatcher, new Reject(scene.Dice.Pick(Phrases.Rejected)), Assigning, 15),
            < 0.12 when !scene.IsSupervised => null,
            _ => Officers(scene) is { } two ? scene.InTime(dispatcher, new Assign(two), Assigning, 15) : null,
        };
    }

    /// <summary>Those who were asked say yes or no.</summary>
    public static CaseIntent? Answer(CaseScene scene)
    {
        var asked = scene.View.OfficerIds.Count == 0 ? null : scene.Person(scene.Dice.Pick(scene.View.OfficerIds));
        return scene.Dice.Share() switch
        {
            < 0.06 when !scene.IsSupervised => null,
            < 0.20 => scene.InTime(asked, new OfferDecline(scene.Dice.Pick(Phrases.Declined)), "accept", 5),
            _ => scene.InTime(asked, new OfferAccept(), "accept", 5),
        };
    }

    /// <summary>报到: the lead reports in on site.</summary>
    public static CaseIntent? Travel(CaseScene scene) =>
        scene.Dice.Chance(0.08) && !scene.IsSupervised ? null : scene.InTime(Lead(scene), new Arrive(), "arrive", 45);

    /// <summary>Milestones in the order in which their clocks run; then the end. Now and then a matter goes to the ledger.</summary>
    public static CaseIntent? Work(CaseScene scene)
    {
        if (scene.View.AskedSuspension is not null)
        {
            // Where officers give signs from the site, they are not left waiting.
            return scene.Soon(scene.Someone(Role.Supervisor), new DecideSuspension(scene.Dice.Chance(0.8)), 10, scene.View.Safety is null ? 90 : 15);
        }

        if (scene.Dice.Chance(0.03) && !scene.IsSupervised)
        {
            return scene.Soon(
                scene.Someone(Role.Dispatcher), new Suspend(scene.Dice.Pick(Phrases.Suspended), scene.After(300, 1_600)), 10, 60);
        }

        if (scene.Kind?.Milestones.FirstOrDefault(scene.IsAwaited) is { } milestone && scene.Dice.Chance(0.7))
        {
            return scene.InTime(Lead(scene), new RecordMilestone(milestone), milestone, 240);
        }

        return scene.Dice.Chance(0.05) && !scene.IsSupervised ? null : scene.InTime(Lead(scene), new Resolve(), "rectify", 360);
    }

    private static Actor? Lead(CaseScene scene) => scene.View.OfficerIds is [var lead, ..] ? scene.Person(lead) : null;

    private static List<string>? Officers(CaseScene scene)
    {
        var wanted = scene.Kind?.MinOfficers ?? 2;
        var free = scene.Officers.Select(officer => officer.Id).ToList();
        var sent = new List<string>();
        while (sent.Count < wanted && free.Count > 0)
        {
            var one = scene.Dice.Pick(free);
            free.Remove(one);
            sent.Add(one);
        }

        return sent.Count == wanted ? sent : null;
    }
}
