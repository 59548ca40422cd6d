using System.Text.Json;
using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Policies;
using Dispatch.Simulator;

namespace Dispatch.Scenarios.Simulator;

/// <summary>A city behind a door that is nothing but the decider: every deadline fires a millisecond after it is due.</summary>
internal sealed class DeciderCity(PolicyPack pack, CityPlan plan) : ICityDoor
{
    private readonly Dictionary<string, (Case Case, long Version, DateTimeOffset? Due)> _cases = [];
    private int _number;

    public IEnumerable<Case> Cases => _cases.Values.Select(held => held.Case);

    public Dictionary<string, CaseLevel> Highest { get; } = [];

    public List<OwnerEvent> Events { get; } = [];

    public int Patrols { get; private set; }

    public int SignsOfLife { get; private set; }

    public Task<DoorAnswer> ReportAsync(CityReport report, Actor by, string key, DateTimeOffset now, CancellationToken cancellation)
    {
        var place = plan.Places.First(one => one.Input == report.Place);
        var command = new Report
        {
            CaseId = $"case-{++_number}",
            Type = report.Type,
            Place = new CasePlace { StreetId = plan.StreetId, CommunityId = place.CommunityId, GridId = place.GridId },
            Description = report.Description,
            InProgress = report.InProgress,
            PassUp = report.PassUp,
        };
        return Task.FromResult(Execute(command.CaseId, command, by, key, now));
    }

    public Task<DoorAnswer> CommandAsync(string caseId, CaseCommand command, Actor by, string key, DateTimeOffset now, CancellationToken cancellation) =>
        Task.FromResult(Execute(caseId, command, by, key, now));

    public Task<CaseView?> LookAsync(string caseId, Actor by, CancellationToken cancellation) => Task.FromResult(ViewOf(caseId));

    public Task<DoorAnswer> PatrolAsync(string gridId, Actor by, string key, DateTimeOffset now, CancellationToken cancellation)
    {
        Patrols++;
        return Task.FromResult(new DoorAnswer(null));
    }

    public Task<DoorAnswer> ConsoleSeenAsync(string communityId, Actor by, string key, DateTimeOffset now, CancellationToken cancellation)
    {
        SignsOfLife++;
        return Task.FromResult(new DoorAnswer(null));
    }

    public Task<IReadOnlyList<string>> OpenCasesAsync(string streetId, int limit, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<string>>([.. _cases.Where(held => held.Value.Case.IsOpen).Select(held => held.Key).Take(limit)]);

    /// <summary>Fires whatever is due before an instant.</summary>
    public void PassUntil(DateTimeOffset now)
    {
        foreach (var id in _cases.Where(held => held.Value.Due < now).Select(held => held.Key).ToList())
        {
            while (_cases[id] is { Due: { } due } held && due < now)
            {
                Keep(id, CaseFiring.Fire(held.Case, due + TimeSpan.FromMilliseconds(1), pack, Known()), held.Version + 1);
            }
        }
    }

    private DoorAnswer Execute(string caseId, CaseCommand command, Actor by, string key, DateTimeOffset now)
    {
        var (@case, version, _) = _cases.GetValueOrDefault(caseId);
        var envelope = new CommandEnvelope { Command = command, Actor = by, Key = key, BodyHash = key, ReceivedAt = now };
        switch (CaseDecider.Decide(@case, version, envelope, now, pack, Known()))
        {
            case Decision decision:
                Keep(caseId, decision, version + 1);
                return new DoorAnswer(ViewOf(caseId));
            case Refused refused:
                return new DoorAnswer(ViewOf(caseId), JsonNamingPolicy.KebabCaseLower.ConvertName(refused.Refusal.Code.ToString()));
            case var other:
                throw new InvalidOperationException($"{other}");
        }
    }

    private void Keep(string id, Decision decision, long version)
    {
        _cases[id] = (decision.Case, version, CaseFiring.Deadlines(decision.Case, pack).MinBy(row => row.DueAt)?.DueAt);
        Events.AddRange(decision.Events.Select(happened => happened.Event));
        Highest[id] = (CaseLevel)Math.Max((int)Highest.GetValueOrDefault(id), (int)decision.Case.Level);
    }

    private CaseView? ViewOf(string id) =>
        _cases.TryGetValue(id, out var held) ? CaseViews.View(held.Case, $"xiashi-2026-{id[5..].PadLeft(6, '0')}", held.Version, pack) : null;

    private Known Known() => new()
    {
        GridStaffed = true,
        CommunityStaffed = true,
        Officers = [.. plan.All(Role.Officer).Select(officer => officer.Id)],
    };
}
