namespace Dispatch.Contracts;

/// <summary>Reads what other systems send, by the pack in force, and remembers which messages came: a stateless worker with key 0.</summary>
[Alias("external-source-grain")]
public interface IExternalSourceGrain : IGrainWithIntegerKey
{
    /// <summary>A source of the pack in force; null when it has none of this id.</summary>
    [Alias("find")]
    Task<ExternalSource?> Find(string source);

    /// <summary>
    /// Each report as the command that opens its case, or why it cannot be taken. Nothing is stored. Refused: <c>unknown-source</c>,
    /// <c>unmapped-type</c>, <c>invalid-external-number</c>, <c>invalid-reply-by</c>, <c>invalid-text</c>, and what
    /// <see cref="IPlaceGrain.Locate"/> refuses but <c>outside-territory</c>: such a report goes to the street's <c>unlocated</c> grid.
    /// </summary>
    /// <param name="source">The source's id.</param>
    /// <param name="reports">At most 1,000.</param>
    /// <param name="now">City time.</param>
    [Alias("read")]
    Task<IReadOnlyList<ExternalReading>> Read(string source, IReadOnlyList<ExternalReport> reports, DateTimeOffset now);

    /// <summary>
    /// Remembers a signed message. False when this source sent one of this nonce before, to any hub, also before a restart; a nonce is
    /// forgotten after <see cref="ExternalSource.NonceKept"/> of real time.
    /// </summary>
    /// <param name="source">The source's id.</param>
    /// <param name="nonce">8 to 64 visible ASCII characters.</param>
    /// <param name="at">Real time.</param>
    [Alias("remember")]
    Task<bool> Remember(string source, string nonce, DateTimeOffset at);
}

/// <summary>A system that sends cases.</summary>
/// <param name="Id">Its id in the pack.</param>
/// <param name="Title">Its name.</param>
/// <param name="Columns">The header of each field in its CSV files, by the field's name in <see cref="ExternalReport"/>.</param>
[GenerateSerializer, Immutable, Alias("external-source")]
public sealed record ExternalSource(
    [property: Id(0)] string Id, [property: Id(1)] Text Title, [property: Id(2)] IReadOnlyDictionary<string, string> Columns)
{
    /// <summary>How long a nonce is kept, real time: much longer than a signature is good for.</summary>
    public static readonly TimeSpan NonceKept = TimeSpan.FromHours(1);

    /// <summary>How far a message's timestamp may be from real time, either way.</summary>
    public static readonly TimeSpan SignatureWindow = TimeSpan.FromMinutes(5);

    /// <summary>The actor in whose name a source's messages act; no user name has a colon.</summary>
    public static Actor ActorOf(string source) => new($"source:{source}", Role.System, null);
}

/// <summary>A report as another system writes it.</summary>
[GenerateSerializer, Immutable, Alias("external-report")]
public sealed record ExternalReport
{
    /// <summary>The source's own number of it, 1 to 64 characters. The same number again is the same case.</summary>
    [Id(0)] public required string Number { get; init; }

    /// <summary>The source's own code of the type, or one of the pack's.</summary>
    [Id(1)] public required string Type { get; init; }

    /// <summary>What was seen, up to 2,000 characters.</summary>
    [Id(2)] public string? Description { get; init; }

    /// <summary>How the source names the place, up to 200 characters.</summary>
    [Id(3)] public string? Address { get; init; }

    /// <summary>How to reach whoever told the source, up to 200 characters: personal data.</summary>
    [Id(4)] public string? Contact { get; init; }

    /// <summary>Where, as in a report. Without it, and where it lies outside every grid, the case goes to the street's <c>unlocated</c> grid.</summary>
    [Id(5)] public PlaceInput? Place { get; init; }

    /// <summary>The work is going on now.</summary>
    [Id(6)] public bool? InProgress { get; init; }

    /// <summary>The last instant for a reply; without it the pack's time.</summary>
    [Id(7)] public DateTimeOffset? ReplyBy { get; init; }
}

/// <summary>A report as a command, or why not.</summary>
/// <param name="Report">Null with a refusal.</param>
/// <param name="Refusal">Null with a report.</param>
[GenerateSerializer, Immutable, Alias("external-reading")]
public sealed record ExternalReading([property: Id(0)] Report? Report, [property: Id(1)] Refusal? Refusal = null);
