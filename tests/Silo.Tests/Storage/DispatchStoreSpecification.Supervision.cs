using Dispatch.Contracts;
using Dispatch.Grains.Storage;
using static Dispatch.Silo.Tests.Storage.Commits;

namespace Dispatch.Silo.Tests.Storage;

/// <summary>The ledger of outages, and what the morning page reads.</summary>
public abstract partial class DispatchStoreSpecification
{
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(20);

    private IOutageStore OutageLedger => Open.Get<IOutageStore>();

    private IMorningReads Mornings => Open.Get<IMorningReads>();

    [Fact]
    public async Task A_sign_of_life_after_too_long_a_silence_records_the_time_between_once()
    {
        Assert.Null(await OutageLedger.BeatAsync(Start, Silence, Outage.NotRunning, Cancellation));
        Assert.Null(await OutageLedger.BeatAsync(Start.AddSeconds(20), Silence, Outage.NotRunning, Cancellation));
        Assert.Null(await OutageLedger.BeatAsync(Start.AddSeconds(5), Silence, Outage.NotRunning, Cancellation));

        var found = await OutageLedger.BeatAsync(Start.AddHours(1), Silence, Outage.NotRunning, Cancellation);
        Assert.Equal((null, Start.AddSeconds(5), Start.AddHours(1), "not-running", "system"), (found!.StreetId, found.From, found.To, found.Reason, found.By));
        Assert.Null(await OutageLedger.BeatAsync(Start.AddHours(1), Silence, Outage.NotRunning, Cancellation));
        Assert.Equal([found], await OutageLedger.OutagesAsync("xiashi", Start, 10, Cancellation));
    }

    [Fact]
    public async Task An_outage_that_lasts_ends_later_and_never_earlier()
    {
        var outage = await OutageLedger.RecordAsync(
            new Outage { Id = 0, From = Start, To = Start.AddSeconds(30), Reason = Outage.Overloaded, By = "system", RecordedAt = Start }, Cancellation);
        await OutageLedger.ExtendAsync(outage.Id, Start.AddSeconds(40), Cancellation);
        await OutageLedger.ExtendAsync(outage.Id, Start.AddSeconds(35), Cancellation);

        Assert.Equal([outage with { To = Start.AddSeconds(40) }], await OutageLedger.OutagesAsync("xiashi", Start, 10, Cancellation));
    }

    [Fact]
    public async Task Of_several_silos_that_come_back_together_one_records_the_outage()
    {
        await OutageLedger.BeatAsync(Start, Silence, Outage.StoreRefused, Cancellation);
        var beats = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => OutageLedger.BeatAsync(Start.AddHours(1).AddMilliseconds(i), Silence, Outage.StoreRefused, Cancellation).AsTask()));
        Assert.Single(beats, beat => beat is not null);
    }

    [Fact]
    public async Task Outages_of_a_street_are_its_own_and_the_citys_that_ended_after_an_instant_the_latest_first()
    {
        async Task<long> RecordAsync(string? street, int minutes) => (await OutageLedger.RecordAsync(
            new Outage { Id = 0, StreetId = street, From = Start, To = Start.AddMinutes(minutes), Reason = "r", By = "s.qian", RecordedAt = Start }, Cancellation)).Id;
        var (old, city, own, other) = (await RecordAsync(null, 10), await RecordAsync(null, 20), await RecordAsync("xiashi", 30), await RecordAsync("haizhou", 40));

        Assert.Equal([own, city], (await OutageLedger.OutagesAsync("xiashi", Start.AddMinutes(10), 10, Cancellation)).Select(outage => outage.Id));
        Assert.Equal([other, own, city, old], (await OutageLedger.OutagesAsync(null, Start, 10, Cancellation)).Select(outage => outage.Id));
        Assert.Equal([other], (await OutageLedger.OutagesAsync(null, Start, 1, Cancellation)).Select(outage => outage.Id));
    }

    [Fact]
    public async Task A_morning_reads_misses_carded_and_open_cases_of_its_scope_page_by_page()
    {
        async Task CommitAsync(string id, string street, params EventRecord[] more)
        {
            var report = Report(id, street);
            await Store.CommitAsync(report with { Events = [.. report.Events, .. more] }, Cancellation);
        }

        await CommitAsync("a", "xiashi", Event("DeadlineMissed", Start.AddMinutes(1)), Event("CardIssued", Start.AddMinutes(1)), Event("CardProposed", Start.AddMinutes(2)));
        await CommitAsync("b", "xiashi", Event("EscalationAnswered", Start.AddMinutes(3)), Event("DeadlineMissed", Start.AddMinutes(-1)));
        await CommitAsync("c", "haizhou", Event("DeadlineMissed", Start.AddMinutes(1)), Event("CardIssued", Start.AddMinutes(1)));
        var closed = Report("d");
        await Store.CommitAsync(Close(closed, (await Store.CommitAsync(closed, Cancellation)).Number), Cancellation);
        var (street, community) = (Scope.Street("xiashi"), Scope.Community("xishan"));

        Assert.Equal(
            [("case:b", "EscalationAnswered"), ("case:a", "DeadlineMissed")],
            (await Mornings.MissesAsync(street, Start, 10, Cancellation)).Select(one => (one.OwnerId, one.Event.Name)));
        Assert.Single(await Mornings.MissesAsync(street, Start, 1, Cancellation));
        Assert.Equal(["case:a"], (await Mornings.CardedAsync(street, Start, null, 10, Cancellation)).Select(owner => owner.OwnerId));
        Assert.Empty(await Mornings.CardedAsync(street, Start, "case:a", 10, Cancellation));
        Assert.Empty(await Mornings.CardedAsync(street, Start.AddMinutes(3), null, 10, Cancellation));
        Assert.Equal(["case:a", "case:b"], (await Mornings.OpenAsync(street, null, 10, Cancellation)).Select(owner => owner.OwnerId));
        Assert.Equal(["case:b", "case:c"], (await Mornings.OpenAsync(community, "case:a", 10, Cancellation)).Select(owner => owner.OwnerId));
        Assert.Equal(["case:d"], (await Mornings.CasesAsync(["case:d", "case:none"], Cancellation)).Select(owner => owner.OwnerId));
        Assert.Empty(await Mornings.CasesAsync([], Cancellation));
    }
}
