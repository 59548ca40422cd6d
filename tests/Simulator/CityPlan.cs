using Dispatch.Contracts;

namespace Dispatch.Simulator;

/// <summary>Everything that a simulated city knows of the real one: who lives and works there, where things happen, what happens.</summary>
public sealed record CityPlan
{
    /// <summary>The street.</summary>
    public required string StreetId { get; init; }

    /// <summary>The city's time zone: reports follow its hours.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>Everybody who may act. A role that nobody has is a job that nobody does.</summary>
    public required IReadOnlyList<Actor> People { get; init; }

    /// <summary>Where reports come from; at least one.</summary>
    public required IReadOnlyList<CityPlace> Places { get; init; }

    /// <summary>What is reported; at least one.</summary>
    public required IReadOnlyList<CaseKind> Kinds { get; init; }

    /// <summary>Who is at work when. By default a grid worker from 8 to 18, a community from 8:30 to 17:30, the street always.</summary>
    public Func<Actor, DateTimeOffset, bool>? OnDuty { get; init; }

    /// <summary>Whether somebody is at work at an instant.</summary>
    public bool IsOnDuty(Actor actor, DateTimeOffset at) => OnDuty?.Invoke(actor, at) ?? UsualHours(actor, TimeZoneInfo.ConvertTime(at, Zone).TimeOfDay);

    /// <summary>The one who works in an area; null when the plan has nobody.</summary>
    public Actor? At(Role role, Scope area) => People.FirstOrDefault(person => person.Role == role && person.Area == area);

    /// <summary>Everybody of a role.</summary>
    public IEnumerable<Actor> All(Role role) => People.Where(person => person.Role == role);

    private static bool UsualHours(Actor actor, TimeSpan time) => actor.Role switch
    {
        Role.GridWorker => time >= TimeSpan.FromHours(8) && time < TimeSpan.FromHours(18),
        Role.CommunityStaff => time >= TimeSpan.FromHours(8.5) && time < TimeSpan.FromHours(17.5),
        _ => true,
    };
}

/// <summary>Where something can happen.</summary>
/// <param name="Input">As a reporter names it.</param>
/// <param name="GridId">The grid that it lies in.</param>
/// <param name="CommunityId">The community of that grid.</param>
/// <param name="Weight">How often, against other places.</param>
public sealed record CityPlace(PlaceInput Input, string GridId, string CommunityId, double Weight = 1);

/// <summary>What can happen.</summary>
public sealed record CaseKind
{
    /// <summary>The type's code in the pack.</summary>
    public required string Code { get; init; }

    /// <summary>How often by day, against other kinds.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>How often between 20:00 and 7:00.</summary>
    public double NightWeight { get; init; } = 0.2;

    /// <summary>The share that is reported while the work goes on.</summary>
    public double InProgress { get; init; }

    /// <summary>The clocks that a milestone of the same name stops.</summary>
    public IReadOnlyList<string> Milestones { get; init; } = [];

    /// <summary>How many officers a visit takes.</summary>
    public int MinOfficers { get; init; } = 2;

    /// <summary>What people say when they report it; may be empty.</summary>
    public IReadOnlyList<string> Descriptions { get; init; } = [];
}
