using System.Collections.Concurrent;
using Dispatch.Contracts;
using Dispatch.Silo.Notices;

namespace Dispatch.Silo.Tests.Notices;

/// <summary>Whom to tell, as a test says.</summary>
internal sealed class FakeDesk : INoticeDesk
{
    public Dictionary<string, NoticeAudience> Parties { get; } = new(StringComparer.Ordinal);

    public Func<string, NoticePerson?> Person { get; set; } = name => Of(name, NoticeChannels.Webhook);

    public IReadOnlyList<string> Second { get; set; } = [];

    public ConcurrentQueue<string> Forgotten { get; } = new();

    public static NoticePerson Of(string name, params string[] channels) => new()
    {
        UserName = name,
        DisplayName = name,
        Area = Scope.Community(name.Split('-')[0]),
        Channels = channels,
        Wait = TimeSpan.FromMilliseconds(50),
    };

    public Task<NoticeAudience> AudienceAsync(string receiver, DateTimeOffset at) => Task.FromResult(Parties[receiver]);

    public Task<NoticePerson?> PersonAsync(string userName, DateTimeOffset at) => Task.FromResult(Person(userName));

    public Task<IReadOnlyList<string>> SecondLineAsync(string userName, DateTimeOffset at) =>
        Task.FromResult<IReadOnlyList<string>>([.. Second.Where(name => name != userName)]);

    public Task ForgetAsync(string userName, string endpoint)
    {
        Forgotten.Enqueue($"{userName} {endpoint}");
        return Task.CompletedTask;
    }
}
