using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dispatch.Contracts;

namespace Dispatch.Grains.Cases;

/// <summary>An officer on site said that they are all right.</summary>
/// <param name="OfficerId">Who.</param>
/// <param name="Old">True where it arrived so late that it shows nothing of now; null otherwise.</param>
public sealed record CheckedIn(string OfficerId, bool? Old = null) : CaseEvent;

/// <summary>No sign came from the site in time.</summary>
/// <param name="Asked">The officers who are asked for each other; none where the dispatcher and captain are alarmed instead.</param>
public sealed record CheckInMissed(ImmutableArray<string> Asked) : CaseEvent;

/// <summary>Somebody on site may need help.</summary>
/// <param name="OfficerId">Who pressed the button; null where the machine raised it, since a sign was missed twice.</param>
/// <param name="Where">Where they are.</param>
/// <param name="What">What is the matter.</param>
public sealed record AlarmRaised(string? OfficerId, string? Where = null, string? What = null) : CaseEvent
{
    /// <summary>Who is asked first: of a missed sign the captain as well, since two times have run out by then.</summary>
    [JsonIgnore]
    public AlarmRung FirstRung => OfficerId is null ? AlarmRung.Captain : AlarmRung.Dispatcher;
}

/// <summary>Nobody answered an alarm in time: the next rung is asked.</summary>
/// <param name="To">Whom.</param>
public sealed record AlarmUnanswered(AlarmRung To) : CaseEvent;

/// <summary>Somebody has seen the alarm.</summary>
/// <param name="By">Who.</param>
/// <param name="Said">What they said.</param>
public sealed record AlarmAcknowledged(string By, string? Said = null) : CaseEvent;

/// <summary>The alarm is over.</summary>
/// <param name="Outcome">How it ended; null where a sign of life ended one that the machine had raised.</param>
public sealed record AlarmEnded(AlarmOutcome? Outcome) : CaseEvent;
