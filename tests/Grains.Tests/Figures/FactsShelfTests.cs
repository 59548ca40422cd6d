using Dispatch.Contracts;
using Dispatch.Grains.Figures;
using Dispatch.TestKit;
using Dispatch.TestKit.Storage;

namespace Dispatch.Grains.Tests.Figures;

public sealed class FactsShelfTests
{
    private static readonly DateTimeOffset Start = new(2026, 9, 7, 1, 0, 0, TimeSpan.Zero);

    private readonly CaseFacts _facts = CaseFactsFold.Of(new CaseWorld(Sample.Xiashi).Report("2026-09-07 09:00", Role.GridWorker, "DEC-03").Events, Start.AddDays(1))!;

    [Fact]
    public void What_is_kept_answers_for_instants_after_the_last_event_until_something_more_happens()
    {
        var shelf = new FactsShelf();
        shelf.Keep("case:a", 3, Start, _facts);

        Assert.Same(_facts, shelf.Find("case:a", 3, Start.AddMilliseconds(1)));
        Assert.Null(shelf.Find("case:a", 3, Start));
        Assert.Null(shelf.Find("case:a", 4, Start.AddDays(1)));
        Assert.Null(shelf.Find("case:b", 3, Start.AddDays(1)));
    }

    [Fact]
    public void It_never_holds_more_than_its_room_and_lets_go_of_what_nobody_asks_for()
    {
        var shelf = new FactsShelf(room: 10);
        for (var i = 0; i < 100; i++)
        {
            shelf.Keep($"case:{i}", 1, Start, _facts);
            Assert.NotNull(shelf.Find("case:0", 1, Start.AddDays(1)));
            Assert.InRange(shelf.Count, 1, 10);
        }

        Assert.Null(shelf.Find("case:1", 1, Start.AddDays(1)));
        Assert.NotNull(shelf.Find("case:99", 1, Start.AddDays(1)));
    }

    [Fact]
    public void As_many_as_it_has_room_for_are_all_found_again_however_often_they_are_asked_for_in_turn()
    {
        var shelf = new FactsShelf(room: 10);
        for (var i = 0; i < 10; i++)
        {
            shelf.Keep($"case:{i}", 1, Start, _facts);
        }

        for (var i = 0; i < 50; i++)
        {
            Assert.NotNull(shelf.Find($"case:{i % 10}", 1, Start.AddDays(1)));
        }
    }

    [Fact]
    public async Task A_second_question_about_the_same_cases_reads_only_what_happened_since()
    {
        var (store, world) = (new HistoriesInMemory(), new CaseWorld(Sample.Xiashi).Report("2026-09-07 09:00", Role.GridWorker, "DEC-03"));
        store.Add("case-1", world.Events);
        var (reading, query) = (new FigureReading(store, new FactsShelf(), new FigureKeys(Sample.Territory, Sample.Xiashi)), Query(FigureBy.Street));

        await CountAsync(query);
        await CountAsync(Query(FigureBy.Type));
        Assert.Equal(1, store.Read);

        var reported = world.Events.Count;
        world.Do("2026-09-07 09:05", Role.GridWorker, new Settle());
        store.Add("case-1", world.Events.Skip(reported));
        Assert.Equal(1, (await CountAsync(query)).Resolved);
        Assert.Equal(2, store.Read);
        Assert.Equal(0, (await CountAsync(query with { AsOf = world.At("2026-09-07 09:05") })).Resolved);
        Assert.Equal(3, store.Read);

        async Task<FigureCounts> CountAsync(FigureQuery asked) => (await reading.CountAsync(asked, TestContext.Current.CancellationToken)).Total.Counts;
    }

    private static FigureQuery Query(FigureBy by) => new()
    {
        Scope = Scope.Street("xiashi"),
        StreetId = "xiashi",
        From = Start.AddDays(-1),
        To = Start.AddDays(1),
        AsOf = Start.AddDays(1),
        By = by,
    };
}
