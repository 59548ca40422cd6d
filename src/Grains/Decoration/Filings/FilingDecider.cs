using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Duties;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Decoration.Filings;

/// <summary>What a decision about a flat's filings must know beside the command.</summary>
/// <param name="Pack">The pack in force.</param>
/// <param name="Territory">The ground.</param>
/// <param name="Scope">What may be done in this flat; null where the pack has no catalogue.</param>
/// <param name="Token">What opens the flat's door page.</param>
public sealed record FilingKnown(PolicyPack Pack, Territory Territory, FilingScope? Scope, string Token);

/// <summary>
/// A flat's filings: works are filed (<see cref="FilingOpening"/>), approved where an office must, inspected (<see cref="FilingInspections"/>)
/// and end with their completion check. Pure.
/// </summary>
public static class FilingDecider
{
    private const int LongestPermit = 100;

    /// <summary>Decides a command.</summary>
    /// <param name="flat">As it stands.</param>
    /// <param name="id">Its id, <c>estate.unit</c>.</param>
    /// <param name="act">The command.</param>
    /// <param name="now">The instant of the decision.</param>
    /// <param name="known">What else must be known.</param>
    public static Verdict Decide(UnitFilings flat, string id, DossierAct act, DateTimeOffset now, FilingKnown known)
    {
        if (known.Pack.Decoration is not { } rules || known.Scope is not { } scope)
        {
            return Refusing.NotOffered;
        }

        if (UnitPlaces.Find(id, known.Territory) is not { } unit)
        {
            return Refusing.With(RefusalCode.UnknownPlace, "The territory has no such flat; name it as estate.unit.");
        }

        var step = new DossierStep<UnitFilings>(flat, now, act.By.Id, known.Pack, act.Command.OccurredAt);
        if (act.Command is FileWorks works)
        {
            return FilingOpening.File(step, works, act.By, unit, known, scope, rules);
        }

        if (act.Command is ScanDoor scan)
        {
            return Scan(step, scan, act.By, unit, known);
        }

        if (act.Command is not FilingCommand command)
        {
            throw new InvalidOperationException($"A filing has no command {act.Command.GetType().Name}.");
        }

        return flat.Find(command.Number) is { } filing
            ? OfFiling(step, filing, command, act.By, known, rules)
            : Refusing.With(RefusalCode.Unknown, "The flat has no filing of this number.");
    }

    private static Verdict OfFiling(
        DossierStep<UnitFilings> step, FilingView filing, FilingCommand command, Actor by, FilingKnown known, DecorationRules rules)
    {
        var unit = step.Dossier.Unit!;
        if (command is EraseFilingContact)
        {
            return UnlessOf(by, unit, known, "erase an owner's contact", FilingRoles.Of(FilingRoles.Erase)) is { } not
                ? new Refused(not)
                : Recorded(step, new FilingContactErased(filing.Number));
        }

        if (!UnitFilings.IsOpen(filing))
        {
            return Refusing.With(RefusalCode.StatusNotAllowed, $"Filing {filing.Number} is over.");
        }

        return command switch
        {
            ApproveFiling approval => Approve(step, filing, approval, by, known, rules),
            RefuseFiling refusal => NotApprove(step, filing, refusal, by, known),
            TellNeighbours told => Tell(step, filing, told, by, known),
            InspectWorks inspection => FilingInspections.Inspect(step, filing, inspection, by, known, rules),
            WithdrawFiling back => Withdraw(step, filing, back, by, known),
            _ => throw new InvalidOperationException($"A filing has no command {command.GetType().Name}."),
        };
    }

    private static Verdict Scan(DossierStep<UnitFilings> step, ScanDoor scan, Actor by, FiledUnit unit, FilingKnown known)
    {
        if (step.Dossier.Unit is null)
        {
            return Refusing.With(RefusalCode.Unknown, "Nothing was ever filed for this flat.");
        }

        if (FilingInspections.UnlessInspector(by, unit, known) is { } refusal)
        {
            return new Refused(refusal);
        }

        return string.Equals(scan.Token, known.Token, StringComparison.Ordinal)
            ? Recorded(step, new DoorScanned())
            : Refusing.With(RefusalCode.InvalidValue, "This is not the card of this door; scan it again.");
    }

