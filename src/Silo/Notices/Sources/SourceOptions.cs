namespace Dispatch.Silo.Notices.Sources;

/// <summary>Where other systems hear of the cases that they sent: section <c>Sources</c>, by the source's id in the pack. Without an address nothing is sent.</summary>
public sealed class SourceOptions(IEnumerable<KeyValuePair<string, SourceCallback>> sources) : Dictionary<string, SourceCallback>(sources, StringComparer.Ordinal)
{

    /// <summary>What is wrong, as one sentence; null when nothing is.</summary>
    public string? Fault() => this.Select(source => FaultOf(source.Key, source.Value)).FirstOrDefault(fault => fault is not null);

    private static string? FaultOf(string id, SourceCallback source) =>
        source.Callback is null ? null
        : !Outbound.IsAllowed(source.Callback) ? $"Sources:{id}:Callback must be an https address."
        : source.Secret is not { Length: > 0 } ? $"Sources:{id}:Secret is missing; calls to its callback are signed with it."
        : null;
}

/// <summary>One source.</summary>
public sealed record SourceCallback
{
    /// <summary>Where changes of a case are posted; https, or http on this machine.</summary>
    public string? Callback { get; init; }

    /// <summary>Signs the calls; the same that signs what the source sends.</summary>
    public string? Secret { get; init; }
}
