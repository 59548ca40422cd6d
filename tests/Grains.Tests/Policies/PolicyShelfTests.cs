using Dispatch.Contracts;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;
using Dispatch.Grains.Storage;
using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.Policies;

public class PolicyShelfTests
{
    private static readonly DateTimeOffset Covered = new(2026, 3, 2, 8, 30, 0, TimeSpan.FromHours(8));

    private static PolicyLoad File { get; } = PolicyFile.Load(Repository.PathOf("samples", "xiashi"));

    [Fact]
    public async Task A_case_finds_the_pack_that_it_was_opened_under_after_the_file_has_changed()
    {
        var store = new KeptPacks();
        await PolicyShelf.FillAsync(File, store, Covered, TestContext.Current.CancellationToken);
        var kept = File.Pack!.Version;
        var newer = Changed($"\"version\":\"{kept}\"", "\"version\":\"newer\"");

        var shelf = await PolicyShelf.FillAsync(newer, store, Covered, TestContext.Current.CancellationToken);

        Assert.Equal("newer", shelf.Current.Version);
        Assert.Equal(kept, shelf.Find("xiashi", kept).Version);
        Assert.Throws<KeyNotFoundException>(() => shelf.Find("xiashi", "none"));
    }

    [Fact]
    public async Task Another_text_under_a_version_that_was_kept_stops_the_start_with_one_sentence()
    {
        var store = new KeptPacks();
        await PolicyShelf.FillAsync(File, store, Covered, TestContext.Current.CancellationToken);
        var changed = Changed("\"rectify\":\"20 wd\"", "\"rectify\":\"21 wd\"");

        var refused = await Assert.ThrowsAsync<PolicyRefusedException>(
            () => PolicyShelf.FillAsync(changed, store, Covered, TestContext.Current.CancellationToken));

        Assert.Equal(
            $"The store keeps another text of the policy pack xiashi under version {File.Pack!.Version}, which cases were opened under: "
                + "give the changed pack a version of its own.",
            refused.Message);
    }

    [Fact]
    public async Task Line_breaks_and_spaces_make_no_other_text()
    {
        var store = new KeptPacks();
        await PolicyShelf.FillAsync(File, store, Covered, TestContext.Current.CancellationToken);
        var spread = PolicyFile.Read("policy.json", File.Json!.Replace(",\"", " ,\r\n\t\"", StringComparison.Ordinal), File.Pack!.Calendars);

        await PolicyShelf.FillAsync(spread, store, Covered, TestContext.Current.CancellationToken);

        Assert.Single(await store.PoliciesAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_start_in_a_year_that_the_calendar_lacks_is_refused()
    {
        var refused = await Assert.ThrowsAsync<PolicyRefusedException>(
            () => PolicyShelf.FillAsync(File, new KeptPacks(), Covered.AddYears(1), TestContext.Current.CancellationToken));

        Assert.Contains("xiashi", refused.Message, StringComparison.Ordinal);
        Assert.Contains("2027", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pack_with_faults_stops_the_start_and_names_them()
    {
        var faulty = Changed("\"rectify\":\"20 wd\"", "\"rectify\":\"later\"");

        var refused = await Assert.ThrowsAsync<PolicyRefusedException>(
            () => PolicyShelf.FillAsync(faulty, new KeptPacks(), Covered, TestContext.Current.CancellationToken));

        Assert.Contains("types[8].clocks[\"rectify\"]", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Urgent_types_want_every_street_staffed_round_the_clock_in_the_packs_own_zone()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
        var days = WeeklyTimetable.Of([new TimetableSpan(DayOfWeek.Monday, TimeSpan.FromHours(8), TimeSpan.FromHours(18))]);

        Assert.Empty(Faults(zone, WeeklyTimetable.Always));
        Assert.Equal("streets[\"a\"].staffed", Assert.Single(Faults(zone, days)).Path);
        Assert.Equal("streets[\"a\"].timeZone", Assert.Single(Faults(TimeZoneInfo.FindSystemTimeZoneById("America/New_York"), WeeklyTimetable.Always)).Path);

        static IEnumerable<Fault> Faults(TimeZoneInfo zone, WeeklyTimetable staffed) => PolicyAgainstTerritory.Faults(
            File.Pack!, new Territory([new Street("a", Text.Same("A"), zone, staffed)], [], []));
    }

    private static PolicyLoad Changed(string old, string replacement)
    {
        Assert.Contains(old, File.Json, StringComparison.Ordinal);
        return PolicyFile.Read("policy.json", File.Json!.Replace(old, replacement, StringComparison.Ordinal), File.Pack!.Calendars);
    }

    private sealed class KeptPacks : IPolicyReads
    {
        private readonly Dictionary<(string Id, string Version), string> _texts = [];

        public ValueTask<IReadOnlyList<(string Id, string Version, string Json)>> PoliciesAsync(CancellationToken cancellation = default) =>
            new([.. _texts.Select(kept => (kept.Key.Id, kept.Key.Version, kept.Value))]);

        public ValueTask<bool> KeepPolicyAsync(string id, string version, string json, CancellationToken cancellation = default) =>
            new(_texts.TryAdd((id, version), json) || _texts[(id, version)] == json);
    }
}
