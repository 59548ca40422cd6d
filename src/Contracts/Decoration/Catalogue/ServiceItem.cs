using System.Text.Json.Serialization;

namespace Dispatch.Contracts.Decoration;

/// <summary>One line of the street's one-stop list.</summary>
/// <param name="Kind">What kind of service.</param>
/// <param name="Id">The work that is approved, the type that is reported, or <c>filing</c>; with <paramref name="Kind"/> it names the line.</param>
/// <param name="Title">What can be had.</param>
/// <param name="Office">From whom, a key of <see cref="DecorationCatalogue.Offices"/>.</param>
/// <param name="Within">How soon they answer, as packs write times; null where the pack does not say.</param>
/// <param name="Documents">What to bring, keys of <see cref="DecorationCatalogue.Papers"/>.</param>
/// <param name="Article">Where the rule stands; null where there is none.</param>
[GenerateSerializer, Immutable, Alias("service-item")]
public sealed record ServiceItem(
    [property: Id(0)] ServiceKind Kind,
    [property: Id(1)] string Id,
    [property: Id(2)] Text Title,
    [property: Id(3)] string Office,
    [property: Id(4)] string? Within,
    [property: Id(5)] IReadOnlyList<string> Documents,
    [property: Id(6)] Text? Article);

/// <summary>Kinds of services. In JSON the kebab-case of the name.</summary>
[GenerateSerializer, Alias("service-kind"), JsonConverter(typeof(KebabCaseEnumJson<ServiceKind>))]
public enum ServiceKind
{
    /// <summary>Filing works before they begin.</summary>
    Filing = 0,

    /// <summary>Approving works that need it.</summary>
    Approval = 1,

    /// <summary>Taking a report of something wrong.</summary>
    Report = 2,
}
