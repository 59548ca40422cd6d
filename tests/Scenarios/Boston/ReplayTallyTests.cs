using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Requests;
using Dispatch.Grains.Routing;
using Dispatch.Grains.Storage;
using Dispatch.TestKit;

namespace Dispatch.Scenarios.Boston;

public class ReplayTallyTests
{
    // Zoning has 5 working days; Memorial Day lies between.
    private static readonly DateTimeOffset Opened = new(2015, 5, 18, 10, 0, 0, TimeSpan.FromHours(-4));
    private static readonly DateTimeOffset Due = new(2015, 5, 26, 10, 0, 0, TimeSpan.FromHours(-4));
    private static readonly DateTimeOffset Closed = new(2015, 6, 1, 10, 0, 0, TimeSpan.FromHours(-4));

    private static readonly ReplayPlan Plan = ReplayPlan.Of(
        [new ServiceRequest { Id = "1", Type = "Zoning", OpenedAt = Opened, ClosedAt = Closed, Neighbourhood = "Roxbury", Ward = 9 }],
        PolicyFile.Load(Repository.PathOf("samples", "boston")),
        TerritoryFile.Load(Repository.PathOf("samples", "boston", "territory")).Territory!,
        reason => Assert.Fail(reason));

    [Fact]
    public void What_happened_once_is_neither_doubled_nor_lost() => AssertCounts(Events(), deadlines: 1, doubled: 0, lost: 0);

    [Fact]
    public void A_second_firing_of_a_mark_is_doubled()
    {
        var events = Events();
        var missed = events.FindIndex(stored => stored.Event.Name == nameof(DeadlineMissed));
        events.Insert(missed, events[missed]);

        AssertCounts(events, deadlines: 2, doubled: 1, lost: 0);
    }

    [Fact]
    public void A_mark_that_was_past_when_its_clock_stopped_and_never_fired_is_lost() =>
        AssertCounts(Events(fires: false), deadlines: 0, doubled: 0, lost: 1);

    [Fact]
    public void A_mark_that_was_past_when_the_file_ended_and_never_fired_is_lost_and_so_is_the_closing() =>
        AssertCounts(Events(fires: false, closes: false), deadlines: 0, doubled: 0, lost: 2);

    [Fact]
    public void A_case_that_the_store_does_not_have_is_lost() => AssertCounts([], deadlines: 0, doubled: 0, lost: 1);

    private static void AssertCounts(List<StoredEvent> events, long deadlines, long doubled, long lost)
    {
        var tally = new ReplayTally(Plan);
        tally.Add(Plan.Cases[0], events);
        var summary = tally.Summary(ImmutableSortedDictionary<string, int>.Empty, TimeSpan.Zero);

        Assert.Equal((deadlines, doubled, lost), (summary.Deadlines, summary.Doubled, summary.Lost));
    }

    /// <summary>The events that the engine's own rules give; a firing that does not happen is taken out of them.</summary>
    private static List<StoredEvent> Events(bool fires = true, bool closes = true)
    {
        var pack = Plan.Policy.Pack!;
        var opened = (Decision)CaseDecider.Decide(null, 0, Envelope(Plan.Cases[0].Report, Opened), Opened, pack, Known.Nothing);
        var fired = CaseFiring.Fire(opened.Case, Due.AddMilliseconds(1), pack, Known.Nothing);
        var closed = (Decision)CaseDecider.Decide(fired.Case, 2, Envelope(new Resolve(), Closed), Closed, pack, Known.Nothing);
        Decision[] steps = [opened, fired, closed];
        return
        [
            .. steps.Take(closes ? 3 : 2)
                .SelectMany((step, index) => step.Events.Select(happened => (Version: index + 1L, Event: CaseJson.Record(happened))))
                .Where(step => fires || step.Version != 2)
                .Select((step, index) => new StoredEvent(index + 1, step.Version, step.Event)),
        ];
    }

    private static CommandEnvelope Envelope(CaseCommand command, DateTimeOffset at) => new()
    {
        Command = command,
        Actor = Actor.Machine,
        Key = command.Name,
        BodyHash = command.Name,
        ReceivedAt = at,
    };
}
