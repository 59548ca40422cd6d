using System.Text.Json;
using System.Text.Unicode;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.Bodies;

/// <summary>The rules that every JSON body meets before anybody asks what it means.</summary>
public static class RequestBody
{
    /// <summary>The largest body, in bytes, but for a policy pack.</summary>
    public const int MaxBytes = 64 * 1024;

    /// <summary>The largest body that carries a policy pack, in bytes: a pack holds whole lists of rules in two languages.</summary>
    public const int MaxPackBytes = 1024 * 1024;

    /// <summary>The deepest nesting.</summary>
    public const int MaxDepth = 16;

    /// <summary>A body above <see cref="MaxBytes"/>.</summary>
    public static Problem TooLarge { get; } = LargerThan(MaxBytes);

    internal static readonly Problem NotJson =
        new(StatusCodes.Status415UnsupportedMediaType, "unsupported-media-type", "Send JSON with Content-Type: application/json.");

    private static readonly Problem Malformed =
        new(StatusCodes.Status400BadRequest, "malformed-json", $"The body is not one well-formed JSON object of at most {MaxDepth} levels; correct it.");

    private static readonly Problem InvalidText =
        new(StatusCodes.Status422UnprocessableEntity, "invalid-text", "Text must not hold NUL or half of a surrogate pair; remove it.");

    /// <summary>
    /// The body as one JSON object: media type, size, syntax, depth, text that can be stored, and no field named twice.
    /// </summary>
    public static async Task<Parsed<JsonElement>> ReadAsync(HttpRequest request, int most = MaxBytes)
    {
        if (!request.HasJsonContentType())
        {
            return NotJson;
        }

        return await ReadBytesAsync(request, most) is { } bytes ? Parse(bytes) : LargerThan(most);
    }

    /// <summary>The rules for bytes that have been read.</summary>
    public static Parsed<JsonElement> Parse(byte[] body)
    {
        if (!Utf8.IsValid(body))
        {
            return InvalidText;
        }

        try
        {
            if (Fault(body) is { } fault)
            {
                return fault;
            }

            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : Malformed;
        }
        catch (JsonException)
        {
            return Malformed;
        }
    }

    /// <summary>A body as it was sent; null where it is larger than allowed.</summary>
    internal static async Task<byte[]?> ReadBytesAsync(HttpRequest request, int most)
    {
        if (request.ContentLength > most)
        {
            return null;
        }

        // One byte above the limit is enough to know that a body without a stated length is too large.
        var buffer = new byte[(int)(request.ContentLength ?? most) + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, request.HttpContext.RequestAborted);
        return length > most ? null : buffer[..length];
    }

    private static Problem LargerThan(int most) =>
        new(StatusCodes.Status413PayloadTooLarge, "body-too-large", $"A body holds {most / 1024} KB at most; send less.");

    private static Problem? Fault(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = MaxDepth });
        var open = new Stack<HashSet<string>>();
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped && !JsonText.IsStorable(reader.ValueSpan))
            {
                return InvalidText;
            }

            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    open.Push(new HashSet<string>(StringComparer.Ordinal));
                    break;
                case JsonTokenType.EndObject:
                    open.Pop();
                    break;
                case JsonTokenType.PropertyName when !open.Peek().Add(reader.GetString()!):
                    return new Problem(StatusCodes.Status400BadRequest, "duplicate-field", $"The field {Named(reader.GetString()!)} stands twice; send it once.");
                default:
                    break;
            }
        }

        return null;
    }

    /// <summary>A field's name as a problem may repeat it: short.</summary>
    internal static string Named(string field) => field.Length <= 64 ? $"'{field}'" : $"'{field.AsSpan(0, 61)}...'";
}
