using Dispatch.Contracts;
using Dispatch.Grains.Storage;

namespace Dispatch.Grains.Notices;

/// <summary>What is shown of notices.</summary>
internal static class NoticeViews
{
    /// <summary>One notice; a person's own list leaves out what was tried.</summary>
    public static NoticeView Of(StoredNotice stored, bool tries)
    {
        var payload = NoticePayload.Of(stored.Notice);
        return new NoticeView
        {
            Id = stored.Id,
            CaseId = stored.CaseId,
            Day = payload.Day,
            Team = stored.CaseId is null && payload.Page is null ? stored.Owner : null,
            Number = stored.Number,
            Receiver = stored.Notice.Receiver,
            What = payload.What,
            Urgent = stored.Notice.Urgent,
            Title = payload.Title,
            Place = payload.Place,
            Page = payload.Page,
            At = stored.Notice.At,
            State = stored.State,
            SeenAt = stored.SeenAt,
            GoneAt = stored.GoneAt,
            Tries = tries ? stored.Tries : [],
        };
    }

    /// <summary>A person's own list.</summary>
    public static OwnNotices Own(IEnumerable<StoredNotice> stored)
    {
        List<NoticeView> items = [.. stored.Select(one => Of(one, tries: false))];
        return new OwnNotices(items, items.Count(one => one is { SeenAt: null, GoneAt: null }));
    }
}
