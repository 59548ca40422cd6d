using Dispatch.Contracts;

namespace Dispatch.Grains.Cases;

/// <summary>核查: who checks, in the order grid worker, community, dispatcher, leaving out the party that handled the case.</summary>
internal static class Checkers
{
    /// <summary>The first checker of a case that was settled or resolved.</summary>
    public static Scope First(Case @case) => Order(@case).First();

    /// <summary>The one after the present checker; null after the dispatcher.</summary>
    public static Scope? After(Case @case)
    {
        var rest = Order(@case).SkipWhile(scope => scope != @case.Responsible).Skip(1).ToList();
        return rest.Count > 0 ? rest[0] : null;
    }

    private static IEnumerable<Scope> Order(Case @case)
    {
        if (@case.WorkedIn?.Level() != CaseLevel.Grid)
        {
            yield return Scope.Grid(@case.Place.GridId);
        }

        if (@case.WorkedIn?.Level() != CaseLevel.Community)
        {
            yield return Scope.Community(@case.Place.CommunityId);
        }

        yield return Scope.Street(@case.Place.StreetId);
    }
}
