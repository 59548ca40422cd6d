using System.Text.Json;
using System.Text.Json.Nodes;
using Dispatch.Contracts;
using Dispatch.Grains.Storage;

namespace Dispatch.Silo.Storage.Auditing;

/// <summary>Checks one owner against its own events and deadlines.</summary>
internal sealed class OwnerAudit(
    AuditedOwner owner, List<StoredEvent> events, List<Deadline> deadlines, IOwnerFold? fold, AuditReport report)
{
    /// <summary>The event of a command that was given in time and came after the firing.</summary>
    private const string Answer = "EscalationAnswered";

    private readonly string _kind = owner.Id[..Math.Max(0, owner.Id.IndexOf(':', StringComparison.Ordinal))];

    public void Run()
    {
        report.Events += events.Count;
        CheckOrder();
        CheckFirings();
        CheckFooting();
        CheckFold();
    }

    private void CheckOrder()
    {
        for (var i = 0; i < events.Count; i++)
        {
            if (events[i].Seq != i + 1)
            {
                Found("event-gap", $"Event {i + 1} is missing; {events[i].Seq} comes next.");
                break;
            }
        }

        if (owner.LastSeq != (events.Count == 0 ? 0 : events[^1].Seq))
        {
            Found("event-count", $"The owner counts {owner.LastSeq} events and the last stored is {(events.Count == 0 ? 0 : events[^1].Seq)}.");
        }

        var version = 0L;
        foreach (var stored in events)
        {
            if (stored.Version != version && stored.Version != version + 1)
            {
                Found("version-gap", $"Event {stored.Seq} has version {stored.Version} after {version}.");
            }

            version = stored.Version;
        }

        if (version != owner.Version)
        {
            Found("version-differs", $"The owner is at version {owner.Version} and its last event at {version}.");
        }
    }

    /// <summary>A mark of a generation fires once, strictly after its due instant, and not after its clock was stopped.</summary>
    private void CheckFirings()
    {
        var fired = new HashSet<(string, long, long)>();
        var stopped = new HashSet<(string, long)>();
        var answered = new HashSet<(string, long)>();
        foreach (var stored in events)
        {
            if (stored.Event.Name == Answer)
            {
                CheckAnswer(stored, fired, answered);
                continue;
            }

            var firing = StoredFlags.IsFiring(stored.Event.Name);
            if (!firing && stored.Event.Name != "ClockStopped" || ClockMark.Read(stored.Event.Data) is not { } mark)
            {
                if (firing)
                {
                    Found("firing-unreadable", $"Event {stored.Seq} does not say which clock, generation and mark fired.");
                }

                continue;
            }

            if (!firing)
            {
                stopped.Add((mark.Clock, mark.Generation));
                continue;
            }

            CheckFiring(stored, mark, fired.Add((mark.Clock, mark.Generation, mark.Mark)), stopped.Contains((mark.Clock, mark.Generation)));
        }
    }

    /// <summary>A firing that was later excused is still one firing: the answer refers to it, and each has one at most.</summary>
    private void CheckAnswer(StoredEvent stored, HashSet<(string, long, long)> fired, HashSet<(string, long)> answered)
    {
        if (ClockMark.Read(stored.Event.Data) is not { } mark || !fired.Contains((mark.Clock, mark.Generation, 100)))
        {
            Found("answer-without-firing", $"Event {stored.Seq} answers a deadline that never fired.");
        }
        else if (!answered.Add((mark.Clock, mark.Generation)))
        {
            Found("answered-twice", $"Event {stored.Seq}: {mark.Clock}, generation {mark.Generation}, was answered before.");
        }
        else
        {
            report.Excused++;
        }
    }

    private void CheckFiring(StoredEvent stored, ClockMark mark, bool first, bool afterStop)
    {
        var what = $"Event {stored.Seq}: {mark.Clock}, generation {mark.Generation}, mark {mark.Mark}";
        if (first)
        {
            report.Fired++;
            report.Missed += mark.Mark == 100 ? 1 : 0;
        }
        else
        {
            report.Doubled++;
            Found("fired-twice", $"{what} fired before.");
        }

        if (afterStop)
        {
            Found("fired-after-stop", $"{what} fired although its clock had been stopped.");
        }

        if (mark.DueAt is { } dueAt && mark.FiredAt is { } firedAt && firedAt <= dueAt)
        {
            Found("fired-early", $"{what} fired at {firedAt:O}, when it was still in time (due {dueAt:O}).");
        }
    }

    private void CheckFooting()
    {
        if (!owner.Open)
        {
            if (deadlines.Count > 0)
            {
                Found("deadline-of-closed", $"It is closed and has {deadlines.Count} deadlines.");
            }

            return;
        }

        if (!owner.IsCase)
        {
            return;
        }

        report.Count(owner.Footing);
        if (owner.Footing is Footing.None or Footing.Without)
        {
            Found("nothing-moves-it", "It is open, and no clock runs, it is not suspended, not on the last rung and not of an unclocked type.");
        }
        else if (owner.Footing == Footing.Clocked && deadlines.Count == 0)
        {
            Found("clock-without-deadline", "It is open under a running clock and has no deadline.");
        }
    }

    private void CheckFold()
    {
        if (fold is null)
        {
            return;
        }

        if (fold.Replay(_kind, events) is { } replayed && !SameJson(replayed, owner.Snapshot))
        {
            Found("snapshot-differs", "Its events make another state than the one stored.");
        }

        if (fold.Deadlines(_kind, owner.Snapshot) is not { } expected)
        {
            return;
        }

        foreach (var missing in expected.Except(deadlines))
        {
            report.Lost++;
            Found("deadline-missing", $"{missing.Clock}, generation {missing.Generation}, mark {missing.Mark}, due {missing.DueAt:O}, has no row.");
        }

        foreach (var extra in deadlines.Except(expected))
        {
            Found("deadline-unexpected", $"{extra.Clock}, generation {extra.Generation}, mark {extra.Mark}, has a row and does not run.");
        }
    }

    private void Found(string code, string detail) => report.Add(code, owner.Id, detail);

    private static bool SameJson(string one, string other) =>
        one == other || JsonNode.DeepEquals(JsonNode.Parse(one), JsonNode.Parse(other));
}

/// <summary>What a firing or a stop says about itself.</summary>
internal sealed record ClockMark(string Clock, long Generation, long Mark, DateTimeOffset? DueAt, DateTimeOffset? FiredAt)
{
    /// <summary>Null where the data has no clock or no generation.</summary>
    public static ClockMark? Read(string data)
    {
        using var json = JsonDocument.Parse(data);
        var root = json.RootElement;
        return root.TryGetProperty("clock", out var clock) && clock.ValueKind == JsonValueKind.String
            && root.TryGetProperty("generation", out var generation) && generation.TryGetInt64(out var number)
            ? new ClockMark(
                clock.GetString()!,
                number,
                root.TryGetProperty("mark", out var mark) && mark.TryGetInt64(out var percent) ? percent : 0,
                Instant(root, "dueAt"),
                Instant(root, "firedAt"))
            : null;
    }

    private static DateTimeOffset? Instant(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.TryGetDateTimeOffset(out var instant)
            ? instant
            : null;
}
