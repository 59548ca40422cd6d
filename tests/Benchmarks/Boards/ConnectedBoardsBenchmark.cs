using System.Globalization;
using Dispatch.Benchmarks.Live;
using Dispatch.Benchmarks.Parts;
using Dispatch.Benchmarks.Running;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Dispatch.Benchmarks.Boards;

/// <summary>What the server keeps for a connected board: how its managed heap grows from one to 200 clients that watch the street as boards do.</summary>
internal sealed class ConnectedBoardsBenchmark : IBenchmark
{
    private const int Boards = 200;
    private const int PerSecond = 20;
    private const int Changing = 50;
    private const int WarmUpPerSecond = 200;
    private const int Looks = 5;

    public string Name => "board-server";

    public string Summary => "server heap per connected board, 200 SignalR clients on 5,000 open cases";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Extent extent, CancellationToken cancellation)
    {
        await using var site = StoreSite.Sqlite();
        await OpenCases.FillAsync(site, extent.Of(BoardStage.Cases), cancellation);
        await using var hub = ServedProcess.Start("hub", BoardStage.SettingsOn(site));
        await hub.ListensAsync(cancellation);
        using var dispatcher = await HubClient.SignInAsync(hub.Address, BoardStage.Dispatcher, cancellation);
        // Few cases, all of them changed before anything is counted: a grain that a change wakes is no board's.
        var load = new ChangeLoad(hub.Address, WarmUpPerSecond, [.. Enumerable.Range(0, Changing).Select(OpenCases.Id)]);
        var boards = new List<HubConnection>();
        try
        {
            // One comes and goes first, and sees as many changes as a street keeps: what the process has once is not counted.
            await using (await OpenAsync(hub.Address, dispatcher.Token, cancellation))
            {
                await load.RunAsync(extent.Stretch(25), cancellation);
            }

            load.PerSecond = PerSecond;
            boards.Add(await OpenAsync(hub.Address, dispatcher.Token, cancellation));
            var one = await HeapAsync(hub, load, extent, cancellation);
            // Boards open while the street changes, each with a snapshot of its own instant.
            var opening = OpenAllAsync(hub.Address, dispatcher.Token, boards, extent.Of(Boards), cancellation);
            while (!opening.IsCompleted)
            {
                await load.RunAsync(TimeSpan.FromSeconds(3), cancellation);
            }

            await opening;
            var all = await HeapAsync(hub, load, extent, cancellation);
            Session.Note(string.Create(
                CultureInfo.InvariantCulture, $"  Heap: {one / 1024:N0} KB with one, {all / 1024:N0} KB with {boards.Count}."));
            return
            [
                Figure.AtMost("server heap per connected board, KB", (all - one) / (double)Math.Max(1, boards.Count - 1) / 1024, "F1", 40, 25),
            ];
        }
        finally
        {
            foreach (var board in boards)
            {
                await board.DisposeAsync();
            }
        }
    }

    /// <summary>The heap right after changes went to whoever watches: the median, for how many buffers the pools lent out at once is chance.</summary>
    private static async Task<long> HeapAsync(ServedProcess hub, ChangeLoad load, Extent extent, CancellationToken cancellation)
    {
        var heaps = new List<long>();
        for (var i = 0; i < Looks; i++)
        {
            await load.RunAsync(extent.Brief(4), cancellation);
            heaps.Add(await hub.HeapAsync(cancellation));
        }

        heaps.Sort();
        return heaps[Looks / 2];
    }

    private static async Task OpenAllAsync(Uri address, string token, List<HubConnection> boards, int count, CancellationToken cancellation)
    {
        while (boards.Count < count)
        {
            boards.Add(await OpenAsync(address, token, cancellation));
        }
    }

    private static async Task<HubConnection> OpenAsync(Uri address, string token, CancellationToken cancellation)
    {
        var connection = new HubConnectionBuilder()
            .WithUrl(new Uri(address, "/hubs/dispatch"), options =>
            {
                options.AccessTokenProvider = () => Task.FromResult<string?>(token);
                options.SkipNegotiation = true;
                options.Transports = Microsoft.AspNetCore.Http.Connections.HttpTransportType.WebSockets;
            })
            .AddMessagePackProtocol()
            .Build();
        await connection.StartAsync(cancellation);
        var items = await connection.StreamAsChannelAsync<object>("Watch", "street:xiashi", null, CancellationToken.None);
        await items.ReadAsync(cancellation);
        _ = ForgetAsync(items);
        return connection;
    }

    private static async Task ForgetAsync(System.Threading.Channels.ChannelReader<object> items)
    {
        try
        {
            await foreach (var item in items.ReadAllAsync())
            {
                _ = item;
            }
        }
        catch (OperationCanceledException)
        {
            // The connection was closed by whoever measures.
        }
    }
}
