using System.Text;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.Sources;

/// <summary>A file's text: UTF-8, with or without a byte order mark, else GB 18030, in which the spreadsheets of Chinese offices save.</summary>
internal static class ImportText
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    private static readonly Problem Unreadable = new(
        StatusCodes.Status422UnprocessableEntity, "unreadable-text", "The file is neither UTF-8 nor GB 18030 text; save it as CSV in one of them.");

    /// <summary>Reads a file's bytes.</summary>
    public static Parsed<string> Of(ReadOnlySpan<byte> bytes)
    {
        var content = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        return (Read(content, Utf8) ?? Read(content, Gb18030)) is { } text ? Parsed<string>.Of(text) : Unreadable;
    }

    private static string? Read(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            // Another encoding, then.
            return null;
        }
    }
}
