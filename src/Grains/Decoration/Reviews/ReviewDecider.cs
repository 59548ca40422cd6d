using System.Collections.Immutable;
using System.Text.Json;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Duties;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Decoration.Reviews;

/// <summary>What stands around a command on a review.</summary>
/// <param name="Territory">The ground.</param>
/// <param name="Pack">The pack in force.</param>
/// <param name="Plans">The floor-plan types of the estate.</param>
/// <param name="Evidence">The pictures that the command may name.</param>
public sealed record ReviewSurroundings(
    Territory Territory, PolicyPack Pack, ImmutableArray<FloorPlanView> Plans, ImmutableDictionary<string, EvidencePiece> Evidence);

/// <summary>
/// A joint review from its opening to five signatures. Pure. Whatever is added after a signature takes all of them away, since they
/// signed something else; nothing ends by itself.
/// </summary>
public static class ReviewDecider
{
    private const int MostAgenda = 30;

    private static readonly ImmutableArray<Type> Commands =
        [typeof(RecordFinding), typeof(ForeseeHarm), typeof(LeaveItem), typeof(CloseItem), typeof(SignReview), typeof(FinishReview), typeof(CallOffReview)];

    /// <summary>Decides a command.</summary>
    /// <param name="review">As it stands.</param>
    /// <param name="id">Its id.</param>
    /// <param name="act">The command.</param>
    /// <param name="now">The instant of the decision.</param>
    /// <param name="around">What stands around it.</param>
    public static Verdict Decide(JointReview review, string id, DossierAct act, DateTimeOffset now, ReviewSurroundings around)
    {
        if (around.Pack.Decoration is null)
        {
            return Refusing.NotOffered;
        }

        var step = new DossierStep<JointReview>(review, now, act.By.Id, around.Pack, act.Command.OccurredAt);
        if (act.Command is OpenReview open)
        {
            return Open(step, id, open, act.By, around);
        }

        if (review.Opened is not { } opened)
        {
            return Refusing.With(RefusalCode.Unknown, "There is no such review.");
        }

        var may = Refuses(review, act.By, act.Command.GetType(), around.Territory);
        if (may is not null)
        {
            return new Refused(may);
        }

        if (act.Command is CloseItem close)
        {
            return ReviewNotes.Close(step, close, act.By, around);
        }

        if (review.State != ReviewState.Open)
        {
            return Refusing.With(RefusalCode.StatusNotAllowed, "This review is over.");
        }

        return act.Command switch
        {
            RecordFinding record => ReviewNotes.Find(step, record, around),
            ForeseeHarm foresee => ReviewNotes.Foresee(step, foresee, around),
            LeaveItem leave => ReviewNotes.Leave(step, leave, Zone(opened.CommunityId, around.Territory)),
            SignReview sign => Sign(step, sign, act.By, around.Territory),
            FinishReview => Finish(step),
            CallOffReview off => CallOff(step, off),
            _ => throw new InvalidOperationException($"A review has no command {act.Command.GetType().Name}."),
        };
    }

    /// <summary>The commands that an actor may give now, as they are written in addresses.</summary>
    public static IReadOnlyList<string> May(JointReview review, Actor by, Territory territory) =>
    [
        .. Commands.Where(command => Refuses(review, by, command, territory) is null
                && (review.State == ReviewState.Open || (command == typeof(CloseItem) && review.IsOpen()))
                && (command != typeof(SignReview) || review.Outstanding().Any(party => party == ReviewParties.Of(by, review.Opened!.GridId, territory)))
                && (command != typeof(FinishReview) || !review.Outstanding().Any()))
            .Select(command => JsonNamingPolicy.KebabCaseLower.ConvertName(command.Name)),
    ];

