using Dispatch.Contracts;
using Dispatch.Grains.Notices;
using Dispatch.Grains.Storage;
using Dispatch.Silo.Notices.Push;
using Dispatch.Silo.Notices.Sources;
using Dispatch.Silo.Notices.Webhooks;
using Dispatch.Silo.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Dispatch.Silo.Notices;

/// <summary>Puts the deliverer together.</summary>
public static class NoticeRegistration
{
    /// <summary>Adds the deliverer with its channels and forms. Options and gateway that are registered already are kept.</summary>
    public static IServiceCollection AddNotices(this IServiceCollection services)
    {
        services.TryAddSingleton(new DeliveryOptions());
        services.TryAddSingleton<ISmsGateway, HttpSmsGateway>();
        services.TryAddSingleton<INoticeDesk, GrainNoticeDesk>();
        return services
            .AddSingleton<OutboundHttp>()
            .AddSingleton<NoticeLanes>()
            .AddSingleton<PushKeys>()
            .AddSingleton<IPushKey>(provider => provider.GetRequiredService<PushKeys>())
            .AddSingleton<INoticeChannel, AppChannel>()
            .AddSingleton<INoticeChannel, PushChannel>()
            .AddSingleton<INoticeChannel, SmsChannel>()
            .AddSingleton<INoticeChannel, WebhookChannel>()
            .AddSingleton<IWebhookForm, JsonForm>()
            .AddSingleton<IWebhookForm, DingTalkForm>()
            .AddSingleton<IWebhookForm, WeComForm>()
            .AddSingleton<INoticeRoute, PeopleRoute>()
            .AddSingleton<INoticeRoute, SourceRoute>()
            .AddHostedService<NoticeTrimming>()
            .AddHostedService<NoticeDeliverer>();
    }
}

/// <summary>Removes notices whose matter has been gone for <see cref="Kept"/> of city time.</summary>
public sealed class NoticeTrimming(INoticeStore notices, ICityClock clock, TimeProvider real, ILogger<NoticeTrimming> logger)
    : HourlyTrimming("notices of matters that are over", Kept, clock, real, logger)
{
    /// <summary>How long they are kept, city time.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    /// <inheritdoc/>
    protected override ValueTask<int> TrimAsync(DateTimeOffset olderThan, CancellationToken cancellation) => notices.TrimAsync(olderThan, cancellation);
}
