using System.Buffers.Binary;
using SkiaSharp;

namespace Dispatch.Hub.Tests.Evidence;

/// <summary>Pictures as cameras and mischief make them.</summary>
internal static class Pictures
{
    /// <summary>Stands in the notes of the camera, so that a test can look for it in the bytes.</summary>
    public const string Secret = "Taken at home by Li";

    private const byte Notes = 0xE1;

    /// <summary>Four quarters: red and green above, white and blue below.</summary>
    public static byte[] Quarters(int width, int height, SKEncodedImageFormat format = SKEncodedImageFormat.Jpeg) => Draw(width, height, format, canvas =>
    {
        foreach (var (x, y, colour) in new[] { (0, 0, SKColors.Red), (1, 0, SKColors.Lime), (0, 1, SKColors.White), (1, 1, SKColors.Blue) })
        {
            using var paint = new SKPaint { Color = colour };
            canvas.DrawRect(SKRect.Create(x * width / 2f, y * height / 2f, width / 2f, height / 2f), paint);
        }
    });

    /// <summary>A picture that compresses badly.</summary>
    public static byte[] Noise(int width, int height) => Draw(width, height, SKEncodedImageFormat.Jpeg, canvas =>
    {
        using var noise = SKShader.CreatePerlinNoiseFractalNoise(0.9f, 0.9f, 4, 7);
        using var paint = new SKPaint { Shader = noise };
        canvas.Clear(SKColors.Gray);
        canvas.DrawPaint(paint);
    });

    /// <summary>A picture without a single opaque pixel.</summary>
    public static byte[] Transparent(int width, int height) => Draw(width, height, SKEncodedImageFormat.Png, canvas => canvas.Clear(SKColors.Transparent));

    /// <summary>A JPEG with what a phone writes into it: how it was held, where it was, and a remark.</summary>
    public static byte[] WithNotes(byte[] jpeg, int orientation)
    {
        byte[] place =
        [
            // One entry: latitude, three rationals (30, 31, 41) of 8 bytes each right behind this table.
            1, 0, 2, 0, 5, 0, 3, 0, 0, 0, 56, 0, 0, 0, 0, 0, 0, 0,
            30, 0, 0, 0, 1, 0, 0, 0, 31, 0, 0, 0, 1, 0, 0, 0, 41, 0, 0, 0, 1, 0, 0, 0,
        ];
        byte[] tiff =
        [
            .. "II*\0"u8, 8, 0, 0, 0,
            // Two entries: orientation (0x0112), and where the table of the place (0x8825) stands.
            2, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0, 0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0, 0, 0, 0, 0,
            .. place, .. System.Text.Encoding.ASCII.GetBytes(Secret),
        ];
        return [.. jpeg[..2], .. Segment(Notes, [.. "Exif\0\0"u8, .. tiff]), .. Segment(0xFE, System.Text.Encoding.ASCII.GetBytes(Secret)), .. jpeg[2..]];
    }

    /// <summary>A JPEG whose header claims another size, up to 65,535 a side.</summary>
    public static byte[] Claiming(byte[] jpeg, ushort width, ushort height)
    {
        byte[] copy = [.. jpeg];
        var frame = Segments(jpeg).First(segment => segment.Marker is 0xC0 or 0xC2).Place;
        BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(frame + 5), height);
        BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(frame + 7), width);
        return copy;
    }

    /// <summary>A grey JPEG of 64 pixels a side that is drawn over and over again: each scan is a few bytes and goes through all of it.</summary>
    public static byte[] ManyScans(int scans)
    {
        byte[] first = [.. Segment(0xDA, [1, 1, 0, 0, 0, 0]), .. new byte[8]];

        // One code of 15 bits: the next 32,767 blocks have nothing new.
        byte[] next = [.. Segment(0xDA, [1, 1, 0, 1, 63, 0]), 0x7F, 0xFF, 0];
        return
        [
            0xFF, 0xD8, .. Segment(0xDB, [0, .. Enumerable.Repeat((byte)16, 64)]), .. Segment(0xC2, [8, 0, 64, 0, 64, 1, 1, 0x11, 0]),
            .. Segment(0xC4, [0x00, 1, .. new byte[15], 0]), .. Segment(0xC4, [0x10, 1, .. new byte[15], 0xE0]),
            .. first, .. Enumerable.Repeat(next, scans).SelectMany(scan => scan), 0xFF, 0xD9,
        ];
    }

    /// <summary>The segments of a JPEG up to its pixels.</summary>
    public static IEnumerable<(byte Marker, int Place)> Segments(byte[] jpeg)
    {
        for (var place = 2; jpeg[place + 1] != 0xDA; place += 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(place + 2)))
        {
            Assert.Equal(0xFF, jpeg[place]);
            yield return (jpeg[place + 1], place);
        }
    }

    /// <summary>The colour of a quarter (left or right, above or below), named as in <see cref="Quarters"/>.</summary>
    public static string Quarter(byte[] picture, int x, int y)
    {
        using var pixels = SKBitmap.Decode(picture);
        var colour = pixels.GetPixel((pixels.Width / 4) + (x * pixels.Width / 2), (pixels.Height / 4) + (y * pixels.Height / 2));
        return (colour.Red > 128, colour.Green > 128, colour.Blue > 128) switch
        {
            (true, false, false) => "red",
            (false, true, false) => "green",
            (false, false, true) => "blue",
            (true, true, true) => "white",
            _ => colour.ToString(),
        };
    }

    private static byte[] Segment(byte marker, byte[] content)
    {
        var length = content.Length + 2;
        return [0xFF, marker, (byte)(length >> 8), (byte)length, .. content];
    }

    private static byte[] Draw(int width, int height, SKEncodedImageFormat format, Action<SKCanvas> draw)
    {
        using var pixels = new SKBitmap(width, height);
        using (var canvas = new SKCanvas(pixels))
        {
            draw(canvas);
        }

        using var encoded = pixels.Encode(format, 90);
        return encoded.ToArray();
    }
}
