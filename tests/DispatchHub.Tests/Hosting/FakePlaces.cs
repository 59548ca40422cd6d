using Dispatch.Contracts;

namespace Dispatch.Hub.Tests.Hosting;

/// <summary>The ground of the two streets: everything lies in the first grid, and beyond 80° north nothing does.</summary>
internal sealed class FakePlaces : IPlaceGrain
{
    public Task<Located> Locate(PlaceInput place) => Task.FromResult(place.Lat is > 80
        ? new Located(null, new Refusal(RefusalCode.OutsideTerritory, "This place lies outside the territory; name a grid."))
        : new Located(FakeCity.View("any").Place with { Lat = place.Lat, Lon = place.Lon, Estate = place.Estate, Building = place.Building, Unit = place.Unit }));

    public Task<bool> IsWithin(Scope inner, Scope outer) => Task.FromResult(inner == outer && inner.Id != "nowhere");

    public Task<IReadOnlyList<Text?>> NamesOf(IReadOnlyList<Scope> areas) =>
        Task.FromResult<IReadOnlyList<Text?>>([.. areas.Select(area => Text.Same($"named {area.Id}"))]);

    public Task<string?> StreetOf(Scope? area) => Task.FromResult<string?>(area?.Id is "haichang" or "nanmen" or "nanmen-01" ? "haichang" : "xiashi");

    public Task<IReadOnlyList<string>> Streets() => Task.FromResult<IReadOnlyList<string>>(["xiashi", "haichang"]);

    public Task<IReadOnlyList<string>> GridsIn(Scope scope) => Task.FromResult<IReadOnlyList<string>>(scope.Id switch
    {
        "xiashi" or "xishan" or "xishan-01" => ["xishan-01"],
        "haichang" or "nanmen" or "nanmen-01" => ["nanmen-01"],
        _ => [],
    });

    public Task<TerritoryText?> Ground(Scope? area, string? knownTag) => Task.FromResult(area is { Id: "nowhere" }
        ? null
        : new TerritoryText("t1", knownTag is "t1" ? null : $$$"""{"street":{"id":"{{{area?.Id ?? "xiashi"}}}"}}"""));
}
