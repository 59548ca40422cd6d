using Dispatch.Contracts;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Storage;

namespace Dispatch.Grains.Duties;

/// <summary>A decision about a duty as the one commit that stores it. It concerns no case, so no feed tells of it.</summary>
public static class DutyCommit
{
    /// <summary>Everything that the decision changes, together.</summary>
    /// <param name="owner">The grid's or community's scope.</param>
    /// <param name="columns">Where it lies.</param>
    /// <param name="decision">What was decided.</param>
    /// <param name="version">The version that it was decided on.</param>
    /// <param name="pack">The pack in force.</param>
    /// <param name="command">By what a repeat of the command is known; null for what nobody repeats.</param>
    public static Commit Of(Scope owner, OwnerColumns columns, DutyDecision decision, long version, PolicyPack pack, CommandMark? command) => new()
    {
        Owner = owner,
        ExpectedVersion = version,
        Snapshot = DutyJson.Snapshot(decision.Duty),
        Columns = columns,
        Events = [.. decision.Events.Select(DutyJson.Record)],
        Deadlines = DutyDecider.Deadlines(decision.Duty, pack),
        Feed = [],
        Command = command,
    };
}
