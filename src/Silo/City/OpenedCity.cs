using Dispatch.Contracts;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Storage;
using Dispatch.Silo.Hosting;

namespace Dispatch.Silo.City;

/// <summary>Every pack that cases may have been opened under; there once <see cref="CityOpening"/> has read the store.</summary>
public sealed class OpenedCity
{
    private PolicyShelf? _policies;

    /// <summary>The packs.</summary>
    /// <exception cref="InvalidOperationException">Asked for before the start step.</exception>
    public PolicyShelf Policies
    {
        get => _policies ?? throw new InvalidOperationException("The city has not been opened: take the start steps first.");
        internal set => _policies = value;
    }
}

/// <summary>Keeps the pack in force in the store, reads those kept before, and in a demo the sample's people as users.</summary>
internal sealed class CityOpening(
    OpenedCity city, CityFiles files, DispatchSettings settings, IPolicyReads policies, IUserReads users, ICityClock clock) : IStartStep
{
    public async Task TakeAsync(CancellationToken cancellation)
    {
        try
        {
            city.Policies = await PolicyShelf.FillAsync(files.Policy, policies, clock.Now, cancellation);
        }
        catch (PolicyRefusedException refused)
        {
            throw new StartFaultException(refused.Message);
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
}
