using Dispatch.Hub.Evidence;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SkiaSharp;

namespace Dispatch.Hub.Tests.Evidence;

/// <summary>What is kept of a picture, and what is not taken at all.</summary>
public sealed class CleanPhotoTests
{
    private static CleanPhoto Kept(byte[] sent)
    {
        Assert.True(CleanPhoto.Make(sent).Succeeded(out var photo, out var problem), problem?.Detail);
        return photo;
    }

    private static Problem Refused(byte[] sent)
    {
        Assert.False(CleanPhoto.Make(sent).Succeeded(out _, out var problem));
        return problem;
    }

    [Fact]
    public void Nothing_but_the_picture_is_kept_of_what_a_phone_writes()
    {
        var sent = Pictures.WithNotes(Pictures.Quarters(200, 100), orientation: 6);
        Assert.Contains((byte)0xE1, Pictures.Segments(sent).Select(segment => segment.Marker));
        Assert.True(sent.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(Pictures.Secret)) > 0);

        var photo = Kept(sent);

        Assert.DoesNotContain(Pictures.Segments(photo.Content), segment => segment.Marker is (>= 0xE1 and <= 0xEF) or 0xFE);
        Assert.Equal(-1, photo.Content.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(Pictures.Secret)));
        Assert.Equal(-1, photo.Content.AsSpan().IndexOf("Exif"u8));
    }

    [Theory]
    [InlineData(1, "red", "green")]
    [InlineData(2, "green", "red")]
    [InlineData(3, "blue", "white")]
    [InlineData(4, "white", "blue")]
    [InlineData(5, "red", "white")]
    [InlineData(6, "white", "red")]
    [InlineData(7, "blue", "green")]
    [InlineData(8, "green", "blue")]
    public void A_picture_stands_upright_however_the_phone_was_held(int orientation, string left, string right)
    {
        var photo = Kept(Pictures.WithNotes(Pictures.Quarters(200, 100), orientation));

        Assert.Equal(orientation < 5 ? (200, 100) : (100, 200), (photo.Width, photo.Height));
        Assert.Equal((left, right), (Pictures.Quarter(photo.Content, 0, 0), Pictures.Quarter(photo.Content, 1, 0)));
    }

    [Fact]
    public void A_large_picture_is_scaled_down_and_a_small_one_is_not_scaled_up()
    {
        var large = Kept(Pictures.WithNotes(Pictures.Quarters(5000, 1000), orientation: 6));
        var small = Kept(Pictures.Quarters(3, 1));

        Assert.Equal((512, 2560), (large.Width, large.Height));
        Assert.Equal(("white", "red"), (Pictures.Quarter(large.Content, 0, 0), Pictures.Quarter(large.Content, 1, 0)));
        Assert.Equal((3, 1), (small.Width, small.Height));
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public void Other_formats_are_kept_as_jpeg(SKEncodedImageFormat format)
    {
        var photo = Kept(Pictures.Quarters(3000, 600, format));

        Assert.Equal([0xFF, 0xD8, 0xFF], photo.Content[..3]);
        Assert.Equal((2560, 512), (photo.Width, photo.Height));
        Assert.Equal(("red", "blue"), (Pictures.Quarter(photo.Content, 0, 0), Pictures.Quarter(photo.Content, 1, 1)));
    }

    [Fact]
    public void What_is_transparent_becomes_white() => Assert.Equal("white", Pictures.Quarter(Kept(Pictures.Transparent(40, 40)).Content, 0, 0));

    [Fact]
    public void The_same_picture_has_the_same_id() => Assert.Equal(Kept(Pictures.Noise(300, 200)).Piece, Kept(Pictures.Noise(300, 200)).Piece);

    [Fact]
    public void A_picture_whose_end_is_missing_is_refused()
    {
        foreach (var format in new[] { SKEncodedImageFormat.Jpeg, SKEncodedImageFormat.Png, SKEncodedImageFormat.Webp })
        {
            var whole = format == SKEncodedImageFormat.Jpeg ? Pictures.Noise(400, 300) : Pictures.Quarters(400, 300, format);
            foreach (var part in new[] { 12, 40, whole.Length / 2 })
            {
                Assert.Equal((422, "evidence-unreadable"), (Refused(whole[..part]).Status, Refused(whole[..part]).Code));
            }
        }
    }

    [Fact]
    public void A_small_file_that_claims_billions_of_pixels_is_refused_before_they_are_made()
    {
        var bomb = Pictures.Claiming(Pictures.Quarters(16, 16), 60_000, 60_000);

        var problem = Refused(bomb);

        Assert.Equal((422, "evidence-too-many-pixels"), (problem.Status, problem.Code));
        Assert.Contains("50 megapixels", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_that_is_drawn_over_and_over_again_is_given_up()
    {
        Assert.Equal((64, 64), (Kept(Pictures.ManyScans(10)).Width, Kept(Pictures.ManyScans(10)).Height));
        Assert.Equal("evidence-unreadable", Refused(Pictures.ManyScans(1_000)).Code);
    }

    [Fact]
    public void What_is_no_picture_is_refused_whatever_it_is_called()
    {
        byte[] heic = [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8];
        foreach (byte[] other in (byte[][])[[], [0xFF], [.. "GIF89a"u8], [.. "%PDF-1.7"u8], [.. "<svg xmlns='http://www.w3.org/2000/svg'/>"u8], [.. "RIFF\0\0\0\0WAVE"u8]])
        {
            Assert.Equal((415, "evidence-type"), (Refused(other).Status, Refused(other).Code));
        }

        Assert.Equal((415, "evidence-type"), (Refused(heic).Status, Refused(heic).Code));
        Assert.Contains("JPEG", Refused(heic).Detail, StringComparison.Ordinal);
        Assert.Equal("evidence-unreadable", Refused([0xFF, 0xD8, 0xFF, .. "<html>"u8]).Code);
    }

    [Fact(Timeout = 30_000)]
    public async Task No_more_photos_are_decoded_at_once_than_allowed()
    {
        using var bounds = new PhotoBounds(Options.Create(new LimitOptions { PhotosHeld = 2, PhotosDecoded = 1 }));
        using var let = new ManualResetEventSlim();
        var cancellation = TestContext.Current.CancellationToken;
        var first = bounds.DecodeAsync(() => let.Wait(TimeSpan.FromSeconds(20), cancellation), cancellation);
        var ended = false;
        var second = bounds.DecodeAsync(() => ended, cancellation);

        ended = true;
        let.Set();

        Assert.True(await first);
        Assert.True(await second);
    }

    [Fact(Timeout = 30_000)]
    public async Task When_too_many_photos_wait_the_next_one_is_told_to_come_again()
    {
        using var bounds = new PhotoBounds(Options.Create(new LimitOptions { PhotosHeld = 1, PhotosDecoded = 1 }));
        var cancellation = TestContext.Current.CancellationToken;
        var let = new TaskCompletionSource<IResult>();
        var held = Enumerable.Range(0, 257).Select(_ => bounds.HoldAsync(() => let.Task, cancellation)).ToList();

        var problem = Assert.IsType<Problem>(await bounds.HoldAsync(() => let.Task, cancellation));

        Assert.Equal((503, "busy", 5), (problem.Status, problem.Code, problem.RetryAfterSeconds));
        let.SetResult(Results.Ok());
        await Task.WhenAll(held);
    }
}
