using Dispatch.Contracts;
using Dispatch.Hub.Access;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.City;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Problems;
using Microsoft.Net.Http.Headers;

namespace Dispatch.Hub.Evidence;

/// <summary>Sending photos, and looking at them.</summary>
internal static class EvidenceApi
{
    private const int LeastWidth = 64;

    private const int MostWidth = 1600;

    private static readonly Problem TooLarge =
        new(StatusCodes.Status413PayloadTooLarge, "evidence-too-large", "A photo holds 10 MB at most; scale it down.");

    public static void Map(IEndpointRouteBuilder app)
    {
        var evidence = app.MapGroup("/api/evidence").WithTags("Evidence");
        evidence.MapPost("", UploadAsync)
            .Describe("Keeps a photo, to be named in 'evidenceIds' of a report or command.",
                "A JPEG, PNG or WebP of at most 10 MB and 50 megapixels, judged by its bytes. It is kept as a JPEG of at most 2560 pixels a side, upright, without place, time or any other note of the camera. "
                + "The same photo has the same id, so a repeat is harmless. Only you see it until it is attached to a case; unused it goes after 7 days.")
            .WithMetadata(new RawBody("image/jpeg", "image/png", "image/webp"))
            .Produces<EvidencePiece>(StatusCodes.Status201Created)
            .Refuses(401, 403, 413, 415, 422, 429, 503)
            .RequireAuthorization(Policies.Of("attach-evidence"))
            .RequireRateLimiting(RateLimits.Commands);
        evidence.MapGet("/{id}", DownloadAsync)
            .Describe("A photo of a case, or with no 'case' one that you uploaded.", "It never changes: keep it as long as you like. With 'width' it is scaled down to so many pixels.")
            .WithMetadata(new QueryParameters("case", "width"))
            .Produces<Stream>(StatusCodes.Status200OK, CleanPhoto.MediaType)
            .Refuses(401, 403, 404, 503)
            .RequireAuthorization(Policies.Look);
    }

    private static Task<IResult> UploadAsync(HttpContext http, PhotoBounds bounds, IGrainFactory grains, ICityClock clock) => bounds.HoldAsync(
        async () =>
        {
            if (await ReadAsync(http.Request) is not { } sent)
            {
                return TooLarge;
            }

            if (!(await bounds.DecodeAsync(() => CleanPhoto.Make(sent), http.RequestAborted)).Succeeded(out var photo, out var problem))
            {
                return problem;
            }

            return await grains.Evidence().KeepAsync(photo, http.User.Actor().Id, clock.Now) is { } refusal
                ? refusal
                : Results.Created($"/api/evidence/{photo.Piece.Id}", photo.Piece);
        },
        http.RequestAborted);

    private static async Task<IResult> DownloadAsync(HttpContext http, string id, IGrainFactory grains, PhotoBounds bounds)
    {
        var text = new QueryText(http.Request, "case", "width");
        var caseId = text.Text("case", Scope.MaxIdLength);
        var asked = (int)text.Number("width", LeastWidth, MostWidth, 0);
        if (text.Problem is { } fault)
        {
            return fault;
        }

        if (!(await FindAsync(http.User.Actor(), id, caseId, grains)).Succeeded(out var piece, out var problem))
        {
            return problem;
        }

        int? width = asked > 0 && asked < piece.Width ? asked : null;
        var tag = new EntityTagHeaderValue(width is null ? $"\"{id}\"" : $"\"{id}-{width}\"");
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            Describe(http.Response, tag);
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        return width is { } narrow
            ? await bounds.HoldAsync(() => ScaledAsync(http, piece, narrow, tag, grains.Evidence(), bounds), http.RequestAborted)
            : Whole(http, piece, tag, grains.Evidence());
    }

    /// <summary>A piece that the actor may see: of a case that they see, or their own.</summary>
    private static async Task<Parsed<EvidencePiece>> FindAsync(Actor actor, string id, string? caseId, IGrainFactory grains)
    {
        if (caseId is null)
        {
            return EvidencePiece.IsId(id) && await grains.Evidence().Find(id, actor.Id) is { } own ? own : Denied.Unknown("photo");
        }

        if (!SafeId.Is(caseId) || await grains.Case(caseId).View() is not { } view)
        {
            return Denied.Unknown("case");
        }

        return !actor.Sees(view) ? Denied.OutsideArea
            : view.Evidence.FirstOrDefault(piece => piece.Id == id) is { } shown
                ? new EvidencePiece(shown.Id, shown.Type, shown.Bytes, shown.Width, shown.Height)
                : Denied.Unknown("photo");
    }

    private static IResult Whole(HttpContext http, EvidencePiece piece, EntityTagHeaderValue tag, IEvidenceGrain grain)
    {
        Describe(http.Response, tag);
        http.Response.ContentLength = piece.Bytes;
        return Results.Stream(body => grain.CopyAsync(piece, body, http.RequestAborted), piece.Type);
    }

    private static async Task<IResult> ScaledAsync(
        HttpContext http, EvidencePiece piece, int width, EntityTagHeaderValue tag, IEvidenceGrain grain, PhotoBounds bounds)
    {
        using var kept = new MemoryStream(piece.Bytes);
        await grain.CopyAsync(piece, kept, http.RequestAborted);
        var scaled = await bounds.DecodeAsync(() => CleanPhoto.Scale(kept.GetBuffer(), width), http.RequestAborted)
            ?? throw new InvalidOperationException($"The evidence {piece.Id} is no picture.");
        Describe(http.Response, tag);
        return Results.Bytes(scaled, CleanPhoto.MediaType);
    }

    /// <summary>What an id names never changes; a browser may keep it, a cache that others use may not.</summary>
    private static void Describe(HttpResponse response, EntityTagHeaderValue tag)
    {
        response.GetTypedHeaders().ETag = tag;
        response.Headers.CacheControl = "private, max-age=31536000, immutable";
        response.Headers.ContentDisposition = "inline";
    }

    /// <summary>The body; null when it is too large. Memory grows with what came, not with what was announced.</summary>
    private static async Task<byte[]?> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > EvidencePiece.MaxBytes)
        {
            return null;
        }

        using var read = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int some;
        while ((some = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
        {
            if (read.Length + some > EvidencePiece.MaxBytes)
            {
                return null;
            }

            read.Write(buffer, 0, some);
        }

        return read.ToArray();
    }
}
