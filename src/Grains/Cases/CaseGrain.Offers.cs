using Dispatch.Contracts;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Cases;

/// <summary>Asking the team whom to ask.</summary>
public sealed partial class CaseGrain
{
    /// <inheritdoc/>
    public async Task<OfferRanking?> Candidates(DateTimeOffset at)
    {
        await EnsureLoaded();
        if (_case is not { } @case)
        {
            return null;
        }

        var ranking = @case.IsOpen ? await Team(@case.Place.StreetId).BestFor(OfferQuestions.Of(@case, NotBeforeLastEvent(at), Pack())) : null;
        return ranking ?? new OfferRanking([], []);
    }

    /// <summary>What is known, with the ranking where the decision may come to an offer.</summary>
    private async Task<Known> Ranked(Known known, Case? @case, CaseCommand? command, DateTimeOffset now, PolicyPack pack, bool looksOnly = false)
    {
        if (OfferQuestions.For(@case, command, now, pack) is not { } question)
        {
            return known;
        }

        try
        {
            var ranking = await Team(question.Place.StreetId).BestFor(looksOnly ? question with { Wanted = 0 } : question);
            return ranking is null ? known : known with { Ranked = new(ranking) };
        }
        catch (Exception fault) when (fault is TimeoutException or StoreUnavailableException or OrleansException)
        {
            // A whistle is not lost because nobody could be ranked: the dispatcher's clock runs, and its next mark asks again.
            LogNotRanked(Owner, fault);
            return known;
        }
    }

    private IAssignmentGrain Team(string streetId) => GrainFactory.GetGrain<IAssignmentGrain>(Scope.Street(streetId).ToString());
}
