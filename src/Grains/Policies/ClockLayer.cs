using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Dispatch.Contracts;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Policies;

/// <summary>
/// What one place of a pack says of a clock. Layers lie on each other: the pack's defaults, the type's own, the type's for work
/// in progress; what an upper one leaves open the lower ones answer.
/// </summary>
internal sealed record ClockLayer
{
    private const int LongestName = 48;

    public required string Name { get; init; }

    /// <summary>Where it is written.</summary>
    public required string Path { get; init; }

    /// <summary>A fault was found in it, so nothing more is said about what follows from it.</summary>
    public bool IsBroken { get; private init; }

    /// <summary>Written as null: the type lacks this clock whatever lies below.</summary>
    public bool IsRemoved { get; private init; }

    public Budget? Budget { get; private init; }

    /// <summary>The budget where the type is urgent.</summary>
    public Budget? UrgentBudget { get; private init; }

    public FrozenSet<string>? StartOn { get; private init; }

    public FrozenSet<string>? StopOn { get; private init; }

    public Expiry? OnExpiry { get; private init; }

    public string? Calendar { get; private init; }

    public ImmutableArray<int>? Marks { get; private init; }

    /// <summary>Reads a clock: null, a budget's text, or an object.</summary>
    public static ClockLayer Read(CheckedJson json, string name, PolicyFrame frame)
    {
        var before = json.Faults.Count;
        if (name.Length > LongestName || !CheckedJson.KebabCase().IsMatch(name))
        {
            json.Fault($"a clock's name is kebab-case, at most {LongestName} characters");
        }
        else if (ClockNames.OfConsent.Contains(name) || Cases.SideClocks.IsSide(name))
        {
            json.Fault("this clock is set by the command, not by a pack");
        }

        var layer = new ClockLayer { Name = name, Path = json.Path };
        if (json.IsNull())
        {
            layer = layer with { IsRemoved = true };
        }
        else if (json.Element.ValueKind == JsonValueKind.String)
        {
            layer = layer with { Budget = json.AsBudget() };
        }
        else if (json.IsObjectOf("budget", "urgentBudget", "startOn", "stopOn", "onExpiry", "calendar", "marks"))
        {
            layer = ReadObject(json, layer, frame);
        }

        return layer with { IsBroken = json.Faults.Count != before };
    }

    /// <summary>
    /// This layer on top of another. A budget of this layer's own also hides the lower one's urgent budget: what a type says of
    /// its time beats what the defaults say.
    /// </summary>
    public ClockLayer Over(ClockLayer? lower) => lower is null || IsRemoved
        ? this
        : this with
        {
            IsBroken = IsBroken || lower.IsBroken,
            Budget = Budget ?? lower.Budget,
            UrgentBudget = UrgentBudget ?? (Budget is null ? lower.UrgentBudget : null),
            StartOn = StartOn ?? lower.StartOn,
            StopOn = StopOn ?? lower.StopOn,
            OnExpiry = OnExpiry ?? lower.OnExpiry,
            Calendar = Calendar ?? lower.Calendar,
            Marks = Marks ?? lower.Marks,
        };

    /// <summary>The time that it gives; null where the type lacks it.</summary>
    public Budget? BudgetFor(bool urgent) => IsRemoved ? null : urgent && UrgentBudget is { } own ? own : Budget;

    private static ClockLayer ReadObject(CheckedJson json, ClockLayer layer, PolicyFrame frame)
    {
        layer = layer with
        {
            Budget = json.Has("budget") ? json.Member("budget").AsBudget() : null,
            UrgentBudget = json.Has("urgentBudget") ? json.Member("urgentBudget").AsBudget() : null,
            Marks = json.Has("marks") ? json.AsMarks("marks") : null,
            Calendar = json.Has("calendar") ? frame.CalendarOf(json, "calendar") : null,
            OnExpiry = json.Has("onExpiry") ? ExpiryOf(json.Member("onExpiry"), layer.Name, frame) : null,
        };
        if (layer.UrgentBudget is { IsUrgent: false })
        {
            json.Fault("urgentBudget", "an urgent budget ends in U");
        }

        if (layer.Name is ClockNames.Supervise or ClockNames.Patrol or ClockNames.Console)
        {
            foreach (var member in (ReadOnlySpan<string>)["startOn", "stopOn"])
            {
                if (json.Has(member))
                {
                    json.Fault(member, $"the engine itself starts and stops {layer.Name}");
                }
            }

            return layer with { StartOn = [], StopOn = [] };
        }

        if (json.Has("startOn"))
        {
            layer = layer with { StartOn = json.AsTriggers("startOn", ClockTriggers.CanStart, "a clock starts on a status, an event or a milestone") };
            CheckLevels(json, layer.StartOn ?? [], frame);
        }

        return json.Has("stopOn")
            ? layer with { StopOn = json.AsTriggers("stopOn", ClockTriggers.CanStop, "a clock stops on an event or a milestone") }
            : layer;
    }

    private static void CheckLevels(CheckedJson json, FrozenSet<string> startOn, PolicyFrame frame)
    {
        foreach (var trigger in startOn)
        {
            if (Enum.TryParse<CaseStatus>(trigger, out var status) && status.Level() is { } level && !frame.Ladder.IsEmpty
                && !frame.Ladder.Contains(level))
            {
                json.Fault("startOn", $"{trigger} belongs to the level {level}, which the ladder lacks");
            }
        }
    }

    private static Expiry? ExpiryOf(CheckedJson json, string clock, PolicyFrame frame)
    {
        if (json.AsOneOf<Expiry>(PolicyJson.Kebab) is not { } expiry)
        {
            return null;
        }

        var only = expiry switch
        {
            Expiry.WithdrawOffer => ClockNames.Accept,
            Expiry.NextChecker => ClockNames.Check,
            Expiry.RedCard => ClockNames.Supervise,
            Expiry.Record when clock is not (ClockNames.Patrol or ClockNames.Console) => $"{ClockNames.Patrol} and {ClockNames.Console}",
            _ => clock,
        };
        if (only != clock)
        {
            json.Fault($"{PolicyJson.Kebab(expiry)} is for {only} only");
        }
        else if (clock is ClockNames.Patrol or ClockNames.Console && expiry != Expiry.Record)
        {
            json.Fault($"the expiry of {clock} is {PolicyJson.Kebab(Expiry.Record)}");
        }
        else if (expiry is Expiry.AlarmThenSupervision or Expiry.CardThenSupervision or Expiry.RedCard
            && !frame.Ladder.IsEmpty && !frame.Ladder.Contains(CaseLevel.Supervision))
        {
            json.Fault($"{PolicyJson.Kebab(expiry)} leads to {CaseLevel.Supervision}, which the ladder lacks");
        }

        return expiry;
    }
}
