using System.Globalization;
using Dispatch.Benchmarks.Parts;
using Dispatch.Benchmarks.Running;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Decoration.Contacts;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Decoration.Filings;
using Dispatch.Grains.Decoration.Mediations;
using Dispatch.Grains.Storage;
using Dispatch.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Dispatch.Benchmarks.Decoration;

/// <summary>The history of one flat among very many: what the officer at the door waits for.</summary>
internal sealed class UnitHistoryBenchmark(bool onPostgres) : IBenchmark
{
    private const int Units = 100_000;
    private const int Reads = 5_000;
    private const int WarmUp = 500;
    private const int SideBySide = 512;
    private const int UnitsOfEstate = 500;
    private const int Seed = 20_260_907;

    private static readonly DateTimeOffset Now = new(2026, 9, 7, 2, 0, 0, TimeSpan.Zero);

    public string Name => onPostgres ? "unit-history" : "unit-history-sqlite";

    public string Summary => $"the history of a flat among 100,000, {Engine}";

    private string Engine => onPostgres ? "PostgreSQL" : "SQLite";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Extent extent, CancellationToken cancellation)
    {
        await using var site = onPostgres ? await StoreSite.PostgresAsync(cancellation) : StoreSite.Sqlite();
        var units = extent.Of(Units);
        await using var services = site.Open();
        var store = services.GetRequiredService<IDispatchStore>();
        foreach (var some in Enumerable.Range(0, units).Chunk(SideBySide))
        {
            await Task.WhenAll(some.SelectMany(index => Owners(index).Select(commit => store.CommitAsync(commit, cancellation).AsTask())));
        }

        var (reads, contacts) = (services.GetRequiredService<IDossierReads>(), services.GetRequiredService<IContacts>());
        var random = new Random(Seed);
        var times = new List<double>();
        for (var read = -WarmUp; read < Reads; read++)
        {
            var unit = Unit(random.Next(units)).Name;
            var began = TimeProvider.System.GetTimestamp();
            var owners = await reads.OfUnitAsync(unit, 500, cancellation);
            var flat = (UnitFilings)UnitFilings.Kind.Read(owners.First(owner => owner.OwnerId.StartsWith("filing:", StringComparison.Ordinal)).Snapshot);
            await contacts.OfOwnerAsync(unit, Now, cancellation);
            if (owners.Count != 2 || flat.Unit!.Name != unit)
            {
                throw new InvalidOperationException($"{unit} has {owners.Count} owners.");
            }

            if (read >= 0)
            {
                times.Add(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
            }
        }

        times.Sort();
        return
        [
            Figure.AtMost($"history of a flat among {units:N0}, {Engine}, p99, ms", Samples.Percentile(times, 0.99), "F1", 50, 10),
            Figure.Beside("the same, median, ms", Samples.Median(times), "F2"),
        ];
    }

    private static FiledUnit Unit(int index) => new(
        string.Create(CultureInfo.InvariantCulture, $"estate-{index / UnitsOfEstate}"), new Text("某小区", "An estate"), "7",
        string.Create(CultureInfo.InvariantCulture, $"7-{index % UnitsOfEstate}"), "xishan-03", "xishan", "xiashi");

    private static IEnumerable<Commit> Owners(int index)
    {
        var unit = Unit(index);
        yield return Commit(DossierKinds.Filing, $"{unit.EstateId}.{unit.UnitId}", UnitFilings.Kind, new UnitFilings(), new WorksFiled
        {
            Number = 1,
            Unit = unit,
            Works = [new FiledWork("finishes", Text.Same("finishes"))],
            Contractor = "Anju",
            From = new DateOnly(2026, 9, 14),
            To = new DateOnly(2026, 10, 16),
            Offices = [],
            Neighbours = [],
            Planned = [new WorksInspection { Stage = WorkStage.Start, DueAt = Now, Items = ["D1", "D8"] }],
        });
        yield return Commit(
            DossierKinds.Mediation, string.Create(CultureInfo.InvariantCulture, $"m{index}"), Mediation.Kind, new Mediation(),
            new MediationOpened(string.Create(CultureInfo.InvariantCulture, $"m{index}"), unit.StreetId, unit.CommunityId, "Noise.", ["a", "b"], unit.Name, null));
    }

    private static Commit Commit<TDossier>(string kindName, string id, DossierKind kind, TDossier before, Grains.Clocks.OwnerEvent happening)
        where TDossier : Dossier
    {
        var step = new DossierStep<TDossier>(before, Now, "door", Sample.Xiashi);
        step.Record(happening);
        var done = step.Done();
        var place = done.Dossier.Place();
        return new Commit
        {
            Owner = DossierKinds.Owner(kindName, id),
            ExpectedVersion = 0,
            Snapshot = kind.Snapshot(done.Dossier),
            Columns = new OwnerColumns { StreetId = place.StreetId, CommunityId = place.CommunityId, GridId = place.GridId, Unit = place.Unit, Open = true },
            Events = [.. done.Events.Select(kind.Record)],
            Deadlines = [],
            Feed = [],
        };
    }
}
