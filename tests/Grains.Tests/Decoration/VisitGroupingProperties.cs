using CsCheck;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Decoration.Visits;

namespace Dispatch.Grains.Tests.Decoration;

/// <summary>What holds of the visits that are proposed, whatever checks are open.</summary>
public sealed class VisitGroupingProperties
{
    private static readonly DateTimeOffset Now = new(2026, 9, 7, 2, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Window = TimeSpan.FromDays(5);

    private static readonly Gen<OpenCheck[]> Checks =
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 5], Gen.Int[0, 4], Gen.Int[0, 300], Gen.Int[0, 200]).Array[0, 150]
            .Select(all => all.Select((one, n) => new OpenCheck
            {
                Id = $"c{n}",
                EstateId = $"estate-{one.Item1}",
                UnitId = $"1-1-{one.Item2}",
                Department = $"department-{one.Item3}",
                Items = ["D1"],
                From = Now.AddHours(one.Item4),
                Until = Now.AddHours(one.Item4 + one.Item5),
            }).ToArray());

    [Fact]
    public void Each_check_is_made_by_exactly_one_visit_of_its_estate_within_its_time() => Checks.Sample(checks =>
    {
        var visits = VisitGrouping.Group(checks, Window);
        Assert.Equal(checks.Select(check => check.Id).Order(), visits.SelectMany(visit => visit.Checks).Select(check => check.Id).Order());
        foreach (var visit in visits)
        {
            Assert.True(visit.From <= visit.Until);
            Assert.InRange(visit.Checks.Count, 1, VisitGrouping.MostChecks);
            Assert.All(visit.Checks, check => Assert.True(
                check.EstateId == visit.EstateId && check.From <= visit.From && visit.Until <= check.Until && check.Until <= visit.Until + Window
                && visit.Departments.Contains(check.Department)));
        }
    });

    [Fact]
    public void There_are_never_more_visits_than_with_one_for_each_check_or_with_each_department_by_itself() => Checks.Sample(checks =>
    {
        var together = VisitGrouping.Group(checks, Window).Length;
        Assert.True(together <= checks.Length);
        Assert.True(together <= checks.GroupBy(check => check.Department).Sum(own => VisitGrouping.Group(own, Window).Length));
    });
}
