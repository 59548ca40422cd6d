using Dispatch.Contracts;

namespace Dispatch.Hub.Tests.Hosting;

/// <summary>A street with one adopted pack; adopts whatever is asked, unless told why not.</summary>
public sealed class FakePolicies : IPolicyGrain
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

    public Task<AdoptionAnswer> Adopt(PolicyAdopting adopting)
    {
        Asked = adopting;
        return Task.FromResult(Refusal is { } refusal ? new AdoptionAnswer(null, refusal) : new AdoptionAnswer(Act));
    }
}
