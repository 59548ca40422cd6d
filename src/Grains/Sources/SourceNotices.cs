using System.Text.Json;
using System.Text.Json.Serialization;
using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Storage;

namespace Dispatch.Grains.Sources;

/// <summary>
/// What the system that a case came from is to be told: how the case stands, as often as that changes, and each reply. A state that was
/// not delivered yet gives way to the next, and so does a reply.
/// </summary>
public static class SourceNotices
{
    private const string StateCause = "source-state";
    private const string ReplyCause = "source-reply";

    /// <summary>What a step tells.</summary>
    /// <param name="before">The case before; null for a report, whose sender has the answer already.</param>
    /// <param name="decision">What was decided.</param>
    /// <param name="version">The version that it makes, by which a receiver orders what it hears.</param>
    public static NoticeChanges Of(Case? before, Decision decision, long version)
    {
        if (before is null || decision.Case.External is not { } external)
        {
            return NoticeChanges.None;
        }

        var (gone, opened, at) = (new List<string>(), new List<NewNotice>(), decision.Events[^1].At);
        if (StateOf(decision.Case) is var state && state != StateOf(before))
        {
            var reason = decision.Events.Select(happened => happened.Event).OfType<Rejected>().LastOrDefault()?.Reason;
            Tell(StateCause, new SourcePayload(external.Number, "state", state, reason, version, at));
        }

        if (decision.Events.Select(happened => happened.Event).OfType<ExternalReplied>().LastOrDefault(reply => !reply.Automatic) is { } replied)
        {
            Tell(ReplyCause, new SourcePayload(external.Number, "reply", state, replied.Text, version, at));
        }

        return new NoticeChanges(gone, opened);

        void Tell(string cause, SourcePayload payload)
        {
            gone.Add(cause);
            opened.Add(new NewNotice { Receiver = NoticeReceiver.System(external.Source), Cause = cause, At = at, Payload = payload.ToJson() });
        }
    }

    /// <summary>How a case stands, in the few words that another system understands.</summary>
    public static string StateOf(Case @case) => @case.Status switch
    {
        CaseStatus.PreControl or CaseStatus.EnRoute or CaseStatus.OnSite => "accepted",
        CaseStatus.AwaitingCheck => "resolved",
        CaseStatus.Suspended => "suspended",
        CaseStatus.Closed => "closed",
        CaseStatus.Rejected => "rejected",
        CaseStatus.Merged => "merged",
        _ => "received",
    };
}

/// <summary>What a source is told, without personal data.</summary>
/// <param name="Number">Its own number.</param>
/// <param name="What"><c>state</c> or <c>reply</c>.</param>
/// <param name="State">How the case stands: <c>received</c>, <c>accepted</c>, <c>resolved</c>, <c>suspended</c>, <c>closed</c>, <c>rejected</c>, <c>merged</c>.</param>
/// <param name="Text">The reply, or why the case was rejected; null otherwise.</param>
/// <param name="Version">Grows with everything that happens to the case.</param>
/// <param name="At">When, city time.</param>
public sealed record SourcePayload(
    string Number, string What, string State, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Text, long Version, DateTimeOffset At)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
    };

    /// <summary>As it is stored, and sent.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Options);
}
