using Dispatch.Contracts.Decoration;

namespace Dispatch.Hub.Decoration.Filings;

/// <summary>Filings for the staff: lists, and what may be done to one.</summary>
internal static class FilingApi
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var filings = app.MapGroup("/api/filings").WithTags("Filings");
        var routes = new DossierRoutes<IFilingGrain, UnitFilingsView>(filings, DossierKinds.Filing, "flat");
        routes.List(
            "The flats of an area that have filings, by id.", "Contacts of owners are in a flat's history only.",
            static (grains, page, at) => grains.UnitDesk().List(page.Area, page.Open, page.After, page.Limit, at));
        routes.Command<FileWorks>("file", "Files works for an owner who has come to the counter; the id is estate.unit.");
        routes.Command<ApproveFiling>("approve", "An office approves what needs its approval.");
        routes.Command<RefuseFiling>("refuse", "An office does not approve; the filing is over.");
        routes.Command<TellNeighbours>("tell-neighbours", "The neighbours were told.");
        routes.Command<ScanDoor>("scan", "You scanned the card at the door: recorded with the time.");
        routes.Command<InspectWorks>("inspect", "An inspection was made; the finish inspection without a fault ends the filing.");
        routes.Command<WithdrawFiling>("withdraw", "The works are not made after all, or are filed anew.");
        routes.Command<EraseFilingContact>("erase-contact", "The owner's contact is erased, as they ask for it.");
    }
}
