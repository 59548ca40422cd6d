using Dispatch.Contracts;

namespace Dispatch.Hub.Tests.Hosting;

/// <summary>Takes every surge from whoever's area covers it; what one does to cases is the engine's business.</summary>
internal sealed class FakeSurges(FakeCity city, string streetId) : ISurgeGrain
{
    public ValueTask<IReadOnlyList<SurgeOrder>> KnownAt(DateTimeOffset at) => new([]);

    public Task<IReadOnlyList<SurgeView>> List(DateTimeOffset at) => Task.FromResult<IReadOnlyList<SurgeView>>([View(Scope.Street(streetId), "s")]);

    public Task<SurgeAnswer> Declare(SurgeDeclaration declaration)
    {
        city.Stored.Enqueue(declaration);
        return Task.FromResult(new SurgeAnswer(View(declaration.Area, declaration.By.Id)));
    }

    public Task<SurgeAnswer> End(SurgeEnding ending) => Task.FromResult(
        ending.By.Area is { } area && area != Scope.Street(streetId)
            ? new SurgeAnswer(null, new Refusal(RefusalCode.OutsideArea, $"street:{streetId} lies outside your area."))
            : new SurgeAnswer(View(Scope.Street(streetId), ending.By.Id)));

    public Task<FiringOutcome> OnDeadline(DeadlineFiring firing) => throw new NotSupportedException();

    private SurgeView View(Scope area, string by) => new()
    {
        Id = $"{streetId}.1",
        Scope = area,
        Types = [],
        From = city.Now,
        Until = city.Now.AddHours(4),
        Reason = "Storm.",
        By = by,
        Freeze = true,
        InForce = true,
        Cases = 0,
        Carried = true,
    };
}
