using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace Dispatch.TestKit.Processes;

/// <summary>People who signed in once. Their tokens outlive the process that gave them, since its key lies in the store.</summary>
public sealed class Desk : IDisposable
{
    private readonly Dictionary<string, HttpClient> _people = [];

    private Desk(Uri address) => Address = address;

    /// <summary>Where they signed in.</summary>
    public Uri Address { get; }

    /// <summary>How somebody asks. They must have signed in.</summary>
    public HttpClient this[string userName] => _people[userName];

    /// <summary>Signs demo users in.</summary>
    public static async Task<Desk> SignInAsync(Uri address, CancellationToken cancellation, params string[] people)
    {
        var desk = new Desk(address);
        foreach (var userName in people)
        {
            var http = new HttpClient { BaseAddress = address };
            desk._people.Add(userName, http);
            var answer = await http.PostAsJsonAsync("/api/session", new { userName, password = "demo" }, cancellation);
            var session = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(cancellation);
            http.DefaultRequestHeaders.Authorization = new("Bearer", session.GetProperty("accessToken").GetString());
        }

        return desk;
    }

    /// <summary>A case's history as it is written on the wire.</summary>
    public async Task<IReadOnlyList<Entry>> HistoryAsync(string userName, string caseId, CancellationToken cancellation)
    {
        var page = await this[userName].GetFromJsonAsync<JsonElement>($"/api/cases/{caseId}/history?limit=200", cancellation);
        Assert.Equal(JsonValueKind.Null, page.GetProperty("next").ValueKind);
        return [.. page.GetProperty("items").EnumerateArray().Select(item => new Entry(item.GetProperty("event").GetString()!, item))];
    }

    public void Dispose()
    {
        foreach (var http in _people.Values)
        {
            http.Dispose();
        }
    }

    /// <summary>An entry of a history.</summary>
    public sealed record Entry(string Event, JsonElement Json)
    {
        public DateTimeOffset At => Json.GetProperty("at").GetDateTimeOffset();

        public JsonElement Data => Json.GetProperty("data");

        /// <summary>Whether it says this anywhere.</summary>
        public bool Says(string text) => Json.GetRawText().Contains($"\"{text}\"", StringComparison.Ordinal);
    }
}
