namespace Dispatch.Contracts.Decoration;

/// <summary>
/// The kinds of dossiers: whatever of house decoration has a history of its own, and mostly clocks. A dossier is an owner of the store
/// as a case is; its key is <c>kind:id</c>. They are no scopes in text from outside, since nobody watches one.
/// </summary>
public static class DossierKinds
{
    /// <summary>A housing estate: its plans, prone spots and rulings, responsible parties, agreement and guidance.</summary>
    public const string Estate = "estate";

    /// <summary>The joint review of an estate before it is handed over.</summary>
    public const string Review = "review";

    /// <summary>The filings of one flat, and what was seen at its door.</summary>
    public const string Filing = "filing";

    /// <summary>A patrol round.</summary>
    public const string Round = "round";

    /// <summary>One visit of several departments.</summary>
    public const string Visit = "visit";

    /// <summary>The disposal papers of one case.</summary>
    public const string Papers = "papers";

    /// <summary>A session in which the rules are taught.</summary>
    public const string Session = "session";

    /// <summary>A mediation between neighbours.</summary>
    public const string Mediation = "mediation";

    /// <summary>What owner and neighbour say about one case.</summary>
    public const string Promise = "promise";

    /// <summary>A pilot project.</summary>
    public const string Pilot = "pilot";

    /// <summary>The owner of a dossier.</summary>
    /// <param name="kind">One of the kinds here.</param>
    /// <param name="id">As <see cref="Scope.Id"/> is written.</param>
    public static Scope Owner(string kind, string id) => new(kind, id);
}
