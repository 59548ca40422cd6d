using Dispatch.Contracts;
using Dispatch.Hub.Access;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.Cases;
using Dispatch.Hub.City;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.Reports;

/// <summary>How a report becomes a case, whichever page it came from.</summary>
internal static class ReportOpening
{
    /// <summary>Opens the case, shown as whoever reports sees it, or says why not.</summary>
    /// <param name="grains">The city.</param>
    /// <param name="actor">Who reports.</param>
    /// <param name="said">What; it has no fault.</param>
    /// <param name="body">As it came.</param>
    /// <param name="key">Its idempotency key.</param>
    /// <param name="now">City time.</param>
    /// <param name="behind">How far behind the city the device's clock is; zero where it is right.</param>
    public static async Task<Parsed<CaseView>> OpenAsync(
        IGrainFactory grains, Actor actor, ReportBody said, CommandBody body, string key, DateTimeOffset now, TimeSpan behind)
    {
        var located = await grains.Places().Locate(said.Place ?? new PlaceInput());
        if (located is not { Place: { } place })
        {
            return located.Refusal!.AsProblem();
        }

        var id = await grains.Users().CaseIdFor(actor.Id, key);
        var duplicates = await grains.Grid(place.GridId).Place(new Sighting(id, said.Type, place, now));
        var answer = await grains.Case(id).Execute(CommandApi.Envelope(actor, said.At(id, place, duplicates), body, key, now, behind));
        return CommandApi.Answer(answer, actor) is { } problem ? problem : answer.View!.For(actor);
    }
}
