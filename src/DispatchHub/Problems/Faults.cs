using Dispatch.Contracts;
using Microsoft.AspNetCore.SignalR;

namespace Dispatch.Hub.Problems;

/// <summary>Turns what was thrown while a request was answered into a problem: outages into 503, everything else into a logged 500.</summary>
internal sealed partial class Faults(RequestDelegate next, ILogger<Faults> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to answer.
            http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (Exception fault) when (!http.Response.HasStarted)
        {
            var problem = Judge(fault);
            if (problem.Status == StatusCodes.Status500InternalServerError)
            {
                LogFault(fault, http.Request.Method, http.Request.Path);
            }
            else if (problem.Status == StatusCodes.Status503ServiceUnavailable)
            {
                LogOutage(http.Request.Method, http.Request.Path, fault.Message);
            }

            http.Response.Clear();
            await problem.ExecuteAsync(http);
        }
    }

    private static Problem Judge(Exception fault) => fault switch
    {
        // Orleans' own exceptions tell of silos and versions, never of the caller: the outcome is unknown, the key makes a repeat safe.
        StoreUnavailableException or TimeoutException or OrleansException => Denied.Unavailable,
        // A board is one watch's first item; its scope has been checked, so what is left is a feed out of reach.
        HubException => Denied.Unavailable,
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Bodies.RequestBody.TooLarge,
        BadHttpRequestException bad => new Problem(bad.StatusCode, "malformed-request", "The request is not well-formed HTTP; send it as /openapi/v1.json says."),
        _ => Denied.Fault,
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed by a fault of this program.")]
    private partial void LogFault(Exception fault, string method, string path);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Method} {Path} could not reach a silo or the store and was answered 503: {Reason}")]
    private partial void LogOutage(string method, string path, string reason);
}
