using Dispatch.Hub.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Dispatch.Hub.Tests.Hosting;

public sealed class ListeningTests
{
    [Theory]
    [InlineData(null, null, true)]
    [InlineData("urls", "http://127.0.0.1:5080", true)]
    [InlineData("urls", "http://[::1]:5080;http://localhost:5081", true)]
    [InlineData("urls", "http://localhost:5080;http://0.0.0.0:5081", false)]
    [InlineData("urls", "http://*:5080", false)]
    [InlineData("urls", "http://+:5080", false)]
    [InlineData("urls", "http://[::]:5080", false)]
    [InlineData("urls", "http://localhost.example.org:5080", false)]
    [InlineData("urls", "http://10.0.0.7:5080", false)]
    [InlineData("http_ports", "8080", false)]
    [InlineData("Kestrel:Endpoints:Http:Url", "http://0.0.0.0:80", false)]
    public void Only_this_machine_reaches_a_loopback_address(string? setting, string? value, bool loopback)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(setting is null ? [] : [new(setting, value)]).Build();

        Assert.Equal(loopback, Listening.IsLoopbackOnly(Listening.Addresses(settings)));
    }

    [Fact]
    public async Task Demo_mode_beyond_loopback_stops_the_start_with_a_sentence()
    {
        var fault = await Assert.ThrowsAsync<OptionsValidationException>(
            () => HubFactory.StartAsync(new FakeCity(), ("urls", "http://0.0.0.0:0"), ("Demo:Enabled", "true")));

        Assert.Contains("Demo:Enabled", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signing_key_that_is_too_short_stops_the_start_with_a_sentence()
    {
        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() => HubFactory.StartAsync(new FakeCity(), ("Auth:SigningKey", "short")));

        Assert.Contains("Auth:SigningKey", fault.Message, StringComparison.Ordinal);
    }
}
