using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Duties;
using Dispatch.Grains.Outages;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Storage;
using Dispatch.Grains.Tests.Teams;
using Dispatch.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Dispatch.Grains.Tests;

/// <summary>What every silo of these tests has: the sample street, its pack, and rosters in memory.</summary>
internal static class SampleSilo
{
    public static IServiceCollection AddSampleStreet(this ISiloBuilder silo)
    {
        silo.AddMemoryGrainStorage(StaffingRoster.Storage);
        silo.UseSystemTextJsonGrainStorageSerializer();
        return silo.Services.AddSingleton(Sample.Territory).AddSingleton<OutageShelf>().AddSingleton<DossierDesk>()
            .AddSingleton<INoticeStore, NoticesInMemory>().AddSingleton<IPolicyShelf>(PolicyShelf.Of(Sample.Xiashi));
    }
}
