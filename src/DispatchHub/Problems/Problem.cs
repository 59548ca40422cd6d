using System.Text.Json.Serialization;
using Microsoft.AspNetCore.WebUtilities;

namespace Dispatch.Hub.Problems;

/// <summary>
/// Why a request was not carried out, as RFC 9457 problem details. It is the one form in which this API says no.
/// </summary>
/// <param name="Status">The HTTP status, 400 to 599.</param>
/// <param name="Code">What is wrong, kebab-case, stable, for programs.</param>
/// <param name="Detail">One sentence that says what to do, for people.</param>
public sealed record Problem(int Status, string Code, string Detail) : IResult
{
    /// <summary>The media type of the answer.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>Names the kind of problem; <see cref="Code"/> as a URI.</summary>
    public string Type => $"urn:dispatch:problem:{Code}";

    /// <summary>The status in words.</summary>
    public string Title => ReasonPhrases.GetReasonPhrase(Status);

    /// <summary>The case as it stands, with a command that came too late for it; absent otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Contracts.CaseView? Case { get; init; }

    /// <summary>The lines of a file that cannot be taken; absent otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Sources.LineFault>? Lines { get; init; }

    /// <summary>After how many seconds of real time to try again, sent as <c>Retry-After</c>; null where trying again changes nothing.</summary>
    [JsonIgnore]
    public int? RetryAfterSeconds { get; init; }

    /// <summary>Writes the problem; used by the framework.</summary>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = Status;
        if (RetryAfterSeconds is { } seconds)
        {
            httpContext.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        await httpContext.Response.WriteAsJsonAsync(this, options: null, MediaType, httpContext.RequestAborted);
    }
}
