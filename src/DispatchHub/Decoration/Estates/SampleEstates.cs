using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.City;
using Dispatch.Hub.Evidence;

namespace Dispatch.Hub.Decoration.Estates;

/// <summary>
/// Gives a demonstration's estates their made-up plans, spots, reviews and filings, by the commands that people would give. Each has a key of its
/// own, so that a start on the same store changes nothing.
/// </summary>
/// <param name="file">The list of commands.</param>
/// <param name="zone">Where the street says which day it is.</param>
/// <param name="grains">The way into the product.</param>
/// <param name="clock">City time.</param>
/// <param name="log">The log.</param>
internal sealed partial class SampleEstates(string file, TimeZoneInfo zone, IGrainFactory grains, ICityClock clock, ILogger<SampleEstates> log) : BackgroundService
{
    private static readonly JsonSerializerOptions Json = Options();

    private static readonly Dictionary<string, Type> Commands = typeof(DossierCommand).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(DossierCommand)))
        .ToDictionary(type => JsonNamingPolicy.KebabCaseLower.ConvertName(type.Name), StringComparer.Ordinal);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var acts = JsonNode.Parse(Dated(await File.ReadAllTextAsync(file, stoppingToken)))!["acts"]!.AsArray();
        var (done, refused) = (0, 0);
        for (var n = 0; n < acts.Count && !stoppingToken.IsCancellationRequested; n++)
        {
            var answer = await ActAsync(acts[n]!.AsObject(), n);
            done++;
            if (answer.Refusal is { } refusal)
            {
                refused++;
                LogRefused(n, refusal.Reason);
            }
        }

        LogDone(done, refused);
    }

    private async Task<DossierAnswer> ActAsync(JsonObject act, int n)
    {
        var user = await grains.Users().Find((string)act["by"]!) ?? throw new InvalidOperationException($"The sample's command {n} is given by nobody known.");
        var by = new Actor(user.UserName, user.Role, user.Area);
        var body = act["body"]!.AsObject();
        if (act["draw"] is { } rooms)
        {
            body["evidenceId"] = await DrawAsync(rooms.Deserialize<double[][]>()!, by);
        }

        var type = Commands[(string)act["command"]!];
        return await Dossier((string)act["owner"]!).Act(new DossierAct
        {
            Command = (DossierCommand)body.Deserialize(type, Json)!,
            By = by,
            Key = $"sample-{n}",
            BodyHash = "",
            ReceivedAt = clock.Now,
        });
    }

    private IDossierGrain Dossier(string owner) => owner[..owner.IndexOf(':', StringComparison.Ordinal)] switch
    {
        DossierKinds.Estate => grains.GetGrain<IEstateGrain>(owner),
        DossierKinds.Review => grains.GetGrain<IJointReviewGrain>(owner),
        DossierKinds.Filing => grains.GetGrain<IFilingGrain>(owner),
        DossierKinds.Round => grains.GetGrain<IRoundGrain>(owner),
        DossierKinds.Visit => grains.GetGrain<IVisitGrain>(owner),
        DossierKinds.Session => grains.GetGrain<ITeachingSessionGrain>(owner),
        DossierKinds.Mediation => grains.GetGrain<IMediationGrain>(owner),
        DossierKinds.Pilot => grains.GetGrain<IPilotGrain>(owner),
        var other => throw new InvalidOperationException($"The sample has no command for a {other}."),
    };

    private async Task<string> DrawAsync(double[][] rooms, Actor by)
    {
        if (!CleanPhoto.Make(DrawnPlan.Png(rooms)).Succeeded(out var photo, out var problem))
        {
            throw new InvalidOperationException($"A sample's plan cannot be drawn: {problem.Detail}");
        }

        if (await grains.Evidence().KeepAsync(photo, by.Id, clock.Now) is { } full)
        {
            throw new InvalidOperationException($"A sample's plan cannot be kept: {full.Detail}");
        }

        return photo.Piece.Id;
    }

    /// <summary>Days of the sample are counted from today, so that it never grows old.</summary>
    private string Dated(string json) => Today().Replace(
        json, match => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.Now, zone).DateTime).AddDays(int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).ToString("O", CultureInfo.InvariantCulture));

    private static JsonSerializerOptions Options()
    {
        var options = new JsonSerializerOptions();
        HubJson.Apply(options);
        return options;
    }

    [GeneratedRegex(@"today([+-]\d{1,4})")]
    private static partial Regex Today();

    [LoggerMessage(LogLevel.Information, "The sample's estates are there: {Done} commands, {Refused} of them refused.")]
    private partial void LogDone(int done, int refused);

    [LoggerMessage(LogLevel.Warning, "The sample's command {Number} was refused: {Reason}")]
    private partial void LogRefused(int number, string reason);
}
