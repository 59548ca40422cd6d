using Dispatch.Contracts;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Requests;
using Dispatch.Grains.Routing;
using Dispatch.Hub.Requests;
using Dispatch.Silo;
using Dispatch.Silo.City;
using Dispatch.Silo.Replay;
using Dispatch.Silo.Storage;

namespace Dispatch.Hub.Composition;

/// <summary>A file of requests, ready to be replayed through a silo of its own.</summary>
public sealed class RequestReplay
{
    private const string TerritoryFolder = "territory";

    private readonly ReplayPlan _plan;
    private readonly SkippedRows _skipped;
    private ReplayRun? _run;

    private RequestReplay(ReplayPlan plan, SkippedRows skipped) => (_plan, _skipped) = (plan, skipped);

    /// <summary>How many cases there are.</summary>
    public int Cases => _plan.Cases.Length;

    /// <summary>How many of them have had their last event.</summary>
    public int Finished => _run?.Finished ?? 0;

    /// <summary>Where virtual time begins.</summary>
    public DateTimeOffset Start => TimeZoneInfo.ConvertTime(_plan.Start, _plan.Policy.Pack!.StreetCalendar.Zone);

    /// <summary>Where virtual time ends.</summary>
    public DateTimeOffset End => TimeZoneInfo.ConvertTime(_plan.End, _plan.Policy.Pack!.StreetCalendar.Zone);

    /// <summary>Years of the file that the pack's calendars lack: there deadlines follow the weekly hours alone.</summary>
    public IReadOnlyList<int> UncoveredYears => Cases == 0
        ? []
        : [.. _plan.Policy.Pack!.UsedCalendars().SelectMany(calendar => calendar.UncoveredYears(_plan.Start, _plan.End)).Distinct().Order()];

    /// <summary>Reads a file and everything that its replay needs.</summary>
    /// <param name="file">The CSV.</param>
    /// <param name="territory">A folder with a pack and a territory, or a sample's name.</param>
    /// <param name="policy">Another pack: its file or folder, or a sample's name; null for the territory's own.</param>
    /// <param name="times">How often the file is replayed, each time later by whole fortnights: for the volume of a year.</param>
    /// <exception cref="RequestFileException">There is no such file, or it is no such CSV.</exception>
    /// <exception cref="StartFaultException">Territory or pack have faults.</exception>
    public static RequestReplay Read(string file, string territory, string? policy = null, int times = 1)
    {
        var folder = SampleFolder.PathOf(territory);
        var pack = Sound(PolicyFile.Load(policy is null ? folder : SampleFolder.PathOf(policy)), policy ?? territory);
        var inner = Path.Combine(folder, TerritoryFolder);
        var load = TerritoryFile.Load(Directory.Exists(inner) ? inner : folder);
        var basis = load.Territory
            ?? throw new StartFaultException($"The territory {territory} has faults: {string.Join("; ", load.Faults)}.");
        var skipped = new SkippedRows();
        var plan = ReplayPlan.Of(RequestFile.Read(file, pack.Pack!.StreetCalendar.Zone, skipped), pack, basis, skipped.Add);
        _ = Sound(plan.Policy, file);
        return PolicyAgainstTerritory.Faults(plan.Policy.Pack!, plan.Territory) is { IsEmpty: false } faults
            ? throw new StartFaultException($"The policy pack does not fit the territory: {string.Join("; ", faults)}.")
            : new RequestReplay(plan.Repeated(times), skipped);
    }

    /// <summary>Replays through a silo of its own, on an empty store, and counts what is in the store afterwards.</summary>
    /// <param name="settings">What else to tell the silo: another store than the embedded one, say.</param>
    /// <param name="folder">Where the embedded store is made.</param>
    /// <param name="speed">Virtual seconds in a real one; null waits for nothing.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="StartFaultException">The store cannot be opened, or is not empty.</exception>
    /// <exception cref="ReplayFaultException">The pack does not let these requests be replayed.</exception>
    public async Task<ReplaySummary> RunAsync(IConfiguration settings, string folder, double? speed, CancellationToken cancellation)
    {
        var configuration = new ConfigurationBuilder()
            .AddConfiguration(settings)
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Storage:Path"] = folder,
                ["Demo:Enabled"] = bool.FalseString,
                ["Clock:Speed"] = null,
                ["Clock:Start"] = null,
            })
            .Build();
        await using var host = await ReplayHost.StartAsync(configuration, _plan, cancellation);
        var began = TimeProvider.System.GetTimestamp();
        _run = host.Run();
        await (speed is { } paced ? _run.PacedAsync(paced, cancellation) : _run.AtMaxAsync(cancellation));
        return await host.CountAsync(_skipped.Counts, TimeProvider.System.GetElapsedTime(began), cancellation);
    }

    /// <summary>True of what wrong input throws: its message is for the person who gave it.</summary>
    internal static bool IsRefusal(Exception exception) =>
        exception is RequestFileException or PolicyRefusedException or StartFaultException or StoreFaultException or ReplayFaultException;

    private static PolicyLoad Sound(PolicyLoad load, string name) => load.Pack is null
        ? throw new PolicyRefusedException($"The policy pack {name} has faults", load.Faults)
        : load;
}
