using System.Collections.Concurrent;
using Dispatch.Contracts;

namespace Dispatch.Hub.Tests.Hosting;

/// <summary>Foretells one deadline for whatever is asked, and remembers what that was.</summary>
public sealed class FakeForecasts : IForecastGrain
{
    public ConcurrentQueue<ForecastQuery> Asked { get; } = [];

    /// <summary>Thrown instead of an answer.</summary>
    public Exception? Outage { get; set; }

    public Task<ForecastAnswer> LookAhead(ForecastQuery query)
    {
        Asked.Enqueue(query);
        if (Outage is { } outage)
        {
            return Task.FromException<ForecastAnswer>(outage);
        }

        var item = new ForecastItem
        {
            CaseId = FakeCity.CaseId,
            Number = "xiashi-2026-000001",
            Clock = "grid",
            Generation = 1,
            DueAt = query.From.AddMinutes(20),
            LevelBefore = CaseLevel.Grid,
            LevelAfter = CaseLevel.Community,
            Responsible = Scope.Grid("xishan-01"),
        };
        return Task.FromResult(new ForecastAnswer(
            query.Scope, query.From, query.Until, [item], 1,
            [new ForecastHour(query.From, query.Until, 1, new LevelCounts(1, 0, 0, 0))], [new ForecastUnit(item.Responsible, 1)]));
    }
}
