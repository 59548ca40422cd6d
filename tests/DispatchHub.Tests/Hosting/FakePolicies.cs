using Dispatch.Contracts;

namespace Dispatch.Hub.Tests.Hosting;

/// <summary>A street with one adopted pack; adopts whatever is asked, unless told why not.</summary>
public sealed class FakePolicies : IPolicyGrain, IDryRunGrain
{
    public PolicyAdoption Act { get; } = new()
    {
        Id = "xiashi-1",
        Policy = new PolicyName("xiashi", "3"),
        Areas = [Scope.Community("xishan")],
        From = new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero),
        Reason = "a pilot",
        By = "supervisor",
        At = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero),
    };

    public PolicyAdopting? Asked { get; private set; }

    public Refusal? Refusal { get; set; }

    public Task<PolicyName?> InForce(string? communityId, DateTimeOffset at) => Task.FromResult<PolicyName?>(null);

    public Task<IReadOnlyList<PolicyAdoption>> Adoptions() => Task.FromResult<IReadOnlyList<PolicyAdoption>>([Act]);

    public DryRunWish? Tried { get; private set; }

    public Task<PolicyOverview> Overview(DateTimeOffset now) => Task.FromResult(new PolicyOverview
    {
        Street = Scope.Street("xiashi"),
        At = now,
        InForce = [new PolicyInForce(Scope.Community("xishan"), Act.Policy, Act, null)],
        Packs = [new KeptPack(Act.Policy, Text.Same("xiashi"), InUse: true, [])],
        Adoptions = [Act],
    });

    public Task<PackLookAnswer> Examine(AdoptPolicy wish, DateTimeOffset now) => Task.FromResult(Refusal is { } refusal
        ? new PackLookAnswer(null, refusal)
        : new PackLookAnswer(new PackLook(Act.Policy, Text.Same("xiashi"), null, [new PackDifference(Act.Policy, wish.Areas, [], 0)], [])));

    public Task<DryRunAnswer> Begin(DryRunWish wish, DateTimeOffset now)
    {
        Tried = wish;
        return Task.FromResult(Refusal is { } refusal ? new DryRunAnswer(null, refusal) : new DryRunAnswer(new DryRunView("1", DryRunState.Running, Act.Policy, wish.Areas, null)));
    }

    public Task<DryRunView?> Look(string id) =>
        Task.FromResult(id == "1" ? new DryRunView("1", DryRunState.Failed, Act.Policy, Act.Areas, null) : null);

    public Task<AdoptionAnswer> Adopt(PolicyAdopting adopting)
    {
        Asked = adopting;
        return Task.FromResult(Refusal is { } refusal ? new AdoptionAnswer(null, refusal) : new AdoptionAnswer(Act));
    }
}
