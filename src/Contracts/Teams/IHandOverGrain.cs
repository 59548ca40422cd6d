namespace Dispatch.Contracts;

/// <summary>
/// How the shifts of one team are handed over. Its key is the team's scope, <c>street:{id}</c> or <c>community:{id}</c>. What was signed
/// stays as it was signed; the last 60 sheets are kept. State without clocks: whether a sheet is late is computed when somebody looks.
/// </summary>
[Alias("hand-over-grain")]
public interface IHandOverGrain : IGrainWithStringKey
{
    /// <summary>A shift's sheet: as it was signed, or else collected now.</summary>
    [Alias("sheet")]
    Task<HandOverAnswer> Sheet(HandOverAct act);

    /// <summary>The shifts that are late to be handed over at an instant, of the running one and the one before; empty for none.</summary>
    [Alias("late")]
    Task<IReadOnlyList<HandOverShift>> Late(DateTimeOffset at);

    /// <summary>The outgoing leaves a note, which replaces the one before; refused once the sheet is signed.</summary>
    /// <param name="act">Who, when, and of which shift.</param>
    /// <param name="note">1 to 2,000 characters.</param>
    [Alias("write")]
    Task<HandOverAnswer> Write(HandOverAct act, string note);

    /// <summary>The incomer signs. Signing again changes nothing.</summary>
    [Alias("sign")]
    Task<HandOverAnswer> Sign(HandOverAct act);
}

/// <summary>Somebody does something about a hand-over.</summary>
/// <param name="By">Who.</param>
/// <param name="At">When it was received.</param>
/// <param name="Shift">The instant at which the shift began that is handed over; null for the one that is to be handed over now.</param>
[GenerateSerializer, Immutable, Alias("hand-over-act")]
public sealed record HandOverAct([property: Id(0)] Actor By, [property: Id(1)] DateTimeOffset At, [property: Id(2)] DateTimeOffset? Shift = null);

/// <summary>What is answered.</summary>
/// <param name="View">The sheet; null when it was refused.</param>
/// <param name="Refusal">Null when it was carried out.</param>
[GenerateSerializer, Immutable, Alias("hand-over-answer")]
public sealed record HandOverAnswer([property: Id(0)] HandOverView? View, [property: Id(1)] Refusal? Refusal = null);
