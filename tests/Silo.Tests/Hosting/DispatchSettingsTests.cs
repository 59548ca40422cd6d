using Dispatch.Silo.Clock;
using Dispatch.Silo.Hosting;
using Dispatch.Silo.Storage;
using Microsoft.Extensions.Configuration;

namespace Dispatch.Silo.Tests.Hosting;

public sealed class DispatchSettingsTests
{
    private const string Database = "--ConnectionStrings:Dispatch=Host=localhost";

    [Fact]
    public void Without_any_setting_a_hub_is_an_embedded_demo_on_files_at_ten_times_the_pace()
    {
        var settings = Read();

        Assert.Equal(ClusterMode.Embedded, settings.Cluster.Mode);
        Assert.Equal(StorageProvider.Sqlite, settings.Storage.Provider);
        Assert.True(settings.IsDemo);
        Assert.Equal(ClockOptions.DemoSpeed, settings.Clock.Speed);
        Assert.Equal(ClockOptions.DemoStart, settings.Clock.Start);
    }

    [Fact]
    public void A_demo_at_speed_1_runs_in_real_time() => Assert.False(Read("--Clock:Speed=1").Clock.IsVirtual);

    [Fact]
    public void A_cluster_is_no_demo_and_runs_in_real_time_unless_told()
    {
        var settings = Read("--Cluster:Mode=clustered", "--Storage:Provider=postgres", Database);

        Assert.False(settings.IsDemo);
        Assert.False(settings.Clock.IsVirtual);
    }

    [Theory]
    [InlineData("--urls=http://0.0.0.0:5080")]
    [InlineData("--urls=http://localhost:5080;http://*:5081")]
    [InlineData("--http_ports=8080")]
    [InlineData("--Kestrel:Endpoints:Web:Url=http://dispatch.example:80")]
    public void Beyond_loopback_it_is_no_demo_by_default_and_refuses_to_be_one(string listen)
    {
        Assert.False(Read(listen).IsDemo);
        Assert.Contains("known password", Fault(listen, "--Demo:Enabled=true"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--urls=http://localhost:5080")]
    [InlineData("--urls=http://127.0.0.1:0;http://[::1]:0")]
    public void On_loopback_it_is_a_demo(string listen) => Assert.True(Read(listen).IsDemo);

    [Theory]
    [InlineData("Clock:Speed is 'fast', which is not a number such as 1 or 60.", "--Clock:Speed=fast")]
    [InlineData("Clock:Speed is NaN: give a number above 0 and at most 10000, such as 1 for real time or 60 for a minute a second.", "--Clock:Speed=NaN")]
    [InlineData("Clock:Speed is -1: give a number above 0 and at most 10000, such as 1 for real time or 60 for a minute a second.", "--Clock:Speed=-1")]
    [InlineData("Clock:Start is 'monday', which is not an instant such as 2026-03-10T08:30:00+08:00.", "--Clock:Start=monday")]
    [InlineData("Clock:Zone is 'Xiashi', which this machine does not know: give an IANA time zone such as Asia/Shanghai.", "--Clock:Zone=Xiashi")]
    [InlineData("Clock:Sped is no setting of Dispatch; Clock has Speed, Start, CatchUp, Zone.", "--Clock:Sped=60")]
    [InlineData("Demo:Enabled is 'perhaps', which is not true or false.", "--Demo:Enabled=perhaps")]
    [InlineData("Cluster:Mode is 'both', which is not one of embedded, clustered.", "--Cluster:Mode=both")]
    [InlineData("Cluster:Mode must be embedded or clustered.", "--Cluster:Mode=7")]
    [InlineData("Cluster:AdvertisedAddress is 'here', which is not an IP address.", "--Cluster:AdvertisedAddress=here")]
    [InlineData("Cluster:SiloPort and Cluster:GatewayPort must be 1 to 65535, or 0 for any free port.", "--Cluster:SiloPort=70000")]
    [InlineData("Storage:Provider is 'oracle', which is not one of sqlite, postgres.", "--Storage:Provider=oracle")]
    [InlineData("Territory:Path is '/no/such/street', but there is no such file or folder.", "--Territory:Path=/no/such/street")]
    [InlineData("Policy:Path is '/no/such/pack', but there is no such file or folder.", "--Policy:Path=/no/such/pack")]
    [InlineData("Telemetry:Exporter is 'smoke', which is not one of none, console, otlp.", "--Telemetry:Exporter=smoke")]
    [InlineData("'nowhere' is not an address to listen on; give one such as http://localhost:5080.", "--urls=nowhere")]
    [InlineData(
        "Cluster:Mode is clustered, which needs a database that several processes share: set Storage:Provider to postgres and ConnectionStrings:Dispatch.",
        "--Cluster:Mode=clustered")]
    [InlineData(
        "Clock:Speed and Clock:Start make virtual time, which is for demos: leave them out, or set Demo:Enabled.",
        "--Clock:Speed=60", "--Storage:Provider=postgres", Database, "--Demo:Enabled=false")]
    public void A_wrong_setting_is_one_sentence(string sentence, params string[] arguments) => Assert.Equal(sentence, Fault(arguments));

    [Fact]
    public void PostgreSQL_without_a_connection_string_is_one_sentence() =>
        Assert.Contains("ConnectionStrings:Dispatch", Fault("--Storage:Provider=postgres"), StringComparison.Ordinal);

    private static string Fault(params string[] arguments) => Assert.Throws<StartFaultException>(() => Read(arguments)).Message;

    private static DispatchSettings Read(params string[] arguments) =>
        DispatchSettings.Read(new ConfigurationBuilder().AddCommandLine(arguments).Build());
}
