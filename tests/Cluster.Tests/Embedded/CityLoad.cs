using System.Net;
using System.Net.Http.Json;
using Dispatch.TestKit.Processes;

namespace Dispatch.Cluster.Tests.Embedded;

/// <summary>One request that somebody makes until it is answered, always with the same key.</summary>
/// <param name="Who">The user.</param>
/// <param name="Command"><c>report</c>, or the command's name.</param>
/// <param name="Event">What it leaves in the history.</param>
/// <param name="Key">Its idempotency key, which the body says too.</param>
/// <param name="Body">What is sent.</param>
internal sealed record Step(string Who, string Command, string Event, string Key, object Body)
{
    /// <summary>What came back first; null while nothing did.</summary>
    public Answer? Answer { get; set; }
}

/// <summary>What came back.</summary>
internal sealed record Answer(HttpStatusCode Status, string Body);

/// <summary>What happens to one case, in order.</summary>
internal sealed class Story(params Step[] steps)
{
    public IReadOnlyList<Step> Steps => steps;

    /// <summary>The answer to the report; null while there is none.</summary>
    public Answer? Opened => steps[0].Answer;

    public bool IsDone => steps[^1].Answer is not null;
}

/// <summary>A bounded number of people who report and command as fast as they are answered.</summary>
internal sealed class CityLoad
{
    private const int SideBySide = 24;
    private const string Citizen = "citizen";
    private const string Worker = "grid-xishan-01";
    private const string Dispatcher = "dispatcher-1";
    private const string Supervisor = "supervisor";

    private readonly Lock _gate = new();
    private readonly List<(int Count, TaskCompletionSource Reached)> _waiting = [];
    private int _answered;
    private volatile bool _resting;

    private CityLoad(IReadOnlyList<Story> stories) => Stories = stories;

    /// <summary>Who must be signed in.</summary>
    public static string[] People => [Citizen, Worker, Dispatcher, Supervisor];

    public IReadOnlyList<Story> Stories { get; }

    public IEnumerable<Step> Steps => Stories.SelectMany(story => story.Steps);

    /// <summary>A load, the same for the same seed.</summary>
    public static CityLoad Plan(int seed, int cases)
    {
        var dice = new Random(seed);
        string[] types = ["DEC-01", "DEC-03", "DEC-04", "DEC-07", "ILL-01", "GRN-01"];
        return new CityLoad([.. Enumerable.Range(1, cases).Select(n => Told($"{seed}-{n}", types[dice.Next(types.Length)], dice.Next(2) == 0))]);
    }

    /// <summary>Completes when so many more requests have been answered.</summary>
    public Task AnsweredAsync(int more)
    {
        lock (_gate)
        {
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((_answered + more, reached));
            Release();
            return reached.Task;
        }
    }

    /// <summary>Has nobody begin anything any more.</summary>
    public void Rest() => _resting = true;

    /// <summary>Sends what has no answer yet. A story whose server went away waits for the next call.</summary>
    public Task SendAsync(Desk desk, CancellationToken cancellation) => Parallel.ForEachAsync(
        Stories.Where(story => !story.IsDone),
        new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellation },
        async (story, stop) =>
        {
            foreach (var step in story.Steps.Where(step => step.Answer is null))
            {
                if (_resting)
                {
                    return;
                }

                try
                {
                    step.Answer = await SendAsync(desk, story, step, stop);
                }
                catch (HttpRequestException)
                {
                    return;
                }

                Count(step);
            }
        });

    /// <summary>Sends a step once more; also one that was answered.</summary>
    public static async Task<Answer> SendAsync(Desk desk, Story story, Step step, CancellationToken cancellation)
    {
        while (true)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, step.Command == "report" ? "/api/reports" : $"{Location(story)}/commands/{step.Command}")
            {
                Content = JsonContent.Create(step.Body),
            };
            request.Headers.Add("Idempotency-Key", step.Key);
            using var response = await desk[step.Who].SendAsync(request, cancellation);
            if (response.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable))
            {
                return new Answer(response.StatusCode, await response.Content.ReadAsStringAsync(cancellation));
            }
        }
    }

    private static string Location(Story story) => $"/api/cases/{CaseIdOf(story)}";

    /// <summary>The case of a story whose report was answered.</summary>
    public static string CaseIdOf(Story story) => TextOf(story.Opened!, "id");

    /// <summary>A field of an answered case.</summary>
    public static string TextOf(Answer answer, string field)
    {
        using var json = System.Text.Json.JsonDocument.Parse(answer.Body);
        return json.RootElement.GetProperty(field).GetString()!;
    }

    private void Count(Step step)
    {
        var expected = step.Command == "report" ? HttpStatusCode.Created : HttpStatusCode.OK;
        Assert.True(step.Answer!.Status == expected, $"{step.Command} was answered {(int)step.Answer.Status}: {step.Answer.Body}");
        lock (_gate)
        {
            _answered++;
            Release();
        }
    }

    private void Release()
    {
        foreach (var (_, reached) in _waiting.Where(waiting => waiting.Count <= _answered))
        {
            reached.TrySetResult();
        }
    }

    /// <summary>Commands that a case takes in every status that its clocks may bring about meanwhile.</summary>
    private static Story Told(string name, string type, bool byWorker)
    {
        Step Give(string who, string command, string @event, Func<string, object> body) =>
            new(who, command, @event, $"{name}-{command}-{@event}", body($"{name}-{command}-{@event}"));

        var place = new { gridId = byWorker ? "xishan-01" : "beiguan-02" };
        var report = Give(byWorker ? Worker : Citizen, "report", "Reported", key => new { type, description = key, place });
        var comment = Give(report.Who, "comment", "Commented", key => new { text = key });
        var priority = Give(Dispatcher, "set-priority", "PrioritySet", key => new { priority = "High", reason = key });
        return byWorker
            ? new Story(
                report, comment,
                Give(Supervisor, "suspend", "Suspended", key => new { reason = key, until = "2026-05-15T09:00:00+08:00" }),
                priority,
                Give(Dispatcher, "resume", "Resumed", _ => new { }))
            : new Story(report, priority, comment);
    }
}
