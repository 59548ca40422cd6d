using Dispatch.Hub.Bodies;
using Dispatch.Hub.Problems;
using SkiaSharp;

namespace Dispatch.Hub.Evidence;

/// <summary>What a photo is, by its first bytes; what the sender calls it is not asked.</summary>
internal static class PhotoFormats
{
    private static readonly Problem NoPhoto =
        new(StatusCodes.Status415UnsupportedMediaType, "evidence-type", "This is no JPEG, PNG or WebP picture; send one of these.");

    private static readonly Problem Heic = new(StatusCodes.Status415UnsupportedMediaType, "evidence-type",
        "HEIC pictures are not taken; let the phone take or send pictures as JPEG (on an iPhone: Settings, Camera, Formats, Most Compatible).");

    /// <summary>The format, or the problem <c>evidence-type</c>.</summary>
    public static Parsed<SKEncodedImageFormat> Judge(ReadOnlySpan<byte> photo) =>
        photo.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? SKEncodedImageFormat.Jpeg
        : photo.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? SKEncodedImageFormat.Png
        : photo.Length >= 12 && photo.StartsWith("RIFF"u8) && photo[8..12].SequenceEqual("WEBP"u8) ? SKEncodedImageFormat.Webp
        : IsHeic(photo) ? Heic
        : NoPhoto;

    private static bool IsHeic(ReadOnlySpan<byte> photo) =>
        photo.Length >= 12 && photo[4..8].SequenceEqual("ftyp"u8)
        && (photo[8..11].SequenceEqual("hei"u8) || photo[8..11].SequenceEqual("hev"u8) || photo[8..12].SequenceEqual("mif1"u8) || photo[8..12].SequenceEqual("msf1"u8));
}