    /// <summary>Why an actor may not give a command on an open review; null when they may. The parties note; some lead.</summary>
    private static Refusal? Refuses(JointReview review, Actor by, Type command, Territory territory)
    {
        var grid = Scope.Grid(review.Opened!.GridId);
        return command == typeof(CallOffReview) ? Authority.Refuses(by, grid, territory, "call off a review", Role.Captain, Role.Dispatcher)
            : command == typeof(FinishReview) ? Authority.Refuses(by, grid, territory, "finish a review", Role.CommunityStaff, Role.Captain, Role.Dispatcher)
            : by.Role == Role.System || ReviewParties.Of(by, grid.Id, territory) is not null ? null
            : Refuse.With(RefusalCode.RoleNotAllowed, "Only the parties of a review write in it: enforcement, housing, street, community and manager.");
    }

    private static Verdict Open(DossierStep<JointReview> step, string id, OpenReview open, Actor by, ReviewSurroundings around)
    {
        if (step.Dossier.Opened is not null)
        {
            return Refusing.With(RefusalCode.StatusNotAllowed, "This review is open already.");
        }

        if (around.Territory.FindEstate(open.EstateId) is not { } estate)
        {
            return Refusing.With(RefusalCode.UnknownPlace, "The territory has no such estate.");
        }

        if ((Authority.Refuses(by, Scope.Grid(estate.GridId), around.Territory, "open a review", Role.PropertyManager, Role.CommunityStaff, Role.Captain, Role.Dispatcher)
            ?? (open.Agenda.Count is 0 or > MostAgenda
                ? Refuse.With(RefusalCode.InvalidValue, $"Give 1 to {MostAgenda} points of the agenda.")
                : open.Agenda.Select(line => Refusing.UnlessSaid(line, Refuse.MaxLine, "agenda")).FirstOrDefault(fault => fault is not null))) is { } refusal)
        {
            return new Refused(refusal);
        }

        var zone = Zone(estate.CommunityId, around.Territory);
        if (!DecorationDays.IsSensible(open.HandOverOn) || DecorationDays.Begins(open.HandOverOn, zone) <= step.Now)
        {
            return Refusing.With(RefusalCode.InThePast, "The day of the hand-over lies ahead.");
        }

        step.Record(new ReviewOpened(
            id, estate.Id, around.Territory.FindCommunity(estate.CommunityId)!.StreetId, estate.CommunityId, estate.GridId, open.HandOverOn, [.. open.Agenda]));
        step.StartUntil(JointReview.HandOverClock, DecorationDays.Begins(open.HandOverOn, zone));
        return step.Done();
    }

    private static Verdict Sign(DossierStep<JointReview> step, SignReview sign, Actor by, Territory territory)
    {
        var review = step.Dossier;
        if (ReviewParties.Of(by, review.Opened!.GridId, territory) != sign.Party)
        {
            return Refusing.With(RefusalCode.WrongParty, "You belong to another party; each signs for itself.");
        }

        if (!review.Outstanding().Contains(sign.Party))
        {
            return Refusing.With(RefusalCode.SignedAlready, "This party has signed already.");
        }

        step.Record(new ReviewSigned(sign.Party));
        return step.Done();
    }

    private static Verdict Finish(DossierStep<JointReview> step)
    {
        if (step.Dossier.Outstanding().Any())
        {
            return Refusing.With(RefusalCode.SignatureMissing, $"These have not signed yet: {string.Join(", ", step.Dossier.Outstanding())}.");
        }

        step.Answer(JointReview.HandOverClock);
        step.Record(new ReviewFinished(ReviewResults.Watch(step.Dossier)));
        return step.Done();
    }

    private static Verdict CallOff(DossierStep<JointReview> step, CallOffReview off)
    {
        if (Refuse.UnlessReason(off.Reason) is { } refusal)
        {
            return new Refused(refusal);
        }

        step.Record(new ReviewCalledOff(off.Reason));
        step.CancelAll();
        return step.Done();
    }

    private static TimeZoneInfo Zone(string communityId, Territory territory) => territory.StreetOf(Scope.Community(communityId))!.Zone;
}
