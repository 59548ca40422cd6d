using Dispatch.Contracts;
using Dispatch.Grains.Cases.Commands;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Sources;

/// <summary>What another system wrote as the report that opens a case, or why it cannot be taken. Pure.</summary>
internal static class ExternalIntake
{
    /// <summary>Reads one report.</summary>
    /// <param name="sourceId">The source.</param>
    /// <param name="told">What it wrote.</param>
    /// <param name="now">City time.</param>
    /// <param name="pack">The pack in force.</param>
    /// <param name="map">The ground.</param>
    /// <param name="caseId">The case's id by the source's number.</param>
    public static ExternalReading Read(string sourceId, ExternalReport told, DateTimeOffset now, PolicyPack pack, AreaMap map, Func<string, string> caseId)
    {
        var sent = new ExternalReference(sourceId, told.Number, told.ReplyBy);
        if (ExternalCommands.UnlessTaken(sent, now, pack) is { } refusal)
        {
            return new ExternalReading(null, refusal);
        }

        var source = pack.Sources[sourceId];
        if (source.TypeOf(told.Type, pack) is not { } type)
        {
            return new ExternalReading(null, new Refusal(RefusalCode.UnmappedType, "The pack does not say what this type is here; add it to the source's types."));
        }

        var located = Locate(told.Place ?? new PlaceInput(), source, map);
        if (located is not { Place: { } place })
        {
            return new ExternalReading(null, located.Refusal);
        }

        var report = new Report
        {
            CaseId = caseId(told.Number),
            Type = type,
            Description = told.Description,
            Place = place,
            Address = told.Address,
            Contact = told.Contact,
            InProgress = told.InProgress ?? false,
            External = sent,
        };
        return ExternalCommands.UnlessWritten(report) is { } unwritten ? new ExternalReading(null, unwritten) : new ExternalReading(report);
    }

    /// <summary>
    /// A source's coordinates are often those of whoever called or of a city's centre: outside every grid they say nothing of whose
    /// matter it is, and the source waits for an answer all the same.
    /// </summary>
    private static Located Locate(PlaceInput asked, SourceRule source, AreaMap map)
    {
        var located = Locations.Find(map, asked, source.Street);
        return located.Refusal?.Code == RefusalCode.OutsideTerritory ? Locations.Find(map, new PlaceInput(), source.Street) : located;
    }
}
