using System.Globalization;
using Dispatch.Benchmarks.Parts;
using Dispatch.Benchmarks.Running;
using Dispatch.Contracts;
using Dispatch.Grains.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Dispatch.Benchmarks.Offers;

/// <summary>Choosing among 500 officers on duty, offering to the best, and what comes of it when everybody declines.</summary>
internal sealed class OfferBenchmark : IBenchmark
{
    private const int Officers = 500;
    private const int WarmUp = 200;
    private const int Questions = 2_000;
    private const int Whistles = 1_000;
    private const int Declines = 10_000;

    private static readonly DateTimeOffset Start = new(2026, 3, 10, 10, 0, 0, TimeSpan.FromHours(8));
    private static readonly CasePlace Place = new() { StreetId = "xiashi", CommunityId = "xishan", GridId = "xishan-01", Lat = 30.53, Lon = 120.68 };

    public string Name => "offers";

    public string Summary => "whom to ask among 500 officers on duty, and 10,000 offers declined in a row";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Extent extent, CancellationToken cancellation)
    {
        await using var site = StoreSite.Sqlite();
        await using var silo = await RunningSilo.StartAsync(
            site, cancellation, "--Demo:Enabled=false", "--Clock:Speed=1", $"--Clock:Start={Start.ToString("O", CultureInfo.InvariantCulture)}");
        await RosterAsync(silo, cancellation);
        var choosing = await ChooseAsync(silo.Grains, extent.Of(Questions));
        var offering = await OfferAsync(silo.Grains, extent.Of(Whistles));
        var (declined, seconds) = await DeclineAllAsync(silo, Math.Max(1, extent.Of(Declines) / Officers), cancellation);
        return
        [
            Figure.AtMost($"choosing the best of {Officers} officers on duty, p99, ms", Samples.Percentile(choosing, 0.99), "F2", 5, 2),
            Figure.Beside("p50, ms", Samples.Percentile(choosing, 0.5), "F2"),
            Figure.Beside("a whistle answered with an offer, commit in SQLite included, p99, ms", Samples.Percentile(offering, 0.99), "F1"),
            Figure.Beside("p50, ms", Samples.Percentile(offering, 0.5), "F1"),
            Figure.Beside($"{declined:N0} offers declined in a row, each answered with the next best, nobody asked twice, the captain told at the end, s", seconds, "F1"),
        ];
    }

    private static async Task RosterAsync(RunningSilo silo, CancellationToken cancellation)
    {
        var users = silo.Services.GetRequiredService<IUserReads>();
        var names = Enumerable.Range(0, Officers).Select(index => $"o.{index:000}").ToList();
        foreach (var name in names)
        {
            var officer = new UserRecord { UserName = name, DisplayName = name, Role = Role.Officer, Area = Scope.Street("xiashi"), Stamp = "1" };
            await users.SaveUserAsync(officer, cancellation);
        }

        var always = new PlannedDuty { Name = "Always", Crews = [names], FromMinute = 0, ToMinute = 0, First = new DateOnly(2026, 3, 1) };
        await silo.Grains.GetGrain<ITeamGrain>("street:xiashi").Seed([always]);
        for (var index = 0; index < Officers; index++)
        {
            // All over the street, so that the nearest differ from case to case.
            var position = new OfficerPosition(30.50 + (index % 25 * 0.002), 120.66 + (index / 25 * 0.002));
            var sign = new PresenceSign(new Actor(names[index], Role.Officer, Scope.Street("xiashi")), Start, position);
            await silo.Grains.GetGrain<IOfficerGrain>($"officer:{names[index]}").SetPresence(PresenceKind.SignedIn, sign);
        }
    }

    private static async Task<List<double>> ChooseAsync(IGrainFactory grains, int questions)
    {
        var team = grains.GetGrain<IAssignmentGrain>("street:xiashi");
        var times = new List<double>(questions);
        for (var index = -WarmUp; index < questions; index++)
        {
            // Ten a second of the city: everybody is looked at anew now and then, as in service.
            var question = new OfferQuestion
            {
                CaseId = $"q{index}",
                PolicyId = "xiashi",
                PolicyVersion = "4",
                Type = "DEC-03",
                Place = Place,
                At = Start.AddMilliseconds(100 * (index + WarmUp)),
                Wanted = 2,
            };
            var began = TimeProvider.System.GetTimestamp();
            var ranking = await team.BestFor(question);
            var took = TimeProvider.System.GetElapsedTime(began).TotalMilliseconds;
            if (ranking?.Best.Count != OfferRanking.MostBest)
            {
                throw new InvalidOperationException("The best were not found.");
            }

            if (index >= 0)
            {
                times.Add(took);
            }
        }

        times.Sort();
        return times;
    }

    private static async Task<List<double>> OfferAsync(IGrainFactory grains, int whistles)
    {
        var times = new List<double>(whistles);
        for (var index = 0; index < whistles; index++)
        {
            var took = await WhistleAsync(grains, $"w{index}", Start.AddMinutes(6).AddMilliseconds(100 * index));
            times.Add(took.TotalMilliseconds);
        }

        times.Sort();
        return times;
    }

    private static async Task<(int Declined, double Seconds)> DeclineAllAsync(RunningSilo silo, int cases, CancellationToken cancellation)
    {
        var (declined, at) = (0, Start.AddMinutes(9));
        var began = TimeProvider.System.GetTimestamp();
        for (var index = 0; index < cases; index++)
        {
            var id = $"d{index}";
            await WhistleAsync(silo.Grains, id, at);
            var @case = silo.Grains.GetGrain<ICaseGrain>($"case:{id}");
            var view = (await @case.View())!;
            while (view.Status == CaseStatus.Offered)
            {
                var who = new Actor(view.OfficerIds[0], Role.Officer, Scope.Street("xiashi"));
                view = await GiveAsync(@case, new OfferDecline("busy"), who, at);
                declined++;
            }

            await CheckAsync(silo, id, view, cancellation);
        }

        return (declined, TimeProvider.System.GetElapsedTime(began).TotalSeconds);
    }

    private static async Task CheckAsync(RunningSilo silo, string id, CaseView view, CancellationToken cancellation)
    {
        var asked = view.Offers!.Asked.Select(one => one.UserName).ToList();
        var events = await silo.Services.GetRequiredService<IDispatchStore>().EventsAsync(Scope.Case(id), 0, int.MaxValue, cancellation);
        if (view.Status != CaseStatus.AwaitingDispatch || asked.Count != Officers || asked.Distinct(StringComparer.Ordinal).Count() != Officers
            || events.Last(stored => stored.Event.Name is "CaptainAlarmed" or "OfferDeclined").Event.Name != "CaptainAlarmed")
        {
            throw new InvalidOperationException($"{id} stands at {view.Status} after {asked.Count} were asked.");
        }
    }

    /// <summary>A case that its community whistles for at once; how long the whistle took until it was answered with an offer.</summary>
    private static async Task<TimeSpan> WhistleAsync(IGrainFactory grains, string id, DateTimeOffset at)
    {
        var @case = grains.GetGrain<ICaseGrain>($"case:{id}");
        var staff = new Actor("s.xishan", Role.CommunityStaff, Scope.Community("xishan"));
        await GiveAsync(@case, new Report { CaseId = id, Type = "DEC-03", Place = Place }, staff, at);
        var began = TimeProvider.System.GetTimestamp();
        var view = await GiveAsync(@case, new Whistle("needs the team"), staff, at);
        return view.Status == CaseStatus.Offered
            ? TimeProvider.System.GetElapsedTime(began)
            : throw new InvalidOperationException($"{id} was not offered: {view.Status}.");
    }

    private static async Task<CaseView> GiveAsync(ICaseGrain @case, CaseCommand command, Actor actor, DateTimeOffset at)
    {
        var envelope = new CommandEnvelope { Command = command, Actor = actor, Key = command.Name, BodyHash = "", ReceivedAt = at };
        var answer = await @case.Execute(envelope);
        return answer.Refusal is null ? answer.View! : throw new InvalidOperationException($"{command.Name} was refused: {answer.Refusal}");
    }
}
