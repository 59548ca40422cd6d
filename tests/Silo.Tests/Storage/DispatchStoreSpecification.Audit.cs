using Dispatch.Contracts;
using Dispatch.Grains.Storage;
using Dispatch.Silo.Storage.Auditing;
using static Dispatch.Silo.Tests.Storage.Commits;

namespace Dispatch.Silo.Tests.Storage;

/// <summary>The audit against damage that is planted behind the store's back.</summary>
public abstract partial class DispatchStoreSpecification
{
    [Fact]
    public async Task An_audit_of_what_was_only_committed_finds_nothing()
    {
        await WriteSomethingAsync();

        var report = await AuditAsync();

        Assert.Empty(report.Findings);
        Assert.Equal((3L, 2L, 1L, 0L, 1L), (report.Owners, report.Fired, report.Missed, report.Doubled, report.Excused));
        Assert.Equal(new OpenCases(1, 0, 0, 0, 0), report.OpenCases);
    }

    [Theory]
    [InlineData("delete from events where owner = 'case:a' and seq = 2", "event-gap")]
    [InlineData("delete from events where owner = 'case:a' and seq = 7", "event-count")]
    [InlineData("update owners set version = 9 where id = 'case:a'", "version-differs")]
    [InlineData("delete from feed_entries where street = 'xiashi' and at = 2", "feed-gap")]
    [InlineData("delete from feed_entries where street = 'xiashi' and at = 5", "feed-gap")]
    [InlineData("update owners set number = 'xiashi-2026-000007' where id = 'case:b'", "case-number-gap")]
    [InlineData("update owners set number = 'xiashi-2026-000001'", "case-number-twice")]
    [InlineData("delete from owners where id = 'case:b'", "event-without-owner")]
    [InlineData("delete from owners where id = 'case:a'", "deadline-without-owner")]
    [InlineData("update events set data = '{\"clock\":\"grid\",\"generation\":1,\"mark\":80}' where name = 'DeadlineMissed'", "fired-twice")]
    [InlineData("update events set data = '{}' where name = 'DeadlineMissed'", "firing-unreadable")]
    [InlineData("update events set data = '{\"clock\":\"grid\",\"generation\":2}' where name = 'EscalationAnswered'", "answer-without-firing")]
    [InlineData("update events set name = 'EscalationAnswered', data = '{\"clock\":\"grid\",\"generation\":1}' where owner = 'case:a' and seq = 7", "answered-twice")]
    [InlineData("delete from deadlines", "clock-without-deadline")]
    [InlineData("delete from deadlines", "deadline-missing")]
    [InlineData("update deadlines set mark = 99", "deadline-unexpected")]
    [InlineData("update owners set snapshot = '{\"id\":\"a\",\"version\":1}' where id = 'case:a'", "snapshot-differs")]
    [InlineData("update owners set footing = 5 where id = 'case:a'", "nothing-moves-it")]
    [InlineData("update owners set open = 0 where id = 'case:a'", "deadline-of-closed")]
    [InlineData("update owners set open = 0 where id = 'case:a'", "notice-of-closed")]
    [InlineData("update notices set gone_at = null", "notice-of-closed")]
    [InlineData("update owners set open = 0 where id = 'case:a'", "board-differs")]
    [InlineData("update streets set fired = 7 where id = 'xiashi'", "fired-count")]
    public async Task An_audit_finds_damage_that_was_planted(string damage, string code)
    {
        await WriteSomethingAsync();
        await Site.ExecuteAsync(damage, Cancellation);

        var report = await AuditAsync();

        Assert.Contains(code, report.Findings.Select(finding => finding.Code));
        Assert.Equal(report.Found, report.Findings.Count);
    }

    private async Task WriteSomethingAsync()
    {
        var a = Report("a") with { Notices = Opening(Offer("li")) };
        var b = Report("b") with { Notices = Opening(Offer("wang")) };
        var first = await Store.CommitAsync(a, Cancellation);
        await Store.CommitAsync(b, Cancellation);
        var fired = Next(a, first.Number) with
        {
            Events =
            [
                Event("DeadlineWarned", Start.AddMinutes(31), """{"clock":"grid","generation":1,"mark":80}"""),
                Event("DeadlineMissed", Start.AddMinutes(31), """{"clock":"grid","generation":1,"mark":100,"dueAt":"2026-03-06T09:00:00Z","firedAt":"2026-03-06T09:01:00Z"}"""),
                Event("EscalationAnswered", Start.AddMinutes(31), """{"clock":"grid","generation":1}"""),
            ],
        };
        await Store.CommitAsync(fired, Cancellation);
        await Store.CommitAsync(Next(fired, first.Number), Cancellation);
        // What another system is told of an end is still to be told.
        await Store.CommitAsync(
            Close(b, null) with { Notices = new NoticeChanges([Offer("wang").Cause], [Offer("x") with { Receiver = NoticeReceiver.System("hotline") }]) }, Cancellation);
        await Store.CommitAsync(
            Report("xishan-03") with { Owner = Scope.Grid("xishan-03"), Feed = [], NumberYear = null, Columns = Columns("xiashi", Start) with { OpenedAt = null } },
            Cancellation);
    }

    private Task<Dispatch.Silo.Storage.Auditing.AuditReport> AuditAsync() => new StoreAudit(Site.Options, new CountingFold()).RunAsync(Cancellation);

    /// <summary>The tests' cases know their id and version only, and always have the deadline of <see cref="Next"/>.</summary>
    private sealed class CountingFold : IOwnerFold
    {
        public string? Replay(string kind, IReadOnlyList<StoredEvent> events) =>
            kind == ScopeKind.Case && events.Count == 7 ? """{ "version": 3, "id": "a" }""" : null;

        public IReadOnlyList<Deadline>? Deadlines(string kind, string snapshot) => kind != ScopeKind.Case ? null
            : snapshot.Contains("\"a\"", StringComparison.Ordinal) ? [new Deadline("pre-control", 1, 100, Start.AddHours(4))] : [];
    }
}
