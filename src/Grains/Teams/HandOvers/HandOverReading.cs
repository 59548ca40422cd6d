using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Storage;

namespace Dispatch.Grains.Teams.HandOvers;

/// <summary>Reads what a sheet is made from: the board when the shift began, the feed since then, and the events of what changed.</summary>
internal sealed class HandOverReading(IFeedReads feeds, IFigureReads figures)
{
    /// <summary>The facts of a team's area since an instant.</summary>
    /// <param name="streetId">The street.</param>
    /// <param name="communityId">The community; null for the whole street.</param>
    /// <param name="from">When the shift began.</param>
    /// <param name="now">Nothing decided at it or later counts.</param>
    public async Task<HandOverFacts> FactsAsync(string streetId, string? communityId, DateTimeOffset from, DateTimeOffset now)
    {
        var rows = new Dictionary<string, CaseRow>(StringComparer.Ordinal);
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        if (await feeds.RowsAtAsync(streetId, from) is { } then)
        {
            foreach (var row in then.Rows)
            {
                rows[row.Id] = row;
            }

            IReadOnlyList<FeedEntry> entries;
            for (var at = then.Position.At; (entries = await feeds.EntriesAsync(streetId, at, FeedBatch.MaxEntries) ?? []).Count > 0; at = entries[^1].At)
            {
                foreach (var entry in entries)
                {
                    rows[entry.Row.Id] = entry.Row;
                    wanted.Add(entry.Row.Id);
                }
            }
        }

        var own = rows.Values.Where(row => communityId is null || row.CommunityId == communityId).ToList();
        var asked = own.Where(row => wanted.Contains(row.Id) || row.Status is CaseStatus.AwaitingDispatch or CaseStatus.Offered or CaseStatus.EnRoute)
            .Select(row => Scope.Case(row.Id).ToString());
        var histories = new Dictionary<string, IReadOnlyList<Happened>>(StringComparer.Ordinal);
        foreach (var page in asked.Chunk(OpenedQuery.LargestPage))
        {
            foreach (var (ownerId, events) in await figures.HistoriesAsync(page, now))
            {
                _ = Scope.TryParse(ownerId, out var owner);
                histories[owner.Id] = [.. events.Select(stored => CaseJson.Happened(stored.Event))];
            }
        }

        return new HandOverFacts(own, histories);
    }
}
