using SkiaSharp;

namespace Dispatch.Hub.Evidence;

/// <summary>Pixels of a photo: read at no more than the size needed, turned upright, scaled.</summary>
internal static class PhotoPixels
{
    // The JPEG decoder scales by eighths and takes the nearest; half a step more keeps it from going below what was asked for.
    private const float HalfStep = 1 / 16f;

    // Below this a picture is scaled by way of smaller copies of itself, or fine lines flicker.
    private const float SmallRatio = 0.5f;

    /// <summary>The pixels at a ratio of their size or the next larger one that the format can be read at; null where they are not all there.</summary>
    public static SKBitmap? Decode(SKCodec codec, float ratio)
    {
        var size = codec.GetScaledDimensions(Math.Min(1, ratio + HalfStep));
        using var srgb = SKColorSpace.CreateSrgb();
        var info = new SKImageInfo(
            size.Width, size.Height, SKImageInfo.PlatformColorType, codec.Info.IsOpaque ? SKAlphaType.Opaque : SKAlphaType.Premul, srgb);
        var pixels = new SKBitmap(info);
        if (codec.GetPixels(info, pixels.GetPixels()) == SKCodecResult.Success)
        {
            // Drawing shares the memory of what cannot change any more.
            pixels.SetImmutable();
            return pixels;
        }

        pixels.Dispose();
        return null;
    }

    /// <summary>A size as it is once the picture stands upright.</summary>
    public static SKSizeI Upright(SKEncodedOrigin origin, SKSizeI size) =>
        IsOnItsSide(origin) ? new SKSizeI(size.Height, size.Width) : size;

    /// <summary>A picture drawn upright at a size, on white where it is transparent.</summary>
    public static SKSurface Draw(SKBitmap pixels, SKEncodedOrigin origin, int width, int height)
    {
        var upright = Upright(origin, pixels.Info.Size);
        var (across, down) = (width / (float)upright.Width, height / (float)upright.Height);

        // Without a colour space of its own the picture is encoded without a profile, which every reader takes for sRGB.
        var surface = SKSurface.Create(new SKImageInfo(width, height, SKImageInfo.PlatformColorType, SKAlphaType.Opaque));
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Scale(across, down);
        surface.Canvas.Concat(Turn(origin, pixels.Width, pixels.Height));
        using var image = SKImage.FromBitmap(pixels);
        surface.Canvas.DrawImage(image, 0, 0, new SKSamplingOptions(
            SKFilterMode.Linear, Math.Min(across, down) < SmallRatio ? SKMipmapMode.Linear : SKMipmapMode.None));
        surface.Flush();
        return surface;
    }

    private static bool IsOnItsSide(SKEncodedOrigin origin) =>
        origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;

    /// <summary>From the pixels as stored to the picture as seen: the eight ways in which a camera can be held, mirrored or not.</summary>
    private static SKMatrix Turn(SKEncodedOrigin origin, int width, int height) => origin switch
    {
        SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new SKMatrix(0, -1, height, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, height, -1, 0, width, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, width, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}
