using Dispatch.Contracts;
using Dispatch.Simulator;

namespace Dispatch.Scenarios.Team;

/// <summary>A swap of duties, from the two who agree on it to the case that is offered at night, through the real grains.</summary>
public sealed class SwapTests : IDisposable
{
    private static readonly Scope Street = Scope.Street("xiashi");

    private readonly string _folder = Directory.CreateTempSubdirectory("dispatch-swap-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Once_both_have_agreed_the_night_s_case_is_offered_to_the_one_who_took_the_duty(bool agrees)
    {
        // The night of Monday is officer-3's and officer-4's; officer-1 had the day.
        var stop = TestContext.Current.CancellationToken;
        var noon = Local(12, 0);
        await using var city = await SteppedCity.StartAsync(_folder, noon.AddHours(-1), files => files, stop);
        var night = (await city.Team.OnDutyAt(Local(23, 0))).Where(duty => duty.Role == Role.Officer).Select(duty => duty.UserName).ToList();
        var (mine, other) = (night[0], "officer-1 officer-2 officer-3 officer-4".Split(' ').Except(night, StringComparer.Ordinal).First());

        var asked = await ChangeAsync(city, new AskSwap(other, new DutySpan(Local(17, 30), Local(17, 30).AddHours(15))), mine, noon);
        await ChangeAsync(city, new AnswerSwap(asked.Swaps[^1].Id, agrees), other, noon.AddMinutes(5));

        var citizen = new Actor("citizen", Role.Citizen, null);
        var report = new CityReport("DEC-04", new PlaceInput { GridId = "xishan-01" }, "Gas pipe cut open.", InProgress: false, PassUp: false);
        var opened = (await new GrainDoor(city.Grains).ReportAsync(report, citizen, "gas", Local(23, 0), stop)).View!;
        Assert.Equal(CaseStatus.Offered, opened.Status);
        Assert.Equal(agrees, opened.OfficerIds.Contains(other));
        Assert.Equal(!agrees, opened.OfficerIds.Contains(mine));
    }

    private static async Task<RosterView> ChangeAsync(SteppedCity city, RosterCommand command, string by, DateTimeOffset at)
    {
        var answer = await city.Team.Change(new RosterChange(command, new Actor(by, Role.Officer, Street), at));
        Assert.Null(answer.Refusal);
        return answer.View!;
    }

    private static DateTimeOffset Local(int hour, int minute) => new DateTimeOffset(2026, 9, 7, hour, minute, 0, TimeSpan.FromHours(8)).ToUniversalTime();
}
