using Dispatch.Contracts;
using Dispatch.Hub.Access;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.City;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.Sources;

/// <summary>Cases from other systems, many at once: a CSV file.</summary>
internal static class ImportApi
{
    /// <summary>The largest file, in bytes.</summary>
    public const int MaxBytes = 1024 * 1024;

    private const int AtOnce = 16;

    private static readonly Problem TooLarge = new(
        StatusCodes.Status413PayloadTooLarge, "file-too-large", $"A file holds 1 MB and {ImportFile.MostLines} lines at most; send it in parts.");

    private static readonly Problem NotCsv = new(
        StatusCodes.Status415UnsupportedMediaType, "unsupported-media-type", "Send the file with Content-Type: text/csv.");

    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/sources/{id}/import", ImportAsync)
        .WithTags("Sources")
        .Describe("Takes a CSV file of another system's cases.",
            "UTF-8 or GB 18030, with the headers that the pack's source names, 1 MB and 1,000 lines at most. Every line is looked at first: with one that cannot be taken nothing is, and each is named. "
            + "With 'preview' nothing is done at all. A number that came before finds its case, so a repeat goes on where one was broken off.")
        .WithMetadata(new RawBody("text/csv"), new QueryParameters("preview"))
        .Produces<ImportAnswer>()
        .Refuses(401, 403, 404, 413, 415, 422, 429, 503)
        .RequireAuthorization(Policies.ImportCases)
        .RequireRateLimiting(RateLimits.Commands);

    private static async Task<IResult> ImportAsync(HttpContext http, string id, IGrainFactory grains, ICityClock clock)
    {
        var query = new QueryText(http.Request, "preview");
        var preview = query.Flag("preview") ?? false;
        if (query.Problem is { } fault)
        {
            return fault;
        }

        if (!SafeId.Is(id) || await grains.Sources().Find(id) is not { } source)
        {
            return SourceApi.UnknownSource;
        }

        if (!IdempotencyKey.Read(http.Request).Succeeded(out var key, out var problem))
        {
            return problem;
        }

        if (http.Request.ContentType?.Split(';')[0].Trim().Equals("text/csv", StringComparison.OrdinalIgnoreCase) != true)
        {
            return NotCsv;
        }

        if (await RequestBody.ReadBytesAsync(http.Request, MaxBytes) is not { } bytes)
        {
            return TooLarge;
        }

        if (!ImportText.Of(bytes).Succeeded(out var text, out problem))
        {
            return problem;
        }

        var (actor, time) = (http.User.Actor(), clock.Time);
        var file = ImportFile.Read(text, source.Columns, TimeZoneInfo.FindSystemTimeZoneById(time.Zone));
        var plan = await PlanAsync(grains, id, file, actor, clock.Now, http.RequestAborted);
        return preview || plan.Faults.Count == 0
            ? Results.Ok(preview ? plan.Answer(preview) : await CarryOutAsync(grains, plan, actor, key, clock, http.RequestAborted))
            : plan.Problem();
    }

    /// <summary>What the file would do, and each line that cannot be taken.</summary>
    private static async Task<ImportPlan> PlanAsync(
        IGrainFactory grains, string source, ImportFile file, Actor actor, DateTimeOffset now, CancellationToken cancellation)
    {
        var readings = await grains.Sources().Read(source, [.. file.Lines.Select(line => line.Report)], now);
        List<LineFault> faults = [.. file.Faults];
        var steps = new ImportStep?[readings.Count];
        for (var i = 0; i < readings.Count; i++)
        {
            var (line, reading) = (file.Lines[i], readings[i]);
            if (reading.Report is { } report && !Covers(actor, report.Place))
            {
                faults.Add(new LineFault(line.Line, Denied.OutsideArea.Code, Denied.OutsideArea.Detail));
            }
            else if (reading.Refusal is { } refusal)
            {
                faults.Add(new LineFault(line.Line, refusal.Code.OnWire(), refusal.Reason));
            }
            else
            {
                steps[i] = new ImportStep(line, reading.Report!, Intake.Opens, null);
            }
        }

        await Parallel.ForAsync(0, steps.Length, Bound(cancellation), async (i, _) =>
        {
            if (steps[i] is { } step)
            {
                var (what, view) = await SourceIntake.LookAsync(grains, step.Report);
                steps[i] = step with { What = what, Case = view };
            }
        });
        return new ImportPlan([.. steps.OfType<ImportStep>()], [.. faults.OrderBy(fault => fault.Line)]);
    }

