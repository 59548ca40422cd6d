using System.Text.Json.Serialization;

namespace Dispatch.Contracts;

/// <summary>Writes an enum as the exact string of its name, as the documents spell it, and never reads a number.</summary>
/// <typeparam name="TEnum">The enum.</typeparam>
public sealed class ExactEnumJson<TEnum>() : JsonStringEnumConverter<TEnum>(namingPolicy: null, allowIntegerValues: false)
    where TEnum : struct, Enum;
