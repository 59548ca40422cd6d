using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Decoration.Estates;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Decoration.Rounds;

/// <summary>What stands around a command on a round.</summary>
/// <param name="Territory">The ground.</param>
/// <param name="Pack">The pack in force.</param>
/// <param name="Photos">The photos that the command may name.</param>
/// <param name="Ground">What the estate has, for drawing up; null otherwise.</param>
/// <param name="LeadKnown">Whether the lead of a share is somebody of the staff.</param>
public sealed record RoundSurroundings(
    Territory Territory, PolicyPack Pack, ImmutableDictionary<string, EvidencePiece> Photos, RoundGround? Ground = null, bool LeadKnown = false);

/// <summary>
/// A patrol round from its drawing up until everything was seen, and what was wrong stopped and reported. Pure. A missed round or share
/// shows at the community and can still be walked; the manager's clocks begin when the manager knows.
/// </summary>
public static class RoundDecider
{
    private const int MostShares = 20;
    private const int MostShared = 100;
    private const int MostMembers = 50;
    private const int LongestGroup = 80;
    private const int MostPhotos = 100;

    private static readonly Text Unfiled = new("未备案施工", "Work without filing");

    /// <summary>Decides a command.</summary>
    /// <param name="round">As it stands.</param>
    /// <param name="id">Its id.</param>
    /// <param name="act">The command.</param>
    /// <param name="now">The instant of the decision.</param>
    /// <param name="around">What stands around it.</param>
    public static Verdict Decide(Round round, string id, DossierAct act, DateTimeOffset now, RoundSurroundings around)
    {
        if (around.Pack.Decoration is not { } rules)
        {
            return Refusing.NotOffered;
        }

        var step = new DossierStep<Round>(round, now, act.By.Id, around.Pack, act.Command.OccurredAt);
        if (act.Command is DrawRound draw)
        {
            return Draw(step, id, draw, act.By, around, rules);
        }

        if (round.Drawn is not { } drawn)
        {
            return Refusing.With(RefusalCode.Unknown, "There is no such round.");
        }

        if (RoundRoles.Refuses(act.By, act.Command.GetType(), drawn.GridId, around.Territory) is { } refusal)
        {
            return new Refused(refusal);
        }

        if (!round.IsOpen())
        {
            return Refusing.With(RefusalCode.StatusNotAllowed, "This round is over.");
        }

        return act.Command switch
        {
            ShareRound share => Share(step, share, around, rules),
            MarkRoundItem mark => Mark(step, mark, act.By, around, rules),
            AddUnfiledWork found => Add(step, found, act.By, around, rules),
            EndRound ending => End(step, ending),
            _ => throw new InvalidOperationException($"A round has no command {act.Command.GetType().Name}."),
        };
    }

    private static Verdict Draw(DossierStep<Round> step, string id, DrawRound draw, Actor by, RoundSurroundings around, DecorationRules rules)
    {
        if (step.Dossier.Drawn is not null)
        {
            return Refusing.With(RefusalCode.StatusNotAllowed, "This round is drawn up already.");
        }

        if (around.Territory.FindEstate(draw.EstateId) is not { } estate || around.Territory.FindCommunity(estate.CommunityId) is not { } community)
        {
            return Refusing.With(RefusalCode.UnknownPlace, "The territory has no such estate.");
        }

        if (RoundRoles.Refuses(by, typeof(DrawRound), estate.GridId, around.Territory) is { } refusal)
        {
            return new Refused(refusal);
        }

        var (items, leftOut) = RoundPlan.Of(around.Ground!);
        if (items.IsEmpty)
        {
            return Refusing.With(RefusalCode.NothingToPatrol, "There is nothing to walk: no filing under way, no watch point and no prone spot.");
        }

        step.Record(new RoundDrawn(id, estate.Id, community.StreetId, community.Id, estate.GridId, items, leftOut));
        step.Start(RoundClocks.Walk, rules.Clocks[DecorationClocks.RoundWalk]);
        return step.Done();
    }

    private static Verdict Share(DossierStep<Round> step, ShareRound share, RoundSurroundings around, DecorationRules rules)
    {
        var round = step.Dossier;
        var refusal = FloorPlans.UnlessId(share.ShareId, "shareId")
            ?? Refusing.UnlessSaid(share.Group, LongestGroup, "group")
            ?? (share.Members is < 1 or > MostMembers ? Refuse.With(RefusalCode.InvalidValue, $"A group has 1 to {MostMembers} members.") : null)
            ?? (around.LeadKnown ? null : Refuse.With(RefusalCode.InvalidValue, "Name the user who leads the group."))
            ?? (round.Shares.Length == MostShares || round.Shares.Any(other => other.Id == share.ShareId)
                ? Refuse.With(RefusalCode.StatusNotAllowed, $"A share has this id already, or there are {MostShares}.")
                : null)
            ?? (share.ItemIds.Count is < 1 or > MostShared || share.ItemIds.Distinct(StringComparer.Ordinal).Count() != share.ItemIds.Count
                ? Refuse.With(RefusalCode.InvalidValue, $"Give 1 to {MostShared} items, each once.")
                : null)
            ?? (share.ItemIds.All(itemId => round.Item(itemId) is not null) ? null : UnknownItem)
            ?? (share.ItemIds.All(itemId => round.Item(itemId) is { SeenAt: null, ShareId: null })
                ? null
                : Refuse.With(RefusalCode.StatusNotAllowed, "An item was seen already, or another group has it."));
        if (refusal is not null)
        {
            return new Refused(refusal);
        }

        step.Record(new RoundShared(new RoundShare(share.ShareId, share.Group, share.Members, share.Lead), [.. share.ItemIds]));
        step.Start(RoundClocks.Share(share.ShareId), rules.Clocks[DecorationClocks.RoundShare]);
        AnswerWalks(step);
        return step.Done();
    }

