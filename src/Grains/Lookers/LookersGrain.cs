using Dispatch.Contracts;

namespace Dispatch.Grains.Lookers;

/// <summary>Who has one case open, by what hub processes say; gone a few minutes after the last word.</summary>
[CollectionAgeLimit(Minutes = 5)]
public sealed class LookersGrain(TimeProvider time) : Grain, ILookersGrain
{
    private readonly LookingHubs _hubs = new();
    private readonly long _startedAt = time.GetTimestamp();

    /// <inheritdoc/>
    public Task<IReadOnlyList<Looker>> Say(string hub, IReadOnlyList<Looker> looking) =>
        Task.FromResult(_hubs.Say(hub, looking, time.GetElapsedTime(_startedAt)));
}
