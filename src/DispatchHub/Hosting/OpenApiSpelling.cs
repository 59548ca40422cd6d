using Dispatch.Contracts;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Dispatch.Hub.Hosting;

/// <summary>
/// Says of a schema what its converter hides from the framework: what is written as text, what as a number, and what may be left out
/// of a body. Clients make their types from it.
/// </summary>
internal static class OpenApiSpelling
{
    public static Task SpellAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        var declared = context.JsonTypeInfo.Type;
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        var orNull = type == declared ? default : JsonSchemaType.Null;
        if (type.IsEnum || type == typeof(Contracts.Scope))
        {
            // These have a name in the document; whoever may leave one out says so where it is named.
            schema.Type = JsonSchemaType.String;
            schema.Enum = schema.Enum is { Count: > 0 } names ? [.. names.Where(name => name is not null && !name.IsJsonNullSentinel())] : schema.Enum;
        }
        else if (type == typeof(DateTimeOffset))
        {
            schema.Type = JsonSchemaType.String | orNull;
        }
        else if (type == typeof(double))
        {
            schema.Type = JsonSchemaType.Number | orNull;
        }
        else if (context.JsonTypeInfo.ElementType == typeof(double))
        {
            schema.Items ??= new OpenApiSchema { Type = JsonSchemaType.Number };
        }

        else if (context.JsonTypeInfo.ElementType == typeof(Contracts.Scope))
        {
            schema.Items = new OpenApiSchema { Type = JsonSchemaType.String };
        }

        // A command without its reason is understood, and refused by the case: the field may be missing.
        if (type.IsSubclassOf(typeof(CaseCommand)) && context.JsonPropertyInfo is null)
        {
            schema.Required = context.JsonTypeInfo.Properties.Where(property => property.IsRequired).Select(property => property.Name).ToHashSet(StringComparer.Ordinal);
        }

        return Task.CompletedTask;
    }
}
