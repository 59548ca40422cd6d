using System.Globalization;
using System.Text.Json;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Clocks;

/// <summary>The kinds of value that calendars are written in; a wrong one is a fault and null.</summary>
internal static class CalendarJson
{
    /// <summary>A member that is a date.</summary>
    public static DateOnly? Date(this CheckedJson json, string member)
    {
        if (json.Has(member))
            return json.Member(member).AsDate();
        json.Fault(member, "is missing");
        return null;
    }

    /// <summary>A date.</summary>
    public static DateOnly? AsDate(this CheckedJson json)
    {
        if (json.Element.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(
            json.Element.GetRawText().Trim('"'), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        json.Fault("expected a date such as 2026-10-01");
        return null;
    }

    /// <summary>A member that is a year.</summary>
    public static int? Year(this CheckedJson json, string member)
    {
        if (json.Has(member))
            return json.Member(member).AsYear();
        json.Fault(member, "is missing");
        return null;
    }

    /// <summary>A year that calendars are computed for.</summary>
    public static int? AsYear(this CheckedJson json)
    {
        if (json.Element.ValueKind == JsonValueKind.Number && json.Element.TryGetInt32(out var year)
            && year is >= LocalTimeline.FirstYear and <= LocalTimeline.LastYear)
            return year;
        json.Fault($"expected a year from {LocalTimeline.FirstYear} to {LocalTimeline.LastYear}");
        return null;
    }
}
