namespace Dispatch.Contracts;

/// <summary>A name or sentence of a pack or territory in both languages of the product.</summary>
/// <param name="Zh">Chinese, as the office writes it.</param>
/// <param name="En">English.</param>
[GenerateSerializer, Immutable, Alias("text")]
public sealed record Text([property: Id(0)] string Zh, [property: Id(1)] string En)
{
    /// <summary>The longest name in a territory or pack, in characters of one language.</summary>
    public const int MaxLength = 80;

    /// <summary>A name that is the same in both languages.</summary>
    public static Text Same(string name) => new(name, name);
}
