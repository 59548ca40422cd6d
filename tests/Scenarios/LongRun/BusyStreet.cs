using System.Globalization;
using Dispatch.Contracts;
using Dispatch.Simulator;

namespace Dispatch.Scenarios.LongRun;

/// <summary>
/// What the simulated people of a demonstration seldom do: departments are whistled, time is asked for and given, other systems send
/// cases and wait, officers call for help, and the supervisor declares surges. A round at a time, from a seed; everything is asked of the
/// product's own choices first, and what those allow must be carried out.
/// </summary>
internal sealed class BusyStreet(SteppedCity city, ulong seed)
{
    private const int CasesARound = 10;
    private const string Hotline = "hotline-12345";
    private const string Platforms = "four-platforms";

    private static readonly Actor Supervisor = new("supervisor", Role.Supervisor, Scope.Street("xiashi"));
    private static readonly Actor Dispatcher = new("dispatcher-1", Role.Dispatcher, Scope.Street("xiashi"));
    private static readonly string[] HotlineTypes = ["装修噪音", "破坏绿化", "占用消防通道", "邻里纠纷", "别的"];
    private static readonly string[] PlatformTypes = ["DEC-03", "DEC-06", "ILL-02"];

    private readonly Dice _dice = new(seed);
    private readonly Dictionary<string, int> _done = new(StringComparer.Ordinal);
    private readonly List<string> _opened = [];
    private readonly List<string> _sent = [];
    private readonly List<string> _asked = [];
    private string? _surge;
    private int _keys;

    /// <summary>How often each command was carried out.</summary>
    public IReadOnlyDictionary<string, int> Done => _done;

    /// <summary>The cases that other systems sent.</summary>
    public IReadOnlyList<string> Opened => _opened;

    /// <summary>One round at an instant.</summary>
    /// <param name="now">The instant, which the city has lived to.</param>
    /// <param name="surge">Whether a surge begins, or the one that holds is ended.</param>
    public async Task RoundAsync(DateTimeOffset now, bool surge)
    {
        await SendAsync(Hotline, _dice.Pick(HotlineTypes), now);
        await SendAsync(Platforms, _dice.Pick(PlatformTypes), now);
        if (surge)
        {
            await SurgeAsync(now);
        }

        foreach (var id in _asked.ToList())
        {
            // Whoever was asked something in the last round mostly answers in this one.
            _asked.Remove(id);
            await ActAsync(id, now);
        }

        var open = (await city.Grains.GetGrain<IStreetFeedGrain>("xiashi").Snapshot()).Rows.Select(row => row.Id).Order(StringComparer.Ordinal).ToList();
        for (var picked = 0; picked < CasesARound && open.Count > 0; picked++)
        {
            var id = _dice.Pick(open);
            open.Remove(id);
            await ActAsync(id, now);
        }
    }

    /// <summary>A new report, or now and then one that was sent before.</summary>
    private async Task SendAsync(string source, string type, DateTimeOffset now)
    {
        var again = _sent.Count > 0 && _dice.Chance(0.2);
        var number = again ? _dice.Pick(_sent) : string.Create(CultureInfo.InvariantCulture, $"{source[..2]}-{_keys}");
        var from = again && !number.StartsWith(source[..2], StringComparison.Ordinal) ? (source == Hotline ? Platforms : Hotline) : source;
        var told = new ExternalReport
        {
            Number = number,
            Type = again ? "DEC-07" : type,
            Description = again ? $"Once more at {now:O}." : "Somebody called.",
            Place = new PlaceInput { GridId = _dice.Chance(0.1) ? null : $"xishan-0{1 + (_keys % 3)}" },
            ReplyBy = _dice.Chance(0.5) ? null : now + _dice.Minutes(30, 3_000),
        };
        var reading = Assert.Single(await city.Grains.GetGrain<IExternalSourceGrain>(0).Read(from, [told], now));
        Assert.Null(reading.Refusal);
        var report = reading.Report!;
        if (again)
        {
            await TryAsync(report.CaseId, new UpdateExternal(told.Description, null, null, told.ReplyBy), ExternalSource.ActorOf(from), now);
            return;
        }

        _sent.Add(number);
        _opened.Add(report.CaseId);
        await GiveAsync(report.CaseId, report, ExternalSource.ActorOf(from), now);
    }

    /// <summary>A surge over one community, or over some types of the street; ended at the next turn where it still holds.</summary>
    private async Task SurgeAsync(DateTimeOffset now)
    {
        var grain = city.Grains.GetGrain<ISurgeGrain>(Scope.Surges("xiashi").ToString());
        if (_surge is { } id)
        {
            _surge = null;
            var ended = await grain.End(new SurgeEnding { Id = id, Reason = "It is over.", By = Supervisor, Key = Key(), BodyHash = "", ReceivedAt = now });
            Assert.True(ended.Refusal is null or { Code: RefusalCode.SurgeOver }, $"{ended.Refusal}");
            return;
        }

        var declared = await grain.Declare(new SurgeDeclaration
        {
            Area = _dice.Chance(0.5) ? Scope.Community("xishan") : Scope.Street("xiashi"),
            Types = _dice.Chance(0.5) ? [] : ["DEC-03", "DEC-07", "GRN-01"],
            Until = now.AddHours(_dice.Chance(0.5) ? 5 : 60),
            Reason = "A storm.",
            Raise = _dice.Chance(0.5) ? Priority.High : null,
            By = Supervisor,
            Key = Key(),
            BodyHash = "",
            ReceivedAt = now,
        });
        Assert.Null(declared.Refusal);
        _surge = declared.View!.Id;
    }

