using Dispatch.Contracts;
using Dispatch.Grains.Notices;
using Dispatch.Grains.Storage;

namespace Dispatch.Grains.Decoration.Dossiers;

/// <summary>Something that waits for somebody for as long as a dossier stands as it does.</summary>
/// <param name="Cause">What for, unique in the dossier while it lasts; 1 to 160 characters.</param>
/// <param name="Receiver">Whom it waits for, as <see cref="NoticeReceiver"/> spells it.</param>
/// <param name="What">The word for it, as <see cref="NoticeView.What"/> lists it.</param>
/// <param name="Title">What it is about, without personal data.</param>
/// <param name="Place">Where, down to the building.</param>
/// <param name="Page">The page of the client that shows it: a path from its root.</param>
/// <param name="Urgent">Whether it goes on to the next channel and the second line while nobody has seen it.</param>
public readonly record struct DossierMatter(string Cause, string Receiver, string What, Text Title, string? Place, string Page, bool Urgent = false);

/// <summary>Who is told, and what is over: the difference between what waited before a step and what waits after it. Pure.</summary>
internal static class DossierNotices
{
    public static NoticeChanges Between(Dossier before, DossierDecision decision)
    {
        List<DossierMatter> waited = [.. before.IsOpen() ? before.Waiting() : []];
        List<DossierMatter> waits = [.. decision.Dossier.IsOpen() ? decision.Dossier.Waiting() : []];
        return new NoticeChanges(
            [.. waited.Where(one => !waits.Exists(other => Same(one, other))).Select(one => one.Cause)],
            [.. waits.Where(one => !waited.Exists(other => Same(one, other))).Select(one => Notice(one, decision))]);
    }

    private static bool Same(DossierMatter one, DossierMatter other) => one.Cause == other.Cause && one.Receiver == other.Receiver;

    private static NewNotice Notice(DossierMatter matter, DossierDecision decision) => new()
    {
        Receiver = matter.Receiver,
        Cause = matter.Cause,
        Urgent = matter.Urgent,
        At = decision.Events[^1].At,
        Payload = new NoticePayload(matter.What, "", matter.Title, matter.Place, decision.Events[0].Actor, Page: matter.Page).ToJson(),
    };
}
