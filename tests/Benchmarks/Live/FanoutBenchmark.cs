using System.Globalization;
using System.Text;
using System.Text.Json;
using Dispatch.Benchmarks.Running;

namespace Dispatch.Benchmarks.Live;

/// <summary>
/// A thousand connections watch a street through the product, another thousand sit in a bare SignalR group; 30 changes a second go to
/// one and then to the other, and the server's processor time is read around each turn.
/// </summary>
internal sealed class FanoutBenchmark : IBenchmark
{
    private const int Watchers = 1_000;
    private const int PerSecond = 30;
    private const int Rounds = 4;

    public string Name => "fanout";

    public string Summary => "deliveries per server core-second, 1,000 watchers of a street, against bare SignalR group sends of the same bytes in turns";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Extent extent, CancellationToken cancellation)
    {
        await using var server = ServedProcess.Start("fanout");
        await server.ListensAsync(cancellation);
        using var http = new HttpClient { BaseAddress = server.Address, Timeout = TimeSpan.FromMinutes(5) };
        var count = extent.Of(Watchers);
        var watchers = await OpenAsync(count, server.Address, "/hubs/dispatch", "street:xiashi", cancellation);
        var members = await OpenAsync(count, server.Address, FanoutServer.PlainPath, null, cancellation);
        try
        {
            var payload = await PayloadAsync(http, watchers[0], cancellation);
            Session.Note($"  {count:N0} watchers and as many members of a group; an item is {Encoding.UTF8.GetByteCount(payload)} bytes.");
            var rates = await Interleaved.RunAsync(
                [
                    ("watchers, deliveries a core-second", (length, stop) => TurnAsync(server, http, "watch", "", watchers, length, stop)),
                    ("group, deliveries a core-second", (length, stop) => TurnAsync(server, http, "group", payload, members, length, stop)),
                ],
                Rounds,
                extent.Stretch(10),
                cancellation);
            return
            [
                Figure.AtLeast("deliveries per server core-second to 1,000 watchers, times bare SignalR group sends", Interleaved.Ratio(rates[0], rates[1]), "0.00", 0.9, 1),
                Figure.Beside("deliveries per server core-second to watchers, 30 changes a second", Samples.Median(rates[0]), "N0"),
                Figure.Beside("deliveries per server core-second of bare group sends", Samples.Median(rates[1]), "N0"),
            ];
        }
        finally
        {
            foreach (var watcher in watchers.Concat(members))
            {
                await watcher.DisposeAsync();
            }
        }
    }

    private static async Task<RawWatcher[]> OpenAsync(int count, Uri server, string path, string? scope, CancellationToken cancellation)
    {
        var opened = new RawWatcher[count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = cancellation },
            async (index, stop) => opened[index] = await RawWatcher.OpenAsync(server, path, scope, stop));
        return opened;
    }

    /// <summary>One real item as a watcher gets it, without SignalR's envelope.</summary>
    private static async Task<string> PayloadAsync(HttpClient http, RawWatcher watcher, CancellationToken cancellation)
    {
        var before = watcher.Items;
        watcher.Keeps = true;
        await PublishAsync(http, "watch", "", 1, cancellation);
        while (watcher.Items < before + PerSecond)
        {
            await Task.Delay(20, cancellation);
        }

        watcher.Keeps = false;
        using var envelope = JsonDocument.Parse(watcher.Kept!);
        return envelope.RootElement.GetProperty("item").GetRawText();
    }

    private static async Task<double> TurnAsync(
        ServedProcess server, HttpClient http, string way, string payload, RawWatcher[] readers, TimeSpan length, CancellationToken cancellation)
    {
        var (before, used) = (Received(readers), server.ProcessorTime);
        var published = await PublishAsync(http, way, payload, Math.Max(1, (int)length.TotalSeconds), cancellation);
        var delivered = await SettledAsync(readers, before, (long)published * readers.Length, cancellation);
        var cores = (server.ProcessorTime - used).TotalSeconds;
        Session.Note(string.Create(
            CultureInfo.InvariantCulture, $"    {delivered:N0} of {(long)published * readers.Length:N0} delivered one by one, {cores:F2} core-seconds"));
        return delivered / cores;
    }

    /// <summary>Waits until everything has arrived, or (where a watcher was behind and got several changes as one) nothing more arrives.</summary>
    private static async Task<long> SettledAsync(RawWatcher[] readers, long before, long expected, CancellationToken cancellation)
    {
        for (var (last, still) = (-1L, 0); still < 10;)
        {
            var delivered = Received(readers) - before;
            if (delivered >= expected)
            {
                return delivered;
            }

            (last, still) = delivered == last ? (last, still + 1) : (delivered, 0);
            await Task.Delay(50, cancellation);
        }

        return Received(readers) - before;
    }

    private static long Received(RawWatcher[] readers) => readers.Sum(reader => reader.Items);

    private static async Task<int> PublishAsync(HttpClient http, string way, string payload, int seconds, CancellationToken cancellation)
    {
        using var body = new StringContent(payload, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync($"/{way}?perSecond={PerSecond}&seconds={seconds}", body, cancellation);
        answer.EnsureSuccessStatusCode();
        return int.Parse(await answer.Content.ReadAsStringAsync(cancellation), CultureInfo.InvariantCulture);
    }
}
