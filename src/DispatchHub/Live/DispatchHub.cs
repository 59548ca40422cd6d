using System.Security.Claims;
using Dispatch.Hub.Live.Lookers;

namespace Dispatch.Hub.Live;

/// <summary>What clients call over SignalR, at <see cref="Path"/>.</summary>
internal sealed class DispatchHub(Watcher watcher, Looking looking) : Microsoft.AspNetCore.SignalR.Hub
{
    /// <summary>Where it is mapped.</summary>
    public const string Path = "/hubs/dispatch";

    /// <summary>Watches a scope: everything it holds, or what happened since a cursor, and then each change as it happens.</summary>
    public IAsyncEnumerable<WatchItem> Watch(string? scope, string? cursor, CancellationToken cancellation) =>
        watcher.WatchAsync(Context.User ?? new ClaimsPrincipal(), scope, cursor, cancellation);

    /// <summary>Shows who else has a case open, at once and after each change; while it lasts the caller counts as having it open.</summary>
    public IAsyncEnumerable<LookersItem> Lookers(string? caseId, CancellationToken cancellation) =>
        looking.LookAsync(Context.User ?? new ClaimsPrincipal(), caseId, cancellation);
}
