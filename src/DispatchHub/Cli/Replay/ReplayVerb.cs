using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Dispatch.Contracts;
using Dispatch.Hub.Composition;

namespace Dispatch.Hub.Cli.Replay;

/// <summary><c>replay</c>: real requests through the real grains and store, in virtual time.</summary>
public static class ReplayVerb
{
    private const string Max = "max";

    /// <summary>The verb.</summary>
    /// <param name="settings">Settings as they were given on the command line, in the environment and in files.</param>
    public static Command Create(Func<ParseResult, IConfiguration> settings)
    {
        var file = new Option<string>("--file")
        {
            Description = "A CSV of service requests, such as the City of Boston publishes.",
            HelpName = "F.csv",
            Required = true,
        };
        var territory = new Option<string>("--territory")
        {
            Description = "Whose streets and limits: a folder, or a sample's name such as boston.",
            HelpName = "T",
            Required = true,
        };
        var policy = new Option<string?>("--policy") { Description = "Another policy pack than the territory's own.", HelpName = "P" };
        var speed = new Option<double?>("--speed")
        {
            Description = "Virtual seconds in a real one, or max (the default), which waits for nothing.",
            HelpName = "max|N",
            DefaultValueFactory = _ => null,
            CustomParser = SpeedOf,
        };
        var keep = new Option<string?>("--keep")
        {
            Description = "Keep the store in this folder, which has none yet; otherwise it is made in a temporary one and removed.",
            HelpName = "FOLDER",
        };
        var json = JsonOutput.Option();
        var verb = new Command("replay", "Replays real requests in virtual time through the real grains and store, and says which deadlines were missed.")
        {
            file, territory, policy, speed, keep, json,
        };
        verb.SetAction((call, cancellation) => RunAsync(
            new ReplayRequest(
                call.GetRequiredValue(file), call.GetRequiredValue(territory), call.GetValue(policy), call.GetValue(speed), call.GetValue(keep), call.GetValue(json)),
            settings(call),
            call.InvocationConfiguration.Output,
            call.InvocationConfiguration.Error,
            cancellation));
        return verb;
    }

    /// <summary>Replays and writes; 0, or 1 with one sentence on <paramref name="error"/>, also when deadlines were doubled or lost.</summary>
    public static async Task<int> RunAsync(
        ReplayRequest request, IConfiguration settings, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        var folder = request.Keep ?? Directory.CreateTempSubdirectory("dispatch-replay-").FullName;
        try
        {
            var replay = RequestReplay.Read(request.File, request.Territory, request.Policy);
            if (!request.Json)
            {
                await ReplayText.WriteBeforeAsync(replay, output);
            }

            var running = replay.RunAsync(settings, folder, request.Speed, cancellation);
            await ReplayProgress.ShowAsync(replay, running, error);
            var summary = await running;
            await (request.Json ? JsonOutput.WriteAsync(summary, output) : ReplayText.WriteAsync(summary, output));
            return await JudgeAsync(summary, error);
        }
        catch (Exception refused) when (RequestReplay.IsRefusal(refused))
        {
            await error.WriteLineAsync(refused.Message);
            return 1;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await error.WriteLineAsync("The replay was stopped.");
            return 1;
        }
        finally
        {
            if (request.Keep is null)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static async Task<int> JudgeAsync(ReplaySummary summary, TextWriter error)
    {
        if (summary is { Doubled: 0, Lost: 0 })
        {
            return 0;
        }

        await error.WriteLineAsync("The store does not hold what was replayed: deadlines were doubled or lost.");
        return 1;
    }

    private static double? SpeedOf(ArgumentResult argument)
    {
        var text = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : "";
        if (text == Max)
        {
            return null;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var speed) && speed > 0 && double.IsFinite(speed))
        {
            return speed;
        }

        argument.AddError($"--speed is {Max} or a number above zero, not '{text}'.");
        return null;
    }
}

/// <summary>What to replay and how.</summary>
/// <param name="File">The CSV.</param>
/// <param name="Territory">A folder with a pack and a territory, or a sample's name.</param>
/// <param name="Policy">Another pack; null for the territory's own.</param>
/// <param name="Speed">Virtual seconds in a real one; null waits for nothing.</param>
/// <param name="Keep">Where the store is kept; null for a temporary folder.</param>
/// <param name="Json">One JSON object instead of text.</param>
public sealed record ReplayRequest(string File, string Territory, string? Policy = null, double? Speed = null, string? Keep = null, bool Json = false);
