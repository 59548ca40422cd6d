using Dispatch.Contracts;

namespace Dispatch.Simulator;

/// <summary>Who reports what, and where.</summary>
public static class Reporters
{
    /// <summary>A report at an instant.</summary>
    public static (Actor By, CityReport Report) Draw(CityPlan plan, DateTimeOffset at, Dice dice)
    {
        var night = DayRhythm.IsNight(at, plan.Zone);
        var place = dice.Pick(plan.Places, one => one.Weight);
        var kind = dice.Pick(plan.Kinds, one => night ? one.NightWeight : one.Weight);
        var by = Reporter(plan, place, at, dice);
        var said = kind.Descriptions.Count == 0 ? null : dice.Pick(kind.Descriptions);
        return (by, new CityReport(kind.Code, place.Input, said, dice.Chance(kind.InProgress), by.Role == Role.GridWorker && dice.Chance(0.3)));
    }

    private static Actor Reporter(CityPlan plan, CityPlace place, DateTimeOffset at, Dice dice)
    {
        var who = dice.Share() switch
        {
            < 0.40 => plan.At(Role.GridWorker, Scope.Grid(place.GridId)),
            < 0.50 => plan.At(Role.PropertyManager, Scope.Grid(place.GridId)),
            < 0.60 => plan.At(Role.CommunityStaff, Scope.Community(place.CommunityId)),
            < 0.66 => plan.All(Role.Dispatcher).FirstOrDefault(),
            _ => null,
        };
        return who is not null && plan.IsOnDuty(who, at) ? who : plan.All(Role.Citizen).First();
    }
}
