using Dispatch.Contracts;
using Dispatch.Grains.Grids;
using Dispatch.TestKit.Feeds;

namespace Dispatch.Grains.Tests.Grids;

public sealed class SightingsTests
{
    private static readonly Dictionary<string, CaseRow> Nothing = [];
    private readonly Sightings _sightings = new();

    [Fact]
    public void A_sighting_is_remembered_before_its_case_is_committed_and_forgotten_when_the_case_is_over()
    {
        _sightings.Record(DuplicatesTests.Seen("a"));
        Assert.Equal(["a"], Open());

        _sightings.Take("a", open: true);
        Assert.Equal(["a"], Open());

        _sightings.Take("a", open: false);
        Assert.Empty(Open());
    }

    [Fact]
    public void After_a_rebuild_what_was_open_before_and_is_not_now_is_over_and_what_never_was_may_still_come()
    {
        _sightings.Record(DuplicatesTests.Seen("closed-meanwhile"));
        _sightings.Take("closed-meanwhile", open: true);
        _sightings.Record(DuplicatesTests.Seen("on-its-way"));
        _sightings.Record(DuplicatesTests.Seen("still-open"));

        _sightings.TakeAll(Rows("still-open"));
        Assert.Equal(["on-its-way", "still-open"], Open());

        _sightings.TakeAll(Nothing);
        Assert.Equal(["on-its-way"], Open());
    }

    [Fact]
    public void A_sighting_that_became_no_case_within_an_hour_is_forgotten_and_one_that_did_is_not()
    {
        _sightings.Record(DuplicatesTests.Seen("refused"));
        _sightings.Record(DuplicatesTests.Seen("a"));
        _sightings.Take("a", open: true);
        var seenAt = DuplicatesTests.Seen("a").At;

        Assert.Equal(["refused", "a"], Open(now: seenAt + Sightings.Patience));
        Assert.Equal(["a"], Open(now: seenAt + Sightings.Patience + TimeSpan.FromMilliseconds(1)));
    }

    [Fact]
    public void An_open_case_that_was_seen_here_counts_once_with_its_unit()
    {
        _sightings.Record(DuplicatesTests.Seen("a", unit: "7-2-2001"));

        var found = _sightings.With(Rows("a", "b"), "xiashi", default).ToList();

        Assert.Equal(["a", "b"], found.Select(seen => seen.CaseId));
        Assert.Equal(["7-2-2001", null], found.Select(seen => seen.Place.Unit));
    }

    [Fact]
    public void A_repeat_is_remembered_once_and_the_oldest_makes_room()
    {
        for (var i = 0; i <= Sightings.Capacity; i++)
        {
            _sightings.Record(DuplicatesTests.Seen($"case-{i}"));
            _sightings.Record(DuplicatesTests.Seen($"case-{i}"));
        }

        Assert.Equal(Sightings.Capacity, _sightings.Count);
        Assert.DoesNotContain("case-0", Open());
    }

    private static Dictionary<string, CaseRow> Rows(params string[] ids) => ids.ToDictionary(id => id, id => BoardRows.Row(id));

    private IEnumerable<string> Open(DateTimeOffset now = default) => _sightings.With(Nothing, "xiashi", now).Select(seen => seen.CaseId);
}
