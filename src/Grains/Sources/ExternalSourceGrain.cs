using Dispatch.Contracts;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;
using Dispatch.Grains.Storage;
using Dispatch.Grains.Users;
using Orleans.Concurrency;

namespace Dispatch.Grains.Sources;

/// <summary>Hands hubs what the pack says of other systems, and what the store remembers of their messages.</summary>
[StatelessWorker]
public sealed class ExternalSourceGrain(IPolicyShelf policies, AreaMap map, IUserReads users, INonceStore nonces) : Grain, IExternalSourceGrain
{
    private byte[]? _caseIdKey;

    /// <inheritdoc/>
    public Task<ExternalSource?> Find(string source) => Task.FromResult(
        policies.Current.Sources.TryGetValue(source, out var rule) ? new ExternalSource(source, rule.Title, rule.Columns.ToDictionary()) : null);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ExternalReading>> Read(string source, IReadOnlyList<ExternalReport> reports, DateTimeOffset now)
    {
        var secret = _caseIdKey ??= await users.SecretAsync("case-ids");
        var actor = ExternalSource.ActorOf(source).Id;
        return
        [
            .. reports.Select(report => ExternalIntake.Read(
                source, report, now, policies.Current, map, number => CaseIds.Derive(secret, actor, number))),
        ];
    }

    /// <inheritdoc/>
    public async Task<bool> Remember(string source, string nonce, DateTimeOffset at) =>
        await nonces.TryRememberAsync(source, nonce, at, at - ExternalSource.NonceKept);
}
