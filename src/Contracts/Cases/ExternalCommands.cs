namespace Dispatch.Contracts;

/// <summary>What the system that a case came from is answered. The first answer stops the clock <c>external-reply</c>; a later one corrects it.</summary>
/// <param name="Text">1 to 2,000 characters. It leaves the office.</param>
[GenerateSerializer, Immutable, Alias("command.reply-external")]
public sealed record ReplyExternal([property: Id(0)] string Text) : CaseCommand;

/// <summary>
/// What a source says anew of a case that it sent before. What is null, or as it was, changes nothing; without any change nothing
/// happens. Something new about a case that was closed or rejected opens it again.
/// </summary>
/// <param name="Description">As in <see cref="Report"/>.</param>
/// <param name="Address">As in <see cref="Report"/>.</param>
/// <param name="Contact">As in <see cref="Report"/>: personal data.</param>
/// <param name="ReplyBy">Another last instant for a reply: the clock <c>external-reply</c> starts anew until then, also after a reply.</param>
[GenerateSerializer, Immutable, Alias("command.update-external")]
public sealed record UpdateExternal(
    [property: Id(0)] string? Description = null,
    [property: Id(1)] string? Address = null,
    [property: Id(2)] string? Contact = null,
    [property: Id(3)] DateTimeOffset? ReplyBy = null) : CaseCommand;
