using System.CommandLine;
using System.Net.Http.Headers;
using System.Text.Json;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.Cli.Watch;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Sessions;
using Dispatch.Hub.Sources;

namespace Dispatch.Hub.Cli.Import;

/// <summary><c>import</c>: a CSV file of another system's cases, through a running hub.</summary>
internal static class ImportVerb
{
    public static Command Create()
    {
        var source = new Option<string>("--source") { Description = "The source's id in the policy pack, such as hotline-12345.", Required = true, HelpName = "ID" };
        var file = new Option<FileInfo>("--file") { Description = "The CSV, UTF-8 or GB 18030.", Required = true, HelpName = "FILE" };
        var preview = new Option<bool>("--preview") { Description = "Only say what would be done." };
        var url = new Option<Uri>("--url")
        {
            Description = "The hub.",
            HelpName = "URL",
            DefaultValueFactory = _ => new Uri(Listening.DefaultUrl),
            CustomParser = WatchVerb.UrlOf,
        };
        var user = new Option<string>("--user") { Description = "Who signs in.", HelpName = "NAME", DefaultValueFactory = _ => "dispatcher-1" };
        var password = new Option<string>("--password") { Description = "Their password.", HelpName = "WORD", DefaultValueFactory = _ => DemoOptions.Password };
        var verb = new Command("import", "Brings a CSV file of another system's cases. With one line that cannot be taken none is; a repeat goes on where one was broken off.")
        {
            source, file, preview, url, user, password,
        };
        verb.SetAction((call, cancellation) => RunAsync(
            call.GetRequiredValue(source), call.GetRequiredValue(file), call.GetValue(preview), call.GetValue(url)!,
            new SignInBody(call.GetValue(user)!, call.GetValue(password)!), call.InvocationConfiguration.Output, call.InvocationConfiguration.Error, cancellation));
        return verb;
    }

    private static async Task<int> RunAsync(
        string source, FileInfo file, bool preview, Uri url, SignInBody user, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        try
        {
            using var http = new HttpClient { BaseAddress = url };
            using var request = new HttpRequestMessage(HttpMethod.Post, $"api/sources/{Uri.EscapeDataString(source)}/import{(preview ? "?preview=true" : "")}")
            {
                Content = new ByteArrayContent(await File.ReadAllBytesAsync(file.FullName, cancellation)) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } },
            };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await new HubSession(http, user, TimeProvider.System).TokenAsync(cancellation));
            request.Headers.Add(IdempotencyKey.Header, Guid.CreateVersion7().ToString("N"));
            using var answer = await http.SendAsync(request, cancellation);
            return answer.IsSuccessStatusCode
                ? await ShowAsync((await answer.Content.ReadFromJsonAsync<ImportAnswer>(HubJson.Options, cancellation))!, output, error)
                : await RefuseAsync(await answer.Content.ReadFromJsonAsync<JsonElement>(cancellation), error);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new ToolFaultException($"The file {file.FullName} cannot be read: {unreadable.Message}", unreadable);
        }
        catch (HttpRequestException away)
        {
            throw new ToolFaultException($"The hub at {url} does not answer: {away.Message}", away);
        }
    }

    private static async Task<int> ShowAsync(ImportAnswer answer, TextWriter output, TextWriter error)
    {
        await output.WriteLineAsync($"{(answer.Preview ? "Would open" : "Opened")} {answer.Opened}, {(answer.Preview ? "update" : "updated")} {answer.Updated}, known {answer.Known}.");
        await WriteAsync(answer.Faults, error);
        return answer.Faults.Count == 0 ? 0 : 1;
    }

    private static async Task<int> RefuseAsync(JsonElement problem, TextWriter error)
    {
        await error.WriteLineAsync(problem.GetProperty("detail").GetString());
        if (problem.TryGetProperty("lines", out var lines))
        {
            await WriteAsync(lines.Deserialize<LineFault[]>(HubJson.Options)!, error);
        }

        return 1;
    }

    private static async Task WriteAsync(IEnumerable<LineFault> faults, TextWriter error)
    {
        foreach (var fault in faults)
        {
            await error.WriteLineAsync($"line {fault.Line}: {fault.Code}: {fault.Detail}");
        }
    }
}
