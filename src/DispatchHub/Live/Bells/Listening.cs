using System.Runtime.CompilerServices;
using System.Security.Claims;
using Dispatch.Contracts;
using Dispatch.Hub.City;

namespace Dispatch.Hub.Live.Bells;

/// <summary>
/// Shows one connection what its person was told of, at the pace at which it takes items: everything at once, and everything again when
/// something of it changed. So no item can be missed, and a stream that is lost is simply begun again.
/// </summary>
internal sealed class Listening(OpenBells bells, IBellOwners owners, IGrainFactory grains, TimeProvider time)
{
    /// <summary>How often rights are asked again, and the store also where nothing rang: a ring may be lost with the silo that gave it.</summary>
    public static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(30);

    /// <summary>Between two looks: many rings at once are one look.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);

    /// <summary>The stream of one bell.</summary>
    public async IAsyncEnumerable<NoticesItem> ListenAsync(ClaimsPrincipal user, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var bell = await bells.EnterAsync(await OwnerAsync(user));
        try
        {
            NoticesItem? shown = null;
            while (true)
            {
                var rung = bell.Rung;
                var item = await LookAsync(bell.UserName);
                if (!item.Says(shown))
                {
                    yield return shown = item;
                }

                await Task.Delay(Pace, time, cancellation);
                if (!await HappensAsync(rung, cancellation))
                {
                    await OwnerAsync(user);
                }
            }
        }
        finally
        {
            bells.Leave(bell);
        }
    }

    private async Task<string> OwnerAsync(ClaimsPrincipal user)
    {
        var owner = await owners.FindAsync(user);
        return owner.Refusal is { } refusal ? throw WatchRefusal.Access(refusal) : owner.UserName!;
    }

    private async Task<NoticesItem> LookAsync(string userName)
    {
        try
        {
            return new NoticesItem(await grains.Notices().OfPerson(userName));
        }
        catch (Exception fault) when (fault is StoreUnavailableException or TimeoutException or OrleansException)
        {
            throw WatchRefusal.Unavailable();
        }
    }

    /// <summary>True when it has happened, false when it is time to look in any case.</summary>
    private async Task<bool> HappensAsync(Task rung, CancellationToken cancellation)
    {
        try
        {
            await rung.WaitAsync(LookAgain, time, cancellation);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
