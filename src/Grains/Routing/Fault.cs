namespace Dispatch.Grains.Routing;

/// <summary>Something wrong in a file that a person wrote, in words for that person.</summary>
/// <param name="Path">Where: <c>communities[3].street</c>; of a file other than the main one with its name before it.</param>
/// <param name="Problem">What: <c>unknown street "x"</c>.</param>
public sealed record Fault(string Path, string Problem)
{
    /// <summary>Path and problem as one line.</summary>
    public override string ToString() => $"{Path}: {Problem}";
}
