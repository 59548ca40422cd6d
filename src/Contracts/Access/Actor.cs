using System.Text.Json.Serialization;

namespace Dispatch.Contracts;

/// <summary>Who acts. It travels as an argument with every command, so that the case itself can check it.</summary>
/// <param name="Id">The user name; <c>system</c> for the machine itself.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Area">Where they may do it; null means everywhere (the machine, an administrator) or, for a citizen, nowhere but in their own reports.</param>
[GenerateSerializer, Immutable, Alias("actor")]
public sealed record Actor([property: Id(0)] string Id, [property: Id(1)] Role Role, [property: Id(2)] Scope? Area)
{
    /// <summary>The machine: deadlines and replays.</summary>
    public static Actor Machine { get; } = new("system", Role.System, null);

    /// <summary>The scope that names this person as a responsible officer.</summary>
    [JsonIgnore]
    public Scope AsOfficer => Scope.Officer(Id);
}

/// <summary>A dispatcher or captain gives a command for somebody who told them so.</summary>
/// <param name="ActorId">For whom.</param>
/// <param name="Channel">How it was said.</param>
/// <param name="Said">What was said, 1 to 500 characters.</param>
[GenerateSerializer, Immutable, Alias("on-behalf")]
public sealed record OnBehalf([property: Id(0)] string ActorId, [property: Id(1)] Channel Channel, [property: Id(2)] string Said);

/// <summary>How a dispatcher was told.</summary>
[GenerateSerializer, Alias("channel"), JsonConverter(typeof(CamelCaseEnumJson<Channel>))]
public enum Channel
{
    /// <summary>By telephone.</summary>
    Phone = 0,

    /// <summary>By radio.</summary>
    Radio = 1,

    /// <summary>Face to face.</summary>
    InPerson = 2,
}
