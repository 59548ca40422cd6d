using Dispatch.Contracts;
using Dispatch.Hub.Access;
using Dispatch.Hub.Tests.Hosting;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

namespace Dispatch.Hub.Tests.Access;

/// <summary>Every hub method as every role from inside and outside the area: a watch of each kind of scope, who looks at a case, and the bell.</summary>
public sealed class WatchMatrixTests : IAsyncLifetime
{
    private const string Street = "dispatcher-in captain-in officer-in supervisor-in committee-in system-in system-out";

    private static readonly Dictionary<string, string> Expected = new()
    {
        ["street:xiashi"] = Street,
        ["community:xishan"] = $"{Street} communityStaff-in propertyManager-in",
        ["grid:xishan-01"] = $"{Street} communityStaff-in propertyManager-in gridWorker-in",
        ["officer:officer-in"] = Street,
        ["case:case-1"] = $"{Street} communityStaff-in propertyManager-in gridWorker-in citizen-in departmentStaff-in",
        ["lookers:case-1"] = $"{Street} communityStaff-in propertyManager-in gridWorker-in citizen-in departmentStaff-in",
        ["lookers:nothing"] = "",
        ["lookers:case-1 of yours"] = "",
        // Each street's people see what a department has to do in theirs.
        ["department:fire"] = $"{Street} departmentStaff-in dispatcher-out captain-out officer-out supervisor-out committee-out",
        ["notices"] = string.Join(' ', Enum.GetValues<Role>().Where(role => role != Role.Administrator).SelectMany(role => new[] { $"{role.OnWire()}-in", $"{role.OnWire()}-out" })),
        ["grid:nowhere"] = "",
        ["alarms:xiashi"] = "dispatcher-in captain-in supervisor-in system-in system-out",
        ["alarms:nowhere"] = "",
    };

    /// <summary>A stream that was left ends on the server a moment later; a connection carries eight.</summary>
    private const int StreamsOfAConnection = 7;

    private HubFactory _hub = null!;

    public async ValueTask InitializeAsync() => _hub = await HubFactory.StartAsync(new FakeCity());

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public void The_hub_has_no_method_that_this_matrix_does_not_know() => Assert.Equal(
        ["Watch", "Lookers", "Notices"],
        typeof(Hub.Live.DispatchHub).GetMethods().Where(method => method.DeclaringType == typeof(Hub.Live.DispatchHub)).Select(method => method.Name));

    [Fact]
    public async Task Each_role_watches_what_the_matrix_says_and_nothing_else()
    {
        List<string> wrong = [];
        foreach (var user in Enum.GetValues<Role>().SelectMany(role => new[] { $"{role.OnWire()}-in", $"{role.OnWire()}-out" }))
        {
            var token = await _hub.TokenAsync(user);
            foreach (var scopes in Expected.Chunk(StreamsOfAConnection))
            {
                await using var connection = new HubConnectionBuilder()
                    .WithUrl(new Uri(_hub.Address, Hub.Live.DispatchHub.Path), options => options.AccessTokenProvider = () => Task.FromResult<string?>(token))
                    .Build();
                await connection.StartAsync(TestContext.Current.CancellationToken);
                foreach (var (scope, allowed) in scopes)
                {
                    if (await IsShownAsync(connection, scope) != allowed.Split(' ').Contains(user))
                    {
                        wrong.Add($"{scope} as {user}");
                    }
                }
            }
        }

        Assert.Empty(wrong);
    }

    private static async Task<bool> IsShownAsync(HubConnection connection, string scope)
    {
        try
        {
            var stream = scope.StartsWith("lookers:", StringComparison.Ordinal)
                ? connection.StreamAsync<System.Text.Json.JsonElement>("Lookers", scope["lookers:".Length..], TestContext.Current.CancellationToken)
                : scope == "notices" ? connection.StreamAsync<System.Text.Json.JsonElement>("Notices", TestContext.Current.CancellationToken)
                : connection.StreamAsync<System.Text.Json.JsonElement>("Watch", scope, null, TestContext.Current.CancellationToken);
            await foreach (var item in stream)
            {
                return item.GetProperty("kind").GetString() is "snapshot" or "lookers" or "notices";
            }

            return false;
        }
        catch (HubException)
        {
            return false;
        }
    }
}
