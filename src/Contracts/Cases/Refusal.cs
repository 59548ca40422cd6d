using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dispatch.Contracts;

/// <summary>A command that is not carried out. A value, not an exception: nothing was stored.</summary>
/// <param name="Code">What is wrong, stable, for programs.</param>
/// <param name="Reason">One sentence that says what to do, for people.</param>
[GenerateSerializer, Immutable, Alias("refusal")]
public sealed record Refusal([property: Id(0)] RefusalCode Code, [property: Id(1)] string Reason);

/// <summary>Writes an enum as the kebab-case string of its name and never reads a number.</summary>
/// <typeparam name="TEnum">The enum.</typeparam>
public sealed class KebabCaseEnumJson<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where TEnum : struct, Enum;
