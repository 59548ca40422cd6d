namespace Dispatch.Contracts.Decoration;

/// <summary>What stands behind a case's secret links: a stateless worker with key 0.</summary>
[Alias("promise-desk-grain")]
public interface IPromiseDeskGrain : IGrainWithIntegerKey
{
    /// <summary>The case that a token opens; null where it opens none.</summary>
    [Alias("open")]
    Task<Promise?> Open(string token, DateTimeOffset at);

    /// <summary>Says how the case ended. A repeat is answered like the first; the refusal is null where it is as they say.</summary>
    /// <returns>Null where the token opens nothing.</returns>
    [Alias("answer")]
    Task<PromiseAnswer?> Answer(string token, OutcomeAnswer answer, DateTimeOffset at);

    /// <summary>Erases the contact that was left with the report; nothing by the owner's link.</summary>
    /// <returns>False where the token opens nothing of the kind.</returns>
    [Alias("forget")]
    Task<bool> Forget(string token);

    /// <summary>A case's links; null where there is no such case.</summary>
    [Alias("links")]
    Task<PromiseLinks?> Links(string caseId, DateTimeOffset at);

    /// <summary>Keeps how to reach whoever reported a case without an account, for the pack's days.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="contact">1 to 200 characters.</param>
    /// <param name="at">City time.</param>
    [Alias("keep-contact")]
    Task KeepContact(string caseId, string contact, DateTimeOffset at);
}

/// <summary>What became of an answer.</summary>
/// <param name="Refusal">Why it was not taken; null where it was.</param>
/// <param name="Promise">The case after it.</param>
[GenerateSerializer, Immutable, Alias("promise-answer")]
public sealed record PromiseAnswer([property: Id(0)] Refusal? Refusal, [property: Id(1)] Promise Promise);
