using Dispatch.Contracts;
using Dispatch.Hub.Access;
using Dispatch.Hub.Boards;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.Cases;
using Dispatch.Hub.City;
using Dispatch.Hub.Communities;
using Dispatch.Hub.Decoration;
using Dispatch.Hub.Decoration.Catalogue;
using Dispatch.Hub.Evidence;
using Dispatch.Hub.Figures;
using Dispatch.Hub.Forecasts;
using Dispatch.Hub.Grids;
using Dispatch.Hub.Live.Bells;
using Dispatch.Hub.Live.Lookers;
using Dispatch.Hub.Mornings;
using Dispatch.Hub.Notices;
using Dispatch.Hub.People;
using Dispatch.Hub.PolicyPacks;
using Dispatch.Hub.Problems;
using Dispatch.Hub.Reports;
using Dispatch.Hub.Sessions;
using Dispatch.Hub.Sources;
using Dispatch.Hub.Surges;
using Dispatch.Hub.Teams;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Dispatch.Hub.Hosting;

/// <summary>The HTTP side of the hub. It needs an Orleans client and an <see cref="ICityClock"/> beside it, and nothing else.</summary>
public static class HubApi
{
    /// <summary>Adds everything that <see cref="MapHubApi"/> maps.</summary>
    public static WebApplicationBuilder AddHubApi(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        if (Listening.Addresses(builder.Configuration) is [Listening.DefaultUrl])
        {
            builder.WebHost.UseUrls(Listening.DefaultUrl);
        }

        // The framework's own request log writes whole addresses, and a socket's address carries its token.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        WebClient.Add(builder);
        services.AddHostedService<BeyondLoopback>();
        services.TryAddSingleton(TimeProvider.System);
        services.Configure<JsonOptions>(json => HubJson.Apply(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddSingleton<ScopeAccess>();
        services.AddSingleton<ForecastShelf>();
        services.AddSingleton<ILookerNames, LookerNames>();
        services.AddSingleton<IBellOwners, BellOwners>();
        builder.AddSessions();
        services.AddAuthorization(Policies.Add);
        services.AddOptions<LimitOptions>().Bind(builder.Configuration.GetSection(LimitOptions.Section))
            .Validate(limits => limits.PhotosHeld is >= 1 and <= 1_000, "Limits:PhotosHeld must be 1 to 1000.")
            .Validate(limits => limits.PhotosDecoded is >= 1 and <= 64, "Limits:PhotosDecoded must be 1 to 64.")
            .Validate(limits => limits.PublicReadsPerMinute is >= 1 and <= 100_000, "Limits:PublicReadsPerMinute must be 1 to 100000.")
            .Validate(limits => limits.SourceMessagesPerMinute is >= 1 and <= 100_000, "Limits:SourceMessagesPerMinute must be 1 to 100000.")
            .Validate(limits => limits.DoorPagesPerMinute is >= 1 and <= 100_000, "Limits:DoorPagesPerMinute must be 1 to 100000.")
            .ValidateOnStart();
        builder.AddSources();
        services.AddSingleton<PhotoBounds>();
        RateLimits.Add(services);
        OpenApiDocument.Add(services);
        return builder;
    }

    /// <summary>Maps the middleware and every endpoint, and denies whatever else there is to whoever is not signed in.</summary>
    public static WebApplication MapHubApi(this WebApplication app)
    {
        app.UseMiddleware<RequestLog>();
        app.Use(SecurityHeaders.Add);
        app.UseMiddleware<Faults>();
        app.UseStatusCodePages(context => ExplainAsync(context.HttpContext));
        app.UsePages();
        app.UseRouting();
        // Signing in would not help here; what exists is no secret.
        app.Use((http, next) => http.GetEndpoint() is null ? Denied.UnknownAddress.ExecuteAsync(http) : next(http));
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();

        SessionApi.Map(app);
        ReportApi.Map(app);
        SimilarApi.Map(app);
        CommandApi.Map(app);
        CaseApi.Map(app);
        CandidateApi.Map(app);
        BoardApi.Map(app);
        CommunityApi.Map(app);
        GridApi.Map(app);
        PeopleApi.Map(app);
        TeamApi.Map(app);
        OfficerApi.Map(app);
        NoticeApi.Map(app);
        PushApi.Map(app);
        HandOverApi.Map(app);
        EvidenceApi.Map(app);
        SourceApi.Map(app);
        ImportApi.Map(app);
        CityApi.Map(app);
        TerritoryApi.Map(app);
        FigureApi.Map(app);
        ForecastApi.Map(app);
        MorningApi.Map(app);
        SurgeApi.Map(app);
        DrillApi.Map(app);
        PolicyApi.Map(app);
        AdoptionApi.Map(app);
        DecorationApi.Map(app);
        CatalogueApi.Map(app);
        OpenApiDocument.Map(app);
        WebClient.Map(app);
        return app;
    }

    private static void AddSources(this WebApplicationBuilder builder) => builder.Services.AddOptions<SourceOptions>()
        .Bind(builder.Configuration.GetSection(SourceOptions.Section))
        .Validate(
            sources => sources.Values.All(one => one.Secret is null or { Length: >= SourceOptions.LeastSecret }),
            $"A secret Sources:{{id}}:Secret is too short; give {SourceOptions.LeastSecret} characters or more, or leave it out.")
        .ValidateOnStart();

    private static void AddSessions(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<AuthOptions>().Bind(builder.Configuration.GetSection(AuthOptions.Section))
            .Validate(auth => auth.SigningKey is null or { Length: >= 32 }, "Auth:SigningKey is too short; give 32 characters or more, or leave it out.")
            .Validate(auth => auth.Authority is null || Uri.TryCreate(auth.Authority, UriKind.Absolute, out _), "Auth:Authority is no URL; give the issuer's address.")
            .Validate(auth => auth.SignInsPerMinute > 0, "Auth:SignInsPerMinute must be above 0.")
            .ValidateOnStart();
        var local = Listening.IsLoopbackOnly(Listening.Addresses(builder.Configuration));
        services.AddOptions<DemoOptions>().Bind(builder.Configuration.GetSection(DemoOptions.Section))
            .Configure(demo => demo.Enabled ??= local && builder.Configuration["Cluster:Mode"] is null or "embedded")
            .Validate(demo => local || demo.Enabled is not true, "Demo:Enabled lets anybody in who knows the word 'demo'; turn it off, or listen on loopback only.")
            .ValidateOnStart();
        services.AddSingleton<SigningKeys>();
        services.AddSingleton<SessionTokens>();
        services.AddSingleton<RefreshedSessions>();
        services.AddSingleton<KnownUsers>();
        services.AddSingleton<SignIn>();
        services.AddSingleton<IPasswordHasher<UserRecord>, PasswordHasher<UserRecord>>();
        services.AddSingleton<IConfigureOptions<JwtBearerOptions>, BearerTokens>();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
    }

    /// <summary>An answer of the framework without a body gets one.</summary>
    private static Task ExplainAsync(HttpContext http) => http.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => Denied.UnknownAddress.ExecuteAsync(http),
        StatusCodes.Status405MethodNotAllowed => Denied.MethodNotAllowed.ExecuteAsync(http),
        StatusCodes.Status415UnsupportedMediaType => RequestBody.NotJson.ExecuteAsync(http),
        var status => new Problem(status, "malformed-request", "The request could not be answered; send it as /openapi/v1.json says.").ExecuteAsync(http),
    };
}
