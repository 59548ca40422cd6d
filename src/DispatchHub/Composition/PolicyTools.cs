using System.Security.Cryptography;
using System.Text;
using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.DryRuns;
using Dispatch.Grains.Forecasts;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Policies.Adopting;
using Dispatch.Grains.Storage;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.Cli;
using Dispatch.Hub.Cli.Policies;
using Dispatch.Silo.City;
using Dispatch.Silo.Hosting;

namespace Dispatch.Hub.Composition;

/// <summary>The tools of packs and calendars for the command line, over the store that the settings name.</summary>
public sealed class PolicyTools : IPolicyTools
{
    /// <inheritdoc/>
    public Task<CalendarCheck> LintAsync(IConfiguration settings, DateTimeOffset? at, CancellationToken cancellation) => StoreTools.OpenAsync(settings, async store =>
    {
        var pack = Load(settings["Policy:Path"] ?? CityFiles.Sample);
        var now = at ?? await CityNowAsync(store, cancellation);
        var (daysOff, adopted) = (new List<DueOnDayOff>(), new List<PolicyPack>());
        if (await PolicyShelf.ReadAsync(store.GetRequiredService<IPolicyReads>(), StoreTools.Calendars(settings), cancellation) is { } shelf)
        {
            adopted = await AdoptedAsync(store.GetRequiredService<IDispatchStore>(), shelf, FilesOf(settings).Territory, pack, now);
            await foreach (var (@case, number) in RunningAsync(store.GetRequiredService<IForecastReads>(), cancellation))
            {
                daysOff.AddRange(CalendarLint.DaysOff(@case, number, shelf.Find(@case.PolicyId, @case.PolicyVersion)));
            }
        }

        var used = CalendarLint.UsedBy(adopted.Prepend(pack));
        return new CalendarCheck(
            TimeZoneInfo.ConvertTime(now, pack.StreetCalendar.Zone),
            $"{pack.Name}",
            [.. adopted.Select(one => $"{one.Name}")],
            [.. used.Select(calendar => new CalendarYears(calendar.Id, calendar.IsProposed, calendar.CoveredYears))],
            [.. CalendarLint.Of(used, now)],
            [.. daysOff.OrderBy(due => due.DueAt).ThenBy(due => due.Number, StringComparer.Ordinal).Take(CalendarCheck.MostDaysOff)],
            daysOff.Count);
    });

    /// <inheritdoc/>
    public Task<DryRunReport> DryRunAsync(IConfiguration settings, string pack, DateTimeOffset? from, DateTimeOffset? to, CancellationToken cancellation) =>
        StoreTools.OpenAsync(settings, async store =>
        {
            var changed = Load(pack);
            var end = to ?? await CityNowAsync(store, cancellation);
            var start = from ?? end.AddMonths(-1);
            if (start >= end || end - start > TimeSpan.FromDays(FigureQuery.LongestDays))
            {
                throw new ToolFaultException($"Let --from lie before --to, at most {FigureQuery.LongestDays} days.");
            }

            var shelf = await PolicyShelf.ReadAsync(store.GetRequiredService<IPolicyReads>(), StoreTools.Calendars(settings), cancellation)
                ?? throw new ToolFaultException("This store keeps no policy pack, so it has no cases to run; name another with --Storage:Path.");
            var territory = TerritoryOf(settings, changed);
            var reading = new DryRunReading(store.GetRequiredService<IFigureReads>(), shelf, changed, new StaffingAhead(territory));
            var report = await reading.RunAsync(territory.Streets.Select(street => (street.Id, (Scope?)null)), start, end, cancellation);
            var zone = changed.StreetCalendar.Zone;
            return report with
            {
                From = TimeZoneInfo.ConvertTime(report.From, zone),
                To = TimeZoneInfo.ConvertTime(report.To, zone),
                Load = [.. report.Load.Select(load => load with { At = TimeZoneInfo.ConvertTime(load.At, zone) })],
            };
        });

