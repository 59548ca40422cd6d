using Dispatch.Grains.Decoration.Contacts;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Decoration.Estates;
using Dispatch.Grains.Decoration.Filings;
using Dispatch.Grains.Storage;
using Dispatch.Silo.Storage.Decoration;
using Dispatch.Silo.Storage.Evidence;
using Dispatch.Silo.Storage.Notices;
using Dispatch.Silo.Storage.Postgres;
using Dispatch.Silo.Storage.Reads;
using Dispatch.Silo.Storage.Sources;
using Dispatch.Silo.Storage.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Dispatch.Silo.Storage;

/// <summary>Puts the store that the configuration names behind the interfaces of <c>Dispatch.Grains.Storage</c>.</summary>
public static class StorageRegistration
{
    /// <summary>
    /// Registers the store of <c>Storage:Provider</c> and every read of it as singletons. The store opens at its first use and
    /// refuses a store that is not migrated (<see cref="Migrations.StoreMigrations.Migrate"/> comes before). With PostgreSQL one
    /// <c>NpgsqlDataSource</c> is registered too, to be shared by whoever else needs the database.
    /// An <see cref="ICommittedFeed"/> registered beside it is told of new feed entries.
    /// </summary>
    /// <param name="services">Where to.</param>
    /// <param name="configuration">Has the section <c>Storage</c> and <c>ConnectionStrings:Dispatch</c>.</param>
    public static IServiceCollection AddDispatchStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StorageOptions>()
            .Configure(options => Bind(options, configuration))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.TryAddSingleton<ICommittedFeed, NobodyFollows>();
        var chosen = new StorageOptions();
        Bind(chosen, configuration);
        if (chosen.Provider == StorageProvider.Sqlite)
        {
            services.AddSingleton<SqliteStore>();
            services.AddSingleton<IDispatchStore>(provider => provider.GetRequiredService<SqliteStore>());
            services.AddSingleton<IStoreAccess>(provider => provider.GetRequiredService<SqliteStore>());
            services.AddSingleton<IDeadlineReads, SqliteDeadlines>();
        }
        else
        {
            services.TryAddSingleton(provider =>
                PostgresSource.Create(provider.GetRequiredService<IOptions<StorageOptions>>().Value.ConnectionString!));
            services.AddSingleton<PostgresStore>();
            services.AddSingleton<IDispatchStore>(provider => provider.GetRequiredService<PostgresStore>());
            services.AddSingleton<IStoreAccess>(provider => provider.GetRequiredService<PostgresStore>());
            services.AddSingleton<IDeadlineReads, PostgresDeadlines>();
        }

        services.AddSingleton<ICaseReads, CaseReads>();
        services.AddSingleton<IFeedReads, FeedReads>();
        services.AddSingleton<IFigureReads, FigureReads>();
        services.AddSingleton<IForecastReads, ForecastReads>();
        services.AddSingleton<IUserReads, UserReads>();
        services.AddSingleton<IPolicyReads, PolicyReads>();
        services.AddSingleton<IClockReads, ClockReads>();
        services.AddSingleton<IEvidenceStore, EvidenceStore>();
        services.AddSingleton<INoticeStore, NoticeStore>();
        services.AddSingleton<IOutageStore, OutageStore>();
        services.AddSingleton<IMorningReads, MorningReads>();
        services.AddSingleton<INonceStore, NonceStore>();
        services.AddSingleton<IDossierReads, DossierReads>();
        services.AddSingleton<IContacts, Contacts>();
        services.AddSingleton<IUnitRulings, EstateRulings>();
        return services;
    }

    /// <summary>Reads the storage options out of a configuration, for verbs that run without a host.</summary>
    public static StorageOptions ReadStorageOptions(this IConfiguration configuration)
    {
        var options = new StorageOptions();
        Bind(options, configuration);
        return options;
    }

    private static void Bind(StorageOptions options, IConfiguration configuration)
    {
        configuration.GetSection(StorageOptions.Section).Bind(options);
        options.ConnectionString ??= configuration.GetConnectionString("Dispatch");
    }
}
