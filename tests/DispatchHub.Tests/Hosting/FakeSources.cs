using Dispatch.Contracts;

namespace Dispatch.Hub.Tests.Hosting;

/// <summary>A pack that knows no other systems.</summary>
internal sealed class FakeSources : IExternalSourceGrain
{
    public Task<ExternalSource?> Find(string source) => Task.FromResult<ExternalSource?>(null);

    public Task<IReadOnlyList<ExternalReading>> Read(string source, IReadOnlyList<ExternalReport> reports, DateTimeOffset now) =>
        Task.FromResult<IReadOnlyList<ExternalReading>>([.. reports.Select(_ => new ExternalReading(null, new Refusal(RefusalCode.UnknownSource, "None.")))]);

    public Task<bool> Remember(string source, string nonce, DateTimeOffset at) => Task.FromResult(true);
}
