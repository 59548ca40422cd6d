using Dispatch.Contracts;

namespace Dispatch.Hub.Live;

/// <summary>Where a scope lies, so that the street's feed can be followed for it.</summary>
public interface IScopePlaces
{
    /// <summary>The scope's place; null when there is no such scope.</summary>
    ValueTask<ScopePlace?> FindAsync(Scope scope);
}

/// <summary>Where a scope lies.</summary>
/// <param name="StreetId">The street in whose feed its cases are.</param>
/// <param name="Case">The case of a <c>case:</c> scope as it is now, since a feed's snapshot has only open ones; null for other scopes.</param>
public sealed record ScopePlace(string StreetId, CaseRow? Case);
