using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Forecasts;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Policies.Adopting;
using Dispatch.Grains.Routing;
using Dispatch.Grains.Storage;
using Microsoft.Extensions.Logging;

namespace Dispatch.Grains.DryRuns;

/// <summary>Runs a street's dry runs beside its own turns, one at a time on half the processors, and keeps the last reports.</summary>
public sealed partial class DryRunGrain(IFigureReads reads, IPolicyShelf shelf, Territory territory, ILogger<DryRunGrain> logger)
    : Grain, IDryRunGrain, IDisposable
{
    /// <summary>Longer than a month of a large street takes.</summary>
    private static readonly TimeSpan StaysFor = TimeSpan.FromMinutes(15);

    private readonly CancellationTokenSource _leaving = new();
    private readonly List<DryRunView> _kept = [];
    private int _begun;

    private Scope Street => Scope.TryParse(this.GetPrimaryKeyString(), out var street) && street.Kind == ScopeKind.Street ? street : default;

    /// <inheritdoc/>
    public async Task<DryRunAnswer> Begin(DryRunWish wish, DateTimeOffset now)
    {
        var load = wish.Pack is { } text ? PolicyFile.Read("pack", text, shelf.Current.Calendars)
            : wish.Policy is { } named && await shelf.FindKeptAsync(named.Id, named.Version) is { } kept ? new PolicyLoad(kept, null, [])
            : null;
        if ((Refuses(wish) ?? AdoptionDecider.RefusesPack(new AdoptPolicy { Pack = wish.Pack, Policy = wish.Policy, Areas = wish.Areas, From = now }, load, territory)) is { } refusal)
        {
            return new DryRunAnswer(null, refusal);
        }

        await shelf.KeptAsync(); // So that every pack that a case may have been opened under is in memory.
        var view = new DryRunView($"{now.ToUnixTimeMilliseconds()}-{++_begun}", DryRunState.Running, load!.Pack!.Name, wish.Areas, null);
        _kept.Add(view);
        if (_kept.Count > DryRunWish.MostKept)
        {
            _kept.RemoveAt(0);
        }

        DelayDeactivation(StaysFor);
        RunAsync(view, load.Pack, now.AddDays(-wish.Days), now).Ignore();
        return new DryRunAnswer(view);
    }

    /// <inheritdoc/>
    public Task<DryRunView?> Look(string id) => Task.FromResult(_kept.Find(one => one.Id == id));

    /// <inheritdoc/>
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => _leaving.CancelAsync();

    /// <inheritdoc/>
    public void Dispose() => _leaving.Dispose();

    private Refusal? Refuses(DryRunWish wish) =>
        wish.Days is < 1 or > DryRunWish.LongestDays ? Refuse.With(RefusalCode.InvalidValue, $"Look back 1 to {DryRunWish.LongestDays} days.")
        : AdoptionDecider.RefusesAreas(Street, wish.Areas, territory) is { } unknown ? unknown
        : _kept.Find(one => one.State == DryRunState.Running) is { } other
            ? Refuse.With(RefusalCode.DryRunUnderWay, $"A dry run of {other.Policy} is under way; wait for it and try again.")
        : null;

    private async Task RunAsync(DryRunView view, PolicyPack changed, DateTimeOffset from, DateTimeOffset to)
    {
        List<(string, Scope?)> places = view.Areas.Contains(Street) ? [(Street.Id, null)] : [.. view.Areas.Distinct().Select(area => (Street.Id, (Scope?)area))];
        var reading = new DryRunReading(reads, shelf, changed, new StaffingAhead(territory)) { AtOnce = Math.Max(1, Environment.ProcessorCount / 2) };
        var done = view with { State = DryRunState.Failed };
        try
        {
            // Off the grain's scheduler: it answers while this works.
            var report = await Task.Run(() => reading.RunAsync(places, from, to, _leaving.Token), _leaving.Token);
            done = view with { State = DryRunState.Done, Report = report };
        }
        catch (Exception fault)
        {
            LogBrokenOff(logger, fault, view.Policy, Street);
        }

        if (_kept.FindIndex(one => one.Id == view.Id) is var place and >= 0)
        {
            _kept[place] = done;
        }
    }
}
