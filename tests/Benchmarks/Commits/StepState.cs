using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dispatch.Benchmarks.Commits;

/// <summary>A state that is one kilobyte as JSON, the same for both stores; both write it with System.Text.Json.</summary>
[GenerateSerializer, Alias("bench.step-state")]
public sealed class StepState
{
    /// <summary>The size of <see cref="Text"/> that makes the whole one kilobyte.</summary>
    public const int TextLength = 960;

    /// <summary>Counts the steps.</summary>
    [Id(0)] public long Version { get; set; }

    /// <summary>The bulk, made of words as case files are.</summary>
    [Id(1)] public string Text { get; set; } = "";

    /// <summary>A state for the grain of this key.</summary>
    public static StepState For(string key) => new()
    {
        Text = string.Concat(Enumerable.Repeat($"{key} wall opened beside the bay window; ", TextLength / 20))[..TextLength],
    };
}

/// <summary>Its generated code.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(StepState))]
internal sealed partial class StepJson : JsonSerializerContext;
