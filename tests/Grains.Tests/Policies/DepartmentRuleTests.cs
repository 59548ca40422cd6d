using Dispatch.Grains.Policies;
using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.Policies;

/// <summary>The departments of the sample pack and how they are held to their time.</summary>
public sealed class DepartmentRuleTests
{
    [Fact]
    public void The_standing_four_and_the_four_others_may_be_called_within_thirty_minutes()
    {
        var callable = Sample.Xiashi.Callable;

        Assert.Equal(Sample.Xiashi.Departments.Keys.Order(), callable.Keys.Order());
        Assert.Equal(["fire", "housing", "planning", "public-security"], callable.Where(entry => entry.Value.Standing).Select(entry => entry.Key).Order());
        Assert.All(callable.Values, rule => Assert.Equal(("30 min", "30 min U"), ($"{rule.ReportInFor(urgent: false)}", $"{rule.ReportInFor(urgent: true)}")));
        Assert.All(callable.Values, rule => Assert.Equal([AssistRung.Tell, AssistRung.Supervise], rule.Ladder));
    }

    [Fact]
    public void A_pack_that_says_nothing_of_assisting_has_no_department_to_call() =>
        Assert.Empty(SamplePackTests.Load("boston").Callable);
}
