using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Storage;
using Dispatch.Silo.Clock;
using Dispatch.Silo.Tests.Hosting;
using Dispatch.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Dispatch.Silo.Tests.Outages;

/// <summary>The embedded city is stopped over a deadline and started again: the store's own sign of life tells that it was away.</summary>
public sealed class OutageInTheCityTests : IAsyncDisposable
{
    private static readonly Scope Case = Scope.Case("case-1");
    private static readonly Actor Supervisor = new("supervisor", Role.Supervisor, Scope.Street("xiashi"));
    private readonly EmbeddedCity _city = new();
    private int _keys;

    public ValueTask DisposeAsync() => _city.DisposeAsync();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_deadline_while_nothing_ran_fires_at_the_start_moves_the_case_and_costs_no_card()
    {
        var first = await StartAsync("09:00");
        await EnRouteAsync(first, "09:00");
        await _city.StopAsync(first, Stop);

        var second = await StartAsync("12:00");
        // The sweeper may have been quicker; whoever comes second finds nothing to do.
        await Grain(second).OnDeadline(new DeadlineFiring { FiredAt = At("12:00:01"), Claimed = [] });
        var missed = (await EventsAsync<DeadlineMissed>(second)).Single(miss => miss.Clock == "arrive");
        var outage = Assert.Single(await LedgerAsync(second));
        Assert.Equal((outage.Id, "not-running"), (missed.Excused, outage.Reason));
        Assert.InRange(outage.To, At("12:00"), At("12:01"));
        Assert.InRange(outage.From, At("09:00"), At("09:10"));
        var view = await Grain(second).View();
        Assert.Empty(view!.Cards);

        // The clock ran again from noon. What it missed while the service was there costs what it always did.
        await Grain(second).OnDeadline(new DeadlineFiring { FiredAt = At("12:40"), Claimed = [] });
        await Grain(second).OnDeadline(new DeadlineFiring { FiredAt = At("13:50"), Claimed = [] });
        view = await Grain(second).View();
        Assert.Equal([(CardColour.Red, CardState.Standing)], view!.Cards.Select(card => (card.Colour, card.State)));
    }

    [Fact]
    public async Task A_restart_within_seconds_is_no_outage_and_the_card_stands()
    {
        var first = await StartAsync("09:29");
        await EnRouteAsync(first, "09:29");
        await _city.StopAsync(first, Stop);
        var second = await StartAsync("09:29:15");
        Assert.Empty(await LedgerAsync(second));
        await Grain(second).OnDeadline(new DeadlineFiring { FiredAt = At("10:00"), Claimed = [] });
        Assert.Equal([CardState.Standing, CardState.Proposed], (await Grain(second).View())!.Cards.Select(card => card.State));
    }

    [Fact]
    public async Task An_outage_recorded_by_hand_takes_back_its_cards_and_excuses_what_fires_later_inside_it()
    {
        var host = await StartAsync("09:00");
        await EnRouteAsync(host, "09:00");
        await Grain(host).OnDeadline(new DeadlineFiring { FiredAt = At("09:31"), Claimed = [] });
        var outages = host.Services.GetRequiredService<IGrainFactory>().GetGrain<IOutageGrain>("street:xiashi");

        var answer = await outages.Record(new RecordOutage(At("09:25"), At("10:05"), "The street's network was down."), Supervisor, At("10:06"));
        Assert.Equal((null, 2), (answer.Refusal, answer.CardsWithdrawn));
        var cards = (await Grain(host).View())!.Cards;
        Assert.Equal([CardState.Withdrawn, CardState.Refused], cards.Select(card => card.State));
        Assert.All(cards, card => Assert.Equal(("supervisor", "The street's network was down."), (card.By, card.Reason)));

        var again = await outages.Record(new RecordOutage(At("09:25"), At("10:05"), "The street's network was down."), Supervisor, At("10:06"));
        Assert.Equal((answer.Outage!.Id, 0), (again.Outage!.Id, again.CardsWithdrawn));

        await Grain(host).OnDeadline(new DeadlineFiring { FiredAt = At("10:07"), Claimed = [] });
        Assert.Equal(answer.Outage!.Id, (await EventsAsync<DeadlineMissed>(host)).Last().Excused);
        Assert.Equal(2, (await Grain(host).View())!.Cards.Count);
        Assert.Equal(RefusalCode.InvalidInterval, (await outages.Record(new RecordOutage(At("10:05"), At("09:25"), "r"), Supervisor, At("10:06"))).Refusal!.Code);
    }

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse($"2026-09-07T{time}+08:00", System.Globalization.CultureInfo.InvariantCulture).ToUniversalTime();

    private static ICaseGrain Grain(IHost host) => host.Services.GetRequiredService<IGrainFactory>().GetGrain<ICaseGrain>(Case.ToString());

    private static async Task<IReadOnlyList<Outage>> LedgerAsync(IHost host) =>
        await host.Services.GetRequiredService<IOutageStore>().OutagesAsync("xiashi", At("00:00"), 10, Stop);

    private Task<IHost> StartAsync(string time) => _city.StartAsync(
        services => services.AddSingleton<ICityTimeSource>(new Held(At(time))), Stop, "--Clock:Speed=1", $"--Policy:Path={ByHandPack.Folder}");

    /// <summary>An urgent gas case with two officers on their way: 30 minutes to arrive.</summary>
    private async Task EnRouteAsync(IHost host, string time)
    {
        var (at, grid) = (At(time), Sample.Territory.FindGrid("xishan-01")!);
        var place = new CasePlace { StreetId = "xiashi", CommunityId = grid.CommunityId, GridId = grid.Id };
        await GiveAsync(host, at, new Actor("c", Role.CommunityStaff, Scope.Community(grid.CommunityId)), new Report { CaseId = Case.Id, Type = "DEC-04", Place = place });
        await GiveAsync(host, at, new Actor("c", Role.CommunityStaff, Scope.Community(grid.CommunityId)), new Whistle("It smells of gas."));
        string[] officers = [.. Sample.Territory.People.Where(person => person.Role == Role.Officer).Take(2).Select(person => person.UserName)];
        await GiveAsync(host, at, new Actor("d", Role.Dispatcher, Scope.Street("xiashi")), new Assign(officers));
        await GiveAsync(host, at, new Actor(officers[0], Role.Officer, Scope.Street("xiashi")), new OfferAccept());
    }

    private async Task GiveAsync(IHost host, DateTimeOffset at, Actor actor, CaseCommand command)
    {
        var answer = await Grain(host).Execute(new CommandEnvelope { Command = command, Actor = actor, Key = $"key-{_keys++}", BodyHash = "", ReceivedAt = at });
        Assert.Null(answer.Refusal);
    }

    private static async Task<List<TEvent>> EventsAsync<TEvent>(IHost host) =>
        [.. (await host.Services.GetRequiredService<IDispatchStore>().EventsAsync(Case, 0, int.MaxValue, Stop)).Select(stored => CaseJson.Happened(stored.Event).Event).OfType<TEvent>()];

    /// <summary>City time that is where the test puts it at a start, and goes on with real time from there.</summary>
    private sealed class Held(DateTimeOffset start) : ICityTimeSource
    {
        private readonly long _since = TimeProvider.System.GetTimestamp();

        public ValueTask<ClockReading> ReadAsync(CancellationToken cancellation) => new(new ClockReading(start + TimeProvider.System.GetElapsedTime(_since), 1));
    }
}
