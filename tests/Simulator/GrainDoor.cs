using System.Text.Json;
using Dispatch.Contracts;

namespace Dispatch.Simulator;

/// <summary>Into the product through its grains, the way the hub goes: for the demo in one process.</summary>
public sealed class GrainDoor(IGrainFactory grains) : ICityDoor
{
    /// <inheritdoc/>
    public Task<DoorAnswer> ReportAsync(CityReport report, Actor by, string key, DateTimeOffset now, CancellationToken cancellation) => Reach(async () =>
    {
        var located = await grains.GetGrain<IPlaceGrain>(0).Locate(report.Place);
        if (located.Place is not { } place)
        {
            return new DoorAnswer(null, Code(located.Refusal));
        }

        var id = await grains.GetGrain<IUserDirectoryGrain>(0).CaseIdFor(by.Id, key);
        var likely = await grains.GetGrain<IGridGrain>(Scope.Grid(place.GridId).ToString()).Place(new Sighting(id, report.Type, place, now));
        var command = new Report
        {
            CaseId = id,
            Type = report.Type,
            Place = place,
            Description = report.Description,
            InProgress = report.InProgress,
            PassUp = report.PassUp,
            PossibleDuplicates = likely,
        };
        return await ExecuteAsync(id, command, by, key, now);
    });

    /// <inheritdoc/>
    public Task<DoorAnswer> CommandAsync(string caseId, CaseCommand command, Actor by, string key, DateTimeOffset now, CancellationToken cancellation) =>
        Reach(() => ExecuteAsync(caseId, command, by, key, now));

    /// <inheritdoc/>
    public Task<CaseView?> LookAsync(string caseId, Actor by, CancellationToken cancellation) => Reach(() => Case(caseId).View());

    /// <inheritdoc/>
    public Task<DoorAnswer> PatrolAsync(string gridId, Actor by, string key, DateTimeOffset now, CancellationToken cancellation) => Reach(async () =>
        new DoorAnswer(null, Code((await grains.GetGrain<IGridGrain>(Scope.Grid(gridId).ToString()).RecordPatrol(new PatrolRecord(by, now, key, null))).Refusal)));

    /// <inheritdoc/>
    public Task<DoorAnswer> ConsoleSeenAsync(string communityId, Actor by, string key, DateTimeOffset now, CancellationToken cancellation) => Reach(async () =>
        new DoorAnswer(null, Code((await grains.GetGrain<ICommunityGrain>(Scope.Community(communityId).ToString()).ConsoleSeen(by, now)).Refusal)));

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> OpenCasesAsync(string streetId, int limit, CancellationToken cancellation) => Reach(async () =>
    {
        var open = await grains.GetGrain<IStreetFeedGrain>(streetId).Snapshot();
        return (IReadOnlyList<string>)[.. open.Rows.OrderBy(row => row.Number, StringComparer.Ordinal).Select(row => row.Id).Take(limit)];
    });

    private async Task<DoorAnswer> ExecuteAsync(string caseId, CaseCommand command, Actor by, string key, DateTimeOffset now)
    {
        var answer = await Case(caseId).Execute(new CommandEnvelope { Command = command, Actor = by, Key = key, BodyHash = key, ReceivedAt = now });
        return new DoorAnswer(answer.View, Code(answer.Refusal));
    }

    private ICaseGrain Case(string caseId) => grains.GetGrain<ICaseGrain>(Scope.Case(caseId).ToString());

    private static string? Code(Refusal? refusal) => refusal is null ? null : JsonNamingPolicy.KebabCaseLower.ConvertName(refusal.Code.ToString());

    private static async Task<T> Reach<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception outage) when (outage is StoreUnavailableException or TimeoutException or OrleansException)
        {
            throw new CityUnreachableException("The city's grains did not answer.", outage);
        }
    }
}
