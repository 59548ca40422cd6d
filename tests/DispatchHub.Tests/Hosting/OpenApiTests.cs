using System.Net;
using System.Text.Json.Nodes;
using Dispatch.Contracts;
using Dispatch.TestKit;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Dispatch.Hub.Tests.Hosting;

public sealed class OpenApiTests(OpenApiTests.Served served) : IClassFixture<OpenApiTests.Served>
{
    private readonly HubFactory _hub = served.Hub;
    private readonly string _text = served.Text;
    private readonly JsonNode _document = JsonNode.Parse(served.Text)!;

    [Fact]
    public void The_document_is_valid_openapi_3_1()
    {
        var read = Microsoft.OpenApi.OpenApiDocument.Parse(_text, "json");

        Assert.StartsWith("3.1", (string)_document["openapi"]!, StringComparison.Ordinal);
        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Empty(read.Diagnostic.Warnings);
    }

    [Fact]
    public void The_document_lists_every_endpoint_of_the_api()
    {
        var endpoints = _hub.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api", StringComparison.Ordinal))
            .Select(endpoint => $"{endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods[0].ToLowerInvariant()} {endpoint.RoutePattern.RawText!.TrimEnd('/')}");
        var listed = _document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(method => $"{method.Key} {path.Key}"));

        Assert.Equal(endpoints.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_operation_says_what_it_does_and_every_body_has_an_example()
    {
        foreach (var (path, methods) in _document["paths"]!.AsObject())
        {
            foreach (var (method, operation) in methods!.AsObject())
            {
                Assert.False(string.IsNullOrWhiteSpace((string?)operation!["summary"]), path);
                Assert.True(operation["requestBody"]?["content"]?["application/json"] is not { } body || body["example"] is JsonObject, $"{method} {path}");
            }
        }
    }

    [Fact]
    public void Every_command_shows_its_own_fields_and_those_that_any_body_may_carry()
    {
        foreach (var (name, type) in CaseCommand.ByName)
        {
            var fields = Resolve(_document["paths"]![$"/api/cases/{{id}}/commands/{name}"]!["post"]!["requestBody"]!["content"]!["application/json"]!["schema"]!)["properties"]!.AsObject();
            var own = type.GetProperties().Where(property => property.Name is not "Name").Select(property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..]);

            Assert.Equal(own.Concat(["note", "occurredAt", "expectedVersion", "onBehalf"]).Order(StringComparer.Ordinal), fields.Select(field => field.Key).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void A_photo_is_sent_and_answered_as_it_is()
    {
        var photos = _document["paths"]!["/api/evidence"]!["post"]!["requestBody"]!["content"]!.AsObject();
        var answer = _document["paths"]!["/api/evidence/{id}"]!["get"]!["responses"]!["200"]!["content"]!.AsObject();

        Assert.Equal(["image/jpeg", "image/png", "image/webp"], photos.Select(type => type.Key));
        Assert.Equal("binary", (string?)photos["image/png"]!["schema"]!["format"]);
        Assert.Equal("image/jpeg", answer.Single().Key);
    }

    [Fact]
    public void Enums_are_strings_spelled_as_on_the_wire()
    {
        var schemas = _document["components"]!["schemas"]!;

        Assert.Equal("string", (string)schemas["CaseStatus"]!["type"]!);
        Assert.Equal(Enum.GetNames<CaseStatus>(), schemas["CaseStatus"]!["enum"]!.AsArray().Select(name => (string)name!));
        Assert.Contains("phone", schemas["Channel"]!["enum"]!.AsArray().Select(name => (string?)name));
        Assert.Contains("gridWorker", schemas["Role"]!["enum"]!.AsArray().Select(name => (string?)name));
    }

    [Fact]
    public void The_client_is_built_from_the_document_of_this_server()
    {
        // DISPATCH_WRITE_DOCS=1 dotnet test --project tests/DispatchHub.Tests writes it again.
        var path = Repository.PathOf("src", "DispatchHub", "Client", "api", "openapi.json");
        var text = _text.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("DISPATCH_WRITE_DOCS") == "1")
        {
            File.WriteAllText(path, text);
        }

        Assert.Equal(text, File.ReadAllText(path));
    }

    [Fact]
    public void Whatever_a_client_reads_or_writes_has_a_type()
    {
        foreach (var (name, schema) in _document["components"]!["schemas"]!.AsObject())
        {
            Assert.True(name is "JsonElement" || schema!["type"] is not null, name);
            Assert.All(schema!["enum"]?.AsArray() ?? [], value => Assert.NotNull(value));
            foreach (var (field, form) in schema!["properties"]?.AsObject() ?? [])
            {
                Assert.True(form!["type"] is not null || form["$ref"] is not null || form["oneOf"] is not null, $"{name}.{field}");
            }
        }
    }

    [Theory]
    [InlineData("CaseView", "openedAt", "string")]
    [InlineData("ClockView", "dueAt", "null string")]
    [InlineData("CityTime", "speed", "number")]
    [InlineData("PlaceInput", "lat", "null number")]
    [InlineData("Assign", "occurredAt", "null string")]
    public void Instants_are_text_and_degrees_are_numbers_and_either_may_be_missing_where_it_may(string schema, string field, string type)
    {
        var form = _document["components"]!["schemas"]![schema]!["properties"]![field]!["type"]!;
        Assert.Equal(type.Split(' '), form is JsonArray several ? several.Select(one => (string)one!) : [(string)form!]);
    }

    [Fact]
    public void A_command_requires_what_it_cannot_be_read_without_and_nothing_that_the_case_would_refuse_better()
    {
        var schemas = _document["components"]!["schemas"]!;

        Assert.Equal(["until"], schemas["Suspend"]!["required"]!.AsArray().Select(name => (string)name!));
        Assert.Null(schemas["Whistle"]!["required"]);
    }

    [Fact]
    public void A_scope_is_text_and_a_name_has_both_languages()
    {
        var schemas = _document["components"]!["schemas"]!;

        Assert.Equal("string", (string)schemas["Scope"]!["type"]!);
        Assert.Equal(["zh", "en"], schemas["Text"]!["required"]!.AsArray().Select(name => (string)name!));
    }

    [Fact]
    public void The_catalogue_is_described_field_by_field()
    {
        var answer = _document["paths"]!["/api/catalogue"]!["get"]!["responses"]!["200"]!["content"]!["application/json"]!["schema"]!;

        Assert.Contains("types", Resolve(answer)["properties"]!.AsObject().Select(field => field.Key));
    }

    [Fact]
    public async Task The_page_that_shows_it_is_there()
    {
        var answer = await _hub.SendAsync(HttpMethod.Get, "/scalar/");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Answers_carry_the_headers_that_keep_browsers_from_mischief()
    {
        var answer = await _hub.SendAsync(HttpMethod.Get, "/api/clock", await _hub.TokenAsync("officer-in"));

        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("DENY", answer.Headers.GetValues("X-Frame-Options").Single());
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    private JsonNode Resolve(JsonNode schema) =>
        (string?)schema["$ref"] is { } reference ? _document["components"]!["schemas"]![reference.Split('/')[^1]]! : schema;

    /// <summary>Making the document takes a while: one hub serves all of these tests.</summary>
    public sealed class Served : IAsyncLifetime
    {
        public HubFactory Hub { get; private set; } = null!;

        public string Text { get; private set; } = "";

        public async ValueTask InitializeAsync()
        {
            Hub = await HubFactory.StartAsync(new FakeCity());
            var answer = await Hub.SendAsync(HttpMethod.Get, "/openapi/v1.json");
            Text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        }

        public ValueTask DisposeAsync() => Hub.DisposeAsync();
    }
}
