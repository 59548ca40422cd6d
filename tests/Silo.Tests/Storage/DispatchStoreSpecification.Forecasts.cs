using Dispatch.Contracts;
using Dispatch.Grains.Storage;
using static Dispatch.Silo.Tests.Storage.Commits;

namespace Dispatch.Silo.Tests.Storage;

/// <summary>Open cases that something is due for.</summary>
public abstract partial class DispatchStoreSpecification
{
    private static readonly DueQuery SoonInStreet = new(Scope.Street("xiashi"), Start.AddMinutes(20), null, 10);

    [Fact]
    public async Task Cases_that_something_is_due_for_come_as_stored_and_no_others()
    {
        var now = Report("now");
        var number = (await Store.CommitAsync(now, Cancellation)).Number;
        await Store.CommitAsync(Report("later", at: Start.AddMinutes(6)), Cancellation);
        await Store.CommitAsync(Report("elsewhere", "haizhou"), Cancellation);
        var closed = Report("closed");
        await Store.CommitAsync(Close(closed, (await Store.CommitAsync(closed, Cancellation)).Number), Cancellation);
        var patrol = Report("g") with { Owner = Scope.Grid("xishan-03"), Feed = [], NumberYear = null };
        await Store.CommitAsync(patrol with { Columns = Columns("xiashi", Start) with { OpenedAt = null } }, Cancellation);

        var page = await Open.Get<IForecastReads>().DueAsync(SoonInStreet, Cancellation);

        Assert.Equal([new StoredOwner("case:now", 1, number, now.Snapshot)], page);
    }

    [Fact]
    public async Task What_is_due_at_the_instant_asked_for_is_not_due_before_it()
    {
        await Store.CommitAsync(Report("a"), Cancellation);

        Assert.Empty(await Open.Get<IForecastReads>().DueAsync(SoonInStreet with { Before = Start.AddMinutes(15) }, Cancellation));
        Assert.Single(await Open.Get<IForecastReads>().DueAsync(SoonInStreet with { Before = Start.AddMinutes(15).AddMilliseconds(1) }, Cancellation));
    }

    [Fact]
    public async Task Cases_that_something_is_due_for_are_found_by_each_kind_of_scope()
    {
        await Store.CommitAsync(Report("a") with { Columns = Columns("xiashi", Start) with { OfficerIds = ["o.li", "o.wang"] } }, Cancellation);
        await Store.CommitAsync(Report("b") with { Columns = Columns("xiashi", Start) with { CommunityId = "hehua", GridId = "hehua-01" } }, Cancellation);

        foreach (var (scope, found) in new (Scope?, string[])[]
        {
            (null, ["case:a", "case:b"]),
            (Scope.Street("xiashi"), ["case:a", "case:b"]), (Scope.Community("hehua"), ["case:b"]), (Scope.Grid("xishan-03"), ["case:a"]),
            (Scope.Officer("o.wang"), ["case:a"]), (Scope.Officer("o.w"), []), (Scope.Case("b"), ["case:b"]), (Scope.Department("fire"), []),
        })
        {
            Assert.Equal(found, (await Open.Get<IForecastReads>().DueAsync(SoonInStreet with { Scope = scope }, Cancellation)).Select(owner => owner.OwnerId));
        }
    }

    [Fact]
    public async Task Pages_of_what_is_due_go_on_where_the_last_one_ended()
    {
        foreach (var i in Enumerable.Range(0, 11))
        {
            await Store.CommitAsync(Report($"c{i:D2}"), Cancellation);
        }

        var (seen, query) = (new List<string>(), SoonInStreet with { Limit = 4 });
        IReadOnlyList<StoredOwner> page;
        do
        {
            page = await Open.Get<IForecastReads>().DueAsync(query, Cancellation);
            seen.AddRange(page.Select(owner => owner.OwnerId));
            query = query with { After = page.Count > 0 ? page[^1].OwnerId : null };
        }
        while (page.Count > 0);

        Assert.Equal(Enumerable.Range(0, 11).Select(i => $"case:c{i:D2}"), seen);
    }
}
