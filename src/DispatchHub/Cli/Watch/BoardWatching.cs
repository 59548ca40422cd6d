using Dispatch.Contracts;
using Dispatch.Hub.Live.Client;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Spectre.Console;

namespace Dispatch.Hub.Cli.Watch;

/// <summary>Signs in, watches, and shows it until it is ended. A hub that goes away is waited for.</summary>
internal sealed class BoardWatching
{
    private const int RowsAround = 8;
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MarkedFor = TimeSpan.FromSeconds(6);

    private readonly WatchRequest _request;
    private readonly TimeProvider _time;
    private readonly BoardWatch _watch;
    private readonly WorkingSpans _spans;
    private readonly BoardDiff _diff = new();
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (BoardChange Change, long At)> _marked = [];
    private CityFace? _clock;
    private string _connection = "connecting";

    private BoardWatching(WatchRequest request, BoardWatch watch, WorkingSpans spans, TimeProvider time)
    {
        (_request, _watch, _spans, _time) = (request, watch, spans, time);
        watch.Lost += lost =>
        {
            lock (_gate)
            {
                _connection = $"the connection was lost, trying again{(lost is null ? "" : $" ({FirstLine(lost.Message)})")}";
            }
        };
    }

    /// <summary>Watches; 0 when it was ended or its time is over.</summary>
    /// <exception cref="ToolFaultException">The hub is not there at the start, or refuses for good.</exception>
    public static async Task<int> RunAsync(WatchRequest request, TextWriter output, TextWriter error, TimeProvider time, CancellationToken cancellation)
    {
        using var http = new HttpClient { BaseAddress = new Uri(request.Url, "/") };
        var session = new HubSession(http, request.User, time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var alarm = request.Length is { } length ? time.CreateTimer(_ => ending.Cancel(), null, length, Timeout.InfiniteTimeSpan) : null;
        try
        {
            await session.TokenAsync(ending.Token);
            await using var connection = new HubConnectionBuilder()
                .WithUrl(new Uri(http.BaseAddress, "hubs/dispatch"), options => options.AccessTokenProvider = async () => await session.TokenAsync(ending.Token))
                .Build();
            var watching = new BoardWatching(request, new BoardWatch(connection, request.Scope.ToString(), time), new WorkingSpans(session), time);
            var terminal = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
            await (terminal ? watching.OnTerminalAsync(ending) : watching.InLinesAsync(output, error, ending.Token));
            return 0;
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            return 0;
        }
        catch (HttpRequestException away)
        {
            throw new ToolFaultException(
                $"Nothing answers at {request.Url.GetLeftPart(UriPartial.Authority)}; start the hub with \"dotnet run --project src/DispatchHub\", or name it with --url.", away);
        }
        catch (HubException refused)
        {
            throw new ToolFaultException($"The hub refuses the watch: {FirstLine(refused.Message)}", refused);
        }
    }

    private async Task InLinesAsync(TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        _watch.Lost += _ => error.WriteLine("The connection was lost; trying again.");
        await foreach (var item in _watch.ItemsAsync(cancellation))
        {
            var changes = Take(item);
            if (item.Kind is "snapshot" or "gap")
            {
                await output.WriteLineAsync($"{_clock!.Now:HH:mm:ss} = {_request.Scope} {_diff.Rows.Count} open cases, speed {_clock.Speed:0.##}");
            }

            foreach (var change in changes)
            {
                await output.WriteLineAsync(change.Line(_clock!.Now));
            }

            await output.FlushAsync(cancellation);
        }
    }

    private async Task OnTerminalAsync(CancellationTokenSource ending)
    {
        var taking = TakeAllAsync(ending.Token);
        await AnsiConsole.Live(Screen().Draw()).AutoClear(false).Overflow(VerticalOverflow.Crop).StartAsync(async live =>
        {
            while (!taking.IsCompleted)
            {
                live.UpdateTarget(Screen().Draw());
                await Task.WhenAny(taking, Task.Delay(Tick, _time, ending.Token));
            }
        });
        await taking;
    }

    private async Task TakeAllAsync(CancellationToken cancellation)
    {
        await foreach (var item in _watch.ItemsAsync(cancellation))
        {
            List<CaseRow> rows;
            lock (_gate)
            {
                Take(item);
                rows = [.. item.Rows ?? []];
            }

            await FetchAsync(rows, cancellation);
        }
    }

    /// <summary>Without its calendar a clock counts real time until the next change asks again; the board goes on meanwhile.</summary>
    private async Task FetchAsync(List<CaseRow> rows, CancellationToken cancellation)
    {
        try
        {
            await _spans.FetchAsync(rows, _clock!.Now, cancellation);
        }
        catch (HttpRequestException away)
        {
            lock (_gate)
            {
                _connection = $"calendars could not be read ({FirstLine(away.Message)})";
            }
        }
    }

    private IReadOnlyList<BoardChange> Take(BoardItem item)
    {
        var changes = _diff.Take(item);
        if (item.Clock is { } told)
        {
            _clock = new CityFace(told, _time.GetTimestamp(), _time);
        }

        _connection = "live";
        foreach (var change in changes.Where(change => change.IsEscalation))
        {
            _marked[change.Row.Id] = (change, _time.GetTimestamp());
        }

        return changes;
    }

    private WatchScreen Screen()
    {
        lock (_gate)
        {
            foreach (var (id, _) in _marked.Where(marked => _time.GetElapsedTime(marked.Value.At) > MarkedFor).ToList())
            {
                _marked.Remove(id);
            }

            return new WatchScreen
            {
                Scope = _request.Scope.ToString(),
                Connection = _connection == "live" && _watch.IsStale ? "nothing heard for a while" : _connection,
                Clock = _clock,
                Lines = _clock is { } clock ? BoardOrder.BySlack(_diff.Rows, clock.Now, _spans.Find) : [],
                Marked = _marked.ToDictionary(marked => marked.Key, marked => marked.Value.Change),
                Width = AnsiConsole.Profile.Width,
                Height = Math.Max(1, AnsiConsole.Profile.Height - RowsAround),
            };
        }
    }

    private static string FirstLine(string message) => message.Split('\n', 2)[0].TrimEnd();
}
