using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dispatch.Contracts;

/// <summary>What somebody wants done with a case. Its name on the wire is the kebab-case of the type's name (<c>take-back</c>).</summary>
[GenerateSerializer, Immutable, Alias("command")]
public abstract record CaseCommand
{
    /// <summary>Every command by its name on the wire; <see cref="Report"/>, which opens a case, is not among them.</summary>
    public static FrozenDictionary<string, Type> ByName { get; } = typeof(CaseCommand).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(CaseCommand)) && !type.IsAbstract && type != typeof(Report))
        .ToFrozenDictionary(NameOf, StringComparer.Ordinal);

    /// <summary>The name on the wire.</summary>
    [JsonIgnore]
    public string Name => NameOf(GetType());

    /// <summary>The name on the wire of a command's type.</summary>
    public static string NameOf(Type type) => JsonNamingPolicy.KebabCaseLower.ConvertName(type.Name);
}

/// <summary>A command that needs a reason, 1 to 500 characters.</summary>
/// <param name="Reason">Why; refused with <see cref="RefusalCode.ReasonRequired"/> when blank.</param>
[GenerateSerializer, Immutable, Alias("command.reasoned")]
public abstract record ReasonedCommand([property: Id(0)] string? Reason) : CaseCommand;

/// <summary>Opens a case.</summary>
[GenerateSerializer, Immutable, Alias("command.report")]
public sealed record Report : CaseCommand
{
    /// <summary>The id that the case will have, made from actor and key, so that a repeat finds the same case.</summary>
    [Id(8)] public required string CaseId { get; init; }

    /// <summary>The type's code in the pack.</summary>
    [Id(0)] public required string Type { get; init; }

    /// <summary>What was seen, up to 2,000 characters.</summary>
    [Id(1)] public string? Description { get; init; }

    /// <summary>Where, already found in the territory.</summary>
    [Id(2)] public required CasePlace Place { get; init; }

    /// <summary>How the reporter names the place, up to 200 characters.</summary>
    [Id(3)] public string? Address { get; init; }

    /// <summary>How to reach the reporter, up to 200 characters: personal data.</summary>
    [Id(4)] public string? Contact { get; init; }

    /// <summary>The work is going on now: the type's urgent set applies, where the pack has one.</summary>
    [Id(5)] public bool InProgress { get; init; }

    /// <summary>A grid worker hands it straight to the community.</summary>
    [Id(6)] public bool PassUp { get; init; }

    /// <summary>Cases that are likely the same matter, nearest first, at most 10.</summary>
    [Id(7)] public IReadOnlyList<string> PossibleDuplicates { get; init; } = [];

    /// <summary>Photos that show it, at most 20, each uploaded by whoever reports.</summary>
    [Id(9)] public IReadOnlyList<string>? EvidenceIds { get; init; }

    /// <summary>演练: it did not happen; the case travels the real path and counts nowhere. Only captains and supervisors say so.</summary>
    [Id(74)] public bool Drill { get; init; }

    /// <summary>By what another system knows it; null where none sent it. Given to a case that has it already, the report is what that system says anew.</summary>
    [Id(70)] public ExternalReference? External { get; init; }
}

/// <summary>The grid worker looked on site.</summary>
/// <param name="Confirmed">False rejects the report.</param>
[GenerateSerializer, Immutable, Alias("command.verify-report")]
public sealed record VerifyReport([property: Id(0)] bool Confirmed) : CaseCommand;

/// <summary>The grid worker ended it on the spot; somebody else checks.</summary>
/// <param name="EvidenceIds">Photos that show it, at most 20; those that are not attached yet are attached with it.</param>
/// <param name="OpenAssists">Why it ends while departments have not answered yet; needed where some have not.</param>
[GenerateSerializer, Immutable, Alias("command.settle")]
public sealed record Settle([property: Id(0)] IReadOnlyList<string>? EvidenceIds = null, [property: Id(1)] string? OpenAssists = null) : CaseCommand;

/// <summary>The grid worker hands it to the community.</summary>
[GenerateSerializer, Immutable, Alias("command.pass-up")]
public sealed record PassUp(string? Reason) : ReasonedCommand(Reason);

/// <summary>Not a case, or not the street's.</summary>
[GenerateSerializer, Immutable, Alias("command.reject")]
public sealed record Reject(string? Reason) : ReasonedCommand(Reason);

/// <summary>The same matter as another open case.</summary>
/// <param name="IntoCaseId">The case in which it goes on.</param>
[GenerateSerializer, Immutable, Alias("command.merge")]
public sealed record Merge([property: Id(0)] string IntoCaseId) : CaseCommand;

/// <summary>The community has seen it and takes it on; recorded as late once the street has been whistled.</summary>
[GenerateSerializer, Immutable, Alias("command.acknowledge")]
public sealed record Acknowledge : CaseCommand;

/// <summary>The community has begun; acknowledges too where nobody has.</summary>
[GenerateSerializer, Immutable, Alias("command.start-pre-control")]
public sealed record StartPreControl : CaseCommand;

/// <summary>吹哨: the community calls the street team.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Ground">The lawful ground; a whistle without one is scored as such.</param>
[GenerateSerializer, Immutable, Alias("command.whistle")]
public sealed record Whistle(string? Reason, [property: Id(0)] WhistleGround? Ground = null) : ReasonedCommand(Reason);

