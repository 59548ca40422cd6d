using Dispatch.Contracts;
using Dispatch.Grains.Storage;

namespace Dispatch.Silo.Notices;

/// <summary>How the deliverer asks whom to tell, and how.</summary>
public interface INoticeDesk
{
    /// <summary>Whom a party means at an instant.</summary>
    Task<NoticeAudience> AudienceAsync(string receiver, DateTimeOffset at);

    /// <summary>How a person is told at an instant; null when there is no such user.</summary>
    Task<NoticePerson?> PersonAsync(string userName, DateTimeOffset at);

    /// <summary>Who is told when somebody did not look.</summary>
    Task<IReadOnlyList<string>> SecondLineAsync(string userName, DateTimeOffset at);

    /// <summary>Forgets an installed client that is gone.</summary>
    Task ForgetAsync(string userName, string endpoint);
}

/// <summary>Asks the grains.</summary>
public sealed class GrainNoticeDesk(IGrainFactory grains) : INoticeDesk
{
    private INoticeDeskGrain Desk => grains.GetGrain<INoticeDeskGrain>(0);

    /// <inheritdoc/>
    public Task<NoticeAudience> AudienceAsync(string receiver, DateTimeOffset at) => Desk.Audience(receiver, at);

    /// <inheritdoc/>
    public Task<NoticePerson?> PersonAsync(string userName, DateTimeOffset at) => Desk.Person(userName, at);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> SecondLineAsync(string userName, DateTimeOffset at) => Desk.SecondLine(userName, at);

    /// <inheritdoc/>
    public Task ForgetAsync(string userName, string endpoint) => grains.GetGrain<IPersonNoticesGrain>(NoticeReceiver.User(userName)).Unsubscribe(endpoint);
}
