using Dispatch.Hub.Problems;

namespace Dispatch.Hub.Bodies;

/// <summary>The <c>Idempotency-Key</c> header: 1 to 64 visible ASCII characters, unique to actor and case.</summary>
public static class IdempotencyKey
{
    /// <summary>The header's name.</summary>
    public const string Header = "Idempotency-Key";

    /// <summary>The longest key.</summary>
    public const int MaxLength = 64;

    /// <summary>The key of a request, or the problem that it has none or another form.</summary>
    public static Parsed<string> Read(HttpRequest request)
    {
        var sent = request.Headers[Header];
        if (string.IsNullOrEmpty(sent.ToString()))
        {
            return new Problem(StatusCodes.Status400BadRequest, "missing-idempotency-key",
                "Send an Idempotency-Key header of your own making, and the same one when you repeat the request.");
        }

        return sent is [{ Length: <= MaxLength } key] && key.All(c => c is > ' ' and <= '~')
            ? key
            : new Problem(StatusCodes.Status400BadRequest, "invalid-idempotency-key", "An Idempotency-Key has 1 to 64 visible ASCII characters.");
    }
}
