using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Hosting.StaticWebAssets;

namespace Dispatch.Hub.Hosting;

/// <summary>
/// Serves the built web client: its files compressed as the build left them, and its shell at every page's address. A build without
/// Node has none; then the pages' addresses say how to get it.
/// </summary>
internal static class WebClient
{
    /// <summary>The folder of files whose names change with their content.</summary>
    public const string FingerprintedFiles = "/assets";

    private const string Shell = "/index.html";

    // The names that the build gives them, after the assembly.
    private const string EndpointList = "Dispatch.Hub.staticwebassets.endpoints.json";

    private const string FolderList = "Dispatch.Hub.staticwebassets.runtime.json";

    // Without script and style of its own, so that it needs no exception from the pages' policy.
    private static readonly byte[] Missing = Encoding.UTF8.GetBytes(
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>Dispatch</title>
        </head>
        <body>
        <main>
        <h1>Dispatch</h1>
        <p lang="zh-CN">本服务运行正常，但构建时没有 Node，所以没有网页。请安装 Node 20 或更高版本（含 npm），然后重新运行 <code>dotnet run --project src/DispatchHub</code>。</p>
        <p>The service runs, but it was built without its pages. Install Node 20 or later with npm and start <code>dotnet run --project src/DispatchHub</code> again.</p>
        <p><a href="/scalar/" lang="zh-CN">接口文档</a> · <a href="/scalar/">The API</a></p>
        </main>
        </body>
        </html>

        """);

    /// <summary>Finds the files: a build lists the folders they lie in, a published hub has them in its own <c>wwwroot</c>.</summary>
    public static void Add(WebApplicationBuilder builder)
    {
        // Outside a published hub the framework would look at every file anew and send gzip without compression under the name of brotli.
        builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        var folders = Path.Combine(builder.Environment.ContentRootPath, FolderList);
        if (File.Exists(folders))
        {
            builder.Configuration[WebHostDefaults.StaticWebAssetsKey] = folders;
            StaticWebAssetsLoader.UseStaticWebAssets(builder.Environment, builder.Configuration);
        }
    }

    /// <summary>Answers the pages' addresses; it stands before routing, which then finds the shell.</summary>
    public static void UsePages(this WebApplication app)
    {
        var isBuilt = IsBuilt(app);
        app.Use((http, next) => !Pages.Has(http.Request.Path.Value ?? "") || !(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
            ? next(http)
            : isBuilt ? ShowShellAsync(http, next) : SayMissingAsync(http));
    }

    /// <summary>Maps the client's files for anybody; what they show comes from the API and needs a token.</summary>
    public static void Map(WebApplication app)
    {
        if (IsBuilt(app))
        {
            app.MapStaticAssets(Path.Combine(app.Environment.ContentRootPath, EndpointList)).AllowAnonymous();
        }
    }

    /// <summary>Whether this hub has the client's files.</summary>
    public static bool IsBuilt(WebApplication app) =>
        app.Environment.WebRootFileProvider.GetFileInfo(Shell).Exists && File.Exists(Path.Combine(app.Environment.ContentRootPath, EndpointList));

    private static async Task ShowShellAsync(HttpContext http, RequestDelegate next)
    {
        var asked = http.Request.Path;
        http.Request.Path = Shell;
        try
        {
            await next(http);
        }
        finally
        {
            http.Request.Path = asked;
        }
    }

    private static Task SayMissingAsync(HttpContext http)
    {
        http.Response.ContentType = $"{MediaTypeNames.Text.Html}; charset=utf-8";
        http.Response.ContentLength = Missing.Length;
        http.Response.Headers.CacheControl = "no-store";
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : http.Response.Body.WriteAsync(Missing, http.RequestAborted).AsTask();
    }
}
