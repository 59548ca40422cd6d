using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Requests;
using Dispatch.Grains.Routing;
using Dispatch.Hub.Requests;
using Dispatch.TestKit;

namespace Dispatch.Scenarios.Surges;

/// <summary>The busiest day of a real year, as it went and as it would have gone with two days on which what is not urgent stood still.</summary>
public sealed class BusiestDayTests
{
    [Fact]
    public void On_the_busiest_day_of_the_Boston_year_a_surge_leaves_fewer_deadlines_missed_and_adds_none()
    {
        var file = Require.SharedData("boston311_2015-01-20_day.csv");
        var policy = PolicyFile.Load(Repository.PathOf("samples", "boston", PolicyFile.FileName));
        var territory = TerritoryFile.Load(Repository.PathOf("samples", "boston", "territory")).Territory!;
        var zone = policy.Pack!.StreetCalendar.Zone;
        var plan = ReplayPlan.Of(RequestFile.Read(file, zone, new SkippedRows()), policy, territory, _ => { });
        var morning = plan.Start;

        var asItWent = plan.Cases.Where(planned => Missed(plan, planned, null)).Select(planned => planned.CaseId).ToHashSet();
        var withSurge = plan.Cases.Where(planned => Missed(plan, planned, Surge(planned, morning))).Select(planned => planned.CaseId).ToHashSet();

        Assert.True(plan.Cases.Length > 600);
        Assert.True(withSurge.IsProperSubsetOf(asItWent));
        Assert.Equal((234, 224), (asItWent.Count, withSurge.Count));
    }

    private static SurgeOrder Surge(PlannedCase planned, DateTimeOffset from) => new()
    {
        Id = "boston.1",
        Area = Scope.Street(planned.Report.Place.StreetId),
        From = from,
        Until = from.AddDays(2),
    };

    private static bool Missed(ReplayPlan plan, PlannedCase planned, SurgeOrder? surge)
    {
        var pack = plan.Policy.Pack!;
        IReadOnlyList<SurgeOrder> surges = surge is null ? [] : [surge];
        var events = new List<Happened>();
        Case? @case = null;
        Give(planned.Report, planned.ReportedAt);
        FireUntil(planned.ClosedAt ?? plan.End);
        if (planned.ClosedAt is { } closed)
        {
            Give(new Resolve(), closed);
        }

        return events.Exists(happened => happened.Event is DeadlineMissed { Clock: not ClockNames.SurgeEnd });

        void Give(CaseCommand command, DateTimeOffset at)
        {
            var envelope = new CommandEnvelope { Command = command, Actor = Actor.Machine, Key = command.Name, BodyHash = "", ReceivedAt = at };
            Take(Assert.IsType<Decision>(CaseDecider.Decide(@case, 1, envelope, at, pack, Known(at))));
        }

        void FireUntil(DateTimeOffset until)
        {
            while (CaseFiring.Deadlines(@case!, pack).MinBy(row => row.DueAt) is { } next && next.DueAt < until)
            {
                Take(CaseFiring.Fire(@case!, next.DueAt.AddMilliseconds(1), pack, Known(next.DueAt)));
            }
        }

        void Take(Decision decision)
        {
            events.AddRange(decision.Events);
            @case = decision.Case;
        }

        Known Known(DateTimeOffset at) => Grains.Cases.Known.Nothing with { Surges = CaseWorld.SurgesAt(surges, at) };
    }
}
