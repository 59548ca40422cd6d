using System.Text;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Hub.City;
using Dispatch.Hub.Decoration.Filings;
using Dispatch.Hub.Evidence;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Problems;
using Microsoft.AspNetCore.Http.Features;

namespace Dispatch.Hub.Decoration.Promises;

/// <summary>
/// The pages behind a case's secret links, for whoever reported it and for the owner, without account, cookie or script. The secret in
/// the address is all that counts, so that no other site can answer for somebody; the pages hold no rules.
/// </summary>
internal static class PromisePages
{
    /// <summary>Where the pages are.</summary>
    public const string Path = "/c";

    private const int MostFields = 4;
    private const int MostBytes = 1024;

    public static void Map(IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup(Path + "/{secret}").ExcludeFromDescription().AllowAnonymous().RequireRateLimiting(RateLimits.Doors);
        pages.MapGet("", ShowAsync);
        pages.MapGet("/code", CodeAsync);
        pages.MapGet("/photos/{number:int}", PhotoAsync);
        pages.MapPost("/answer", AnswerAsync).DisableAntiforgery();
        pages.MapPost("/forget", ForgetAsync).DisableAntiforgery();
    }

    private static async Task<IResult> ShowAsync(HttpContext http, string secret, IGrainFactory grains, ICityClock clock) =>
        await grains.PromiseDesk().Open(secret, clock.Now) is { } promise ? Page(http, PromiseHtml.Page(promise, secret, said: null)) : Missing(http);

    private static async Task<IResult> CodeAsync(HttpContext http, string secret, IGrainFactory grains, ICityClock clock) =>
        await grains.PromiseDesk().Open(secret, clock.Now) is { } promise
            ? Page(http, PromiseHtml.Code(promise, $"{http.Request.Scheme}://{http.Request.Host}{Path}/{secret}"))
            : Missing(http);

    private static async Task<IResult> AnswerAsync(HttpContext http, string secret, IGrainFactory grains, ICityClock clock)
    {
        var field = await FieldAsync(http, "answer");
        if (Array.Find(Enum.GetValues<OutcomeAnswer>(), one => PromiseHtml.Value(one) == field) is var answer && PromiseHtml.Value(answer) != field)
        {
            return await grains.PromiseDesk().Open(secret, clock.Now) is { } promise
                ? Page(http, PromiseHtml.Page(promise, secret, DoorSaid.Incomplete), StatusCodes.Status400BadRequest)
                : Missing(http);
        }

        return await grains.PromiseDesk().Answer(secret, answer, clock.Now) switch
        {
            null => Missing(http),
            { Refusal: { } refusal } refused => Page(
                http, PromiseHtml.Page(refused.Promise, secret, new DoorSaid(false, PromiseWords.Refused(refusal))), refusal.Code.Status()),
            _ => Again(secret, "#answer"),
        };
    }

    private static async Task<IResult> ForgetAsync(HttpContext http, string secret, IGrainFactory grains) =>
        await grains.PromiseDesk().Forget(secret) ? Again(secret, "") : Missing(http);

    private static async Task<IResult> PhotoAsync(HttpContext http, string secret, int number, IGrainFactory grains, ICityClock clock, PhotoBounds bounds)
    {
        if (await grains.PromiseDesk().Open(secret, clock.Now) is not { } promise || number < 1 || number > promise.Photos.Count
            || await grains.Evidence().Find(promise.Photos[number - 1], by: null) is not { } piece)
        {
            return Missing(http);
        }

        return await bounds.HoldAsync(
            async () =>
            {
                using var kept = new MemoryStream(piece.Bytes);
                await grains.Evidence().CopyAsync(piece, kept, http.RequestAborted);
                var coarse = await bounds.DecodeAsync(() => CleanPhoto.Coarsen(kept.GetBuffer()), http.RequestAborted)
                    ?? throw new InvalidOperationException($"The evidence {piece.Id} is no picture.");
                Hide(http);
                return Results.Bytes(coarse, CleanPhoto.MediaType);
            },
            http.RequestAborted);
    }

    /// <summary>One field of a small form; null where there is none.</summary>
    private static async Task<string?> FieldAsync(HttpContext http, string name)
    {
        if (!http.Request.HasFormContentType || http.Request.ContentLength is null or > MostBytes)
        {
            return null;
        }

        try
        {
            var form = await http.Request.ReadFormAsync(new FormOptions { ValueCountLimit = MostFields, BufferBodyLengthLimit = MostBytes });
            return form[name];
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>The page as it is now. After a form it is asked for anew, so that a reload sends nothing again.</summary>
    private static IResult Again(string secret, string at) => Results.LocalRedirect($"{Path}/{Uri.EscapeDataString(secret)}{at}");

    private static IResult Page(HttpContext http, string html, int status = StatusCodes.Status200OK)
    {
        Hide(http);
        return Results.Text(html, "text/html; charset=utf-8", Encoding.UTF8, status);
    }

    private static IResult Missing(HttpContext http) => Page(http, PromiseHtml.Missing, StatusCodes.Status404NotFound);

    /// <summary>Neither kept by a cache nor found by a search.</summary>
    private static void Hide(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
    }
}
