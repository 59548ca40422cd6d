using Microsoft.AspNetCore.StaticAssets;

namespace Dispatch.Hub.Hosting;

/// <summary>Headers that keep a browser from doing with an answer what it was not meant for, and from asking again for what cannot change.</summary>
internal static class SecurityHeaders
{
    // The documentation page runs one inline script of its own; everything else runs what this origin serves.
    private const string Docs = "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; frame-ancestors 'none'";

    private const string Api = "default-src 'none'; frame-ancestors 'none'";

    private const string OwnDevices = "camera=(self), geolocation=(self), screen-wake-lock=(self), microphone=(), payment=(), usb=()";

    private const string NeverChanges = "public, max-age=31536000, immutable";

    public static Task Add(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Permissions-Policy"] = OwnDevices;
            headers.ContentSecurityPolicy = PolicyOf(http.Request);
            if (http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
            {
                // An answer that may be kept says so itself.
                headers.CacheControl = headers.CacheControl.Count > 0 ? headers.CacheControl : "no-store";
            }
            else if (http.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
            {
                headers.CacheControl = http.Request.Path.StartsWithSegments(WebClient.FingerprintedFiles, StringComparison.Ordinal) ? NeverChanges : "no-cache";
            }

            return Task.CompletedTask;
        });
        return next(http);
    }

    private static string PolicyOf(HttpRequest request) =>
        request.Path.StartsWithSegments("/scalar", StringComparison.Ordinal) ? Docs
        : request.Path.StartsWithSegments("/api", StringComparison.Ordinal) || request.Path.StartsWithSegments(Live.DispatchHub.Path, StringComparison.Ordinal) ? Api
        : "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
            + $"connect-src 'self'{OwnSockets(request.Host)}; worker-src 'self'; manifest-src 'self'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Browsers before 2022 do not take <c>'self'</c> for sockets. The host is the client's own word and goes into a header only if it is a name.</summary>
    private static string OwnSockets(HostString host)
    {
        var authority = host.Port is { } port ? $"{host.Host}:{port}" : host.Host;
        return Uri.CheckHostName(host.Host) is UriHostNameType.Unknown ? "" : $" ws://{authority} wss://{authority}";
    }
}
