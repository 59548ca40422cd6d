using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Duties;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;
using Dispatch.Grains.Storage;
using Microsoft.Extensions.Logging;

namespace Dispatch.Grains.Teams;

/// <summary>One team's roster: loaded once, asked in memory, written with each change.</summary>
public sealed partial class TeamGrain(
    [PersistentState("team-roster", StaffingRoster.Storage)] IPersistentState<Roster> kept,
    IUserReads users,
    INoticeStore notices,
    Territory territory,
    IPolicyShelf policies,
    ILogger<TeamGrain> log)
    : Grain, ITeamGrain
{
    /// <summary>The roster as it was last written: what is being written is not asked about yet.</summary>
    private Roster _roster = new();

    /// <summary>What this activation has told last, as receivers and causes; null before the first time.</summary>
    private HashSet<(string Receiver, string Cause)>? _told;

    private Scope Team => Scope.TryParse(this.GetPrimaryKeyString(), out var team) && Membership.HasTeam(team, territory) ? team : default;

    private DutyCalendar Calendar => new(territory.StreetOf(Team)!.Zone, policies.Current.StreetCalendar);

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _roster = kept.State;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<OnDuty>> OnDutyAt(DateTimeOffset at) =>
        Task.FromResult(Team == default ? [] : new DutyPlan(_roster, Calendar).At(at.CutToMilliseconds()));

    /// <inheritdoc/>
    public Task<IReadOnlyList<OnDuty>> OnDutyBetween(DateTimeOffset from, DateTimeOffset to) =>
        Task.FromResult(Team == default ? [] : new DutyPlan(_roster, Calendar).Between(from.CutToMilliseconds(), to.CutToMilliseconds()));

    /// <inheritdoc/>
    public Task<bool> HasRoster() => Task.FromResult(_roster.Version > 0);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> Kept() => Task.FromResult<IReadOnlyList<string>>(
    [
        .. _roster.Planned.SelectMany(duty => duty.Crews).SelectMany(crew => crew)
            .Concat(_roster.Overrides.Select(one => one.UserName))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ]);

    /// <inheritdoc/>
    public async Task<RosterView?> Roster(DateTimeOffset from, DateTimeOffset to, DateTimeOffset now) => Team == default
        ? null
        : await View(_roster, new DutySpan(from.CutToMilliseconds(), to.CutToMilliseconds()), now.CutToMilliseconds());

    /// <inheritdoc/>
    public async Task<TeamAnswer> Change(RosterChange change)
    {
        var verdict = await Decide(change);
        if (verdict.Roster is not { } changed)
        {
            return new TeamAnswer(null, verdict.Refusal);
        }

        await Keep(changed);
        await TryTell(change.At);
        return new TeamAnswer(await View(changed, Days(Calendar.DayOf(change.At), 7), change.At.CutToMilliseconds()));
    }

    /// <inheritdoc/>
    public async Task<TeamAnswer> Preview(RosterChange change)
    {
        var verdict = await Decide(change);
        return verdict.Roster is not { } changed
            ? new TeamAnswer(null, verdict.Refusal)
            : new TeamAnswer(await View(changed, Days(RosterDecider.FirstDay(change, Calendar), 14), change.At.CutToMilliseconds()));
    }

    /// <inheritdoc/>
    public async Task Tell(DateTimeOffset now)
    {
        if (Team == default || _roster.Version == 0)
        {
            return;
        }

        // One that changes nothing costs no query, and what stands as the roster was written last.
        var stands = RosterMatters.Of(_roster, Calendar.Zone, now.CutToMilliseconds());
        var told = stands.Select(one => (one.Receiver, one.Cause)).ToHashSet();
        if (_told?.SetEquals(told) != true)
        {
            await notices.MakeStandAsync(Team, territory.StreetOf(Team)!.Id, stands, now.CutToMilliseconds());
            _told = told;
        }
    }

    /// <summary>The change is stored whether or not it can be told now; whoever asks for <see cref="Tell"/> next tells it.</summary>
    private async Task TryTell(DateTimeOffset now)
    {
        try
        {
            await Tell(now);
        }
        catch (Exception fault)
        {
            ToldLater(log, fault, Team);
        }
    }

    private async Task<RosterVerdict> Decide(RosterChange change)
    {
        if (Team == default)
        {
            return Refuse.With(RefusalCode.Unknown, "The territory has no such street or community.");
        }

        if (RosterShape.Refuses(change.Command) is { } shapeless)
        {
            return shapeless;
        }

        var cut = change with { At = change.At.CutToMilliseconds() };
        var people = new Dictionary<string, UserRecord>(StringComparer.Ordinal);
        foreach (var name in RosterDecider.Names(_roster, cut))
        {
            if (await users.FindUserAsync(name) is { } user && user.UserName == name)
            {
                people[name] = user;
            }
        }

        return RosterDecider.Decide(_roster, cut, Team, territory, Calendar, people);
    }

    private DutySpan Days(DateOnly first, int days)
    {
        var from = Calendar.At(first, 0);
        return new DutySpan(from, from.AddDays(days));
    }

    private async Task<RosterView> View(Roster roster, DutySpan span, DateTimeOffset now) =>
        RosterViews.Of(roster, Team, Calendar, await users.ListUsersAsync(), territory, span, now);

    /// <inheritdoc/>
    public async Task Seed(IReadOnlyList<PlannedDuty> duties)
    {
        if (Team != default && _roster.Version == 0
            && RosterSeed.Of(duties, await users.ListUsersAsync(), Team, territory) is { Planned.Count: > 0 } first)
        {
            await Keep(first);
        }
    }

    private async Task Keep(Roster changed)
    {
        kept.State = changed;
        try
        {
            await kept.WriteStateAsync();
        }
        catch
        {
            kept.State = _roster;
            throw;
        }

        _roster = changed;
    }
}
