using System.Diagnostics.CodeAnalysis;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.Bodies;

/// <summary>Something read from a request, or the problem with it; exactly one of the two.</summary>
/// <typeparam name="T">What was to be read.</typeparam>
public readonly struct Parsed<T>
{
    private readonly T? _value;
    private readonly Problem? _problem;

    private Parsed(T? value, Problem? problem) => (_value, _problem) = (value, problem);

    /// <summary>It was read.</summary>
    public static implicit operator Parsed<T>(T value) => new(value, null);

    /// <summary>It was read; for types that a conversion cannot start from.</summary>
    internal static Parsed<T> Of(T value) => new(value, null);

    /// <summary>It could not be read.</summary>
    public static implicit operator Parsed<T>(Problem problem) => new(default, problem);

    /// <summary>True with the value, false with the problem.</summary>
    public bool Succeeded([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Problem? problem)
    {
        (value, problem) = (_value, _problem);
        return problem is null;
    }
}
