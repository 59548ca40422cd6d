using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Hub.City;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Problems;
using QRCoder;

namespace Dispatch.Hub.Decoration.Estates;

/// <summary>What residents read without signing in, by a link that nobody guesses.</summary>
internal static class GuidanceApi
{
    private const int LongestSecret = 120;
    private const int PixelsPerModule = 6;

    public static void Map(IEndpointRouteBuilder app)
    {
        var guidance = app.MapGroup("/api/guidance/{secret}").WithTags("Estates").AllowAnonymous().RequireRateLimiting(RateLimits.Sources);
        guidance.MapGet("", LookAsync)
            .Describe("The guidance plan of a floor-plan type, as published last.", "For residents, without signing in; whoever has the link reads it.")
            .Produces<PublicGuidance>().Refuses(404, 429, 503);
        guidance.MapGet("/images/{piece}", ImageAsync)
            .Describe("A picture of a guidance plan: the floor plan or a spot of it.", "It never changes: keep it as long as you like.")
            .Produces<Stream>(StatusCodes.Status200OK, "image/jpeg").Refuses(404, 429, 503);
        guidance.MapGet("/qr", CodeAsync)
            .Describe("The link of a guidance plan as a QR code, for print.", "An SVG; it leads to the address under which you asked.")
            .Produces<Stream>(StatusCodes.Status200OK, "image/svg+xml").Refuses(404, 429, 503);
    }

    private static async Task<IResult> LookAsync(string secret, IGrainFactory grains, ICityClock clock) =>
        await FindAsync(secret, grains, clock) is { } guidance ? Results.Ok(guidance) : Denied.Unknown("guidance");

    private static async Task<IResult> ImageAsync(HttpContext http, string secret, string piece, IGrainFactory grains, ICityClock clock) =>
        await FindAsync(secret, grains, clock) is { } guidance
            && guidance.Guidance.Lines.Select(line => line.Spot.EvidenceId).Append(guidance.Image.Id).Contains(piece)
            && await grains.Evidence().Find(piece, by: null) is { } found
            ? Picture.Whole(http, found, grains)
            : Denied.Unknown("picture");

    private static async Task<IResult> CodeAsync(HttpContext http, string secret, IGrainFactory grains, ICityClock clock)
    {
        if (await FindAsync(secret, grains, clock) is null)
        {
            return Denied.Unknown("guidance");
        }

        using var data = QRCodeGenerator.GenerateQrCode($"{http.Request.Scheme}://{http.Request.Host}/g/{secret}", QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return Results.Text(code.GetGraphic(PixelsPerModule), "image/svg+xml");
    }

    private static async Task<PublicGuidance?> FindAsync(string secret, IGrainFactory grains, ICityClock clock) =>
        secret.Length <= LongestSecret ? await grains.GetGrain<IEstateDeskGrain>(0).Guidance(secret, clock.Now) : null;
}
