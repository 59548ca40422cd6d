using System.Text.Json;
using System.Text.Json.Serialization;
using Dispatch.Contracts;

namespace Dispatch.Silo.Storage;

/// <summary>A board row as the feed's table holds it: camelCase JSON. Its number is the column beside it, which the commit fills.</summary>
internal static class CaseRowJson
{
    public static string Write(CaseRow row) => JsonSerializer.Serialize(row, RowContext.Default.CaseRow);

    public static CaseRow Read(string json, string? number)
    {
        var row = JsonSerializer.Deserialize(json, RowContext.Default.CaseRow)
            ?? throw new StoreFaultException("A feed entry of the store holds no row; restore a backup.");
        return number is null || row.Number == number ? row : row with { Number = number };
    }
}

/// <summary>Generated readers and writers of stored rows.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CaseRow))]
internal sealed partial class RowContext : JsonSerializerContext;
