using CsvHelper;

namespace Dispatch.Hub.Requests;

/// <summary>Where the columns stand, under their names in both header styles that the City of Boston has used. Case does not matter.</summary>
internal sealed record RequestColumns
{
    public required int Id { get; init; }

    public required int Type { get; init; }

    public required int Opened { get; init; }

    public required int Target { get; init; }

    public required int Closed { get; init; }

    public int? OnTime { get; init; }

    public int? Neighbourhood { get; init; }

    public int? Ward { get; init; }

    public int? Precinct { get; init; }

    public int? Lat { get; init; }

    public int? Lon { get; init; }

    public int? Location { get; init; }

    /// <summary>The columns of a file.</summary>
    /// <exception cref="RequestFileException">A column that nothing can be done without is missing.</exception>
    public static RequestColumns Of(CsvReader csv, string name)
    {
        var missing = new List<string>();
        var columns = new RequestColumns
        {
            Id = Needed("case_enquiry_id"),
            Type = Needed("type"),
            Opened = Needed("open_dt"),
            Target = Needed("target_dt"),
            Closed = Needed("closed_dt"),
            OnTime = Find("ontime_status") ?? Find("ontime"),
            Neighbourhood = Find("neighborhood"),
            Ward = Find("ward"),
            Precinct = Find("precinct"),
            Lat = Find("latitude"),
            Lon = Find("longitude"),
            Location = Find("location"),
        };
        return missing.Count == 0
            ? columns
            : throw new RequestFileException($"The file {name} is no CSV of service requests: its first line lacks {string.Join(", ", missing)}.");

        int? Find(string column) => csv.TryGetFieldIndex(column, out var index) ? index : null;

        int Needed(string column)
        {
            if (Find(column) is { } index)
            {
                return index;
            }

            missing.Add(column);
            return -1;
        }
    }
}
