using Microsoft.AspNetCore.SignalR;

namespace Dispatch.Hub.Live;

/// <summary>Why a watch is refused or ended, as clients see it: a stable code, a colon, and a sentence that says what to do.</summary>
internal static class WatchRefusal
{
    /// <summary>The scope is not spelled <c>kind:id</c> or cannot be watched.</summary>
    public static HubException InvalidScope() =>
        new("invalid-scope: Watch street:ID, community:ID, grid:ID, officer:ID, department:ID or case:ID.");

    /// <summary>There is no such scope.</summary>
    public static HubException Unknown() => new("unknown: There is nothing of that name; take ids from GET /api/catalogue or a case.");

    /// <summary>The connection has its full number of streams.</summary>
    public static HubException TooManyStreams(int limit) =>
        new($"too-many-streams: A connection carries {limit} streams; end one, or open another connection.");

    /// <summary>The connection asks too often.</summary>
    public static HubException TooManyCalls() => new("rate-limited: Wait some seconds before calling again; resume with the cursor.");

    /// <summary>This process watches as many scopes as it may.</summary>
    public static HubException Busy() => new("busy: This server watches as much as it can; try again in a minute.");

    /// <summary>The street's feed cannot be reached.</summary>
    public static HubException Unavailable() => new("unavailable: The street's feed cannot be reached just now; try again in some seconds.");

    /// <summary>The access rules refuse; the text is theirs.</summary>
    public static HubException Access(string refusal) => new(refusal);
}
