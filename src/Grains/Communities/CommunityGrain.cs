using System.Text.Json;
using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Duties;
using Dispatch.Grains.Feeds;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;
using Dispatch.Grains.Storage;
using Microsoft.Extensions.Logging;

namespace Dispatch.Grains.Communities;

/// <summary>One community or village: what is open in it, its console, and who is there.</summary>
public sealed class CommunityGrain : DutyGrain, ICommunityGrain
{
    private readonly IPersistentState<CommunityHub> _hub;
    private readonly IFeedReads _feeds;
    private readonly WhistlesOfDay _whistles;
    private readonly JoinedRead<bool> _backfill;
    private DateTimeOffset _midnight;
    private int _restarts;

    /// <summary>Given by the container.</summary>
    public CommunityGrain(
        [PersistentState("community-hub", StaffingRoster.Storage)] IPersistentState<CommunityHub> hub,
        IDispatchStore store,
        IFeedReads feeds,
        IPolicyShelf policies,
        Territory territory,
        ILogger<CommunityGrain> logger)
        : base(store, policies, territory, logger)
    {
        (_hub, _feeds) = (hub, feeds);
        _whistles = new WhistlesOfDay(IdOf(ScopeKind.Community));
        _backfill = new JoinedRead<bool>(ReadWhistles);
    }

    /// <inheritdoc/>
    protected override string? StreetId => Community?.StreetId;

    /// <inheritdoc/>
    protected override ClockRule? Rule => Community is { IsUnlocated: false } ? Pack.Console : null;

    /// <inheritdoc/>
    protected override OwnerColumns Columns => new() { StreetId = StreetId ?? "", CommunityId = Community?.Id, Open = true };

    private Community? Community => Territory.FindCommunity(IdOf(ScopeKind.Community));

    /// <inheritdoc/>
    public async Task Open(DateTimeOffset now)
    {
        if (Community is not null)
        {
            await Begin(now);
        }
    }

    /// <inheritdoc/>
    public Task<bool> IsStaffed(DateTimeOffset at) => Task.FromResult(
        Community is { } community && _hub.State.Roster.IsStaffed(at, Territory.Staffing.IsStaffed(community.Scope, at)));

    /// <inheritdoc/>
    public Task<IReadOnlyList<StaffingException>> StaffingExceptions() => Task.FromResult(_hub.State.Roster.Exceptions);

    /// <inheritdoc/>
    public async Task<CommunityAnswer> SetStaffing(StaffingChange change)
    {
        if (Community is not { } community)
        {
            return NoSuchCommunity();
        }

        if (_hub.State.Roster.Refuses(change, community.Scope, Territory) is { } refusal)
        {
            return new CommunityAnswer(null, refusal);
        }

        _hub.State = _hub.State.With(change);
        await _hub.WriteStateAsync();
        return new CommunityAnswer(await View(change.At));
    }

    /// <inheritdoc/>
    public async Task<CommunityAnswer> ConsoleSeen(Actor by, DateTimeOffset at)
    {
        if (Community is not { } community)
        {
            return NoSuchCommunity();
        }

        if (await Decide(at, now => CommunityDecider.Hear(Duty, by, community.Scope, now, Pack, Territory)) is { } refusal)
        {
            return new CommunityAnswer(null, refusal);
        }

        if (_hub.State.IsNews(at))
        {
            _hub.State = _hub.State.Seen(by, at);
            await _hub.WriteStateAsync();
        }

        return new CommunityAnswer(await View(at));
    }

    /// <inheritdoc/>
    public async Task<CommunityView?> View(DateTimeOffset now)
    {
        if (Community is not { } community)
        {
            return null;
        }

        await EnsureLoaded();
        await Following();
        var midnight = WhistlesOfDay.Midnight(now, Pack.StreetCalendar.Zone);
        if (_whistles.CompleteSince is not { } since || since > midnight)
        {
            _midnight = midnight;
            await _backfill.Join();
        }

        return new CommunityView
        {
            Id = community.Id,
            Name = community.Name,
            Kind = JsonNamingPolicy.CamelCase.ConvertName(community.Kind.ToString()),
            StreetId = community.StreetId,
            GridIds = [.. Territory.GridsOf(community.Id).Select(grid => grid.Id)],
            Staffed = await IsStaffed(now),
            OpenCases = OpenCases.Rows.Values.Count(row => row.Drill is null),
            ToAcknowledge = OpenCases.Rows.Values.Count(row => row is { Status: CaseStatus.AwaitingCommunity, Drill: null }),
            WhistlesToday = _whistles.Since(midnight),
            NextDue = NextDue(),
            Clocks = ClockViews(),
            ConsoleSeenAt = _hub.State.ConsoleSeenAt,
            Version = Version,
        };
    }

    /// <inheritdoc/>
    protected override DutyDecision Fire(DateTimeOffset now) => CommunityDecider.Fire(Duty, now, Pack);

    /// <inheritdoc/>
    protected override bool Holds(CaseRow row) => row.CommunityId == Owner.Id;

    /// <inheritdoc/>
    protected override void Changed(OpenCaseChange? change)
    {
        if (change is not null)
        {
            _whistles.See(change.After);
            return;
        }

        _restarts++;
        _whistles.Interrupted();
    }

    /// <summary>Whistles since midnight from the feed's own entries: cases that are closed by now whistled, too.</summary>
    private async Task<bool> ReadWhistles()
    {
        var (streetId, midnight, restarts) = (StreetId!, _midnight, _restarts);
        var after = (await _feeds.RowsAtAsync(streetId, midnight))?.Position.At;
        while (after is { } at && await _feeds.EntriesAsync(streetId, at, FeedBatch.MaxEntries) is { Count: > 0 } entries)
        {
            foreach (var entry in entries)
            {
                _whistles.See(entry.Row);
            }

            after = entries.Count < FeedBatch.MaxEntries ? null : entries[^1].At;
        }

        if (restarts == _restarts)
        {
            // A feed that is not kept back to midnight has lost those before for good; asking again would not bring them back.
            _whistles.Complete(midnight);
        }

        return true;
    }

    private static CommunityAnswer NoSuchCommunity() => new(null, Refuse.With(RefusalCode.Unknown, "The territory has no such community."));
}
