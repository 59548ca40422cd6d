using Dispatch.Contracts;
using Dispatch.Hub.Cases;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace Dispatch.Hub.Hosting;

/// <summary>The OpenAPI 3.1 document and the page that shows it.</summary>
internal static class OpenApiDocument
{
    private const string Scheme = "bearer";

    private const string Name = "v1";

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<OpenApiText>();
        services.AddOpenApi(Name, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.AddDocumentTransformer((document, _, _) => IntroduceAsync(document));
            options.AddOperationTransformer((operation, context, _) => CompleteAsync(operation, context));
            options.AddSchemaTransformer(OpenApiSpelling.SpellAsync);
            options.AddSchemaTransformer(SurroundAsync);
        });
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet($"/openapi/{Name}.json", async (OpenApiText text) => Results.Text(await text.ReadAsync(), "application/json"))
            .ExcludeFromDescription().AllowAnonymous();
        app.MapScalarApiReference("/scalar", scalar => scalar.WithTitle("Dispatch").DisableDefaultFonts().DisableTelemetry()).AllowAnonymous();
    }

    /// <summary>The document as text. Anybody may ask for it and making it takes a while, so it is made once.</summary>
    private sealed class OpenApiText([FromKeyedServices(Name)] IOpenApiDocumentProvider documents)
    {
        private string? _text;

        public async ValueTask<string> ReadAsync() =>
            _text ??= await (await documents.GetOpenApiDocumentAsync()).SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1);
    }

    private static Task IntroduceAsync(Microsoft.OpenApi.OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Dispatch",
            Version = "1",
            Description = "Reports, cases and their deadlines in a street. Problems are RFC 9457 problem details with a stable 'code'. "
                + "Instants are ISO 8601 with an offset. JSON bodies hold 64 KB at most and no fields beside those named here.",
        };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Scheme] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = Scheme,
            BearerFormat = "JWT",
            Description = "The access token of POST /api/session.",
        };
        return Task.CompletedTask;
    }

    private static Task CompleteAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Parameters ??= [];
        foreach (var name in metadata.OfType<QueryParameters>().SelectMany(parameters => parameters.Names))
        {
            operation.Parameters.Add(QueryParameterForms.Of(name));
        }

        if (metadata.OfType<RawBody>().FirstOrDefault() is { } raw)
        {
            operation.RequestBody = new OpenApiRequestBody { Required = true, Content = raw.MediaTypes.ToDictionary(type => type, _ => Bytes()) };
        }

        foreach (var form in metadata.OfType<TextForm>())
        {
            // The framework knows one schema for each status.
            operation.Responses?["200"].Content?.Add(form.MediaType, new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
        }

        var path = (context.Description.RelativePath ?? "").TrimEnd('/');
        if (context.Description.HttpMethod == "POST" && (path.StartsWith("api/cases/", StringComparison.Ordinal) || path.EndsWith("/patrols", StringComparison.Ordinal)
            || path.EndsWith("/import", StringComparison.Ordinal) || path is "api/reports" or "api/policies/adoptions"))
        {
            operation.Parameters.Add(QueryParameterForms.IdempotencyKeyHeader());
            if (!path.EndsWith("/import", StringComparison.Ordinal) && path != "api/policies/adoptions")
            {
                operation.Parameters.Add(QueryParameterForms.DeviceNowHeader());
            }
        }

        if (OpenApiExamples.For(path) is { } example && operation.RequestBody?.Content?.TryGetValue("application/json", out var body) is true)
        {
            body.Example = example;
        }

        if (!metadata.OfType<IAllowAnonymous>().Any())
        {
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, context.Document)] = [] }];
        }

        return Task.CompletedTask;
    }

    private static OpenApiMediaType Bytes() => new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } };

    /// <summary>Every command's schema, and that of a report, shows the fields that may stand in any body.</summary>
    private static async Task SurroundAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        var type = context.JsonTypeInfo.Type;
        if (context.JsonPropertyInfo is not null || !(type.IsSubclassOf(typeof(CaseCommand)) || type == typeof(Reports.ReportBody)))
        {
            return;
        }

        var around = await context.GetOrCreateSchemaAsync(typeof(CommandSurroundings), null, cancellation);
        schema.Type = JsonSchemaType.Object;
        schema.Properties ??= new Dictionary<string, IOpenApiSchema>();
        foreach (var (name, field) in around.Properties ?? new Dictionary<string, IOpenApiSchema>())
        {
            schema.Properties[name] = field;
        }

        schema.AdditionalPropertiesAllowed = false;
    }
}
