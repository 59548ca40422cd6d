using System.Runtime.CompilerServices;
using System.Security.Claims;
using Dispatch.Contracts;

namespace Dispatch.Hub.Live.Lookers;

/// <summary>
/// Shows one connection who else has a case open, at the pace at which it takes items: whatever changes meanwhile comes as one item
/// with everybody who looks then.
/// </summary>
internal sealed class Looking(CaseLookers lookers, IWatchAccess access, ILookerNames names, TimeProvider time)
{
    private static readonly TimeSpan RecheckAccess = TimeSpan.FromSeconds(30);

    /// <summary>The stream of one looker, who counts as looking while it lasts.</summary>
    /// <param name="user">Who looks.</param>
    /// <param name="caseId">At which case, as sent.</param>
    /// <param name="cancellation">The stream or its connection ends.</param>
    public async IAsyncEnumerable<LookersItem> LookAsync(
        ClaimsPrincipal user, string? caseId, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!Scope.TryParse($"{ScopeKind.Case}:{caseId}", out var scope))
        {
            throw WatchRefusal.Unknown();
        }

        await CheckAccessAsync(user, scope);
        var self = await names.FindAsync(user);
        var entered = lookers.Enter(scope.Id, self);
        try
        {
            IReadOnlyList<Looker>? shown = null;
            while (true)
            {
                var (everybody, moved) = entered.Read();
                List<Looker> others = [.. everybody.Where(looker => looker.UserName != self?.UserName)];
                if (shown is null || !shown.SequenceEqual(others))
                {
                    yield return new LookersItem(shown = others);
                }

                while (!await HappensAsync(moved, cancellation))
                {
                    await CheckAccessAsync(user, scope);
                }
            }
        }
        finally
        {
            lookers.Leave(entered, self);
        }
    }

    /// <summary>True when it has happened, false when it is time to ask for access again.</summary>
    private async Task<bool> HappensAsync(Task moved, CancellationToken cancellation)
    {
        try
        {
            await moved.WaitAsync(RecheckAccess, time, cancellation);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private async ValueTask CheckAccessAsync(ClaimsPrincipal user, Scope scope)
    {
        if (await access.RefusalAsync(user, scope) is { } refusal)
        {
            throw WatchRefusal.Access(refusal);
        }
    }
}
