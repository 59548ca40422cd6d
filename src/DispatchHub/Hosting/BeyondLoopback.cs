namespace Dispatch.Hub.Hosting;

/// <summary>Says at start that other machines can reach this hub, where they can.</summary>
internal sealed partial class BeyondLoopback(IConfiguration settings, ILogger<BeyondLoopback> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var addresses = Listening.Addresses(settings);
        if (!Listening.IsLoopbackOnly(addresses))
        {
            var listed = string.Join(", ", addresses);
            LogBeyond(listed);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Warning, Message = "This hub listens on {Addresses}, where other machines reach it; put TLS in front of it.")]
    private partial void LogBeyond(string addresses);
}
