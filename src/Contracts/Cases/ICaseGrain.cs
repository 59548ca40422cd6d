using Orleans.Concurrency;

namespace Dispatch.Contracts;

/// <summary>One case. Its key is the owner id <c>case:{id}</c>.</summary>
[Alias("case-grain")]
public interface ICaseGrain : IDeadlineOwner
{
    /// <summary>Carries out a command (or opens the case, with <see cref="Report"/>), or refuses it. Answers only after the commit.</summary>
    /// <exception cref="StoreUnavailableException">The store refused at once; nothing was stored.</exception>
    [Alias("execute")]
    Task<CommandAnswer> Execute(CommandEnvelope envelope);

    /// <summary>The case now; null when there is none.</summary>
    [Alias("view"), AlwaysInterleave]
    Task<CaseView?> View();

    /// <summary>What an actor may do with the case at an instant, and what every other command would be refused with; null when there is no such case.</summary>
    [Alias("choices"), AlwaysInterleave]
    Task<CaseChoices?> Choices(Actor actor, DateTimeOffset at);

    /// <summary>The instant after which the next mark of a running clock is due; null when no clock runs.</summary>
    [Alias("next-deadline"), AlwaysInterleave]
    Task<DateTimeOffset?> NextDeadline();

    /// <summary>Whom the street's team would ask for the case at an instant and whom not; empty for a team without a roster and for a case that has ended, null when there is no such case.</summary>
    [Alias("candidates"), AlwaysInterleave]
    Task<OfferRanking?> Candidates(DateTimeOffset at);
}