    /// <summary>Line by line: a line that was done before an interruption is known to its case when the file is sent again.</summary>
    private static async Task<ImportAnswer> CarryOutAsync(
        IGrainFactory grains, ImportPlan plan, Actor actor, string key, ICityClock clock, CancellationToken cancellation)
    {
        var done = new ImportStep[plan.Steps.Count];
        var refused = new LineFault?[plan.Steps.Count];
        await Parallel.ForAsync(0, done.Length, Bound(cancellation), async (i, _) =>
        {
            var step = plan.Steps[i];
            var answer = await SourceIntake.GiveAsync(
                grains, actor, step.Report, step.What == Intake.Opens, SourceIntake.KeyOf(key, step.Report.External!.Number), clock.Now);
            done[i] = step with { Case = answer.View ?? step.Case };
            refused[i] = answer.Refusal is { } refusal ? new LineFault(step.Line.Line, refusal.Code.OnWire(), refusal.Reason) : null;
        });
        return new ImportPlan([.. done.Where((_, i) => refused[i] is null)], [.. refused.OfType<LineFault>()]).Answer(preview: false);
    }

    private static bool Covers(Actor actor, CasePlace place) => actor.Role is Role.System || actor.Area == Scope.Street(place.StreetId);

    private static ParallelOptions Bound(CancellationToken cancellation) => new() { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
}

/// <summary>A line with what it does.</summary>
internal sealed record ImportStep(ImportLine Line, Report Report, Intake What, CaseView? Case);

/// <summary>What a file does, line by line.</summary>
internal sealed record ImportPlan(IReadOnlyList<ImportStep> Steps, IReadOnlyList<LineFault> Faults)
{
    public ImportAnswer Answer(bool preview) => new()
    {
        Preview = preview,
        Opened = Count(Intake.Opens),
        Updated = Count(Intake.Updates),
        Known = Count(Intake.Known),
        Lines =
        [
            .. Steps.Select(step => new ImportedLine
            {
                Line = step.Line.Line,
                Number = step.Line.Report.Number,
                Type = step.Report.Type,
                Address = step.Report.Address,
                GridId = step.Case?.GridId ?? step.Report.Place.GridId,
                Does = step.What,
                CaseId = step.Case?.Id,
                CaseNumber = step.Case?.Number,
                ReplyBy = step.Report.External!.ReplyBy,
            }),
        ],
        Faults = Faults,
    };

    public Problem Problem() => new(
        StatusCodes.Status422UnprocessableEntity, "lines-refused", $"{Faults.Count} lines cannot be taken, so none was; correct them and send the file again.")
    {
        Lines = Faults,
    };

    private int Count(Intake what) => Steps.Count(step => step.What == what);
}

/// <summary>What a file did, or would do.</summary>
public sealed record ImportAnswer
{
    /// <summary>True where nothing was done.</summary>
    public required bool Preview { get; init; }

    /// <summary>How many cases it opens.</summary>
    public required int Opened { get; init; }

    /// <summary>How many it tells something new.</summary>
    public required int Updated { get; init; }

    /// <summary>How many know all of it.</summary>
    public required int Known { get; init; }

    /// <summary>The lines that can be taken, in the order of the file.</summary>
    public required IReadOnlyList<ImportedLine> Lines { get; init; }

    /// <summary>The lines that cannot.</summary>
    public required IReadOnlyList<LineFault> Faults { get; init; }
}

/// <summary>What becomes of a line.</summary>
public sealed record ImportedLine
{
    /// <summary>Where it begins, counted from 1 with the header.</summary>
    public required int Line { get; init; }

    /// <summary>The source's own number.</summary>
    public required string Number { get; init; }

    /// <summary>The type's code in the pack.</summary>
    public required string Type { get; init; }

    /// <summary>How the source names the place.</summary>
    public string? Address { get; init; }

    /// <summary>The grid that it goes to, or is in.</summary>
    public required string GridId { get; init; }

    /// <summary>What it does.</summary>
    public required Intake Does { get; init; }

    /// <summary>Its case; null before it is opened.</summary>
    public string? CaseId { get; init; }

    /// <summary>The number of its case; null before it is opened.</summary>
    public string? CaseNumber { get; init; }

    /// <summary>The last instant for a reply that the file names.</summary>
    public DateTimeOffset? ReplyBy { get; init; }
}