/// <summary>The community takes a whistled case back before anybody has been sent.</summary>
[GenerateSerializer, Immutable, Alias("command.take-back")]
public sealed record TakeBack(string? Reason) : ReasonedCommand(Reason);

/// <summary>Offers the case to officers; the first to accept leads.</summary>
/// <param name="OfficerIds">At least as many as the type asks for, at most 20.</param>
[GenerateSerializer, Immutable, Alias("command.assign")]
public sealed record Assign([property: Id(0)] IReadOnlyList<string> OfficerIds) : CaseCommand;

/// <summary>Offers an offered or accepted case to others instead.</summary>
/// <param name="OfficerIds">As in <see cref="Assign"/>.</param>
[GenerateSerializer, Immutable, Alias("command.reassign")]
public sealed record Reassign([property: Id(0)] IReadOnlyList<string> OfficerIds) : CaseCommand;

/// <summary>An officer who was asked says yes.</summary>
[GenerateSerializer, Immutable, Alias("command.offer-accept")]
public sealed record OfferAccept : CaseCommand;

/// <summary>An officer who was asked says no.</summary>
[GenerateSerializer, Immutable, Alias("command.offer-decline")]
public sealed record OfferDecline(string? Reason) : ReasonedCommand(Reason);

/// <summary>报到: on site.</summary>
[GenerateSerializer, Immutable, Alias("command.arrive")]
public sealed record Arrive : CaseCommand;

/// <summary>A milestone of the type has been reached.</summary>
/// <param name="Milestone">Its name in the pack, such as <c>stop-work</c>.</param>
[GenerateSerializer, Immutable, Alias("command.record-milestone")]
public sealed record RecordMilestone([property: Id(0)] string Milestone) : CaseCommand;

/// <summary>Solved, by whoever worked on it.</summary>
/// <param name="EvidenceIds">As in <see cref="Settle"/>.</param>
/// <param name="OpenAssists">As in <see cref="Settle"/>.</param>
[GenerateSerializer, Immutable, Alias("command.resolve")]
public sealed record Resolve([property: Id(0)] IReadOnlyList<string>? EvidenceIds = null, [property: Id(1)] string? OpenAssists = null) : CaseCommand;

/// <summary>核查: somebody who did not handle the case looked whether it is solved.</summary>
/// <param name="Passed">False is rework.</param>
[GenerateSerializer, Immutable, Alias("command.check")]
public sealed record Check([property: Id(0)] bool Passed) : CaseCommand;

/// <summary>退回: sent to the right party.</summary>
/// <param name="To">A grid, the community or the street of this case.</param>
/// <param name="Reason">Why the present one is wrong.</param>
[GenerateSerializer, Immutable, Alias("command.return")]
public sealed record Return([property: Id(0)] Scope To, string? Reason) : ReasonedCommand(Reason);

/// <summary>延期: asks for more time, before expiry.</summary>
/// <param name="Clock">The running clock.</param>
/// <param name="Length">A budget such as <c>2 wd</c>.</param>
/// <param name="Reason">Why.</param>
[GenerateSerializer, Immutable, Alias("command.request-extension")]
public sealed record RequestExtension([property: Id(0)] string Clock, [property: Id(1)] string Length, string? Reason) : ReasonedCommand(Reason);

/// <summary>The supervisor's word on an extension.</summary>
/// <param name="Granted">Yes or no.</param>
/// <param name="Length">What is granted, where it is not what was asked for.</param>
/// <param name="Reason">Why not.</param>
[GenerateSerializer, Immutable, Alias("command.decide-extension")]
public sealed record DecideExtension([property: Id(0)] bool Granted, [property: Id(1)] string? Length = null, [property: Id(2)] string? Reason = null) : CaseCommand;

/// <summary>挂账: parked.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Until">When it comes back by itself; ahead, at most a year.</param>
[GenerateSerializer, Immutable, Alias("command.suspend")]
public sealed record Suspend(string? Reason, [property: Id(0)] DateTimeOffset Until) : ReasonedCommand(Reason);

/// <summary>Ends a suspension before its time.</summary>
[GenerateSerializer, Immutable, Alias("command.resume")]
public sealed record Resume : CaseCommand;

/// <summary>A closed or rejected case was not solved after all.</summary>
[GenerateSerializer, Immutable, Alias("command.reopen")]
public sealed record Reopen(string? Reason) : ReasonedCommand(Reason);

/// <summary>Raises to supervision by hand.</summary>
[GenerateSerializer, Immutable, Alias("command.escalate")]
public sealed record Escalate(string? Reason) : ReasonedCommand(Reason);

/// <summary>A remark. It moves no clock.</summary>
/// <param name="Text">1 to 2,000 characters.</param>
[GenerateSerializer, Immutable, Alias("command.comment")]
public sealed record Comment([property: Id(0)] string Text) : CaseCommand;

/// <summary>Adds photos to a case in any status. It moves no clock.</summary>
/// <param name="EvidenceIds">1 to 20, each uploaded by whoever gives the command.</param>
[GenerateSerializer, Immutable, Alias("command.attach-evidence")]
public sealed record AttachEvidence([property: Id(0)] IReadOnlyList<string> EvidenceIds) : CaseCommand;

/// <summary>Orders boards. It moves no clock.</summary>
/// <param name="Priority">The new one.</param>
/// <param name="Reason">Why.</param>
[GenerateSerializer, Immutable, Alias("command.set-priority")]
public sealed record SetPriority([property: Id(0)] Priority Priority, string? Reason) : ReasonedCommand(Reason);
