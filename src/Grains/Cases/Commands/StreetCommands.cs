using Dispatch.Contracts;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Cases.Commands;

/// <summary>What dispatcher and officers do: assign, accept, arrive, milestones.</summary>
internal static class StreetCommands
{
    public static Refusal? Assign(CaseStep step, Assign command, Actor actor) => Offer(step, command.OfficerIds);

    public static Refusal? Reassign(CaseStep step, Reassign command, Actor actor)
    {
        if (UnlessOfficers(step, command.OfficerIds) is { } refusal)
        {
            return refusal;
        }

        var overruled = step.Case.Offers is { Automatic: true };
        step.Record(new OfferWithdrawn(OfferWithdrawn.Reassigned));
        step.Stop(ClockNames.Accept, ClockState.Cancelled);
        step.Stop(ClockNames.Arrive, ClockState.Cancelled);
        return Offer(step, command.OfficerIds, overruled);
    }

    public static Refusal? Accept(CaseStep step, OfferAccept command, Actor actor)
    {
        AutomaticOffers.PassOverGone(step, acceptedBy: actor.Id);
        if (step.Case.Offers is { Automatic: true })
        {
            // An offer by hand has ended the supervision already; one by the machine answers nothing until a person says yes.
            step.EndSupervision();
        }

        step.Emit(new OfferAccepted(actor.Id));
        step.Enter(CaseStatus.EnRoute);
        return null;
    }

    public static Refusal? Decline(CaseStep step, OfferDecline command, Actor actor)
    {
        if (Refuse.UnlessReason(command.Reason) is { } refusal)
        {
            return refusal;
        }

        step.Emit(new OfferDeclined(actor.Id, command.Reason!));
        AutomaticOffers.FillUp(step, [actor.Id]);
        UnlessAsked(step, OfferWithdrawn.Declined);
        return null;
    }

    public static Refusal? Arrive(CaseStep step, Arrive command, Actor actor)
    {
        step.EndSupervision();
        step.Emit(new Arrived(actor.Id));
        step.Enter(CaseStatus.OnSite);
        return null;
    }

    /// <summary>A clock of the case waits for a milestone.</summary>
    public static Refusal? UnlessMilestones(CaseStep step) =>
        step.Rules.Rules.Any(rule => rule.StopOn.Any(trigger => ClockTriggers.MilestoneOf(trigger) is not null) && step.Case.FindClock(rule.Name) is { IsOpen: true })
            ? null
            : NoSuchMilestone();

    public static Refusal? RecordMilestone(CaseStep step, RecordMilestone command, Actor actor)
    {
        var trigger = MilestoneRecorded.MilestoneTrigger(command.Milestone);
        var waiting = step.Rules.Rules.Where(rule => rule.StopOn.Contains(trigger))
            .Select(rule => step.Case.FindClock(rule.Name)).Where(clock => clock is { IsOpen: true }).ToList();
        if (waiting.Count == 0)
        {
            return NoSuchMilestone();
        }

        if (waiting.Any(clock => clock!.State == ClockState.Missed))
        {
            step.EndSupervision();
        }

        step.Emit(new MilestoneRecorded(command.Milestone));
        step.PassOn();
        return null;
    }

    /// <summary>Nobody is asked any more: the offer is withdrawn.</summary>
    public static void UnlessAsked(CaseStep step, string reason)
    {
        if (step.Case.OfficerIds.IsEmpty)
        {
            step.Stop(ClockNames.Accept, ClockState.Cancelled);
            Withdraw(step, reason);
        }
    }

    /// <summary>Nobody took the offer: others are asked, or it goes back to the dispatcher and the captain is told.</summary>
    public static void Withdraw(CaseStep step, string reason)
    {
        step.Record(new OfferWithdrawn(reason));
        if (!AutomaticOffers.Are(step))
        {
            step.Record(new CaptainAlarmed(ClockNames.Accept));
        }

        step.Enter(CaseStatus.AwaitingDispatch);
    }

    private static Refusal NoSuchMilestone() =>
        Refuse.With(RefusalCode.UnknownMilestone, "No clock of this case waits for that milestone; the catalogue lists those of its type.");

    private static Refusal? Offer(CaseStep step, IReadOnlyList<string> officerIds, bool overruled = false)
    {
        if (UnlessOfficers(step, officerIds) is { } refusal)
        {
            return refusal;
        }

        step.EndSupervision();
        step.Emit(new Assigned([.. officerIds])
        {
            Round = step.Pack.Offers is { Automatic: true } ? step.Case.Offers?.Round ?? 0 : null,
            Overruled = overruled ? true : null,
        });
        step.Enter(CaseStatus.Offered);
        return null;
    }

    private static Refusal? UnlessOfficers(CaseStep step, IReadOnlyList<string>? officerIds)
    {
        if (officerIds is null || Refuse.UnlessIds(officerIds, "officerIds") is { } || officerIds.Distinct(StringComparer.Ordinal).Count() != officerIds.Count)
        {
            return Refuse.With(RefusalCode.InvalidValue, "Name each officer once, at most 20.");
        }

        var least = step.Pack.Types[step.Case.Type].MinOfficers;
        if (officerIds.Count < least)
        {
            return Refuse.With(RefusalCode.TooFewOfficers, $"This type is visited by {least} officers at least.");
        }

        return officerIds.FirstOrDefault(id => !step.Known.Officers.Contains(id)) is { } unknown
            ? Refuse.With(RefusalCode.UnknownOfficer, $"{unknown} is no officer of this street's team.")
            : null;
    }
}
