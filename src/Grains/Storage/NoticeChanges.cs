namespace Dispatch.Grains.Storage;

/// <summary>
/// What a step leaves to be told, in the commit of the step: nobody hears of what was not stored, and nothing that was stored is
/// forgotten. The notices that are gone go first, so that a cause may end and begin again in one step.
/// </summary>
/// <param name="Gone">Causes whose matter is over: whatever of this owner was opened for them, or comes of it, is stopped.</param>
/// <param name="Opened">Who is to be told of what. A receiver whom the same cause of the same owner has told already, and whose matter is not gone, is not told again.</param>
public sealed record NoticeChanges(IReadOnlyList<string> Gone, IReadOnlyList<NewNotice> Opened)
{
    /// <summary>Nothing to tell.</summary>
    public static NoticeChanges None { get; } = new([], []);

    /// <summary>Whether there is nothing to tell.</summary>
    public bool IsEmpty => Gone.Count == 0 && Opened.Count == 0;

    /// <summary>Both together.</summary>
    public NoticeChanges With(NoticeChanges other) => other.IsEmpty ? this : new NoticeChanges([.. Gone, .. other.Gone], [.. Opened, .. other.Opened]);
}

/// <summary>One receiver to be told of one cause.</summary>
public sealed record NewNotice
{
    /// <summary>Who: a person (<c>user:{name}</c>), a party whose people are found when it is told (<see cref="NoticeReceiver"/>), or another system (<c>system:{name}</c>).</summary>
    public required string Receiver { get; init; }

    /// <summary>What for, unique in its owner while it lasts, such as <c>offer:o.zhang</c>; 1 to 160 characters.</summary>
    public required string Cause { get; init; }

    /// <summary>Whether it goes on to the next channel, and to the second line, while nobody has seen it.</summary>
    public bool Urgent { get; init; }

    /// <summary>When it became due to be told, city time.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When telling it makes no sense any more, city time; null while the matter lasts.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>What is said, as a JSON object; for a person without personal data.</summary>
    public required string Payload { get; init; }
}

/// <summary>How receivers are spelled: <c>kind:id</c>.</summary>
public static class NoticeReceiver
{
    /// <summary>A person, by user name.</summary>
    public const string UserKind = "user";

    /// <summary>The captains of a street.</summary>
    public const string CaptainKind = "captain";

    /// <summary>Another system, by the name that the settings give it.</summary>
    public const string SystemKind = "system";

    /// <summary>One person.</summary>
    public static string User(string userName) => $"{UserKind}:{userName}";

    /// <summary>The captains of a street.</summary>
    public static string Captain(string streetId) => $"{CaptainKind}:{streetId}";

    /// <summary>Another system.</summary>
    public static string System(string name) => $"{SystemKind}:{name}";

    /// <summary>The people among receivers, each once, by user name.</summary>
    public static IReadOnlyList<string> People(IEnumerable<string> receivers) =>
        [.. receivers.Where(receiver => Kind(receiver) == UserKind).Select(Id).Distinct(StringComparer.Ordinal)];

    /// <summary>What stands before the colon.</summary>
    public static string Kind(string receiver) => receiver[..Math.Max(0, receiver.IndexOf(':', StringComparison.Ordinal))];

    /// <summary>What stands after the colon.</summary>
    public static string Id(string receiver) => receiver[(receiver.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
