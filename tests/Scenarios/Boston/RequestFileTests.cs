using Dispatch.Contracts;
using Dispatch.Hub.Requests;

namespace Dispatch.Scenarios.Boston;

public class RequestFileTests
{
    private const string Header = "CASE_ENQUIRY_ID,OPEN_DT,TARGET_DT,CLOSED_DT,OnTime_Status,TYPE,neighborhood,ward,precinct,LATITUDE,LONGITUDE,Location";

    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    [Fact]
    public void A_row_is_read_in_local_time()
    {
        var request = Read("7,05/18/2015 12:43:00 AM,05/20/2015 08:30:00 AM,,OVERDUE,Zoning,Beacon Hill,Ward 3,306.0,42.361,-71.0647,156 Cambridge St", out _);

        Assert.Equal(
            new ServiceRequest
            {
                Id = "7",
                Type = "Zoning",
                OpenedAt = new DateTimeOffset(2015, 5, 18, 0, 43, 0, TimeSpan.FromHours(-4)),
                TargetAt = new DateTimeOffset(2015, 5, 20, 8, 30, 0, TimeSpan.FromHours(-4)),
                Neighbourhood = "Beacon Hill",
                Ward = 3,
                Precinct = 306,
                Lat = 42.361,
                Lon = -71.0647,
                Address = "156 Cambridge St",
            },
            Assert.Single(request));
    }

    [Theory]
    [InlineData("Ward 9")]
    [InlineData("09")]
    [InlineData("9")]
    public void Three_spellings_of_a_ward_are_one(string ward) =>
        Assert.Equal(9, Assert.Single(Read($"7,05/18/2015 12:43:00 AM,,,,Zoning,Roxbury,{ward},,,,", out _)).Ward);

    [Fact]
    public void City_Halls_own_point_means_no_location()
    {
        var request = Assert.Single(Read("7,05/18/2015 12:43:00 AM,,,,Zoning, , ,,42.3594,-71.0587,", out _));

        Assert.Null(request.Lat);
        Assert.Null(request.Lon);
        Assert.Null(request.Neighbourhood);
        Assert.Null(request.Ward);
    }

    [Theory]
    [InlineData(",05/18/2015 12:43:00 AM,,,,Zoning,,,,,,", SkippedRows.MissingId)]
    [InlineData("7,05/18/2015 12:43:00 AM,,,, ,,,,,,", SkippedRows.MissingType)]
    [InlineData("7,,,,,Zoning,,,,,,", SkippedRows.MissingOpening)]
    [InlineData("7,18/05/2015 12:43:00 AM,,,,Zoning,,,,,,", SkippedRows.InvalidTime)]
    [InlineData("7,05/18/2015 12:43:00 AM,soon,,,Zoning,,,,,,", SkippedRows.InvalidTime)]
    [InlineData("7,05/18/2015 12:43:00 AM,,02/30/2015 10:00:00 AM,,Zoning,,,,,,", SkippedRows.InvalidTime)]
    [InlineData("7,03/08/2015 02:30:00 AM,,,,Zoning,,,,,,", SkippedRows.NonexistentTime)]
    [InlineData("7,11/01/2015 01:30:00 AM,,,,Zoning,,,,,,", SkippedRows.AmbiguousTime)]
    [InlineData("7,05/18/2015 12:43:00 AM,,,,Zoning", SkippedRows.Malformed)]
    [InlineData("7,05/18/2015 12:43:00 AM,,,,Zo\"ning,,,,,,", SkippedRows.Malformed)]
    public void A_dirty_row_is_counted_by_its_reason_and_the_next_one_is_read(string row, string reason)
    {
        var requests = Read($"{row}\n8,05/18/2015 12:43:00 AM,,,,Zoning,,,,,,", out var skipped);

        Assert.Equal("8", Assert.Single(requests).Id);
        Assert.Equal([KeyValuePair.Create(reason, 1)], skipped.Counts);
    }

    [Fact]
    public void The_second_row_of_an_id_is_left_out()
    {
        var requests = Read("7,05/18/2015 12:43:00 AM,,,,Zoning,,,,,,\n7,05/19/2015 12:43:00 AM,,,,Zoning,,,,,,", out var skipped);

        Assert.Equal(18, Assert.Single(requests).OpenedAt.Day);
        Assert.Equal(1, skipped.Counts[SkippedRows.DuplicateId]);
    }

    [Fact]
    public void A_quote_that_is_never_closed_ends_the_reading_and_is_counted()
    {
        var requests = Read("8,05/18/2015 12:43:00 AM,,,,Zoning,,,,,,\n7,05/18/2015 12:43:00 AM,,,,\"" + new string('x', 2_000_000), out var skipped);

        Assert.Equal("8", Assert.Single(requests).Id);
        Assert.Equal(1, skipped.Counts[SkippedRows.Malformed]);
    }

    [Fact]
    public void Characters_that_a_store_refuses_are_left_out_of_an_address() => Assert.Equal(
        "1 Main St",
        Assert.Single(Read("7,05/18/2015 12:43:00 AM,,,,Zoning,,,,,,1 Main\0 St\u0007", out _)).Address);

    private static List<ServiceRequest> Read(string rows, out SkippedRows skipped)
    {
        skipped = new SkippedRows();
        using var text = new StringReader($"{Header}\n{rows}\n");
        return [.. RequestFile.Read(text, "test.csv", NewYork, skipped)];
    }
}
