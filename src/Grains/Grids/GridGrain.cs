using System.Security.Cryptography;
using System.Text;
using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Duties;
using Dispatch.Grains.Feeds;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;
using Dispatch.Grains.Storage;
using Microsoft.Extensions.Logging;

namespace Dispatch.Grains.Grids;

/// <summary>One grid: what is open in it, its patrol, and who is there.</summary>
public sealed class GridGrain(
    [PersistentState("grid-staffing", StaffingRoster.Storage)] IPersistentState<StaffingRoster> roster,
    IDispatchStore store,
    IPolicyShelf policies,
    Territory territory,
    ILogger<GridGrain> logger) : DutyGrain(store, policies, territory, logger), IGridGrain
{
    private readonly Sightings _sightings = new();

    /// <inheritdoc/>
    protected override string? StreetId => Grid is { } grid ? Territory.FindCommunity(grid.CommunityId)?.StreetId : null;

    /// <inheritdoc/>
    protected override ClockRule? Rule => Grid is { IsUnlocated: false } ? Pack.Patrol : null;

    /// <inheritdoc/>
    protected override OwnerColumns Columns => new()
    {
        StreetId = StreetId ?? "",
        CommunityId = Grid?.CommunityId,
        GridId = Grid?.Id,
        Open = true,
    };

    private Grid? Grid => Territory.FindGrid(IdOf(ScopeKind.Grid));

    /// <inheritdoc/>
    public async Task Open(DateTimeOffset now)
    {
        if (Grid is not null)
        {
            await Begin(now);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> Place(Sighting sighting)
    {
        if (Like(sighting) is not { } found)
        {
            return Task.FromResult<IReadOnlyList<string>>([]);
        }

        _sightings.Record(sighting);
        return Task.FromResult(found);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Similar(Sighting sighting)
    {
        if (StreetId is null)
        {
            return [];
        }

        // A report waits for nothing; a question waits until the grid knows what is open.
        await Following();
        return Like(sighting) ?? [];
    }

    /// <inheritdoc/>
    public Task<bool> IsStaffed(DateTimeOffset at) =>
        Task.FromResult(Grid is { } grid && roster.State.IsStaffed(at, Territory.Staffing.IsStaffed(grid.Scope, at)));

    /// <inheritdoc/>
    public Task<IReadOnlyList<StaffingException>> StaffingExceptions() => Task.FromResult(roster.State.Exceptions);

    /// <inheritdoc/>
    public async Task<GridAnswer> SetStaffing(StaffingChange change)
    {
        if (Grid is not { } grid)
        {
            return NoSuchGrid();
        }

        if (roster.State.Refuses(change, grid.Scope, Territory) is { } refusal)
        {
            return new GridAnswer(null, refusal);
        }

        roster.State = new StaffingRoster { Exceptions = roster.State.With(change) };
        await roster.WriteStateAsync();
        return new GridAnswer(await View(change.At));
    }

    /// <inheritdoc/>
    public async Task<GridAnswer> RecordPatrol(PatrolRecord patrol)
    {
        if (Grid is not { } grid)
        {
            return NoSuchGrid();
        }

        // What the device stamped is the same in every repeat; what it is corrected to is not.
        var said = (patrol.StampedAt ?? patrol.OccurredAt) is { } stamped ? $"{patrol.Note}\n{stamped.UtcTicks}" : patrol.Note ?? "";
        var mark = new CommandMark(patrol.By.Id, patrol.Key, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(said))));
        var refusal = await Decide(patrol.At, now => GridDecider.Walk(Duty, patrol, grid.Scope, now, Pack, Territory), mark);
        return refusal is null ? new GridAnswer(await View(patrol.At)) : new GridAnswer(null, refusal);
    }

    /// <inheritdoc/>
    public async Task<GridView?> View(DateTimeOffset now)
    {
        if (Grid is not { } grid || StreetId is not { } streetId)
        {
            return null;
        }

        await EnsureLoaded();
        await Following();
        return new GridView
        {
            Id = grid.Id,
            Name = grid.Name,
            CommunityId = grid.CommunityId,
            StreetId = streetId,
            Staffed = await IsStaffed(now),
            OpenCases = OpenCases.Rows.Values.Count(row => row.Drill is null),
            NextDue = NextDue(),
            Clocks = ClockViews(),
            LastPatrolAt = Duty.AnsweredAt,
            Version = Version,
        };
    }

    /// <inheritdoc/>
    protected override DutyDecision Fire(DateTimeOffset now) => GridDecider.Fire(Duty, now, Pack);

    /// <inheritdoc/>
    protected override bool Holds(CaseRow row) => row.GridId == Owner.Id;

    /// <inheritdoc/>
    protected override void Changed(OpenCaseChange? change)
    {
        if (change is null)
        {
            _sightings.TakeAll(OpenCases.Rows);
        }
        else
        {
            _sightings.Take(change.After.Id, change.Kept);
        }
    }

    /// <summary>The likely duplicates of a sighting; null for a grid or type that is not known.</summary>
    private IReadOnlyList<string>? Like(Sighting sighting)
    {
        if (StreetId is not { } streetId || Pack.Types.GetValueOrDefault(sighting.Type) is not { } type)
        {
            return null;
        }

        KeepFollowing();
        return Duplicates.Of(sighting, _sightings.With(OpenCases.Rows, streetId, sighting.At), type.DuplicateRadius);
    }

    private static GridAnswer NoSuchGrid() => new(null, Refuse.With(RefusalCode.Unknown, "The territory has no such grid."));
}
