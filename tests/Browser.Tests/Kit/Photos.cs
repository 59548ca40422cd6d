using System.Buffers.Binary;

namespace Dispatch.Browser.Tests.Kit;

/// <summary>How somebody in a story takes photos.</summary>
public static class Photos
{
    /// <summary>A file that says it is a photo and is none.</summary>
    public static FilePayload NoPhoto { get; } = new() { Name = "notes.jpg", MimeType = "image/jpeg", Buffer = "this is text"u8.ToArray() };

    /// <summary>A photo of 12 MB: 2,000 × 2,000 points that no camera would press together.</summary>
    public static FilePayload Huge { get; } = new() { Name = "huge.bmp", MimeType = "image/bmp", Buffer = Bitmap(2_000) };

    /// <summary>What the person sees, as a photo.</summary>
    public static async Task<FilePayload> PhotoAsync(this IPage page) =>
        new() { Name = "photo.png", MimeType = "image/png", Buffer = await page.ScreenshotAsync() };

    /// <summary>Taps what opens the camera, and takes this photo with it.</summary>
    public static async Task TakeAsync(this IPage page, ILocator opensCamera, FilePayload photo)
    {
        var camera = await page.RunAndWaitForFileChooserAsync(() => opensCamera.ClickAsync());
        await camera.SetFilesAsync(photo);
    }

    /// <summary>A square picture of noise, uncompressed.</summary>
    private static byte[] Bitmap(int side)
    {
        const int Header = 54;
        var file = new byte[Header + (side * side * 3)];
        new Random(1).NextBytes(file.AsSpan(Header));
        "BM"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(2), file.Length);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(10), Header);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(14), 40); // The second header's length, then width, height, planes and bits.
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(18), side);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(22), side);
        file[26] = 1;
        file[28] = 24;
        file.AsSpan(30, Header - 30).Clear();
        return file;
    }
}
