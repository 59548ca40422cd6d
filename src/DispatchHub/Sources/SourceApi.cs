using Dispatch.Contracts;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.Cases;
using Dispatch.Hub.City;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Problems;
using Microsoft.Extensions.Options;

namespace Dispatch.Hub.Sources;

/// <summary>Cases from other systems, one by one: a signed webhook.</summary>
internal static class SourceApi
{
    // The same whether there is no such source or no secret was agreed on: who sends cases here is nobody else's business.
    internal static readonly Problem UnknownSource = new(
        StatusCodes.Status404NotFound, "unknown-source", "No other system of this name sends cases here; the pack names it, and Sources:{id}:Secret opens its webhook.");

    private static readonly Problem Replayed = new(
        StatusCodes.Status409Conflict, "replayed-webhook", "This message came before; sign a new one with a new nonce: the same number finds the same case, so nothing is done twice.");

    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/sources/{id}/reports", ReceiveAsync)
        .WithTags("Sources")
        .Describe("Takes a case from another system.",
            "Signed with the secret agreed on: 'Dispatch-Timestamp' (Unix seconds), 'Dispatch-Nonce' and 'Dispatch-Signature: v1=' with the hex of the HMAC-SHA256 of '{timestamp}.{nonce}.{body}'. "
            + "A number that came before finds its case: what is new is told to it, and nothing is opened twice.")
        .Accepts<ExternalReport>("application/json")
        .Produces<SourceReceipt>()
        .Produces<SourceReceipt>(StatusCodes.Status201Created)
        .Refuses(401, 404, 409, 413, 415, 422, 429, 503)
        .AllowAnonymous()
        .RequireRateLimiting(RateLimits.Sources);

    private static async Task<IResult> ReceiveAsync(
        HttpContext http, string id, IOptions<SourceOptions> sources, TimeProvider real, IGrainFactory grains, ICityClock clock)
    {
        if (!SafeId.Is(id) || sources.Value.SecretOf(id) is not { } secret || await grains.Sources().Find(id) is null)
        {
            return UnknownSource;
        }

        if (!http.Request.HasJsonContentType())
        {
            return RequestBody.NotJson;
        }

        if (await RequestBody.ReadBytesAsync(http.Request, RequestBody.MaxBytes) is not { } bytes)
        {
            return RequestBody.TooLarge;
        }

        if (!WebhookSignature.Check(http.Request.Headers, bytes, secret, real.GetUtcNow()).Succeeded(out var nonce, out var problem)
            || !RequestBody.Parse(bytes).Succeeded(out var body, out problem)
            || !Binding.Bind<ExternalReport>(body).Succeeded(out var told, out problem))
        {
            return problem;
        }

        // Remembered before anything is done: what is lost in between is sent again under another nonce, and found by its number.
        return await grains.Sources().Remember(id, nonce, real.GetUtcNow()) ? await TakeAsync(id, told, nonce, grains, clock) : Replayed;
    }

    private static async Task<IResult> TakeAsync(string id, ExternalReport told, string nonce, IGrainFactory grains, ICityClock clock)
    {
        var now = clock.Now;
        var reading = (await grains.Sources().Read(id, [told], now))[0];
        if (reading.Report is not { } report)
        {
            return reading.Refusal!.AsProblem();
        }

        var (what, _) = await SourceIntake.LookAsync(grains, report);
        var actor = ExternalSource.ActorOf(id);
        var answer = await SourceIntake.GiveAsync(grains, actor, report, what == Intake.Opens, nonce, now);
        if (CommandApi.Answer(answer, actor) is { } refused)
        {
            return refused;
        }

        var receipt = SourceReceipt.Of(answer.View!, what);
        return what == Intake.Opens ? Results.Json(receipt, statusCode: StatusCodes.Status201Created) : Results.Ok(receipt);
    }
}

/// <summary>What a source is told of a report that was taken.</summary>
public sealed record SourceReceipt
{
    /// <summary>The source's own number.</summary>
    public required string Number { get; init; }

    /// <summary>The number of the case here.</summary>
    public required string CaseNumber { get; init; }

    /// <summary>The case's id.</summary>
    public required string CaseId { get; init; }

    /// <summary>What was done with the report.</summary>
    public required Intake Did { get; init; }

    /// <summary>How the case stands.</summary>
    public required CaseStatus Status { get; init; }

    /// <summary>Until when it is replied to; null where nobody waits for a reply.</summary>
    public DateTimeOffset? ReplyBy { get; init; }

    internal static SourceReceipt Of(CaseView view, Intake did) => new()
    {
        Number = view.External!.Number,
        CaseNumber = view.Number,
        CaseId = view.Id,
        Did = did,
        Status = view.Status,
        ReplyBy = view.Clocks.FirstOrDefault(one => one is { Name: ReplyClock, State: ClockState.Running })?.DueAt,
    };

    private const string ReplyClock = "external-reply";
}
