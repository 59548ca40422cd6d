namespace Dispatch.Contracts;

/// <summary>A photo as it is kept, without its bytes. The id is made from the bytes, so it never means another picture.</summary>
/// <param name="Id">The SHA-256 of the bytes kept, 64 lower-case hex digits.</param>
/// <param name="Type">The media type of the bytes kept, such as <c>image/jpeg</c>.</param>
/// <param name="Bytes">How many bytes, 1 to <see cref="MaxBytes"/>.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
[GenerateSerializer, Immutable, Alias("evidence-piece")]
public sealed record EvidencePiece(
    [property: Id(0)] string Id,
    [property: Id(1)] string Type,
    [property: Id(2)] int Bytes,
    [property: Id(3)] int Width,
    [property: Id(4)] int Height)
{
    /// <summary>The most bytes of one piece, as sent and as kept.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    /// <summary>The bytes of one part; only the last part is shorter.</summary>
    public const int PartBytes = 256 * 1024;

    /// <summary>The most pieces of one case.</summary>
    public const int MaxPerCase = 100;

    /// <summary>The most pieces that one user may have uploaded and not used in a case.</summary>
    public const int MaxUnused = 100;

    private const int IdLength = 64;

    /// <summary>How many parts its bytes make.</summary>
    public int Parts() => ((Bytes - 1) / PartBytes) + 1;

    /// <summary>Whether text can be the id of a piece.</summary>
    public static bool IsId(string? text) => text is { Length: IdLength } && text.All(c => char.IsAsciiDigit(c) || c is >= 'a' and <= 'f');
}

/// <summary>A piece of evidence of a case.</summary>
/// <param name="Id">As in <see cref="EvidencePiece"/>.</param>
/// <param name="Type">As in <see cref="EvidencePiece"/>.</param>
/// <param name="Bytes">As in <see cref="EvidencePiece"/>.</param>
/// <param name="Width">As in <see cref="EvidencePiece"/>.</param>
/// <param name="Height">As in <see cref="EvidencePiece"/>.</param>
/// <param name="By">Who attached it.</param>
/// <param name="At">When it was attached: when the command was done, where that was before receipt.</param>
[GenerateSerializer, Immutable, Alias("case-evidence")]
public sealed record CaseEvidence(
    [property: Id(0)] string Id,
    [property: Id(1)] string Type,
    [property: Id(2)] int Bytes,
    [property: Id(3)] int Width,
    [property: Id(4)] int Height,
    [property: Id(5)] string By,
    [property: Id(6)] DateTimeOffset At);
