namespace Dispatch.Contracts;

/// <summary>What somebody may do with a case now.</summary>
/// <param name="Version">The case's version that it holds for.</param>
/// <param name="Items">Every command, in the order of a case's life.</param>
[GenerateSerializer, Immutable, Alias("case-choices")]
public sealed record CaseChoices([property: Id(0)] long Version, [property: Id(1)] IReadOnlyList<CommandChoice> Items);

/// <summary>One command, and whether it may be given now.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Allowed">True where the caller may give it in their own name: then nothing but its body can be wrong with it.</param>
/// <param name="OnBehalf">True where the caller may give it for somebody else who may.</param>
/// <param name="Code">What it would be refused with before its body is looked at; null where it is allowed.</param>
/// <param name="Why">One sentence about that; null where it is allowed.</param>
[GenerateSerializer, Immutable, Alias("command-choice")]
public sealed record CommandChoice(
    [property: Id(0)] string Name, [property: Id(1)] bool Allowed, [property: Id(2)] bool OnBehalf, [property: Id(3)] RefusalCode? Code, [property: Id(4)] string? Why);
