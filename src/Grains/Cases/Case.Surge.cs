using System.Text.Json.Serialization;

namespace Dispatch.Grains.Cases;

/// <summary>What a case knows of surges, and whether it is one at all.</summary>
public sealed partial record Case
{
    /// <summary>The surge that it is under; null where there is none.</summary>
    public CaseSurge? Surge { get; init; }

    /// <summary>
    /// 演练: it did not happen. It travels the real path; no card, no figure, no count and no load comes of it, and nothing outside the
    /// house is told of it as if it were real.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsDrill { get; init; }

    private Case Begin(SurgeBegan e) => this with
    {
        Surge = new CaseSurge(e.SurgeId, e.Area, e.Until, e.Freezes, e.Raised is null ? null : Priority),
        Priority = e.Raised ?? Priority,
    };

    private Case EndOfSurge() => this with { Surge = null, Priority = Surge?.Before ?? Priority };
}
