using System.Security.Cryptography;
using System.Text;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.Decoration.Filings;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Problems;
using Microsoft.AspNetCore.Http.Features;
using QRCoder;

namespace Dispatch.Hub.Decoration.Sessions;

/// <summary>
/// The page behind an estate's secret link, for owners without an account: the menu of topics to order from, a box for a question, and
/// what was answered before. Plain HTML without script, as the pages of a door; it holds no rules.
/// </summary>
internal static class LearnPages
{
    /// <summary>Where the pages are.</summary>
    public const string Path = "/learn";

    private const string Html = "text/html; charset=utf-8";
    private const int MostFields = 64;
    private const int LongestSecret = 120;
    private const int PixelsPerModule = 6;

    /// <summary>Who orders or asks by the link: nobody whom the city knows.</summary>
    private static readonly Actor Visitor = new("learn", Role.Citizen, null);

    public static void Map(IEndpointRouteBuilder app)
    {
        var learn = app.MapGroup(Path + "/{token}").ExcludeFromDescription().AllowAnonymous().RequireRateLimiting(RateLimits.Doors);
        learn.MapGet("", ShowAsync);
        learn.MapGet("/qr", CodeAsync);
        learn.MapPost("/order", OrderAsync).DisableAntiforgery();
        learn.MapPost("/ask", AskAsync).DisableAntiforgery();
        app.MapGet("/api/guidance/{secret}/answers", AnswersAsync)
            .WithTags("Teaching").AllowAnonymous().RequireRateLimiting(RateLimits.Sources)
            .Describe("What was answered to the owners of the estate of a guidance plan.", "For residents, without signing in; 'link' is where they ask.")
            .Produces<PublishedAnswers>().Refuses(404, 429, 503);
    }

    private static async Task<IResult> ShowAsync(string token, IGrainFactory grains, ICityClock clock) =>
        await FindAsync(token, grains, clock) is { } page ? Page(LearnHtml.Page(page, token, said: null)) : Missing();

    private static async Task<IResult> CodeAsync(HttpContext http, string token, IGrainFactory grains, ICityClock clock)
    {
        if (await FindAsync(token, grains, clock) is null)
        {
            return Missing();
        }

        using var data = QRCodeGenerator.GenerateQrCode($"{http.Request.Scheme}://{http.Request.Host}{Path}/{token}", QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return Results.Text(code.GetGraphic(PixelsPerModule), "image/svg+xml");
    }

    private static Task<IResult> OrderAsync(HttpContext http, string token, IGrainFactory grains, ICityClock clock) =>
        ActAsync(http, token, grains, clock, LearnSaid.Ordered, static (page, fields) => new OrderTopics
        {
            EstateId = page.EstateId,
            Audience = TeachingAudience.Owners,
            Topics = [.. fields["topic"].OfType<string>()],
        });

    private static Task<IResult> AskAsync(HttpContext http, string token, IGrainFactory grains, ICityClock clock) =>
        ActAsync(http, token, grains, clock, LearnSaid.Asked, static (page, fields) => new AskQuestion
        {
            EstateId = page.EstateId,
            Question = fields["question"].ToString().ReplaceLineEndings(" ").Trim(),
        });

    private static async Task<IResult> ActAsync(
        HttpContext http, string token, IGrainFactory grains, ICityClock clock, DoorSaid done, Func<LearnPage, IFormCollection, DossierCommand> command)
    {
        if (await FindAsync(token, grains, clock) is not { } page)
        {
            return Missing();
        }

        if (await FieldsAsync(http) is not { } fields)
        {
            return Page(LearnHtml.Page(page, token, DoorSaid.Incomplete), StatusCodes.Status400BadRequest);
        }

        // From one address within an hour the same words again are the same deed.
        var said = string.Join('\n', fields.SelectMany(field => field.Value.Select(value => $"{field.Key}={value}")));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{http.Connection.RemoteIpAddress}\n{clock.Now:yyyy-MM-ddTHH}\n{http.Request.Path}\n{said}")));
        var answer = await grains.Dossier<ITeachingSessionGrain>(DossierKinds.Session, page.SessionId).Act(new DossierAct
        {
            Command = command(page, fields),
            By = Visitor,
            Key = hash,
            BodyHash = hash,
            ReceivedAt = clock.Now,
        });
        return answer.Refusal is { } refusal
            ? Page(LearnHtml.Page(page, token, LearnSaid.Refused(refusal), fields["question"]), refusal.Code.Status())
            : Page(LearnHtml.Page(await FindAsync(token, grains, clock) ?? page, token, done));
    }

    private static async Task<IResult> AnswersAsync(string secret, IGrainFactory grains, ICityClock clock) =>
        secret.Length <= LongestSecret && await grains.GetGrain<IEstateDeskGrain>(0).Guidance(secret, clock.Now) is { } guidance
            ? Results.Ok(await grains.GetGrain<ITeachingDeskGrain>(0).Answers(guidance.EstateId))
            : Denied.Unknown("guidance");

    private static Task<LearnPage?> FindAsync(string token, IGrainFactory grains, ICityClock clock) => grains.GetGrain<ITeachingDeskGrain>(0).Learn(token, clock.Now);

    private static async Task<IFormCollection?> FieldsAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType || http.Request.ContentLength is null or > RequestBody.MaxBytes)
        {
            return null;
        }

        try
        {
            return await http.Request.ReadFormAsync(new FormOptions { ValueCountLimit = MostFields, BufferBodyLengthLimit = RequestBody.MaxBytes });
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static IResult Page(string html, int status = StatusCodes.Status200OK) => Results.Text(html, Html, Encoding.UTF8, status);

    private static IResult Missing() => Page(LearnHtml.Missing, StatusCodes.Status404NotFound);
}