    /// <inheritdoc/>
    public Task<PolicyAdoption> AdoptAsync(IConfiguration settings, AdoptionWish wish, CancellationToken cancellation) => StoreTools.OpenAsync(settings, async store =>
    {
        var text = LoadWithText(wish.Pack).Json!;
        var now = await CityNowAsync(store, cancellation);
        var files = FilesOf(settings);
        var shelf = await PolicyShelf.FillAsync(files.Policy, store.GetRequiredService<IPolicyReads>(), now, cancellation);
        var user = await store.GetRequiredService<IUserReads>().FindUserAsync(wish.By, cancellation);
        if (user is not { Enabled: true } || files.Territory.StreetOf(wish.Areas[0]) is not { } street)
        {
            throw new ToolFaultException(user is { Enabled: true } ? $"The territory has no {wish.Areas[0]}." : $"There is no user {wish.By} who may sign in.");
        }

        // The same words make the same key, so that saying them twice is one act.
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [text, .. wish.Areas.Select(area => $"{area}"), $"{wish.From:O}", wish.Reason]))));
        var adopting = new PolicyAdopting(
            new AdoptPolicy { Pack = text, Areas = wish.Areas, From = wish.From, Reason = wish.Reason },
            new Actor(user.UserName, user.Role, user.Area), now, hash[..IdempotencyKey.MaxLength], hash);
        var answer = await new AdoptionBook(store.GetRequiredService<IDispatchStore>(), shelf, files.Territory, street.Scope).AdoptAsync(adopting);
        var adoption = answer.Adoption ?? throw new ToolFaultException(answer.Refusal!.Reason);
        return adoption with { From = TimeZoneInfo.ConvertTime(adoption.From, street.Zone), At = TimeZoneInfo.ConvertTime(adoption.At, street.Zone) };
    });

    /// <summary>The packs that the streets have adopted and that hold now or will.</summary>
    private static async Task<List<PolicyPack>> AdoptedAsync(
        IDispatchStore store, PolicyShelf shelf, Grains.Routing.Territory territory, PolicyPack settings, DateTimeOffset now)
    {
        var packs = new SortedDictionary<string, PolicyPack>(StringComparer.Ordinal);
        foreach (var street in territory.Streets)
        {
            var book = new AdoptionBook(store, shelf, territory, street.Scope);
            await book.ReadAsync();
            foreach (var name in PacksInUse.Names(book.Policies.Adoptions, territory, street.Id, settings.Name, now).Where(name => name != settings.Name))
            {
                packs[$"{name}"] = shelf.Find(name.Id, name.Version);
            }
        }

        return [.. packs.Values];
    }

    private static PolicyPack Load(string named) => LoadWithText(named).Pack!;

    private static PolicyLoad LoadWithText(string named)
    {
        var load = PolicyFile.Load(SampleFolder.PathOf(named));
        return load.Pack is null ? throw new PolicyRefusedException($"The policy pack {named} has faults", load.Faults) : load;
    }

    /// <summary>The territory that the hub would have, with the changed pack in the place of its own: both must fit.</summary>
    private static Grains.Routing.Territory TerritoryOf(IConfiguration settings, PolicyPack changed)
    {
        var territory = FilesOf(settings).Territory;
        var faults = PolicyAgainstTerritory.Faults(changed, territory);
        return faults.IsEmpty ? territory : throw new PolicyRefusedException("The changed pack does not fit the territory", faults);
    }

    private static CityFiles FilesOf(IConfiguration settings)
    {
        try
        {
            return CityFiles.Read(DispatchSettings.Read(settings));
        }
        catch (Silo.StartFaultException fault)
        {
            throw new ToolFaultException(fault.Message, fault);
        }
    }

    /// <summary>Where the city's clock stands: a virtual one where it was left, for nobody knows here whether it runs.</summary>
    private static async Task<DateTimeOffset> CityNowAsync(IServiceProvider store, CancellationToken cancellation)
    {
        var clock = store.GetRequiredService<IClockReads>();
        if (await clock.AnchorAsync(cancellation) is not { Virtual: var left })
        {
            return await clock.RealNowAsync(cancellation);
        }

        return await clock.LastEventAtAsync(cancellation) is { } last && last > left ? last.AddMilliseconds(1) : left;
    }

    private static async IAsyncEnumerable<(Case Case, string Number)> RunningAsync(
        IForecastReads reads, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        string? after = null;
        IReadOnlyList<StoredOwner> page;
        do
        {
            page = await reads.DueAsync(new DueQuery(null, DateTimeOffset.MaxValue, after, DueQuery.LargestPage), cancellation);
            foreach (var owner in page)
            {
                yield return (CaseJson.Case(owner.Snapshot), owner.Number ?? "");
            }

            after = page.Count == 0 ? null : page[^1].OwnerId;
        }
        while (page.Count == DueQuery.LargestPage);
    }
}
