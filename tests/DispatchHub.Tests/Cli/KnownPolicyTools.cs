using Dispatch.Contracts;
using Dispatch.Hub.Cli.Policies;
using Microsoft.Extensions.Configuration;

namespace Dispatch.DispatchHub.Tests.Cli;

/// <summary>Packs and calendars of which the answers are known.</summary>
internal sealed class KnownPolicyTools : IPolicyTools
{
    private static readonly DateTimeOffset March = new(2026, 3, 1, 0, 0, 0, TimeSpan.FromHours(8));

    public IConfiguration? Settings { get; private set; }

    public DateTimeOffset? At { get; private set; }

    public IReadOnlyList<CalendarFinding> Findings { get; set; } = [];

    public Task<CalendarCheck> LintAsync(IConfiguration settings, DateTimeOffset? at, CancellationToken cancellation)
    {
        (Settings, At) = (settings, at);
        var due = new DueOnDayOff("xiashi-2026-000001", "rectify", "xiashi", new DateTimeOffset(2026, 10, 10, 12, 0, 0, TimeSpan.FromHours(8)), Urgent: false);
        return Task.FromResult(new CalendarCheck(March, "xiashi 2", [], [new CalendarYears("xiashi", true, [2025, 2026])], Findings, [due], 1));
    }

    public Task<DryRunReport> DryRunAsync(IConfiguration settings, string pack, DateTimeOffset? from, DateTimeOffset? to, CancellationToken cancellation) =>
        Task.FromResult(new DryRunReport
        {
            From = from ?? March,
            To = March.AddMonths(1),
            Cases = 9,
            MissedInStore = 3,
            NotRead = 0,
            Before = new DryRunSide(["xiashi 2"], 3, 2, new LevelCounts(0, 2, 1, 0), 8, new Dictionary<string, int>()),
            After = new DryRunSide(["xiashi 3"], 5, 3, new LevelCounts(0, 2, 2, 1), 8, new Dictionary<string, int> { ["status-not-allowed"] = 1 }),
            Units = [new DryRunUnit(Scope.Community("xishan"), 1, 3, 1, 2, 0.5, 0.75)],
            Clocks = [new DryRunClock("acknowledge", 3, 5)],
            Load = [new DryRunLoad(March.AddDays(1), new LevelCounts(1, 0, 0, 0), new LevelCounts(0, 1, 0, 0))],
            Changed = [new DryRunCase("a", "xiashi-2026-000001", "DEC-03", [], ["acknowledge", "assign"])],
            ChangedTotal = 1,
        });

    public AdoptionWish? Wish { get; private set; }

    public Task<PolicyAdoption> AdoptAsync(IConfiguration settings, AdoptionWish wish, CancellationToken cancellation)
    {
        Wish = wish;
        return Task.FromResult(new PolicyAdoption
        {
            Id = "xiashi-1",
            Policy = new PolicyName("xiashi", "3"),
            Areas = wish.Areas,
            From = wish.From,
            Reason = wish.Reason,
            By = wish.By,
            At = March,
        });
    }
}
