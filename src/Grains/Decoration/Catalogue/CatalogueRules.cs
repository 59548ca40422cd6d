using System.Collections.Frozen;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;

namespace Dispatch.Grains.Decoration.Catalogue;

/// <summary>The catalogue of a pack, as rules ask it. Immutable; made only by the loader, which found no fault in it.</summary>
public sealed class CatalogueRules
{
    /// <summary>The most works of one scope.</summary>
    public const int MostWorks = 50;

    private readonly FrozenDictionary<string, InspectionItem> _inspections;
    private readonly FrozenDictionary<string, PunishmentItem> _punishments;
    private readonly FrozenDictionary<string, WorkItem> _works;
    private readonly FrozenDictionary<string, Budget> _handOvers;

    /// <summary>The rules of a catalogue without faults.</summary>
    public CatalogueRules(DecorationCatalogue view)
    {
        View = view;
        _inspections = view.Inspections.ToFrozenDictionary(item => item.Id, StringComparer.Ordinal);
        _punishments = view.Punishments.ToFrozenDictionary(item => item.Id, StringComparer.Ordinal);
        _works = view.Works.ToFrozenDictionary(item => item.Id, StringComparer.Ordinal);
        _handOvers = view.Punishments.Where(item => item.Power.HandOver is not null)
            .ToFrozenDictionary(item => item.Id, item => Budget.Parse(item.Power.HandOver!), StringComparer.Ordinal);
    }

    /// <summary>All of it, as everybody may read it.</summary>
    public DecorationCatalogue View { get; }

    /// <summary>The refusal of a pack without a catalogue.</summary>
    public static Refusal NotOffered { get; } =
        Refuse.With(RefusalCode.CatalogueNotOffered, "The policy pack has no catalogue of house decoration; it needs a block \"catalogue\".");

    /// <summary>An inspection item; null where there is none of this id.</summary>
    public InspectionItem? Inspection(string id) => _inspections.GetValueOrDefault(id);

    /// <summary>A punishment item; null where there is none of this id.</summary>
    public PunishmentItem? Punishment(string id) => _punishments.GetValueOrDefault(id);

    /// <summary>Works; null where there are none of this id.</summary>
    public WorkItem? Work(string id) => _works.GetValueOrDefault(id);

    /// <summary>The time in which a case of this punishment item is handed to its office; null where the street holds the power.</summary>
    public Budget? HandOver(string punishment) => _handOvers.TryGetValue(punishment, out var budget) ? budget : null;

    /// <summary>"May I …?" about a scope of works: the worst part rules, and every office that must approve is named.</summary>
    /// <param name="works">Ids of works, 1 to <see cref="MostWorks"/>; one that is named twice counts once.</param>
    public ScopeAnswer Answer(IReadOnlyCollection<string> works)
    {
        if (works.Count is 0 or > MostWorks)
        {
            return new() { Refusal = Refuse.With(RefusalCode.UnknownCatalogueItem, $"Name 1 to {MostWorks} works of the catalogue.") };
        }

        if (works.FirstOrDefault(id => !_works.ContainsKey(id)) is not null)
        {
            return new() { Refusal = Refuse.With(RefusalCode.UnknownCatalogueItem, "The catalogue has no such works; GET /api/decoration/catalogue lists them.") };
        }

        var asked = works.ToHashSet(StringComparer.Ordinal);
        WorkItem[] named = [.. View.Works.Where(work => asked.Contains(work.Id)).OrderByDescending(work => work.Ruling)];
        var inspected = named.SelectMany(work => work.Inspections).ToHashSet(StringComparer.Ordinal);
        return new()
        {
            Ruling = named[0].Ruling,
            Works = named,
            Offices = [.. named.Select(work => work.Office).OfType<string>().Distinct(StringComparer.Ordinal)],
            Inspections = [.. View.Inspections.Select(item => item.Id).Where(inspected.Contains)],
        };
    }
}