    private async Task ActAsync(string id, DateTimeOffset now)
    {
        if (await city.Grains.GetGrain<ICaseGrain>(Scope.Case(id).ToString()).View() is not { } view)
        {
            return;
        }

        foreach (var (by, command, chance) in Wishes(view, now))
        {
            if (_dice.Chance(chance) && await TryAsync(id, command, by, now))
            {
                return;
            }
        }
    }

    /// <summary>What may be asked of a case: decisions that wait first, then whatever is new.</summary>
    private IEnumerable<(Actor By, CaseCommand Command, double Chance)> Wishes(CaseView view, DateTimeOffset now)
    {
        if (view.AskedExtension is not null)
        {
            yield return (Supervisor, new DecideExtension(_dice.Chance(0.7)), 0.8);
        }

        if (view.AskedSuspension is { Until: var until })
        {
            // An end that has passed while nobody decided needs another one.
            yield return (Supervisor, new DecideSuspension(_dice.Chance(0.8), until > now.AddHours(1) ? null : now.AddDays(2), "We looked into it."), 0.8);
        }

        yield return (Supervisor, new ReviewSuspension(_dice.Chance(0.5), "Looked at again."), 0.6);
        foreach (var assist in view.Assists)
        {
            var staff = new Actor($"{assist.Department}-1", Role.DepartmentStaff, Scope.Department(assist.Department));
            yield return (staff, new DepartmentReportIn(), 0.7);
            yield return (staff, new DepartmentAnswer(_dice.Chance(0.7), "That is what we found."), 0.7);
        }

        if (view.External is not null)
        {
            yield return (Dispatcher, new ReplyExternal("We are seeing to it."), 0.3);
        }

        if (view.OfficerIds is [var lead, ..])
        {
            var officer = new Actor(lead, Role.Officer, Scope.Street("xiashi"));
            yield return (officer, new RaiseAlarm("In the yard.", "They are throwing stones."), 0.05);
            yield return (officer, Longer(view), 0.35);
            yield return (officer, new TakeExtraTime(null, "The key is not here yet."), 0.1);
        }

        var community = new Actor($"community-{view.CommunityId}", Role.CommunityStaff, Scope.Community(view.CommunityId));
        yield return (community, Longer(view), 0.35);
        yield return (community, new TakeExtraTime(null, "The owner comes at noon."), 0.1);
        string[] called = [.. new[] { _dice.Chance(0.5) ? "fire" : "housing", "planning" }.Where(one => view.Assists.All(assist => assist.Department != one))];
        if (called.Length > 0)
        {
            yield return (Dispatcher, new CallDepartment(called, WhistleGround.SeveralDepartments, "One alone cannot."), 0.35);
        }

        yield return (Dispatcher, new Suspend("The expert comes next week.", now + _dice.Minutes(600, 20_000)), 0.3);
        yield return (Supervisor, new Instruct("Report to the committee."), 0.05);
    }

    private static RequestExtension Longer(CaseView view)
    {
        var clock = view.Clocks.FirstOrDefault(one => one is { State: ClockState.Running, Name: "rectify" or "decide" or "pre-control" });
        return new RequestExtension(clock?.Name ?? "rectify", clock?.Name == "pre-control" ? "1 wh" : "1 wd", "The parts are late.");
    }

    private async Task<bool> TryAsync(string id, CaseCommand command, Actor by, DateTimeOffset now)
    {
        var choices = await city.Grains.GetGrain<ICaseGrain>(Scope.Case(id).ToString()).Choices(by, now);
        if (choices?.Items.First(item => item.Name == command.Name).Allowed != true)
        {
            return false;
        }

        await GiveAsync(id, command, by, now);
        return true;
    }

    private async Task GiveAsync(string id, CaseCommand command, Actor by, DateTimeOffset now)
    {
        var answer = await city.Grains.GetGrain<ICaseGrain>(Scope.Case(id).ToString())
            .Execute(new CommandEnvelope { Command = command, Actor = by, Key = Key(), BodyHash = "", ReceivedAt = now });
        if (answer.Refusal is { } refusal && command is RequestExtension && refusal.Code is RefusalCode.ClockNotRunning or RefusalCode.ExtensionAfterExpiry or RefusalCode.InvalidLength)
        {
            // Which clock it is for stands in the body, and choices say only that there is one.
            return;
        }

        Assert.True(answer.Refusal is null, $"{command} of {id} by {by.Id} was allowed and refused: {answer.Refusal}");
        if (command is RequestExtension or CallDepartment or DepartmentReportIn || (command is Suspend && by == Dispatcher))
        {
            _asked.Add(id);
        }

        _done[command.Name] = _done.GetValueOrDefault(command.Name) + 1;
    }

    private string Key() => string.Create(CultureInfo.InvariantCulture, $"busy-{_keys++}");
}
