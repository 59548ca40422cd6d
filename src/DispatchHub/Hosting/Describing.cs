using Dispatch.Hub.Problems;

namespace Dispatch.Hub.Hosting;

/// <summary>What every endpoint says of itself in the OpenAPI document.</summary>
internal static class Describing
{
    /// <summary>One sentence, more where it helps, and the problems that any endpoint may answer.</summary>
    public static RouteHandlerBuilder Describe(this RouteHandlerBuilder endpoint, string summary, string description) => endpoint
        .WithSummary(summary)
        .WithDescription(description)
        .WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status400BadRequest, typeof(Problem), [Problem.MediaType]));

    /// <summary>The statuses of the problems that it answers besides 400.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses)
        {
            endpoint.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(Problem), [Problem.MediaType]));
        }

        return endpoint;
    }
}

/// <summary>A body that is no JSON, for the OpenAPI document.</summary>
/// <param name="MediaTypes">What it may be.</param>
internal sealed record RawBody(params string[] MediaTypes);

/// <summary>Query parameters that an endpoint reads by hand, for the OpenAPI document.</summary>
/// <param name="Names">Their names; <see cref="OpenApiDocument"/> knows their forms.</param>
internal sealed record QueryParameters(params string[] Names);

/// <summary>A form of text in which an endpoint answers where it is asked to, for the OpenAPI document.</summary>
/// <param name="MediaType">Its media type.</param>
internal sealed record TextForm(string MediaType);
