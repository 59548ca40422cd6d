using System.Security.Cryptography;
using Dispatch.Contracts;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.Problems;
using SkiaSharp;

namespace Dispatch.Hub.Evidence;

/// <summary>
/// A photo as it is kept: a JPEG made anew from the pixels, upright, without anything else that the sender's file held (place,
/// time, camera, thumbnail).
/// </summary>
/// <param name="Content">The JPEG.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
internal sealed record CleanPhoto(byte[] Content, int Width, int Height)
{
    /// <summary>The media type of every photo kept.</summary>
    public const string MediaType = "image/jpeg";

    /// <summary>The longest edge of a photo kept, in pixels; a larger one is scaled down.</summary>
    public const int LongestEdge = 2560;

    /// <summary>The most pixels of a photo sent. A few kilobytes can claim billions, and each takes 4 bytes of memory.</summary>
    public const long MostPixels = 50_000_000;

    private const int Quality = 85;

    // So few that a head fills one or two of them in a picture of a room or a façade.
    private const int Blocks = 48;

    private const int BlockPixels = 14;

    private static readonly Problem Unreadable = new(StatusCodes.Status422UnprocessableEntity, "evidence-unreadable",
        "This picture is damaged or not whole; take or export it again.");

    private static readonly Problem TooManyPixels = new(StatusCodes.Status422UnprocessableEntity, "evidence-too-many-pixels",
        "A picture holds 50 megapixels at most; scale it down.");

    /// <summary>How it is kept; the same pixels make the same id.</summary>
    public EvidencePiece Piece { get; } = new(Convert.ToHexStringLower(SHA256.HashData(Content)), MediaType, Content.Length, Width, Height);

    /// <summary>Makes a photo out of what was sent, or says what is wrong with it.</summary>
    public static Parsed<CleanPhoto> Make(byte[] sent)
    {
        if (!PhotoFormats.Judge(sent).Succeeded(out var format, out var problem))
        {
            return problem;
        }

        using var data = SKData.CreateCopy(sent);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.EncodedFormat != format || codec.Info is not { Width: > 0, Height: > 0 } claimed)
        {
            return Unreadable;
        }

        if ((long)claimed.Width * claimed.Height > MostPixels)
        {
            return TooManyPixels;
        }

        var ratio = Math.Min(1, LongestEdge / (float)Math.Max(claimed.Width, claimed.Height));
        return Redraw(codec, ratio) is { } photo ? photo : Unreadable;
    }

    /// <summary>A photo that is kept, scaled down to a width; null where its bytes are no picture.</summary>
    /// <param name="kept">A JPEG of <see cref="Make"/>.</param>
    /// <param name="width">In pixels, below its own.</param>
    public static byte[]? Scale(byte[] kept, int width)
    {
        using var data = SKData.CreateCopy(kept);
        using var codec = SKCodec.Create(data);
        return codec is null ? null : Redraw(codec, width / (float)codec.Info.Width)?.Content;
    }

    /// <summary>
    /// A photo that is kept, as coarse blocks in which no face, plate or writing can be made out; null where its bytes are no picture.
    /// The blocks are all that is left of it: nothing finer is in the bytes.
    /// </summary>
    /// <param name="kept">A JPEG of <see cref="Make"/>.</param>
    public static byte[]? Coarsen(byte[] kept)
    {
        using var data = SKData.CreateCopy(kept);
        using var codec = SKCodec.Create(data);
        if (codec is null || Redraw(codec, Math.Min(1, Blocks / (float)Math.Max(codec.Info.Width, codec.Info.Height))) is not { } small)
        {
            return null;
        }

        using var blocks = SKBitmap.Decode(small.Content);
        var info = new SKImageInfo(blocks.Width * BlockPixels, blocks.Height * BlockPixels, SKImageInfo.PlatformColorType, SKAlphaType.Opaque);
        using var large = blocks.Resize(info, new SKSamplingOptions(SKFilterMode.Nearest));
        using var drawn = large.PeekPixels();
        using var jpeg = drawn.Encode(new SKJpegEncoderOptions(Quality));
        return jpeg?.ToArray();
    }

    private static CleanPhoto? Redraw(SKCodec codec, float ratio)
    {
        using var pixels = PhotoPixels.Decode(codec, ratio);
        if (pixels is null)
        {
            return null;
        }

        var upright = PhotoPixels.Upright(codec.EncodedOrigin, codec.Info.Size);
        var (width, height) = (Scaled(upright.Width, ratio), Scaled(upright.Height, ratio));
        using var surface = PhotoPixels.Draw(pixels, codec.EncodedOrigin, width, height);
        using var drawn = surface.PeekPixels();
        using var jpeg = drawn.Encode(new SKJpegEncoderOptions(Quality));
        return jpeg is null ? null : new CleanPhoto(jpeg.ToArray(), width, height);
    }

    private static int Scaled(int length, float ratio) => Math.Max(1, (int)MathF.Round(length * ratio));
}
