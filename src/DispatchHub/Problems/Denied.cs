namespace Dispatch.Hub.Problems;

/// <summary>Problems that the hub itself finds before any case is asked.</summary>
public static class Denied
{
    /// <summary>No token, or none that could be read.</summary>
    public static Problem SignInRequired { get; } =
        new(StatusCodes.Status401Unauthorized, "sign-in-required", "Sign in with POST /api/session and send the access token as a bearer token.");

    /// <summary>The token's time is over.</summary>
    public static Problem TokenExpired { get; } =
        new(StatusCodes.Status401Unauthorized, "token-expired", "The access token has expired; get another with POST /api/session/refresh.");

    /// <summary>A token that this city did not sign, or whose user has changed since.</summary>
    public static Problem TokenInvalid { get; } =
        new(StatusCodes.Status401Unauthorized, "token-invalid", "The access token is not valid or no longer valid; sign in again.");

    /// <summary>A role that does not do this.</summary>
    public static Problem RoleNotAllowed { get; } =
        new(StatusCodes.Status403Forbidden, "role-not-allowed", "Your role does not do this; ask somebody whose role does.");

    /// <summary>Outside the actor's area.</summary>
    public static Problem OutsideArea { get; } =
        new(StatusCodes.Status403Forbidden, "outside-area", "This lies outside your area; ask somebody whose area contains it.");

    /// <summary>Nothing of this id.</summary>
    public static Problem Unknown(string what) =>
        new(StatusCodes.Status404NotFound, "unknown", $"There is no {what} of this id; look it up in a list first.");

    /// <summary>Nothing at this address.</summary>
    public static Problem UnknownAddress { get; } =
        new(StatusCodes.Status404NotFound, "unknown-address", "There is nothing at this address; /openapi/v1.json lists what there is.");

    /// <summary>Another method.</summary>
    public static Problem MethodNotAllowed { get; } =
        new(StatusCodes.Status405MethodNotAllowed, "method-not-allowed", "This address takes another method; /openapi/v1.json says which.");

    /// <summary>Too many requests in a short time.</summary>
    public static Problem TooMany(int retryAfterSeconds) =>
        new(StatusCodes.Status429TooManyRequests, "too-many-requests", $"That was too often; try again in {retryAfterSeconds} s.")
        {
            RetryAfterSeconds = retryAfterSeconds,
        };

    /// <summary>Store or silo away, or it is not known whether a commit succeeded.</summary>
    public static Problem Unavailable { get; } =
        new(StatusCodes.Status503ServiceUnavailable, "unavailable",
            "The city's store cannot be reached; repeat the same request with the same Idempotency-Key shortly, it is carried out once at most.")
        {
            RetryAfterSeconds = 2,
        };

    /// <summary>A bug of ours.</summary>
    public static Problem Fault { get; } =
        new(StatusCodes.Status500InternalServerError, "internal-error", "This is a fault of the server and has been logged; tell whoever runs it.");
}
