using System.Text.Json;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.Bodies;

/// <summary>Reads a JSON object as a type, saying which field is wrong.</summary>
public static class Binding
{
    /// <summary>The object as <paramref name="type"/>; a problem names the field that is unknown, missing or of another form.</summary>
    /// <param name="body">A body that <see cref="RequestBody"/> let through.</param>
    /// <param name="type">A record of Contracts or of this hub.</param>
    public static Parsed<object> Bind(JsonElement body, Type type)
    {
        // A property that JSON does not set, such as a command's own name, is no field.
        var fields = HubJson.Options.GetTypeInfo(type).Properties.Where(field => field.Set is not null).ToList();
        if (body.EnumerateObject().FirstOrDefault(sent => fields.All(field => field.Name != sent.Name)) is { Value.ValueKind: not JsonValueKind.Undefined } other)
        {
            return Malformed("unknown-field", $"There is no field {RequestBody.Named(other.Name)} here; leave it out.");
        }

        if (fields.FirstOrDefault(field => field.IsRequired && !body.TryGetProperty(field.Name, out _)) is { } missing)
        {
            return Malformed("missing-field", $"The field '{missing.Name}' is missing; add it.");
        }

        try
        {
            return Parsed<object>.Of(body.Deserialize(type, HubJson.Options)!);
        }
        catch (JsonException fault)
        {
            return Malformed("invalid-field", $"The field {RequestBody.Named(fault.Path ?? "$")} is not written as /openapi/v1.json says; correct it.");
        }
    }

    /// <summary>As <see cref="Bind(JsonElement, Type)"/>.</summary>
    public static Parsed<T> Bind<T>(JsonElement body) where T : class =>
        Bind(body, typeof(T)).Succeeded(out var value, out var problem) ? (T)value : problem;

    /// <summary>Reads a request's body as a record.</summary>
    public static async Task<Parsed<T>> ReadAsync<T>(HttpRequest request) where T : class =>
        (await RequestBody.ReadAsync(request)).Succeeded(out var body, out var problem) ? Bind<T>(body) : problem;

    private static Problem Malformed(string code, string detail) => new(StatusCodes.Status400BadRequest, code, detail);
}
