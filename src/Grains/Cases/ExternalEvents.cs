namespace Dispatch.Grains.Cases;

/// <summary>The source said something new of a case that it sent before; what is null is as it was.</summary>
/// <param name="Description">What was seen.</param>
/// <param name="Address">How the source names the place.</param>
/// <param name="Contact">How to reach whoever told the source: personal data.</param>
/// <param name="ReplyBy">Another last instant for a reply.</param>
public sealed record ExternalUpdated(string? Description, string? Address, string? Contact, DateTimeOffset? ReplyBy) : CaseEvent;

/// <summary>The source was replied to.</summary>
/// <param name="Text">What it was told; null where the end of the case says it all.</param>
/// <param name="Automatic">True where the end of the case was the reply.</param>
public sealed record ExternalReplied(string? Text, bool Automatic) : CaseEvent;

/// <summary>The source's time for a reply ran out: the supervisor is told.</summary>
/// <param name="Source">Which source.</param>
/// <param name="Number">Its number.</param>
/// <param name="Raised">True where this alone brought the case to supervision.</param>
public sealed record ExternalReplyOverdue(string Source, string Number, bool Raised) : CaseEvent;
