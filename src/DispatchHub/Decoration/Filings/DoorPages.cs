using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.Cases;
using Dispatch.Hub.City;
using Dispatch.Hub.Decoration.Promises;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Problems;
using Dispatch.Hub.Reports;
using Microsoft.AspNetCore.Http.Features;

namespace Dispatch.Hub.Decoration.Filings;

/// <summary>
/// The pages behind a flat's secret link and its card's QR code, for anybody without an account: what is filed, what may be done, filing
/// works, reporting what is wrong, and the card. Plain HTML without script, so that any phone shows them; they hold no rules.
/// </summary>
internal static class DoorPages
{
    /// <summary>Where the pages are.</summary>
    public const string Path = "/door";

    private const string Html = "text/html; charset=utf-8";
    private const int MostFields = 64;

    /// <summary>Who files or reports by the link: nobody whom the city knows.</summary>
    private static readonly Actor Visitor = new("door", Role.Citizen, null);

    public static void Map(IEndpointRouteBuilder app)
    {
        var doors = app.MapGroup(Path + "/{token}").ExcludeFromDescription().AllowAnonymous().RequireRateLimiting(RateLimits.Doors);
        doors.MapGet("", ShowAsync);
        doors.MapGet("/print", PrintAsync);
        doors.MapPost("/file", FileAsync).DisableAntiforgery();
        doors.MapPost("/report", ReportAsync).DisableAntiforgery();
        app.MapGet("/door.css", () => Results.Text(DoorStyle.Css, "text/css; charset=utf-8")).ExcludeFromDescription().AllowAnonymous();
    }

    private static async Task<IResult> ShowAsync(HttpContext http, string token, IGrainFactory grains, ICityClock clock) =>
        await grains.UnitDesk().Door(token, clock.Now) is { } door ? Page(DoorHtml.Page(door, token, said: null)) : Missing();

    private static async Task<IResult> PrintAsync(HttpContext http, string token, IGrainFactory grains, ICityClock clock) =>
        await grains.UnitDesk().Door(token, clock.Now) is { } door
            ? Page(DoorCard.Page(door, $"{http.Request.Scheme}://{http.Request.Host}{Path}/{token}"))
            : Missing();

    private static async Task<IResult> FileAsync(HttpContext http, string token, IGrainFactory grains, ICityClock clock)
    {
        if (await grains.UnitDesk().Door(token, clock.Now) is not { } door)
        {
            return Missing();
        }

        if (await FieldsAsync(http) is not { } fields)
        {
            return Page(DoorHtml.Page(door, token, DoorSaid.Incomplete), StatusCodes.Status400BadRequest);
        }

        var command = new FileWorks
        {
            Works = [.. fields["work"].OfType<string>()],
            Contractor = fields["contractor"].ToString(),
            From = Day(fields["from"]) ?? default,
            To = Day(fields["to"]) ?? default,
            WetOn = Day(fields["wet"]),
            Contact = Given(fields["contact"]),
            GuidanceRead = Given(fields["guidance"]),
        };
        var hash = Hash(JsonSerializer.Serialize(command, JsonSerializerOptions.Web));
        var answer = await grains.Dossier<IFilingGrain>(DossierKinds.Filing, door.Id).Act(new DossierAct
        {
            Command = command,
            By = Visitor,

            // The same form sent twice is one filing.
            Key = hash,
            BodyHash = hash,
            ReceivedAt = clock.Now,
        });
        return answer.Refusal is { } refusal
            ? Page(DoorHtml.Page(door, token, DoorSaid.Refused(refusal), fields), refusal.Code.Status())
            : Results.Redirect($"{Path}/{token}#filed");
    }

    private static async Task<IResult> ReportAsync(HttpContext http, string token, IGrainFactory grains, ICityClock clock)
    {
        if (await grains.UnitDesk().Door(token, clock.Now) is not { } door)
        {
            return Missing();
        }

        if (await FieldsAsync(http) is not { } fields)
        {
            return Page(DoorHtml.Page(door, token, DoorSaid.Incomplete), StatusCodes.Status400BadRequest);
        }

        var report = new ReportBody
        {
            Type = fields["type"].ToString(),
            Description = Given(fields["description"]),
            Contact = Given(fields["contact"]),
            InProgress = true,
            Place = new PlaceInput { Estate = door.EstateId, Building = door.BuildingId, Unit = door.UnitId },
        };
        if (report.Fault() is { } fault)
        {
            return Page(DoorHtml.Page(door, token, new DoorSaid(false, new Text(fault.Detail, fault.Detail))), fault.Status);
        }

        // An hour at a door: the same words again are the same report.
        var hash = Hash($"{token}\n{clock.Now:yyyy-MM-ddTHH}\n{JsonSerializer.Serialize(report, JsonSerializerOptions.Web)}");
        var unnamed = report with { Contact = null };
        var opened = await ReportOpening.OpenAsync(grains, Visitor, unnamed, new CommandBody(unnamed, new CommandSurroundings(), hash), hash, clock.Now, TimeSpan.Zero);
        return opened.Succeeded(out _, out var problem)
            ? Page(DoorHtml.Page(door, token, DoorSaid.Reported(await LinkAsync(grains, hash, report.Contact, clock.Now))))
            : Page(DoorHtml.Page(door, token, new DoorSaid(false, new Text(problem.Detail, problem.Detail))), problem.Status);
    }

    /// <summary>Where whoever reported follows the case. Their contact is kept beside it, where it can be erased, and not in its events.</summary>
    private static async Task<string?> LinkAsync(IGrainFactory grains, string key, string? contact, DateTimeOffset now)
    {
        var id = await grains.Users().CaseIdFor(Visitor.Id, key);
        if (contact is not null)
        {
            await grains.PromiseDesk().KeepContact(id, contact, now);
        }

        return await grains.PromiseDesk().Links(id, now) is { } links ? $"{PromisePages.Path}/{links.Reporter}" : null;
    }

    private static async Task<IFormCollection?> FieldsAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType || http.Request.ContentLength is null or > RequestBody.MaxBytes)
        {
            return null;
        }

        try
        {
            return await http.Request.ReadFormAsync(new FormOptions { ValueCountLimit = MostFields, BufferBodyLengthLimit = RequestBody.MaxBytes });
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static IResult Page(string html, int status = StatusCodes.Status200OK) => Results.Text(html, Html, Encoding.UTF8, status);

    private static IResult Missing() => Page(DoorHtml.Missing, StatusCodes.Status404NotFound);

    private static string? Given(Microsoft.Extensions.Primitives.StringValues value) => string.IsNullOrWhiteSpace(value) ? null : value.ToString().Trim();

    private static DateOnly? Day(Microsoft.Extensions.Primitives.StringValues value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