    private static Verdict Approve(
        DossierStep<UnitFilings> step, FilingView filing, ApproveFiling approval, Actor by, FilingKnown known, DecorationRules rules)
    {
        var refusal = UnlessWaitsFor(filing, approval.Office)
            ?? UnlessOffice(by, approval.Office, step.Dossier.Unit!, known)
            ?? Refusing.UnlessSaid(approval.Permit, LongestPermit, "permit");
        if (refusal is not null)
        {
            return new Refused(refusal);
        }

        step.Record(new OfficeApproved(filing.Number, approval.Office, approval.Permit));
        if (step.Dossier.Find(filing.Number)!.Offices.All(office => office.Permit is not null))
        {
            step.Answer(FilingClock.Approval(filing.Number));
            FilingInspections.Plan(step, filing, known.Pack, rules);
        }

        return step.Done();
    }

    private static Verdict NotApprove(DossierStep<UnitFilings> step, FilingView filing, RefuseFiling refuse, Actor by, FilingKnown known)
    {
        if ((UnlessWaitsFor(filing, refuse.Office) ?? UnlessOffice(by, refuse.Office, step.Dossier.Unit!, known) ?? Refuse.UnlessReason(refuse.Reason)) is { } refusal)
        {
            return new Refused(refusal);
        }

        step.Answer(FilingClock.Approval(filing.Number));
        step.Record(new FilingRefused(filing.Number, refuse.Office, refuse.Reason));
        return step.Done();
    }

    private static Verdict Tell(DossierStep<UnitFilings> step, FilingView filing, TellNeighbours told, Actor by, FilingKnown known)
    {
        if (filing.State != FilingState.Standing || filing.NeighboursToldAt is not null)
        {
            return Refusing.With(RefusalCode.StatusNotAllowed, "The neighbours are told once, when the filing stands.");
        }

        var refusal = UnlessOf(by, step.Dossier.Unit!, known, "tell the neighbours", FilingRoles.Of(FilingRoles.Tell))
            ?? (filing.Neighbours.Count == 0 ? Refusing.UnlessSaid(told.Said, Refuse.MaxReason, "said") : Refuse.UnlessText(told.Said, Refuse.MaxReason, "said"));
        if (refusal is not null)
        {
            return new Refused(refusal);
        }

        step.Answer(FilingClock.Neighbours(filing.Number));
        step.Record(new NeighboursTold(filing.Number, told.Said));
        return step.Done();
    }

    private static Verdict Withdraw(DossierStep<UnitFilings> step, FilingView filing, WithdrawFiling back, Actor by, FilingKnown known)
    {
        var refusal = UnlessOf(by, step.Dossier.Unit!, known, "withdraw a filing", FilingRoles.Of(FilingRoles.Withdraw))
            ?? Refuse.UnlessReason(back.Reason);
        if (refusal is not null)
        {
            return new Refused(refusal);
        }

        step.Record(new FilingWithdrawn(filing.Number, back.Reason));
        FilingInspections.CancelAll(step, filing.Number);
        return step.Done();
    }

    /// <summary>The flat lies in the actor's area, and they have one of these roles.</summary>
    internal static Refusal? UnlessOf(Actor by, FiledUnit unit, FilingKnown known, string deed, params ReadOnlySpan<Role> roles) =>
        Authority.Refuses(by, Scope.Grid(unit.GridId), known.Territory, deed, roles);

    private static Refusal? UnlessWaitsFor(FilingView filing, string office) =>
        filing.State == FilingState.AwaitingApproval && filing.Offices.Any(one => one.Office == office && one.Permit is null)
            ? null
            : Refuse.With(RefusalCode.StatusNotAllowed, "The filing does not wait for this office.");

    private static Refusal? UnlessOffice(Actor by, string office, FiledUnit unit, FilingKnown known) =>
        by.Role == Role.DepartmentStaff && by.Area == Scope.Department(office)
            ? null
            : UnlessOf(by, unit, known, "answer for this office", FilingRoles.Of(FilingRoles.Answer));

    private static DossierDecision Recorded(DossierStep<UnitFilings> step, Clocks.OwnerEvent happening)
    {
        step.Record(happening);
        return step.Done();
    }
}
