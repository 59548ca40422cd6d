using Dispatch.Hub.Live.Bells;
using Dispatch.Hub.Live.Lookers;
using MessagePack.Resolvers;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Dispatch.Hub.Live;

/// <summary>Puts the live part together. The host adds <see cref="IWatchAccess"/>, <see cref="ILookerNames"/>, <see cref="IBellOwners"/>, <c>ICityClock</c>, <c>IClusterClient</c> and authentication.</summary>
public static class LiveSetup
{
    /// <summary>A message to the hub is a call with a scope and a cursor.</summary>
    private const int MaxMessageBytes = 8 * 1024;

    /// <summary>What a connection's pipes hold before they wait: a change is a few hundred bytes, and a snapshot passes through in pieces.</summary>
    private const int MaxBufferedBytes = 2 * MaxMessageBytes;

    /// <summary>Adds the hub, its encodings and what it watches with.</summary>
    public static IServiceCollection AddLive(this IServiceCollection services)
    {
        services.AddSignalR(hub => hub.MaximumReceiveMessageSize = MaxMessageBytes)
            .AddJsonProtocol(json =>
            {
                json.PayloadSerializerOptions.Encoder = WireJson.Options.Encoder;
                json.PayloadSerializerOptions.Converters.Add(new WatchItemJson());
                json.PayloadSerializerOptions.Converters.Add(new NoticesItemJson());
            })
            .AddMessagePackProtocol(pack => pack.SerializerOptions = pack.SerializerOptions.WithResolver(
                CompositeResolver.Create([new WatchItemMessagePack(), new LookersItemMessagePack(), new NoticesItemMessagePack()], [pack.SerializerOptions.Resolver])))
            .AddHubOptions<DispatchHub>(hub => hub.AddFilter<ConnectionLimits>());
        // Of two protocols with one name the hub takes the later.
        services.AddSingleton<IHubProtocol>(made => new WideSnapshots(
            new MessagePackHubProtocol(made.GetRequiredService<IOptions<MessagePackHubProtocolOptions>>())));
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IScopePlaces, ClusterScopePlaces>();
        services.AddSingleton<ConnectionLimits>();
        services.AddSingleton<WatchedScopes>();
        services.AddSingleton<Watcher>();
        services.AddSingleton<CaseLookers>();
        services.AddSingleton<Looking>();
        services.AddSingleton<OpenBells>();
        services.AddSingleton<Listening>();
        return services;
    }

    /// <summary>Maps the hub at <c>/hubs/dispatch</c>, for signed-in users only, each connection for as long as its token is valid.</summary>
    public static HubEndpointConventionBuilder MapLive(this IEndpointRouteBuilder endpoints)
    {
        var hub = endpoints.MapHub<DispatchHub>(DispatchHub.Path, connection =>
        {
            connection.CloseOnAuthenticationExpiration = true;
            connection.TransportMaxBufferSize = MaxBufferedBytes;
            connection.ApplicationMaxBufferSize = MaxBufferedBytes;
        });
        hub.RequireAuthorization();
        return hub;
    }
}
