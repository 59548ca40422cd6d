using System.Text.Json;
using System.Text.Json.Nodes;
using Dispatch.Contracts;

namespace Dispatch.Hub.Access;

/// <summary>Leaves out what tells who reported a case, for those who do not need it.</summary>
public static class Masking
{
    /// <summary>Stands for the reporter's name in a history.</summary>
    public const string Reporter = "reporter";

    /// <summary>A case as this actor may see it.</summary>
    public static CaseView For(this CaseView view, Actor actor) =>
        actor.NeedsReporter(view) ? view : view with { Contact = null, ReportedBy = null };

    /// <summary>A line of a case's history as this actor may see it.</summary>
    /// <param name="entry">The line as stored.</param>
    /// <param name="view">The case as stored, not masked.</param>
    /// <param name="actor">Who looks.</param>
    public static HistoryLine For(this HistoryEntry entry, CaseView view, Actor actor)
    {
        var data = JsonNode.Parse(entry.Data) ?? new JsonObject();
        var hidden = !actor.NeedsReporter(view);
        if (hidden)
        {
            Hide(data, view.ReportedBy);
        }

        return new HistoryLine(
            entry.Seq, entry.Event, entry.At, entry.OccurredAt,
            hidden && entry.Actor == view.ReportedBy ? Reporter : entry.Actor,
            JsonSerializer.SerializeToElement(data));
    }

    private static void Hide(JsonNode node, string? reporter)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items.OfType<JsonNode>())
            {
                Hide(item, reporter);
            }
        }
        else if (node is JsonObject fields)
        {
            foreach (var (name, value) in fields.ToList())
            {
                if (name is "contact" or "reportedBy")
                {
                    fields[name] = null;
                }
                else if (value is JsonValue text && reporter is not null && text.TryGetValue(out string? said) && said == reporter)
                {
                    fields[name] = Reporter;
                }
                else if (value is not null)
                {
                    Hide(value, reporter);
                }
            }
        }
    }
}

/// <summary>One line of a case's history on the wire.</summary>
/// <param name="Seq">Counts the events of a case, from 1, without gaps.</param>
/// <param name="Event">The event's name, such as <c>Escalated</c>.</param>
/// <param name="At">When the engine decided it.</param>
/// <param name="OccurredAt">When it really happened, where that differs.</param>
/// <param name="Actor">Who; <see cref="Masking.Reporter"/> for those who need not know who reported.</param>
/// <param name="Data">The event's own fields.</param>
public sealed record HistoryLine(long Seq, string Event, DateTimeOffset At, DateTimeOffset? OccurredAt, string Actor, JsonElement Data);
