using System.Globalization;
using Dispatch.Benchmarks.Live;
using Dispatch.Benchmarks.Running;
using Dispatch.TestKit;

namespace Dispatch.Benchmarks.Boards;

/// <summary>
/// Commands over HTTP at a steady rate, whether or not earlier ones are answered. Of twenty, seventeen set a priority and one comments,
/// on cases all over the board; one reports, and one rejects what was reported before, so that as many cases stay open.
/// </summary>
internal sealed class ChangeLoad(Uri hub, int perSecond, IReadOnlyList<string> cases)
{
    private const int MostUnanswered = 2_000;
    private const int Turn = 20;

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan RenewedAfter = TimeSpan.FromMinutes(10);
    private static readonly string[] Priorities = ["High", "Urgent", "Normal"];

    private readonly Queue<string> _reported = new();
    private readonly string[] _grids = [.. Sample.Territory.Grids.Where(grid => !grid.IsUnlocated).Select(grid => grid.Id)];
    private int _unanswered;
    private int _accepted;
    private int _refused;
    private int _sent;

    /// <summary>Commands a second from the next run on.</summary>
    public int PerSecond { get; set; } = perSecond;

    /// <summary>Changes that were accepted.</summary>
    public int Accepted => _accepted;

    /// <summary>Gives commands for so long; how many were accepted a second.</summary>
    public async Task<double> RunAsync(TimeSpan length, CancellationToken cancellation)
    {
        var (began, before, first) = (TimeProvider.System.GetTimestamp(), _accepted, _sent);
        for (var left = length; left > TimeSpan.Zero; left = length - TimeProvider.System.GetElapsedTime(began))
        {
            // A token is good for a quarter of an hour.
            using var dispatcher = await HubClient.SignInAsync(hub, BoardStage.Dispatcher, cancellation);
            using var citizen = await HubClient.SignInAsync(hub, "citizen", cancellation);
            await GiveAsync(dispatcher, citizen, left < RenewedAfter ? left : RenewedAfter, cancellation);
        }

        var rate = (_accepted - before) / TimeProvider.System.GetElapsedTime(began).TotalSeconds;
        Session.Note(string.Create(CultureInfo.InvariantCulture, $"  {_sent - first:N0} changes sent, {rate:F1} accepted a second, {_refused} refused."));
        return rate;
    }

    private async Task GiveAsync(HubClient dispatcher, HubClient citizen, TimeSpan length, CancellationToken cancellation)
    {
        var (began, given) = (TimeProvider.System.GetTimestamp(), 0);
        using var timer = new PeriodicTimer(Tick);
        while (TimeProvider.System.GetElapsedTime(began) is var elapsed && elapsed < length)
        {
            for (var due = (int)(elapsed.TotalSeconds * PerSecond); given < due; given++)
            {
                _ = OneAsync(_sent++, dispatcher, citizen, cancellation);
            }

            await timer.WaitForNextTickAsync(cancellation);
        }

        while (Volatile.Read(ref _unanswered) > 0)
        {
            await Task.Delay(10, cancellation);
        }
    }

    private async Task OneAsync(int number, HubClient dispatcher, HubClient citizen, CancellationToken cancellation)
    {
        if (Interlocked.Increment(ref _unanswered) > MostUnanswered)
        {
            throw new InvalidOperationException($"{MostUnanswered} changes are unanswered: the machine cannot take {PerSecond} a second.");
        }

        // A prime step walks over all cases before it comes to one again.
        var id = cases[(int)(number * 7_919L % cases.Count)];
        var accepted = (number % Turn) switch
        {
            0 => await ReportAsync(number, citizen, cancellation),
            10 => await RejectAsync(dispatcher, cancellation),
            15 => await dispatcher.CommandAsync(id, "comment", new { text = "Called back." }, cancellation),
            _ => await dispatcher.CommandAsync(
                id, "set-priority", new { priority = Priorities[(number / cases.Count + number) % Priorities.Length], reason = "Looked at again." }, cancellation),
        };
        Interlocked.Increment(ref accepted ? ref _accepted : ref _refused);
        Interlocked.Decrement(ref _unanswered);
    }

    private async Task<bool> ReportAsync(int number, HubClient citizen, CancellationToken cancellation)
    {
        var id = await citizen.ReportAsync($"load-{number}", _grids[number % _grids.Length], cancellation);
        lock (_reported)
        {
            _reported.Enqueue(id);
        }

        return true;
    }

    private async Task<bool> RejectAsync(HubClient dispatcher, CancellationToken cancellation)
    {
        string? id;
        lock (_reported)
        {
            _reported.TryDequeue(out id);
        }

        return id is not null && await dispatcher.CommandAsync(id, "reject", new { reason = "Nothing found there." }, cancellation);
    }
}
