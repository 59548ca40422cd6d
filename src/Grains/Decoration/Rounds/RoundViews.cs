using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Decoration.Rounds;

/// <summary>How a round is shown. Pure.</summary>
internal static class RoundViews
{
    public static RoundView Of(Round round, long version, Territory territory, PolicyPack pack, DateTimeOffset at) => new()
    {
        Id = round.Drawn!.Id,
        Version = version,
        Clocks = DossierClocks.Views(round.Clocks, pack),
        State = round.State,
        EstateId = round.Drawn.EstateId,
        Estate = territory.FindEstate(round.Drawn.EstateId)?.Name ?? Text.Same(round.Drawn.EstateId),
        StreetId = round.Drawn.StreetId,
        CommunityId = round.Drawn.CommunityId,
        GridId = round.Drawn.GridId,
        DrawnAt = round.DrawnAt,
        DrawnBy = round.DrawnBy,
        Items = round.Items,
        LeftOut = round.Drawn.LeftOut,
        Shares = round.Shares,
        Duty = ManagerDuty.Sentence,
        Receipts = round.Receipts,
        Proposals = [.. round.Items.Select(item => ManagerDuty.Proposed(item, at, pack)).OfType<DutyProposal>()],
        Missed = round.Clocks.Any(clock => clock.State == ClockState.Missed && (clock.Name == RoundClocks.Walk || RoundClocks.IsShare(clock.Name))),
        Reason = round.Reason,
        Evidence = round.Pictures,
        May = [],
        Marks = new Dictionary<string, IReadOnlyList<RoundMark>>(),
    };
}
