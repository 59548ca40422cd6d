namespace Dispatch.Contracts;

/// <summary>An extension that waits for the supervisor.</summary>
/// <param name="Clock">On which clock.</param>
/// <param name="Length">How much, such as <c>2 wd</c>.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who asked.</param>
[GenerateSerializer, Immutable, Alias("asked-extension")]
public sealed record AskedExtension(
    [property: Id(0)] string Clock, [property: Id(1)] string Length, [property: Id(2)] string Reason, [property: Id(3)] string By);

/// <summary>A suspension that waits for the supervisor; the clocks run on meanwhile.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Until">When it would come back by itself.</param>
/// <param name="By">Who asked.</param>
[GenerateSerializer, Immutable, Alias("asked-suspension")]
public sealed record AskedSuspension([property: Id(0)] string Reason, [property: Id(1)] DateTimeOffset Until, [property: Id(2)] string By);
