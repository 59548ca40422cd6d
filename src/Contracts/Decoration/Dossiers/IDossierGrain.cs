namespace Dispatch.Contracts.Decoration;

/// <summary>
/// A dossier: it is acted on by commands and fired by the sweeper, as a case is. Each kind has an interface of its own with typed views.
/// Its key is the owner id, <c>kind:id</c>.
/// </summary>
[Alias("dossier-grain")]
public interface IDossierGrain : IDeadlineOwner
{
    /// <summary>Carries out a command or refuses it; a repeat under the same key gets the same answer and changes nothing.</summary>
    /// <exception cref="StoreUnavailableException">Nothing was stored, or it is not known whether: repeat it with the same key.</exception>
    [Alias("act")]
    Task<DossierAnswer> Act(DossierAct act);

    /// <summary>The dossier as it stands at an instant; null when nothing ever happened to it.</summary>
    /// <param name="at">City time, for what is counted until now.</param>
    [Alias("look")]
    Task<DossierView?> Look(DateTimeOffset at);
}

/// <summary>A command with what stands around it.</summary>
[GenerateSerializer, Immutable, Alias("dossier-act")]
public sealed record DossierAct
{
    /// <summary>What is to be done.</summary>
    [Id(0)] public required DossierCommand Command { get; init; }

    /// <summary>Who.</summary>
    [Id(1)] public required Actor By { get; init; }

    /// <summary>The idempotency key, 1 to 64 visible ASCII characters.</summary>
    [Id(2)] public required string Key { get; init; }

    /// <summary>Tells a repeat from another command under the same key.</summary>
    [Id(3)] public required string BodyHash { get; init; }

    /// <summary>When it was received, city time.</summary>
    [Id(4)] public required DateTimeOffset ReceivedAt { get; init; }
}

/// <summary>Something that may be done to a dossier. Each kind derives its own.</summary>
[GenerateSerializer, Immutable, Alias("dossier-command")]
public abstract record DossierCommand
{
    /// <summary>When it was done, where that differs (a phone without network): not after receipt, and not longer before it than the pack lets. Left out: at receipt.</summary>
    [Id(0)] public DateTimeOffset? OccurredAt { get; init; }
}

/// <summary>What became of a command.</summary>
/// <param name="View">The dossier after it; null with a refusal.</param>
/// <param name="Refusal">Why not; null with a view.</param>
[GenerateSerializer, Immutable, Alias("dossier-answer")]
public sealed record DossierAnswer([property: Id(0)] DossierView? View, [property: Id(1)] Refusal? Refusal = null);

/// <summary>A dossier as it is shown. Each kind derives its own.</summary>
[GenerateSerializer, Immutable, Alias("dossier-view")]
public abstract record DossierView
{
    /// <summary>Its id, without the kind.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>Counts its commits, from 1.</summary>
    [Id(1)] public required long Version { get; init; }

    /// <summary>Its clocks, those that ended included.</summary>
    [Id(2)] public required IReadOnlyList<ClockView> Clocks { get; init; }
}
