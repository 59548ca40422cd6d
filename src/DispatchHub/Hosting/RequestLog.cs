using Dispatch.Hub.Access;

namespace Dispatch.Hub.Hosting;

/// <summary>
/// One sentence for each request. The path only, never the query, in which a socket's token travels; success is for those who ask
/// for detail.
/// </summary>
internal sealed partial class RequestLog(RequestDelegate next, TimeProvider time, ILogger<RequestLog> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var started = time.GetTimestamp();
        await next(http);
        var status = http.Response.StatusCode;
        var level = status >= 500 ? LogLevel.Warning : status >= 400 ? LogLevel.Information : LogLevel.Debug;
        var took = time.GetElapsedTime(started).TotalMilliseconds;
        var who = http.User.FindFirst(Caller.NameClaim)?.Value ?? "nobody signed in";
        string path = http.Request.Path;
        Answered(level, http.Request.Method, path, status, took, who);
    }

    [LoggerMessage(Message = "{Method} {Path} was answered {Status} after {Milliseconds:0.0} ms for {Who}.")]
    private partial void Answered(LogLevel level, string method, string path, int status, double milliseconds, string who);
}
