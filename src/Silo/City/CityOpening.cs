using Dispatch.Contracts;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Storage;
using Dispatch.Silo.Hosting;
using Microsoft.Extensions.Logging;

namespace Dispatch.Silo.City;

/// <summary>Keeps the pack in force in the store, reads those kept before, and in a demo the sample's people as users.</summary>
internal sealed partial class CityOpening(
    OpenedCity city,
    CityFiles files,
    DispatchSettings settings,
    IPolicyReads policies,
    IUserReads users,
    ICityClock clock,
    CalendarGaps gaps,
    ILogger<CityOpening> logger) : IStartStep
{
    public async Task TakeAsync(CancellationToken cancellation)
    {
        try
        {
            city.Policies = await PolicyShelf.FillAsync(files.Policy, policies, clock.Now, cancellation);
        }
        catch (PolicyRefusedException refused)
        {
            throw new StartFaultException(refused.Message, refused);
        }

        await gaps.ReadAsync();
        foreach (var gap in gaps.Notes())
        {
            LogCalendarGap(gap);
        }

        if (settings.IsDemo)
        {
            await AdmitDemoUsers(cancellation);
        }
    }

    private async Task AdmitDemoUsers(CancellationToken cancellation)
    {
        foreach (var person in files.Territory.People)
        {
            if (await users.FindUserAsync(person.UserName, cancellation) is not null)
            {
                continue;
            }

            await users.SaveUserAsync(
                new UserRecord
                {
                    UserName = person.UserName,
                    DisplayName = person.Name.Zh,
                    Role = person.Role,
                    Area = person.Area,
                    Stamp = "demo",
                    Demo = true,
                },
                cancellation);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Gap}")]
    private partial void LogCalendarGap(string gap);
}
