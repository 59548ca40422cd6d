using Dispatch.Contracts;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Cases;

/// <summary>
/// What somebody may do with a case, so that no page offers what would be refused. It asks the gate and the table that the decider
/// asks, in the decider's order, and holds no rule of its own.
/// </summary>
public static class Choices
{
    /// <summary>Every command as the actor may give it, with a good body and nothing around it.</summary>
    /// <param name="case">The case.</param>
    /// <param name="version">Its version.</param>
    /// <param name="actor">Who would give them.</param>
    /// <param name="now">When, never before the case's last event: what ran out before that counts as fired, as it does for a command.</param>
    /// <param name="pack">The pack that the case keeps.</param>
    /// <param name="known">Who staffs grid and community.</param>
    public static CaseChoices Of(Case @case, long version, Actor actor, DateTimeOffset now, PolicyPack pack, Known known)
    {
        var step = new CaseStep(CaseFiring.Fire(@case, now, pack, known), pack, known, now, actor.Id, occurredAt: null);
        var outside = CaseGate.UnlessArea(@case, actor);
        var speaks = CommandRoles.SpeaksForOthers(actor.Role) && outside is null;
        return new CaseChoices(version, [.. CommandTable.Rules.Select(Choice)]);

        CommandChoice Choice(CommandRule rule)
        {
            var refusal = CaseGate.UnlessRole(actor, rule.Name) ?? outside ?? rule.Refuses(step, actor);
            return new CommandChoice(rule.Name, refusal is null, speaks && rule.RefusesEverybody(step) is null, refusal?.Code, refusal?.Reason);
        }
    }
}
