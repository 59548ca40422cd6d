using Dispatch.Contracts;
using Dispatch.Grains.Notices;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Sources;
using Dispatch.Grains.Storage;

namespace Dispatch.Grains.Cases;

/// <summary>A decision as the one commit that stores it.</summary>
public static class CaseCommit
{
    /// <summary>Everything that the decision changes, together.</summary>
    /// <param name="owner">The case's scope.</param>
    /// <param name="before">The case before; null for a report.</param>
    /// <param name="decision">What was decided.</param>
    /// <param name="version">The version that it was decided on.</param>
    /// <param name="number">The number it has; empty for a report.</param>
    /// <param name="pack">The pack that the case keeps.</param>
    /// <param name="envelope">The command; null for a firing.</param>
    public static Commit Of(Scope owner, Case? before, Decision decision, long version, string number, PolicyPack pack, CommandEnvelope? envelope)
    {
        var after = decision.Case;
        return new Commit
        {
            Owner = owner,
            ExpectedVersion = version,
            Snapshot = CaseJson.Snapshot(after),
            Columns = CaseViews.Columns(after, pack),
            Events = [.. decision.Events.Select(CaseJson.Record)],
            Deadlines = CaseFiring.Deadlines(after, pack),
            Feed = [new FeedChange(after.Place.StreetId, CaseViews.View(after, number, version + 1, pack).AsRow(), Gone: !after.IsOpen)],
            Command = envelope is null ? null : new CommandMark(envelope.Actor.Id, envelope.Key, envelope.BodyHash),
            NumberYear = before is null ? TimeZoneInfo.ConvertTime(after.OpenedAt, pack.StreetCalendar.Zone).Year : null,
            Number = before is null ? null : number,
            Notices = NoticeRules.Of(before, decision, pack).With(SourceNotices.Of(before, decision, version + 1)),
        };
    }
}
