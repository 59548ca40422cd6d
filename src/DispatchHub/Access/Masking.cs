using System.Text.Json;
using System.Text.Json.Nodes;
using Dispatch.Contracts;

namespace Dispatch.Hub.Access;

/// <summary>
/// Leaves out what tells who reported a case, and what is known of the officers who were asked for it or are on site, for those who do not need it.
/// </summary>
public static class Masking
{
    private static readonly string[] OfTeam = ["Assigned", "OfferPassedOn", "OfferPassedOver", "OffersEnded", "AlarmRaised", "AlarmAcknowledged"];

    /// <summary>Stands for the reporter's name in a history and beside photos.</summary>
    public const string Reporter = "reporter";

    /// <summary>A case as this actor may see it.</summary>
    public static CaseView For(this CaseView view, Actor actor) =>
        actor.NeedsReporter(view) ? view.TeamFor(actor) : view.TeamFor(actor) with
        {
            Contact = null,
            ReportedBy = null,
            Assists = [.. view.Assists.Select(assist => assist.By == view.ReportedBy ? assist with { By = Reporter } : assist)],
            Evidence = [.. view.Evidence.Select(piece => piece.By == view.ReportedBy ? piece with { By = Reporter } : piece)],
        };

    /// <summary>A line of a case's history as this actor may see it.</summary>
    /// <param name="entry">The line as stored.</param>
    /// <param name="view">The case as stored, not masked.</param>
    /// <param name="actor">Who looks.</param>
    public static HistoryLine For(this HistoryEntry entry, CaseView view, Actor actor)
    {
        var data = JsonNode.Parse(entry.Data);
        var hidden = !actor.NeedsReporter(view);
        if (hidden)
        {
            data = WithoutReporter(data, view.ReportedBy);
        }

        if (!actor.NeedsTeam() && OfTeam.Contains(entry.Event))
        {
            WithoutTeam(data);
        }

        return new HistoryLine(
            entry.Seq, entry.Event, entry.At, entry.OccurredAt,
            hidden && entry.Actor == view.ReportedBy ? Reporter : entry.Actor,
            JsonSerializer.SerializeToElement(data));
    }

    /// <summary>The links of a case as this actor may see them.</summary>
    /// <param name="links">The links.</param>
    /// <param name="view">The case as stored, not masked.</param>
    /// <param name="actor">Who looks.</param>
    public static AnswerLinks For(this AnswerLinks links, CaseView view, Actor actor) => actor.NeedsReporter(view)
        ? links
        : links with { Items = [.. links.Items.Select(link => link.By is { } by && by == view.ReportedBy ? link with { By = Reporter } : link)] };

    private static CaseView TeamFor(this CaseView view, Actor actor) => actor.NeedsTeam() ? view : view with { Offers = null, Safety = view.Safety?.AsRow() };

    /// <summary>
    /// Takes away why these officers were asked and others were not, which tells of their duty, their load and where they were, and the words
    /// and whereabouts of an alarm.
    /// </summary>
    private static void WithoutTeam(JsonNode? data)
    {
        if (data is JsonObject fields)
        {
            foreach (var name in new[] { "ranking", "why", "leftOut", "where", "what", "said" })
            {
                fields.Remove(name);
            }
        }
    }

    /// <summary>A copy of an event's fields, at whatever depth, without contact and without the reporter's name.</summary>
    private static JsonNode? WithoutReporter(JsonNode? data, string? reporter) => data switch
    {
        JsonObject fields => new JsonObject(fields.Select(field => KeyValuePair.Create(
            field.Key, field.Key is "contact" or "reportedBy" ? null : WithoutReporter(field.Value, reporter)))),
        JsonArray items => new JsonArray([.. items.Select(item => WithoutReporter(item, reporter))]),
        JsonValue value when reporter is not null && value.TryGetValue(out string? text) && text == reporter => Reporter,
        _ => data?.DeepClone(),
    };
}

/// <summary>One line of a case's history on the wire.</summary>
/// <param name="Seq">Counts the events of a case, from 1, without gaps.</param>
/// <param name="Event">The event's name, such as <c>Escalated</c>.</param>
/// <param name="At">When the engine decided it.</param>
/// <param name="OccurredAt">When it really happened, where that differs.</param>
/// <param name="Actor">Who; <see cref="Masking.Reporter"/> for those who need not know who reported.</param>
/// <param name="Data">The event's own fields.</param>
public sealed record HistoryLine(long Seq, string Event, DateTimeOffset At, DateTimeOffset? OccurredAt, string Actor, JsonElement Data);
