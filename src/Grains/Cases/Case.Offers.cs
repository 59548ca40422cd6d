using Dispatch.Contracts;

namespace Dispatch.Grains.Cases;

/// <summary>Who was asked for a case. Only packs that offer automatically make a case keep it.</summary>
public sealed partial record Case
{
    /// <summary>The offers since the street was called; null where none was made under a pack that offers automatically.</summary>
    public CaseOffers? Offers { get; init; }

    private Case Assign(Assigned assigned, DateTimeOffset at)
    {
        var next = this with { OfficerIds = assigned.OfficerIds };
        if (assigned.Round is not { } round)
        {
            return next;
        }

        var reasons = (assigned.Ranking ?? []).ToDictionary(one => one.UserName, one => one.Reasons, StringComparer.Ordinal);
        return next with
        {
            Offers = new CaseOffers(round, assigned.Automatic == true, [
                .. Offers?.Asked ?? [],
                .. assigned.OfficerIds.Select(id => new AskedOfficer { UserName = id, Round = round, At = at, Why = reasons.GetValueOrDefault(id) }),
            ]),
        };
    }

    private Case PassOn(OfferPassedOn passed, DateTimeOffset at) => this with
    {
        OfficerIds = OfficerIds.Add(passed.OfficerId),
        Offers = new CaseOffers(passed.Round, Offers?.Automatic ?? true, [
            .. Offers?.Asked ?? [],
            new AskedOfficer { UserName = passed.OfficerId, Round = passed.Round, At = at, Why = passed.Why },
        ]),
    };

    private Case WithoutOfficer(string officerId, OfferAnswer answer) =>
        Answered(asked => asked.UserName == officerId ? answer : null) with { OfficerIds = OfficerIds.Remove(officerId) };

    private Case Accept(string officerId) =>
        Answered(asked => asked.UserName == officerId ? OfferAnswer.Accepted : OfferAnswer.GoesAlong) with
        {
            OfficerIds = OfficerIds.Remove(officerId).Insert(0, officerId),
            AssignMisses = 0,
            ArriveMisses = 0,
        };

    private Case Withdraw(string reason) =>
        Answered(_ => reason == OfferWithdrawn.Expired ? OfferAnswer.Silent : OfferAnswer.Replaced, ofTeam: reason == OfferWithdrawn.Reassigned) with { OfficerIds = [] };

    /// <summary>Sets what came of the offers that stand: those without an answer, or, when a whole team is replaced, those of its members.</summary>
    private Case Answered(Func<AskedOfficer, OfferAnswer?> answer, bool ofTeam = false) => Offers is null ? this : this with
    {
        Offers = Offers with
        {
            Asked =
            [
                .. Offers.Asked.Select(asked =>
                    (asked.Answer == OfferAnswer.Waiting || (ofTeam && asked.Answer is OfferAnswer.Accepted or OfferAnswer.GoesAlong))
                    && OfficerIds.Contains(asked.UserName) && answer(asked) is { } came
                        ? asked with { Answer = came }
                        : asked),
            ],
        },
    };
}
