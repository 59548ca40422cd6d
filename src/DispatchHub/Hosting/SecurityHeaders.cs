namespace Dispatch.Hub.Hosting;

/// <summary>Headers that keep a browser from doing with an answer what it was not meant for.</summary>
internal static class SecurityHeaders
{
    // The documentation page runs one inline script of its own; everything else runs what this origin serves.
    private const string Docs = "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; frame-ancestors 'none'";

    private const string Api = "default-src 'none'; frame-ancestors 'none'";

    public static Task Add(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "no-referrer";
            if (http.Request.Path.StartsWithSegments("/scalar", StringComparison.Ordinal))
            {
                headers.ContentSecurityPolicy = Docs;
            }
            else if (http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
            {
                headers.ContentSecurityPolicy = Api;

                // What may be kept says so itself.
                if (headers.CacheControl.Count == 0)
                {
                    headers.CacheControl = "no-store";
                }
            }

            return Task.CompletedTask;
        });
        return next(http);
    }
}
