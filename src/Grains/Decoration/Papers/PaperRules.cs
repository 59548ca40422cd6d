using System.Collections.Frozen;
using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Grains.Clocks;

namespace Dispatch.Grains.Decoration.Papers;

/// <summary>What a pack says of disposal: a path for each scene that has one, and the templates of its documents.</summary>
/// <param name="Templates">By id.</param>
/// <param name="Paths">By scene; each has one step at least, in order.</param>
public sealed record PaperRules(
    FrozenDictionary<string, PaperTemplate> Templates, FrozenDictionary<string, ImmutableArray<PathStep>> Paths)
{
    /// <summary>The steps of a case that is opened.</summary>
    /// <param name="scene">Its scene.</param>
    /// <param name="type">Its type's code.</param>
    /// <param name="with">Optional steps that are taken though the type does not ask for them.</param>
    public ImmutableArray<PathStep> StepsOf(string scene, string type, IReadOnlyCollection<string> with) => Paths.TryGetValue(scene, out var path)
        ? [.. path.Where(step => !step.OnRefusal && (!step.IsOptional || step.For.Contains(type) || with.Contains(step.Id)))]
        : [];

    /// <summary>The steps that may be added to a case.</summary>
    public ImmutableArray<PathStep> OptionalOf(string scene, string type) => Paths.TryGetValue(scene, out var path)
        ? [.. path.Where(step => step.IsOptional && !step.For.Contains(type))]
        : [];

    /// <summary>A step of a path; null where it has none of this id.</summary>
    public PathStep? Step(string scene, string id) => Paths.TryGetValue(scene, out var path) ? path.FirstOrDefault(step => step.Id == id) : null;
}

/// <summary>A step of a disposal path.</summary>
public sealed record PathStep
{
    /// <summary>Done by whoever leads the case: the team, or the community where it leads the type.</summary>
    public const string Lead = "lead";

    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required Text Title { get; init; }

    /// <summary>Its time, from the end of the step before it.</summary>
    public required Budget Within { get; init; }

    /// <summary><see cref="Lead"/>, or a department of the pack.</summary>
    public required string By { get; init; }

    /// <summary>Templates that must be signed before it is done.</summary>
    public required ImmutableArray<string> Needs { get; init; }

    /// <summary>Templates that may be issued in it besides.</summary>
    public required ImmutableArray<string> May { get; init; }

    /// <summary>Only taken for the types of <see cref="For"/>, or where whoever opens the path says so.</summary>
    public required bool IsOptional { get; init; }

    /// <summary>Types that an optional step is always taken for.</summary>
    public required ImmutableArray<string> For { get; init; }

    /// <summary>Only begins when the party refuses to comply.</summary>
    public required bool OnRefusal { get; init; }

    /// <summary>The earlier step that is done again where this one is not passed; null where it cannot fail.</summary>
    public required string? Again { get; init; }

    /// <summary>The name of its clock.</summary>
    public string Clock => "papers-" + Id;

    /// <summary>The name of the clock until another office has it.</summary>
    public string HandOverClock => "papers-hand-over-" + Id;

    /// <summary>Every template of it.</summary>
    public IEnumerable<string> Papers => Needs.Concat(May);
}
