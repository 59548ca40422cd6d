using System.Security.Claims;
using Dispatch.Hub.Live.Bells;
using Dispatch.Hub.Live.Lookers;

namespace Dispatch.Hub.Live;

/// <summary>What clients call over SignalR, at <see cref="Path"/>.</summary>
internal sealed class DispatchHub(Watcher watcher, Looking looking, Listening listening) : Microsoft.AspNetCore.SignalR.Hub
{
    /// <summary>Where it is mapped.</summary>
    public const string Path = "/hubs/dispatch";

    /// <summary>Watches a scope: everything it holds, or what happened since a cursor, and then each change as it happens.</summary>
    public IAsyncEnumerable<WatchItem> Watch(string? scope, string? cursor, CancellationToken cancellation) =>
        watcher.WatchAsync(Context.User ?? new ClaimsPrincipal(), scope, cursor, cancellation);

    /// <summary>Shows who else has a case open, at once and after each change; while it lasts the caller counts as having it open.</summary>
    public IAsyncEnumerable<LookersItem> Lookers(string? caseId, CancellationToken cancellation) =>
        looking.LookAsync(Context.User ?? new ClaimsPrincipal(), caseId, cancellation);

    /// <summary>Shows what the caller was told of, at once and whenever something of it changes.</summary>
    public IAsyncEnumerable<NoticesItem> Notices(CancellationToken cancellation) => listening.ListenAsync(Context.User ?? new ClaimsPrincipal(), cancellation);
}
