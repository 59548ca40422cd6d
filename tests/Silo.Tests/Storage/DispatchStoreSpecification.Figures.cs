using Dispatch.Contracts;
using Dispatch.Grains.Storage;
using static Dispatch.Silo.Tests.Storage.Commits;

namespace Dispatch.Silo.Tests.Storage;

/// <summary>The cases of a period and their events.</summary>
public abstract partial class DispatchStoreSpecification
{
    private static readonly OpenedQuery Year = new("xiashi", null, Start.AddDays(-1), Start.AddDays(300), null, 100);

    [Fact]
    public async Task Cases_of_a_period_come_newest_first_with_their_numbers_and_how_far_they_have_come()
    {
        var first = Report("a");
        var number = (await Store.CommitAsync(first, Cancellation)).Number;
        await Store.CommitAsync(Next(first, number), Cancellation);
        await Store.CommitAsync(Report("b", at: Start.AddMinutes(1)), Cancellation);
        await Store.CommitAsync(Report("elsewhere", "haizhou"), Cancellation);
        var patrol = Report("g") with { Owner = Scope.Grid("xishan-03"), Feed = [], NumberYear = null };
        await Store.CommitAsync(patrol with { Columns = Columns("xiashi", Start) with { OpenedAt = null } }, Cancellation);

        var page = await Open.Figures.OpenedAsync(Year, Cancellation);

        Assert.Equal(
            [
                new OpenedCase(new OpenedMark(Start.AddMinutes(1), "case:b"), "xiashi-2026-000002", LastSeq: 2),
                new OpenedCase(new OpenedMark(Start, "case:a"), "xiashi-2026-000001", LastSeq: 4),
            ],
            page);
    }

    [Fact]
    public async Task Histories_are_those_asked_for_each_in_order()
    {
        var report = Report("a");
        await Store.CommitAsync(report, Cancellation);
        await Store.CommitAsync(Report("other"), Cancellation);
        await Store.CommitAsync(Report("b"), Cancellation);
        await Store.CommitAsync(Next(report, null), Cancellation);

        var histories = await Open.Figures.HistoriesAsync(["case:b", "case:a", "case:unknown"], Start.AddDays(1), Cancellation);

        Assert.Equal(["case:a", "case:b"], histories.Select(history => history.OwnerId).Order());
        foreach (var (ownerId, events) in histories)
        {
            Assert.Equal(await Store.EventsAsync(Scope.Case(ownerId["case:".Length..]), 0, 10, Cancellation), events);
        }

        Assert.Empty(await Open.Figures.HistoriesAsync([], Start.AddDays(1), Cancellation));
    }

    [Fact]
    public async Task The_first_instant_of_a_period_is_inside_and_its_end_is_not()
    {
        foreach (var (id, minutes) in new[] { ("before", -1), ("first", 0), ("last", 9), ("after", 10) })
        {
            await Store.CommitAsync(Report(id, at: Start.AddMinutes(minutes)), Cancellation);
        }

        var page = await Open.Figures.OpenedAsync(Year with { From = Start, To = Start.AddMinutes(10) }, Cancellation);

        Assert.Equal(["case:last", "case:first"], page.Select(opened => opened.Mark.OwnerId));
    }

    [Fact]
    public async Task What_was_decided_at_the_instant_asked_for_or_later_is_left_out()
    {
        var report = Report("a");
        await Store.CommitAsync(report, Cancellation);
        await Store.CommitAsync(Next(report, null, Start.AddMinutes(5)), Cancellation);

        async Task<IEnumerable<int>> EventsBefore(DateTimeOffset before) =>
            (await Open.Figures.HistoriesAsync(["case:a"], before, Cancellation)).Select(history => history.Events.Count);

        Assert.Equal([], await EventsBefore(Start));
        Assert.Equal([2], await EventsBefore(Start.AddMilliseconds(1)));
        Assert.Equal([2], await EventsBefore(Start.AddMinutes(5)));
        Assert.Equal([4], await EventsBefore(Start.AddMinutes(5).AddMilliseconds(1)));
    }

    [Fact]
    public async Task Pages_go_on_where_the_last_one_ended_even_when_many_opened_at_one_instant()
    {
        for (var i = 0; i < 23; i++)
        {
            await Store.CommitAsync(Report($"c{i:D2}", at: Start.AddMinutes(i / 5)), Cancellation);
        }

        var (seen, query) = (new List<string>(), Year with { Limit = 4 });
        IReadOnlyList<OpenedCase> page;
        do
        {
            page = await Open.Figures.OpenedAsync(query, Cancellation);
            seen.AddRange(page.Select(opened => opened.Mark.OwnerId));
            query = query with { After = page.Count > 0 ? page[^1].Mark : null };
        }
        while (page.Count > 0);

        Assert.Equal(Enumerable.Range(0, 23).Reverse().Select(i => $"case:c{i:D2}"), seen);
    }

    [Fact]
    public async Task An_area_keeps_what_lies_there_now_and_whatever_was_ever_returned()
    {
        await Store.CommitAsync(Report("here"), Cancellation);
        await Store.CommitAsync(Report("there") with { Columns = Columns("xiashi", Start) with { CommunityId = "hehua", GridId = "hehua-01" } }, Cancellation);
        var returned = Report("returned");
        await Store.CommitAsync(returned, Cancellation);
        await Store.CommitAsync(
            Next(returned, null) with
            {
                Events = [Event("Returned", Start.AddMinutes(5))],
                Columns = Columns("xiashi", Start) with { CommunityId = "hehua", GridId = "hehua-01" },
            },
            Cancellation);

        foreach (var area in new[] { Scope.Community("xishan"), Scope.Grid("xishan-03") })
        {
            var page = await Open.Figures.OpenedAsync(Year with { Area = area }, Cancellation);
            Assert.Equal(["case:returned", "case:here"], page.Select(opened => opened.Mark.OwnerId));
        }
    }

    [Fact]
    public async Task More_than_a_years_cases_or_a_huge_page_is_not_read_at_once()
    {
        async Task RefusedAsync(OpenedQuery query) =>
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await Open.Figures.OpenedAsync(query, Cancellation));

        await RefusedAsync(Year with { To = Year.From.AddDays(400).AddMilliseconds(1) });
        await RefusedAsync(Year with { Limit = 1_001 });
        await RefusedAsync(Year with { Limit = 0 });
        await RefusedAsync(Year with { Area = Scope.Officer("o.zhang") });
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await Open.Figures.HistoriesAsync(new string[1_001], Start, Cancellation));
        Assert.Empty(await Open.Figures.OpenedAsync(Year with { To = Year.From.AddDays(400), Limit = 1_000 }, Cancellation));
    }
}
