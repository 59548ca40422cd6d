using SkiaSharp;

namespace Dispatch.Hub.Decoration.Estates;

/// <summary>A floor plan drawn from rectangles, for samples: no developer's plan is published with the product.</summary>
internal static class DrawnPlan
{
    private const int Width = 1200;
    private const int Height = 900;
    private const float Wall = 10;

    private static readonly SKColor Paper = new(0xff, 0xff, 0xff);
    private static readonly SKColor Line = new(0x33, 0x3b, 0x45);
    private static readonly SKColor[] Floors = [new(0xf3, 0xee, 0xe4), new(0xe3, 0xee, 0xf6), new(0xe6, 0xf1, 0xe2), new(0xf0, 0xf0, 0xf0)];

    /// <summary>A PNG of rooms.</summary>
    /// <param name="rooms">Each left, top, width and height as fractions of the picture, and its floor: 0 dry, 1 wet, 2 garden, 3 outside.</param>
    public static byte[] Png(IEnumerable<double[]> rooms)
    {
        using var surface = SKSurface.Create(new SKImageInfo(Width, Height));
        surface.Canvas.Clear(Paper);
        foreach (var room in rooms)
        {
            var area = SKRect.Create((float)room[0] * Width, (float)room[1] * Height, (float)room[2] * Width, (float)room[3] * Height);
            using var floor = new SKPaint { Color = Floors[(int)room[4]] };
            using var wall = new SKPaint { Color = Line, Style = SKPaintStyle.Stroke, StrokeWidth = room[4] >= 2 ? Wall / 2 : Wall, IsAntialias = true };
            surface.Canvas.DrawRect(area, floor);
            surface.Canvas.DrawRect(area, wall);
        }

        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, quality: 100);
        return png.ToArray();
    }
}
