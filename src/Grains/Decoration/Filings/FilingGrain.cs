using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Decoration.Contacts;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Storage;

namespace Dispatch.Grains.Decoration.Filings;

/// <summary>The filings of one flat.</summary>
public sealed class FilingGrain(DossierDesk desk, IUserReads secrets, IUnitRulings rulings, IContacts contacts)
    : DossierGrain<UnitFilings>(desk, UnitFilings.Kind), IFilingGrain
{
    /// <inheritdoc/>
    protected override async ValueTask<Verdict> Decide(UnitFilings dossier, DossierAct act, DateTimeOffset now)
    {
        var known = new FilingKnown(Pack, Territory, await Scope(), DoorTokens.Of(await secrets.SecretAsync(DoorTokens.Secret), Id));
        var verdict = FilingDecider.Decide(dossier, Id, act, now, known);
        if (verdict is DossierDecision decision)
        {
            await KeepContact((UnitFilings)decision.Dossier, act.Command);
        }

        return verdict;
    }

    /// <inheritdoc/>
    protected override ValueTask<DossierDecision> Fire(UnitFilings dossier, DateTimeOffset now) =>
        new(DossierFiring.Fire(dossier, now, Pack, (step, due) => FilingInspections.Missed(step, due, Pack)));

    /// <inheritdoc/>
    protected override DossierView View(UnitFilings dossier, long version, DateTimeOffset at) => FilingViews.Of(dossier, version, Pack);

    private async ValueTask<FilingScope?> Scope() => Pack.Catalogue is { } catalogue && UnitPlaces.Find(Id, Territory) is { } unit
        ? FilingScope.Of(catalogue.View, await rulings.OfAsync(unit.EstateId, unit.UnitId))
        : null;

    // Before the commit: a filing whose contact was lost could not be called, while a contact without its filing goes away by itself.
    private async ValueTask KeepContact(UnitFilings flat, DossierCommand command)
    {
        if (command is FileWorks works)
        {
            var filing = flat.Filings[^1];
            if (works.Contact is { } contact)
            {
                var days = Pack.Decoration!.Numbers[DecorationNumbers.FilingContactDays];
                await contacts.PutAsync(flat.Unit!.Name, filing.Number, contact, FilingPlan.Morning(filing.To.AddDays(days + 1), Pack));
            }
            else
            {
                await contacts.EraseAsync(flat.Unit!.Name, filing.Number);
            }
        }
        else if (command is EraseFilingContact erase)
        {
            await contacts.EraseAsync(flat.Unit!.Name, erase.Number);
        }
    }
}
