using System.Text.Json;
using System.Text.Json.Nodes;
using Dispatch.Contracts;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.Cases;
using Microsoft.OpenApi;

namespace Dispatch.Hub.Hosting;

/// <summary>The forms of the query parameters and of the headers, for the OpenAPI document.</summary>
internal static class QueryParameterForms
{
    /// <summary>A query parameter by its name.</summary>
    public static OpenApiParameter Of(string name) => name switch
    {
        "scope" => Query(name, "A part of the city, written kind:id.", new OpenApiSchema { Type = JsonSchemaType.String, Examples = ["street:xiashi"] }),
        "area" => Query(name, "A street, community or grid, written kind:id.", new OpenApiSchema { Type = JsonSchemaType.String, Examples = ["community:xishan"] }),
        "version" => Query(name, "A version of the policy pack; the one in force without it.", Text(TextLimits.Name)),
        "adoption" => Query(name, "The id of an adopted policy pack.", Text(Contracts.Scope.MaxIdLength)),
        "status" => Query(name, "One status.", new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Enum = [.. Enum.GetNames<CaseStatus>().Select(status => (JsonNode)status)],
        }),
        "type" => Query(name, "One type's code.", Text(TextLimits.Name)),
        "estate" => Query(name, "An estate's id.", Text(Contracts.Scope.MaxIdLength)),
        "building" => Query(name, "A building of the estate.", Text(TextLimits.Name)),
        "unit" => Query(name, "A unit (flat) of the building.", Text(TextLimits.Name)),
        "gridId" => Query(name, "A grid's id.", Text(Contracts.Scope.MaxIdLength)),
        "lat" => Query(name, "Latitude in degrees.", Degrees("-90", "90")),
        "lon" => Query(name, "Longitude in degrees.", Degrees("-180", "180")),
        "crs" => Query(name, "'wgs84', also without it, or 'gcj02'.", new OpenApiSchema { Type = JsonSchemaType.String, Enum = ["wgs84", "gcj02"] }),
        "overdue" => Query(name, "Open, with a clock that was missed and not answered since.", new OpenApiSchema { Type = JsonSchemaType.Boolean }),
        "q" => Query(name, "Text in number, place, address or description.", Text(100)),
        "cursor" => Query(name, "The 'next' of the page before.", Text(256)),
        "limit" => Query(name, "How many.", new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = "200", Default = 50 }),
        "open" => Query(name, "Only those that are open, or only those that are over; both without it.", new OpenApiSchema { Type = JsonSchemaType.Boolean }),
        "punishment" => Query(name, "A punishment item of the catalogue.", Text(Contracts.Scope.MaxIdLength)),
        "fee" or "cost" => Query(name, "Yuan, at most two decimals.", new OpenApiSchema { Type = JsonSchemaType.Number, Minimum = "0", Maximum = "1000000000" }),
        "preview" => Query(name, "Only look: says what would be done, and does nothing.", new OpenApiSchema { Type = JsonSchemaType.Boolean }),
        "case" => Query(name, "The id of a case.", Text(Contracts.Scope.MaxIdLength)),
        "width" => Query(name, "In pixels.", new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "64", Maximum = "1600" }),
        "by" => Query(name, "By what cases are put into rows.", OneOf<FigureBy>()),
        "measure" => Query(name, "A number of the figures.", OneOf<Measure>()),
        "key" => Query(name, "The key of a row.", Text(Contracts.Scope.MaxIdLength)),
        "day" => Query(name, "A local day of the street; today without it.", new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" }),
        "month" => Query(name, "A month; the one that goes on without it.", new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^20[0-9]{2}-(0[1-9]|1[0-2])$", Examples = ["2026-03"] }),
        "at" or "shift" or "from" or "to" or "until" or "asOf" => Query(name, "An instant with offset.", new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time" }),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "A query parameter without a documented form."),
    };

    /// <summary>The header that makes a repeat safe.</summary>
    public static OpenApiParameter IdempotencyKeyHeader() => new()
    {
        Name = IdempotencyKey.Header,
        In = ParameterLocation.Header,
        Required = true,
        Description = "Of the client's own making, 1 to 64 visible ASCII characters; the same one for a repeat.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = IdempotencyKey.MaxLength },
    };

    /// <summary>The header by which a wrong clock of a device is found.</summary>
    public static OpenApiParameter DeviceNowHeader() => new()
    {
        Name = DeviceClock.Header,
        In = ParameterLocation.Header,
        Description = "What city time the device believes it to be while it sends; 'occurredAt' is corrected by what it is off.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time" },
    };

    private static OpenApiParameter Query(string name, string description, OpenApiSchema schema) =>
        new() { Name = name, In = ParameterLocation.Query, Description = description, Schema = schema };

    private static OpenApiSchema Degrees(string least, string most) => new() { Type = JsonSchemaType.Number, Minimum = least, Maximum = most };

    private static OpenApiSchema OneOf<TEnum>()
        where TEnum : struct, Enum
    {
        var names = Enum.GetNames<TEnum>().Select(JsonNamingPolicy.CamelCase.ConvertName);
        return new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. names.Select(name => (JsonNode)name)] };
    }

    private static OpenApiSchema Text(int most) => new() { Type = JsonSchemaType.String, MaxLength = most };
}
