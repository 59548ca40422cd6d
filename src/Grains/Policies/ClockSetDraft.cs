using System.Collections.Immutable;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Policies;

/// <summary>Makes the clocks of a type from layers, and finds what is missing in them or does not fit together.</summary>
internal static class ClockSetDraft
{
    /// <summary>Reads the clocks of one layer, by name, in the order of the file.</summary>
    public static OrderedDictionary<string, ClockLayer> Read(CheckedJson owner, string member, PolicyFrame frame)
    {
        var layers = new OrderedDictionary<string, ClockLayer>(StringComparer.Ordinal);
        foreach (var (name, json) in owner.Entries(member))
        {
            if (name is ClockNames.Patrol or ClockNames.Console)
            {
                json.Fault("a case has no such clock; it stands at the top of the pack");
                continue;
            }

            layers[name] = ClockLayer.Read(json, name, frame);
        }

        return layers;
    }

    /// <summary>Puts <paramref name="upper"/> over <paramref name="lower"/>, in the lower one's order and then its own.</summary>
    public static OrderedDictionary<string, ClockLayer> Over(
        OrderedDictionary<string, ClockLayer> upper, OrderedDictionary<string, ClockLayer> lower)
    {
        var both = new OrderedDictionary<string, ClockLayer>(lower, StringComparer.Ordinal);
        foreach (var (name, layer) in upper)
        {
            both[name] = layer.Over(lower.GetValueOrDefault(name));
        }

        return both;
    }

    /// <summary>The clocks that the layers give; those with a fault are left out.</summary>
    /// <param name="layers">The layers, already on each other.</param>
    /// <param name="owner">The type, at which what is missing is a fault.</param>
    /// <param name="frame">What the clocks refer to.</param>
    public static ClockSet Finish(OrderedDictionary<string, ClockLayer> layers, CheckedJson owner, PolicyFrame frame)
    {
        var before = owner.Faults.Count;
        var urgent = layers.GetValueOrDefault(ClockNames.Acknowledge)?.BudgetFor(urgent: false)?.IsUrgent ?? false;
        var rules = ImmutableArray.CreateBuilder<ClockRule>();
        foreach (var layer in layers.Values)
        {
            if (!layer.IsBroken && Rule(layer, urgent, owner, frame) is { } rule)
            {
                rules.Add(rule);
            }
        }

        var set = new ClockSet(rules.ToImmutable());
        if (owner.Faults.Count == before && !layers.Values.Any(layer => layer.IsBroken))
        {
            CheckMilestones(set, owner);
            CheckSupervision(set, owner, frame);
        }

        return set;
    }

    /// <summary>A clock; null where the type lacks it or something is missing.</summary>
    private static ClockRule? Rule(ClockLayer layer, bool urgent, CheckedJson owner, PolicyFrame frame)
    {
        if (layer.BudgetFor(urgent) is not { } budget)
        {
            return null;
        }

        var engineStarts = layer.Name == ClockNames.Supervise;
        if (layer.OnExpiry is { } onExpiry && (engineStarts || layer is { StartOn: not null, StopOn: not null }))
        {
            return new ClockRule
            {
                Name = layer.Name,
                Budget = budget,
                Calendar = layer.Calendar ?? frame.Calendar,
                Marks = layer.Marks ?? frame.Marks,
                StartOn = layer.StartOn ?? [],
                StopOn = layer.StopOn ?? [],
                OnExpiry = onExpiry,
            };
        }

        var missing = new List<string>();
        if (layer.StartOn is null && !engineStarts)
        {
            missing.Add("startOn");
        }

        if (layer.StopOn is null && !engineStarts)
        {
            missing.Add("stopOn");
        }

        if (layer.OnExpiry is null)
        {
            missing.Add("onExpiry");
        }

        owner.Fault($"the clock {layer.Name} ({layer.Path}) has no {string.Join(" and no ", missing)}, neither here nor in the defaults");
        return null;
    }

    /// <summary>A milestone bears the name of the clock that it stops, so that a misspelled one is found and each can be recorded.</summary>
    private static void CheckMilestones(ClockSet set, CheckedJson owner)
    {
        var stopping = set.Rules.SelectMany(rule => rule.StopOn).ToHashSet(StringComparer.Ordinal);
        foreach (var rule in set.Rules)
        {
            foreach (var trigger in rule.StopOn)
            {
                if (ClockTriggers.MilestoneOf(trigger) is { } name && set.Find(name) is null)
                {
                    owner.Fault($"the clock {rule.Name} stops on {trigger}, but the type has no clock {name}");
                }
            }

            foreach (var trigger in rule.StartOn)
            {
                if (ClockTriggers.MilestoneOf(trigger) is not null && !stopping.Contains(trigger))
                {
                    owner.Fault($"the clock {rule.Name} starts on {trigger}, which stops no clock of the type");
                }
            }
        }
    }

    private static void CheckSupervision(ClockSet set, CheckedJson owner, PolicyFrame frame)
    {
        if (frame.Ladder.IsEmpty)
        {
            return;
        }

        var has = set.Find(ClockNames.Supervise) is not null;
        if (frame.Ladder.Contains(Contracts.CaseLevel.Supervision))
        {
            if (!has && !set.Rules.IsEmpty)
            {
                owner.Fault($"the ladder ends in Supervision, but the type has no clock {ClockNames.Supervise}: nothing would happen there");
            }
        }
        else if (has)
        {
            owner.Fault($"the clock {ClockNames.Supervise} is for a ladder with Supervision, which this one lacks");
        }
    }
}
