using System.Security.Cryptography;
using System.Text;
using Dispatch.Contracts;

namespace Dispatch.Grains.Routing;

/// <summary>
/// Makes areas on demand from names, for replays of open data that name areas instead of drawing them. The same names
/// give the same ids in any order; names that differ only in case, spaces or punctuation are one area.
/// </summary>
/// <param name="basis">What is there already: its streets, and its aliases, which are tried before a street is made.</param>
/// <param name="zone">The zone of the streets that are made.</param>
/// <param name="staffed">When the areas that are made are staffed.</param>
public sealed class TerritoryBuilder(Territory basis, TimeZoneInfo zone, WeeklyTimetable staffed)
{
    private const int MaxSlugLength = 20;

    private readonly Dictionary<string, Street> _streets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Community> _communities = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Grid> _grids = new(StringComparer.Ordinal);

    /// <summary>
    /// The id of the grid with these names, made if need be together with its community and street. Without a community
    /// it is the street's unlocated grid; without a grid, the one grid of the community called after it.
    /// </summary>
    /// <param name="street">Id, name or alias of a street of the basis, or the name of a new one; not blank.</param>
    /// <param name="community">The community's name within the street; blank when not known.</param>
    /// <param name="grid">The grid's name within the community; blank when not known.</param>
    /// <exception cref="ArgumentException">The street is blank.</exception>
    public string Grid(string street, string community, string grid)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(street);
        var streetId = StreetId(street);
        if (string.IsNullOrWhiteSpace(community))
        {
            return Territory.UnlocatedGridId(streetId);
        }

        // A dot, which no part has, so that "a-b" in "c" is never "a" in "b-c".
        var communityId = $"{streetId}.{Slug(community)}";
        if (basis.FindCommunity(communityId) is null)
        {
            _communities.TryAdd(communityId, new Community(communityId, Name(community), CommunityKind.Community, streetId, staffed));
        }

        var gridName = string.IsNullOrWhiteSpace(grid) ? community : grid;
        var gridId = $"{communityId}.{Slug(gridName)}";
        if (basis.FindGrid(gridId) is null)
        {
            _grids.TryAdd(gridId, new Grid(gridId, Name(gridName), communityId, staffed));
        }

        return gridId;
    }

    /// <summary>The basis together with everything made so far.</summary>
    public Territory Build() => new(
        basis.Streets.Concat(_streets.Values),
        basis.Communities.Where(community => !community.IsUnlocated).Concat(_communities.Values),
        basis.Grids.Where(grid => !grid.IsUnlocated).Concat(_grids.Values),
        basis.Estates,
        basis.People,
        basis.Aliases);

    private string StreetId(string name)
    {
        if (basis.FindStreetNamed(name) is { } known)
        {
            return known.Id;
        }

        var id = Slug(name);
        if (basis.FindStreet(id) is null)
        {
            _streets.TryAdd(id, new Street(id, Name(name), zone, staffed));
        }

        return id;
    }

    private static Text Name(string name)
    {
        var whole = name.Trim();
        if (whole.Length <= Text.MaxLength)
        {
            return Text.Same(whole);
        }

        var end = char.IsHighSurrogate(whole[Text.MaxLength - 1]) ? Text.MaxLength - 1 : Text.MaxLength;
        return Text.Same(whole[..end]);
    }

    private static string Slug(string name)
    {
        var slug = new StringBuilder();
        foreach (var c in name.Trim())
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(char.ToLowerInvariant(c));
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        var readable = slug.ToString().TrimEnd('-');
        if (readable.Length is > 0 and <= MaxSlugLength && name.All(char.IsAscii))
        {
            return readable;
        }

        // A name too long for an id, or not in ASCII, keeps what is readable of it and is told apart by its hash.
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name.Trim().ToUpperInvariant())))[..8];
        return $"{readable[..Math.Min(readable.Length, MaxSlugLength - 9)].TrimEnd('-')}-{hash}".TrimStart('-');
    }
}
