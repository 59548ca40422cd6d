using Dispatch.Contracts;
using Dispatch.Grains.Feeds;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Storage;
using Microsoft.Extensions.Logging;

namespace Dispatch.Grains.Teams.Assignment;

/// <summary>Gathers what the ranking must know of a street's team: roster, presence and load. It ranks one case after another.</summary>
public sealed class AssignmentGrain(IPolicyShelf policies, IUserReads users, ILogger<AssignmentGrain> logger) : FollowingGrain(logger), IAssignmentGrain
{
    /// <summary>How old what is known of those who are not among the best may be.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    private readonly TeamLoad _load = new();
    private readonly Dictionary<string, Presence> _presence = new(StringComparer.Ordinal);
    private readonly HashSet<string> _woken = new(StringComparer.Ordinal);
    private IReadOnlyList<string> _officers = [];
    private DateTimeOffset? _lookedAt;

    /// <inheritdoc/>
    protected override string? StreetId => Scope.TryParse(this.GetPrimaryKeyString(), out var scope) && scope.Kind == ScopeKind.Street ? scope.Id : null;

    /// <inheritdoc/>
    public async Task<OfferRanking?> BestFor(OfferQuestion question)
    {
        var pack = await policies.FindAsync(question.PolicyId, question.PolicyVersion);
        var team = GrainFactory.GetGrain<ITeamGrain>(this.GetPrimaryKeyString());
        if (!pack.Types.ContainsKey(question.Type) || StreetId is null || !await team.HasRoster())
        {
            return null;
        }

        await Following();
        var onDuty = (await team.OnDutyAt(question.At)).Where(duty => duty.Role == Role.Officer).ToList();
        await LookAround(onDuty, question.At);
        if (question.Wanted > 0)
        {
            _load.Forget(question.CaseId, question.At);
        }

        var asked = question.Asked.Where(one => one.Answer == OfferAnswer.Waiting).Select(one => one.UserName).ToList();
        var certain = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            // Whom the answer names is asked itself whether it is there; whoever is not makes room for others.
            var ranking = AssignmentPolicy.Rank(Candidates(onDuty, asked), question, pack);
            var unsure = ranking.Best.Select(one => one.UserName).Concat(asked).Where(certain.Add).ToList();
            if (!await Changes(unsure, question.At))
            {
                if (question.Wanted > 0)
                {
                    _load.Making(question.CaseId, ranking.Best.Take(question.Wanted).Select(one => one.UserName), question.At);
                }

                return ranking;
            }
        }
    }

    /// <inheritdoc/>
    public async Task<TeamAhead?> Ahead(DateTimeOffset from, DateTimeOffset until)
    {
        var team = GrainFactory.GetGrain<ITeamGrain>(this.GetPrimaryKeyString());
        if (StreetId is null || !await team.HasRoster())
        {
            return null;
        }

        await Following();
        var duties = (await team.OnDutyBetween(from, until)).Where(duty => duty.Role == Role.Officer).ToList();
        var names = duties.Select(duty => duty.UserName).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        await Ask(names, from);
        return new TeamAhead(from, duties, [.. names.Select(name => Ahead(
            _load.On(new Candidate { UserName = name }), duties.Find(duty => duty.UserName == name && duty.From <= from && from < duty.Until)))]);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Presence>> Standing(DateTimeOffset at)
    {
        var team = GrainFactory.GetGrain<ITeamGrain>(this.GetPrimaryKeyString());
        if (StreetId is null || !await team.HasRoster())
        {
            return [];
        }

        await Following();
        var onDuty = (await team.OnDutyAt(at)).Where(duty => duty.Role is Role.Officer or Role.Captain).ToList();
        await Ask(onDuty.Select(duty => duty.UserName), at);
        return [.. onDuty.Select(Stands)];
    }

    private Presence Stands(OnDuty duty) => Assignment.Standing.Of(
        duty, _presence[duty.UserName], _load.AtHand(duty.UserName), _woken.Contains(duty.UserName));

    private OfficerAhead Ahead(Candidate officer, OnDuty? now) => new()
    {
        Presence = now is null ? _presence[officer.UserName] : Stands(now),
        OpenCases = officer.OpenCases,
        WorksIn = [.. officer.WorksIn],
        LastAssignedAt = officer.LastAssignedAt,
        LastEndedAt = officer.LastEndedAt,
    };

    /// <inheritdoc/>
    protected override bool Holds(CaseRow row) => true;

    /// <inheritdoc/>
    protected override void Changed(OpenCaseChange? change)
    {
        if (change is null)
        {
            _load.Restart(OpenCases.Rows.Values);
        }
        else
        {
            _load.See(change);
        }
    }

    private IEnumerable<Candidate> Candidates(List<OnDuty> onDuty, List<string> asked)
    {
        foreach (var duty in onDuty)
        {
            yield return _load.On(Reaching.Of(duty, Stands(duty)));
        }

        foreach (var absent in _officers.Union(asked, StringComparer.Ordinal).Except(onDuty.Select(duty => duty.UserName), StringComparer.Ordinal))
        {
            yield return new Candidate { UserName = absent };
        }
    }

    /// <summary>Looks at everybody at once, now and then.</summary>
    private async Task LookAround(List<OnDuty> onDuty, DateTimeOffset at)
    {
        if (_lookedAt is { } last && at >= last && at - last <= Fresh)
        {
            await Ask(onDuty.Select(duty => duty.UserName).Where(name => !_presence.ContainsKey(name)), at);
            return;
        }

        _presence.Clear();
        _woken.Clear();
        await Ask(onDuty.Select(duty => duty.UserName), at);
        _officers = [.. (await users.ListUsersAsync())
            .Where(user => user is { Enabled: true, Role: Role.Officer } && user.Area == Scope.Street(StreetId!))
            .Select(user => user.UserName)];
        _lookedAt = at;
    }

    /// <summary>Whether anything is otherwise than it was known.</summary>
    private async Task<bool> Changes(IEnumerable<string> names, DateTimeOffset at)
    {
        var asked = names.ToList();
        var before = asked.Select(name => (_presence.GetValueOrDefault(name), _woken.Contains(name))).ToList();
        await Ask(asked, at);
        return !asked.Select(name => ((Presence?)_presence[name], _woken.Contains(name))).SequenceEqual(before);
    }

    private async Task Ask(IEnumerable<string> names, DateTimeOffset at)
    {
        var asking = names.Select(name => (name, GrainFactory.GetGrain<IOfficerGrain>(Scope.Officer(name).ToString()).Presence(at))).ToList();
        foreach (var (name, answer) in asking)
        {
            _presence[name] = await answer;
        }

        // Only of whom nothing is heard it matters what else reaches them.
        var desk = GrainFactory.GetGrain<INoticeDeskGrain>(0);
        var silent = asking.Where(one => _presence[one.name] is { Kind: PresenceKind.OutOfReach, UnansweredAt: null }).Select(one => (one.name, wakes: desk.Wakes(one.name))).ToList();
        _woken.ExceptWith(asking.Select(one => one.name));
        foreach (var (name, wakes) in silent)
        {
            if (await wakes)
            {
                _woken.Add(name);
            }
        }
    }
}
