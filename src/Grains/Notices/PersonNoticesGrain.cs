using Dispatch.Contracts;
using Dispatch.Grains.Duties;

namespace Dispatch.Grains.Notices;

/// <summary>How one person wants to be told: state without clocks.</summary>
public sealed class PersonNoticesGrain([PersistentState("person-notices", StaffingRoster.Storage)] IPersistentState<PersonNotices> kept)
    : Grain, IPersonNoticesGrain
{
    /// <inheritdoc/>
    public Task<PersonNotices> Get() => Task.FromResult(kept.State);

    /// <inheritdoc/>
    public async Task<Refusal?> Set(IReadOnlyList<string>? channels, string? phone)
    {
        if (PersonNoticeRules.Refuses(channels, phone) is { } refusal)
        {
            return refusal;
        }

        await Keep(kept.State with { Channels = channels, Phone = phone });
        return null;
    }

    /// <inheritdoc/>
    public async Task<Refusal?> Subscribe(WebPushSubscription subscription)
    {
        if (PersonNoticeRules.Refuses(subscription) is { } refusal)
        {
            return refusal;
        }

        await Keep(kept.State.With(subscription));
        return null;
    }

    /// <inheritdoc/>
    public async Task Unsubscribe(string endpoint)
    {
        if (kept.State.Subscriptions.Any(one => one.Endpoint == endpoint))
        {
            await Keep(kept.State with { Subscriptions = [.. kept.State.Subscriptions.Where(one => one.Endpoint != endpoint)] });
        }
    }

    private async Task Keep(PersonNotices next)
    {
        var before = kept.State;
        kept.State = next;
        try
        {
            await kept.WriteStateAsync();
        }
        catch
        {
            kept.State = before;
            throw;
        }
    }
}
