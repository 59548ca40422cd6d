using System.Collections.Immutable;

namespace Dispatch.Grains.Routing;

/// <summary>
/// Reads a territory from a folder: <c>territory.json</c> and, unless that says <c>"polygons": false</c>,
/// <c>grids.geojson</c>. Whatever is wrong with the files is a <see cref="Fault"/>, all of them in one reading; nothing
/// is guessed, and a territory with a fault is not used.
/// </summary>
public static class TerritoryFile
{
    /// <summary>The file of areas, estates, timetables and people.</summary>
    public const string Areas = "territory.json";

    /// <summary>The file of polygons: a FeatureCollection in WGS 84, each feature with its grid's id as property <c>grid</c>.</summary>
    public const string Polygons = "grids.geojson";

    /// <summary>Reads the folder.</summary>
    public static TerritoryLoad Load(string folder)
    {
        var faults = new List<Fault>();
        using var document = CheckedJson.Open(folder, Areas, faults);
        if (document is null)
        {
            return new TerritoryLoad(null, [.. faults]);
        }

        var draft = new TerritoryDraft(new CheckedJson(document.RootElement, "", faults));
        if (draft.HasPolygons)
        {
            draft.Give(GridPolygons.Read(folder, draft.GridIds, faults));
        }

        return faults.Count > 0
            ? new TerritoryLoad(null, [.. faults])
            : new TerritoryLoad(draft.ToTerritory(), []);
    }
}

/// <summary>What <see cref="TerritoryFile.Load"/> found: a territory, or at least one fault.</summary>
/// <param name="Territory">The territory; null when there are faults.</param>
/// <param name="Faults">Every fault, in the order of the files.</param>
public sealed record TerritoryLoad(Territory? Territory, ImmutableArray<Fault> Faults);
