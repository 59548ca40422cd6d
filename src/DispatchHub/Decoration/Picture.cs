using Dispatch.Contracts;
using Dispatch.Hub.City;
using Dispatch.Hub.Evidence;

namespace Dispatch.Hub.Decoration;

/// <summary>A kept picture as an answer; whoever asks has been judged.</summary>
internal static class Picture
{
    /// <summary>All of it. What an id names never changes, so a browser may keep it.</summary>
    public static IResult Whole(HttpContext http, EvidencePiece piece, IGrainFactory grains)
    {
        http.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        http.Response.Headers.ContentDisposition = "inline";
        http.Response.ContentLength = piece.Bytes;
        return Results.Stream(body => grains.Evidence().CopyAsync(piece, body, http.RequestAborted), piece.Type);
    }
}
