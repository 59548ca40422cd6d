using System.Collections.Frozen;

namespace Dispatch.Silo.Storage;

/// <summary>The names of enum values, made once.</summary>
internal static class EnumText
{
    public static string? Of<TEnum>(TEnum? value)
        where TEnum : struct, Enum =>
        value is { } known ? Names<TEnum>.ByValue[known] : null;

    private static class Names<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly FrozenDictionary<TEnum, string> ByValue =
            Enum.GetValues<TEnum>().ToFrozenDictionary(value => value, value => value.ToString());
    }
}
