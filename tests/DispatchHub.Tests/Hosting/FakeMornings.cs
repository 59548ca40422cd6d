using System.Collections.Concurrent;
using Dispatch.Contracts;

namespace Dispatch.Hub.Tests.Hosting;

/// <summary>Answers every morning with an empty one, and remembers what was asked.</summary>
public sealed class FakeMornings : IMorningGrain
{
    public ConcurrentQueue<MorningQuery> Asked { get; } = [];

    public Task<MorningView> Look(MorningQuery query)
    {
        Asked.Enqueue(query);
        var none = new MorningCases(0, []);
        return Task.FromResult(new MorningView
        {
            Scope = query.Scope,
            Day = query.Day ?? DateOnly.FromDateTime(query.Now.Date),
            At = query.Now,
            Since = query.Now,
            LateYesterday = none,
            LateToday = none,
            ToBeLate = none,
            Approvals = new MorningApprovals(0, []),
            ReturnedTwice = none,
            SilentHubs = [],
            Cards = new MorningCards(0, []),
            Outages = [],
        });
    }
}

/// <summary>A ledger that records whatever it is given.</summary>
internal sealed class FakeOutages(FakeCity city, string streetId) : IOutageGrain
{
    public Task<OutageAnswer> Record(RecordOutage command, Actor by, DateTimeOffset now)
    {
        if (city.Refusal is { } refusal)
        {
            return Task.FromResult(new OutageAnswer(null, Refusal: refusal));
        }

        var outage = new Outage { Id = 1, StreetId = streetId, From = command.From, To = command.To, Reason = command.Reason!, By = by.Id, RecordedAt = now };
        city.Stored.Enqueue(outage);
        return Task.FromResult(new OutageAnswer(outage, CardsWithdrawn: 2));
    }

    public Task<int> TakeBack(Outage outage, DateTimeOffset now) => throw new NotSupportedException();

    public Task<IReadOnlyList<Outage>> List(DateTimeOffset endedAfter) =>
        Task.FromResult<IReadOnlyList<Outage>>([.. city.Stored.OfType<Outage>().Where(outage => outage.StreetId == streetId)]);
}
