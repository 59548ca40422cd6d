using System.Collections.Concurrent;
using Dispatch.Contracts;
using Dispatch.Hub.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dispatch.Hub.Tests.Sessions;

public sealed class SecretsInLogsTests
{
    [Fact]
    public async Task Neither_tokens_nor_passwords_are_ever_logged()
    {
        var city = new FakeCity();
        var lines = new Lines();
        await using var hub = await HubFactory.StartAsync(
            builder =>
            {
                builder.Services.AddSingleton(city.Grains).AddSingleton<IGrainFactory>(city.Grains);
                builder.Services.AddSingleton<ICityClock>(city);
                builder.Logging.AddProvider(lines).AddFilter("Dispatch", LogLevel.Trace);
            });

        var token = await hub.TokenAsync("captain-in");
        await hub.SendAsync(HttpMethod.Get, $"/hubs/dispatch?access_token={token}");
        await hub.SendAsync(HttpMethod.Get, "/api/cases/case-1", token);
        await hub.SendAsync(HttpMethod.Get, "/api/cases/case-1", $"{token}x");
        await hub.SendAsync(HttpMethod.Post, "/api/session", body: """{"userName":"captain-in","password":"correct horse"}""");
        await hub.App.StopAsync(TestContext.Current.CancellationToken);

        Assert.Contains(lines.All, line => line.Contains("/api/cases/case-1 was answered 200", StringComparison.Ordinal));
        Assert.DoesNotContain(lines.All, line => line.Contains(token.Split('.')[2], StringComparison.Ordinal));
        Assert.DoesNotContain(lines.All, line => line.Contains("correct horse", StringComparison.Ordinal));
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> All { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            All.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