    private static Verdict Mark(DossierStep<Round> step, MarkRoundItem mark, Actor by, RoundSurroundings around, DecorationRules rules)
    {
        if (step.Dossier.Item(mark.ItemId) is not { } item)
        {
            return new Refused(UnknownItem);
        }

        List<EvidencePiece> photos = [.. mark.EvidenceIds.Select(around.Photos.GetValueOrDefault).OfType<EvidencePiece>()];
        var refusal = RoundRoles.Refuses(by, item, mark.Mark, step.Dossier)
            ?? (mark.Note is null ? null : Refusing.UnlessSaid(mark.Note, Refuse.MaxReason, "note"))
            ?? Refuse.UnlessIds(mark.EvidenceIds, "evidenceIds")
            ?? (mark.CaseId is null ? null : Refuse.UnlessIds([mark.CaseId], "caseId"))
            ?? (photos.Count != mark.EvidenceIds.Count || step.Dossier.Pictures.Length + photos.Count > MostPhotos
                ? Refuse.With(RefusalCode.UnknownEvidence, $"Upload the photos first and name their ids; a round keeps {MostPhotos}.")
                : null)
            ?? (mark.Mark == RoundMark.ManagerStopped && photos.Count + item.EvidenceIds.Count == 0
                ? Refuse.With(RefusalCode.PhotoRequired, "Take a photo of what was stopped.")
                : null);
        if (refusal is not null)
        {
            return new Refused(refusal);
        }

        switch (mark.Mark)
        {
            case RoundMark.Clear or RoundMark.Found:
                step.Record(new RoundItemSeen(item.Id, mark.Mark == RoundMark.Clear, mark.Note, [.. photos]));
                if (mark.Mark == RoundMark.Found && by.Role == Role.PropertyManager)
                {
                    Tell(step, item.Id, note: null, rules);
                }

                break;
            case RoundMark.ManagerTold:
                Tell(step, item.Id, mark.Note, rules);
                break;
            case RoundMark.ManagerStopped:
                step.Answer(RoundClocks.Stop(item.Id));
                step.Record(new ManagerStopped(item.Id, mark.Note, [.. photos]));
                break;
            default:
                step.Answer(RoundClocks.Report(item.Id));
                step.Record(new ManagerReported(item.Id, mark.CaseId, mark.Note, [.. photos]));
                break;
        }

        Settle(step);
        return step.Done();
    }

    private static Verdict Add(DossierStep<Round> step, AddUnfiledWork found, Actor by, RoundSurroundings around, DecorationRules rules)
    {
        var round = step.Dossier;
        var refusal = Refusing.UnlessUnit($"{round.Drawn!.EstateId}/{found.UnitId}", around.Territory)
            ?? Refuse.UnlessIds([found.CaseId], "caseId")
            ?? (round.Items.Length == 2 * RoundPlan.MostItems ? Refuse.With(RefusalCode.StatusNotAllowed, "This round holds no more; draw up another.") : null);
        if (refusal is not null)
        {
            return new Refused(refusal);
        }

        var id = (round.Items.Length + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        step.Record(new UnfiledWorkFound(new RoundItem { Id = id, Kind = RoundItemKind.Unfiled, UnitId = found.UnitId, What = Unfiled, CaseId = found.CaseId }));
        if (by.Role == Role.PropertyManager)
        {
            Tell(step, id, note: null, rules);
            step.Answer(RoundClocks.Report(id));
            step.Record(new ManagerReported(id, found.CaseId, null, []));
        }

        return step.Done();
    }

    private static Verdict End(DossierStep<Round> step, EndRound ending)
    {
        if (Refuse.UnlessReason(ending.Reason) is { } refusal)
        {
            return new Refused(refusal);
        }

        step.Record(new RoundEnded(ending.Reason));
        step.CancelAll();
        return step.Done();
    }

    private static void Tell(DossierStep<Round> step, string itemId, string? note, DecorationRules rules)
    {
        step.Record(new ManagerTold(itemId, note));
        step.Start(RoundClocks.Stop(itemId), rules.Clocks[DecorationClocks.RoundStop]);
        step.Start(RoundClocks.Report(itemId), rules.Clocks[DecorationClocks.RoundReport]);
    }

    private static void Settle(DossierStep<Round> step)
    {
        AnswerWalks(step);
        if (step.Dossier.Items.All(item => item.SeenAt is not null && Round.IsSettled(item)))
        {
            step.Record(new RoundWalked());
            step.CancelAll();
        }
    }

    private static void AnswerWalks(DossierStep<Round> step)
    {
        if (step.Dossier.IsSeen(shareId: null))
        {
            step.Answer(RoundClocks.Walk);
        }

        foreach (var share in step.Dossier.Shares.Where(share => step.Dossier.IsSeen(share.Id)))
        {
            step.Answer(RoundClocks.Share(share.Id));
        }
    }

    private static Refusal UnknownItem { get; } = Refuse.With(RefusalCode.UnknownRoundItem, "The round has no such item.");
}
