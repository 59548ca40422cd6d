namespace Dispatch.Browser.Tests.Kit;

/// <summary>How somebody in a story takes photos.</summary>
public static class Photos
{
    /// <summary>A file that says it is a photo and is none.</summary>
    public static FilePayload NoPhoto { get; } = new() { Name = "notes.jpg", MimeType = "image/jpeg", Buffer = "this is text"u8.ToArray() };

    /// <summary>What the person sees, as a photo.</summary>
    public static async Task<FilePayload> PhotoAsync(this IPage page) =>
        new() { Name = "photo.png", MimeType = "image/png", Buffer = await page.ScreenshotAsync() };

    /// <summary>Taps what opens the camera, and takes this photo with it.</summary>
    public static async Task TakeAsync(this IPage page, ILocator opensCamera, FilePayload photo)
    {
        var camera = await page.RunAndWaitForFileChooserAsync(() => opensCamera.ClickAsync());
        await camera.SetFilesAsync(photo);
    }
}
