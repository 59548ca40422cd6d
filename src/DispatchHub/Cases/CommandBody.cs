using System.Text.Json;
using System.Text.Json.Nodes;
using Dispatch.Contracts;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.Cases;

/// <summary>The fields that may stand in the body of any command, beside its own.</summary>
public sealed record CommandSurroundings
{
    /// <summary>A remark, up to 2,000 characters.</summary>
    public string? Note { get; init; }

    /// <summary>When it was really done, where that was before receipt; city time.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>The version that the actor saw; another one is refused with <c>version-changed</c>.</summary>
    public long? ExpectedVersion { get; init; }

    /// <summary>For whom, where a dispatcher or captain speaks for somebody else.</summary>
    public OnBehalf? OnBehalf { get; init; }

    /// <summary>The names of these fields on the wire.</summary>
    internal static IReadOnlyList<string> Fields { get; } = [.. HubJson.Options.GetTypeInfo(typeof(CommandSurroundings)).Properties.Select(field => field.Name)];

    /// <summary>What is wrong with them; null when nothing is.</summary>
    internal Problem? Fault() =>
        TextLimits.Check("note", Note, TextLimits.Prose)
        ?? (OnBehalf is null ? null
            : SafeId.Check("onBehalf.actorId", OnBehalf.ActorId) ?? TextLimits.CheckWritten("onBehalf.said", OnBehalf.Said, TextLimits.Reason));
}

/// <summary>A body taken apart: the command's own fields, those around it, and a hash of both.</summary>
/// <param name="Own">The record that was asked for.</param>
/// <param name="Around">The fields that any command may carry.</param>
/// <param name="Hash">Equal for bodies that say the same to the same address.</param>
public sealed record CommandBody(object Own, CommandSurroundings Around, string Hash)
{
    /// <summary>Reads a request's body as a record with what may stand around it.</summary>
    public static async Task<Parsed<CommandBody>> ReadAsync(HttpRequest request, Type type)
    {
        if (!(await RequestBody.ReadAsync(request)).Succeeded(out var body, out var problem))
        {
            return problem;
        }

        var (own, around) = Split(body);
        if (!Binding.Bind<CommandSurroundings>(around).Succeeded(out var surroundings, out problem)
            || !Binding.Bind(own, type).Succeeded(out var command, out problem))
        {
            return problem;
        }

        return surroundings.Fault() is { } fault ? fault : new CommandBody(command, surroundings, CanonicalJson.Hash(request.Path, body));
    }

    private static (JsonElement Own, JsonElement Around) Split(JsonElement body)
    {
        var parts = body.EnumerateObject().ToLookup(field => CommandSurroundings.Fields.Contains(field.Name));
        return (Object(parts[false]), Object(parts[true]));
    }

    private static JsonElement Object(IEnumerable<JsonProperty> fields) =>
        JsonSerializer.SerializeToElement(new JsonObject(fields.Select(field => KeyValuePair.Create(field.Name, Node(field.Value)))));

    private static JsonNode? Node(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => JsonObject.Create(value),
        JsonValueKind.Array => JsonArray.Create(value),
        JsonValueKind.Null => null,
        _ => JsonValue.Create(value),
    };
}
