using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Figures;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Decoration.Committee;

/// <summary>Everything that a report is made from, as it was known at an instant. Sections count it and read nothing else.</summary>
public sealed record CommitteeFacts
{
    /// <summary>The street.</summary>
    public required string StreetId { get; init; }

    /// <summary>The month and its quarter.</summary>
    public required CommitteeMonth Month { get; init; }

    /// <summary>The instant: nothing decided at it or later is known.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>The pack in force: scenes, points, starting figures.</summary>
    public required PolicyPack Pack { get; init; }

    /// <summary>Names of places.</summary>
    public required Territory Territory { get; init; }

    /// <summary>The cases opened in the quarter, the newest first; drills are none.</summary>
    public required ImmutableArray<CommitteeCase> Cases { get; init; }

    /// <summary>The dossiers of the street, whenever they began, by kind and in the order of their ids.</summary>
    public required ImmutableArray<CommitteeDossier> Dossiers { get; init; }

    /// <summary>False where there was more than is read.</summary>
    public bool Complete { get; init; } = true;

    /// <summary>The cases opened in the month.</summary>
    public IEnumerable<CommitteeCase> OfMonth => Cases.Where(one => Month.Holds(one.Facts.OpenedAt));

    /// <summary>A number of the pack; 0 where it has no block about house decoration.</summary>
    /// <param name="name">One of <see cref="DecorationNumbers"/>.</param>
    public int Number(string name) => Pack.Decoration?.Numbers[name] ?? 0;

    /// <summary>The dossiers of a kind.</summary>
    public IEnumerable<(CommitteeDossier Dossier, TDossier State)> Of<TDossier>() where TDossier : Dossier =>
        from dossier in Dossiers
        where dossier.State is TDossier
        select (dossier, (TDossier)dossier.State);

    /// <summary>Whether a report was found to be a case of its own: it waits for nobody to look at it first, and was neither rejected nor merged.</summary>
    public static bool Stands(CommitteeCase one) => one.Facts.Status is not (CaseStatus.AwaitingVerification or CaseStatus.Rejected or CaseStatus.Merged);

    /// <summary>Whether a case is a violation: it stands, and is of one of the three scenes.</summary>
    public bool IsViolation(CommitteeCase one) => Stands(one) && SceneOf(one) != CaseType.OtherScene;

    /// <summary>The scene of a case.</summary>
    public string SceneOf(CommitteeCase one) => Pack.Types.GetValueOrDefault(one.Facts.Type)?.Scene ?? CaseType.OtherScene;
}

/// <summary>A case of the quarter.</summary>
/// <param name="Number">The number that people say.</param>
/// <param name="Facts">What the figures know of it.</param>
/// <param name="State">As it stood.</param>
/// <param name="Source">The role of whoever reported it.</param>
public sealed record CommitteeCase(string Number, CaseFacts Facts, Case State, Role Source)
{
    /// <summary>The flat, <c>estate/unit</c>; null where it has none.</summary>
    public string? Flat => State.Place is { Estate: { } estate, Unit: { } unit } ? $"{estate}/{unit}" : null;

    /// <summary>The case that its events made before an instant; null where there was none then, and of a drill.</summary>
    public static CommitteeCase? Of(string number, IReadOnlyList<Happened> events, DateTimeOffset asOf)
    {
        if (CaseFactsFold.Of(events, asOf) is not { } facts || events[0].Event is not Reported reported)
        {
            return null;
        }

        var state = Case.Open(events[0]);
        foreach (var happened in events.Skip(1).TakeWhile(happened => happened.At < asOf))
        {
            state = state.Apply(happened);
        }

        return new CommitteeCase(number, facts, state, reported.Source);
    }
}

/// <summary>A dossier of the street.</summary>
/// <param name="Kind">One of <see cref="DossierKinds"/>.</param>
/// <param name="Id">Its id, without the kind.</param>
/// <param name="State">As it stood.</param>
/// <param name="Events">What made it so, in order.</param>
public sealed record CommitteeDossier(string Kind, string Id, Dossier State, ImmutableArray<Happened> Events);
