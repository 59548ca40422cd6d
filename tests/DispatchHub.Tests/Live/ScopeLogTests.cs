using System.Text.Json;
using CsCheck;
using Dispatch.Contracts;
using Dispatch.Hub.Live;
using Dispatch.Hub.Live.Client;
using Dispatch.TestKit.Feeds;
using Microsoft.Extensions.Time.Testing;

namespace Dispatch.DispatchHub.Tests.Live;

public sealed class ScopeLogTests
{
    private const string Street = "xiashi";
    private static readonly CityTime Clock = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8)), 1, "Asia/Shanghai");
    private static readonly JsonSerializerOptions Wire = new(JsonSerializerDefaults.Web) { Converters = { new WatchItemJson() } };

    private static readonly Gen<Scope>[] Scopes =
        [.. new[] { Scope.Street(Street), Scope.Community("k1"), Scope.Grid("g2"), Scope.Officer("o1"), Scope.Case("c0") }.Select(Gen.Const)];

    private readonly FeedStoreInMemory _store = new();
    private readonly FakeTimeProvider _time = new();
    private readonly StreetLog _street;

    public ScopeLogTests()
    {
        _street = new StreetLog(Street, _time);
        _street.Restart(new FeedSnapshot(Street, "epoch", 0, []));
    }

    [Fact]
    public void A_watcher_that_keeps_up_gets_the_very_item_that_all_others_get()
    {
        var log = _street.Add(Scope.Street(Street), null);
        var (one, other) = (log.Begin(null, Clock).Position, log.Begin(null, Clock).Position);
        Commit(BoardRows.Row("a"));
        Assert.Same(Read(log, ref one), Read(log, ref other));
    }

    [Fact]
    public void A_watcher_that_is_behind_gets_the_latest_of_each_case_in_one_item()
    {
        var log = _street.Add(Scope.Street(Street), null);
        var position = log.Begin(null, Clock).Position;
        Commit(BoardRows.Row("a"));
        Commit(BoardRows.Row("b"));
        Commit(BoardRows.Row("a", 2));
        Commit(BoardRows.Row("b", 2, status: CaseStatus.Closed), gone: true);

        var item = Parsed(Read(log, ref position)!);
        Assert.Equal((0, 4), (item.From, item.To));
        Assert.Equal([("a", 2), ("b", 2)], item.Rows!.Select(row => (row.Id, row.Version)));
        Assert.Equal(["b"], item.Removed!);
        Assert.Null(Read(log, ref position));
    }

    [Fact]
    public void A_watcher_that_fell_off_the_ring_gets_a_gap_with_everything()
    {
        var log = _street.Add(Scope.Street(Street), null);
        var position = log.Begin(null, Clock).Position;
        for (var i = 0; i <= ScopeLog.Capacity; i++)
        {
            Commit(BoardRows.Row("a", i + 1));
        }

        var item = Parsed(Read(log, ref position)!);
        Assert.Equal("gap", item.Kind);
        Assert.Equal(ScopeLog.Capacity + 1, item.At);
        Assert.Equal(ScopeLog.Capacity + 1, Assert.Single(item.Rows!).Version);
    }

    [Fact]
    public void A_case_that_leaves_a_scope_is_removed_without_its_row_and_one_that_ends_with_it()
    {
        var log = _street.Add(Scope.Grid("g1"), null);
        var position = log.Begin(null, Clock).Position;
        Commit(BoardRows.Row("moves", grid: "g1"));
        Commit(BoardRows.Row("ends", grid: "g1"));
        Commit(BoardRows.Row("elsewhere", grid: "g2"));
        Read(log, ref position);

        Commit(BoardRows.Row("moves", 2, grid: "g2"));
        var moved = Parsed(Read(log, ref position)!);
        Assert.Empty(moved.Rows!);
        Assert.Equal(["moves"], moved.Removed!);

        Commit(BoardRows.Row("elsewhere", 2, grid: "g2", status: CaseStatus.Closed), gone: true);
        Assert.Null(Read(log, ref position));

        Commit(BoardRows.Row("ends", 2, grid: "g1", status: CaseStatus.Rejected), gone: true);
        var ended = Parsed(Read(log, ref position)!);
        Assert.Equal(CaseStatus.Rejected, Assert.Single(ended.Rows!).Status);
        Assert.Equal(["ends"], ended.Removed!);
    }

    [Fact]
    public void A_case_scope_keeps_its_case_when_it_closes_and_ends_when_it_goes_to_another_street()
    {
        Commit(BoardRows.Row("a"));
        var log = _street.Add(Scope.Case("a"), BoardRows.Row("a"));
        var position = log.Begin(null, Clock).Position;
        Commit(BoardRows.Row("a", 2, status: CaseStatus.Closed), gone: true);
        var closed = Parsed(Read(log, ref position)!);
        Assert.Equal(2, Assert.Single(closed.Rows!).Version);
        Assert.Empty(closed.Removed!);
        var fresh = new BoardState();
        Drain(log, fresh, Begin(log, fresh, resume: false));
        Assert.Equal(2, fresh.Rows["a"].Version);
        Assert.False(log.Ended);

        Commit(BoardRows.Row("a", 3), gone: true);
        Assert.NotNull(Read(log, ref position));
        Assert.True(log.Ended);
    }

    [Fact]
    public void An_officer_whose_case_was_given_to_others_sees_it_go()
    {
        var log = _street.Add(Scope.Officer("o.zhang"), null);
        var position = log.Begin(null, Clock).Position;
        Commit(BoardRows.Row("a", officers: ["o.zhang", "o.li"]));
        Commit(BoardRows.Row("a", 2, officers: ["o.li"]));
        Assert.Equal(["a"], Parsed(Read(log, ref position)!).Removed!);
    }

    [Fact]
    public void After_15_seconds_of_silence_comes_an_empty_item_and_the_cursor_moves()
    {
        var log = _street.Add(Scope.Grid("g1"), null);
        var position = log.Begin(null, Clock).Position;
        Commit(BoardRows.Row("elsewhere", grid: "g2"));
        _time.Advance(TimeSpan.FromSeconds(14.9));
        _street.Beat();
        Assert.Null(Read(log, ref position));

        _time.Advance(TimeSpan.FromSeconds(0.1));
        _street.Beat();
        var item = Parsed(Read(log, ref position)!);
        Assert.Equal(("changes", 0L, 1L), (item.Kind, item.From!.Value, item.To!.Value));
        Assert.Empty(item.Rows!);
    }

    [Fact]
    public void Both_encodings_of_every_kind_have_the_same_shape()
    {
        Commit(BoardRows.Row("a", title: "\"引号\" \\ ü 😀"));
        var log = _street.Add(Scope.Street(Street), null);
        var start = log.Begin(null, Clock);
        var position = start.Position;
        var resumed = log.Begin(start.First.Cursor, Clock).First;
        Commit(BoardRows.Row("a", 2, status: CaseStatus.Closed), gone: true);
        foreach (var item in new[] { start.First, resumed, Read(log, ref position)! })
        {
            Assert.True(JsonElement.DeepEquals(Encodings.Json(item), Encodings.MessagePack(item)), item.Kind);
        }
    }

    [Fact]
    public void Whatever_is_split_repeated_missed_or_resumed_a_board_ends_equal_to_a_fresh_one() =>
        Gen.Select(
            Gen.OneOf(Scopes),
            Gen.Select(Gen.Int[0, 9], Gen.Int[0, 5], Gen.Int[0, 2]).Array[1, 120]).Sample((scope, steps) => Play(scope, steps), iter: 2_000);

    private static bool Play(Scope scope, (int What, int Case, int Place)[] steps)
    {
        var store = new FeedStoreInMemory();
        var street = new StreetLog(Street, new FakeTimeProvider());
        street.Restart(new FeedSnapshot(Street, "epoch", 0, []));
        var log = street.Add(scope, null);
        var board = new BoardState();
        WatchPosition? position = null;
        var pending = new List<FeedBatch>();
        var versions = new int[6];

        foreach (var (what, id, place) in steps)
        {
            switch (what)
            {
                case <= 4:
                    var gone = what == 4;
                    var row = BoardRows.Row($"c{id}", ++versions[id], $"k{place}", $"g{place}", gone ? CaseStatus.Closed : CaseStatus.AtGrid, place == 1 ? ["o1"] : []);
                    pending.Add(store.Commit(Street, row, gone));
                    break;
                case 5:
                    Deliver(street, pending);
                    pending.Clear();
                    break;
                case 6 when pending.Count > 1:
                    // A push is lost: the later ones are not taken, and the renewal brings all of them, one batch twice.
                    Assert.False(street.Take(pending[^1]));
                    Deliver(street, pending[..1]);
                    Deliver(street, pending);
                    pending.Clear();
                    break;
                case 7 when position is { } at:
                    position = Drain(log, board, at);
                    break;
                case 8:
                    position = Begin(log, board, resume: true);
                    break;
                case 9 when place == 0:
                    street.Restart(store.Snapshot(Street));
                    pending.Clear();
                    break;
            }

            if (log.Ended)
            {
                return true;
            }
        }

        Deliver(street, pending);
        Drain(log, board, Begin(log, board, resume: true));
        var fresh = new BoardState();
        Drain(log, fresh, Begin(log, fresh, resume: false));
        return board.Rows.Count == fresh.Rows.Count && board.Rows.All(row => fresh.Rows[row.Key].Version == row.Value.Version)
            && (scope.Kind == ScopeKind.Case || fresh.Rows.Values.Select(row => row.Id).ToHashSet()
                .SetEquals(store.Open(Street).Values.Where(row => scope.Holds(row)).Select(row => row.Id)));
    }

    private static void Deliver(StreetLog street, List<FeedBatch> batches)
    {
        if (batches.Count > 0)
        {
            Assert.True(street.Take(new FeedBatch(Street, "epoch", batches[0].From, batches[^1].To, [.. batches.SelectMany(batch => batch.Entries)])));
        }
    }

    private static WatchPosition Begin(ScopeLog log, BoardState board, bool resume)
    {
        var start = log.Begin(resume ? board.Cursor : null, Clock);
        Assert.True(board.Apply(Parsed(start.First)));
        if (start.Missed is { } missed)
        {
            Assert.True(board.Apply(Parsed(missed)));
        }

        return start.Position;
    }

    private static WatchPosition Drain(ScopeLog log, BoardState board, WatchPosition position)
    {
        while (Read(log, ref position) is { } item)
        {
            Assert.True(board.Apply(Parsed(item)));
        }

        return position;
    }

    private void Commit(CaseRow row, bool gone = false) => Assert.True(_street.Take(_store.Commit(Street, row, gone)));

    private static WatchItem? Read(ScopeLog log, ref WatchPosition position) => log.Next(ref position, () => Clock, out _);

    private static BoardItem Parsed(WatchItem item) => JsonSerializer.Deserialize<BoardItem>(JsonSerializer.SerializeToUtf8Bytes(item, Wire), Wire)!;
}
