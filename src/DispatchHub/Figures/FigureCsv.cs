using System.Globalization;
using CsvHelper;
using Dispatch.Contracts;
using Microsoft.Net.Http.Headers;

namespace Dispatch.Hub.Figures;

/// <summary>
/// Figures as CSV for a spreadsheet: UTF-8 with a byte order mark, without which Excel takes Chinese for something else, and with names
/// that look like formulas put as text. One line for each row and one for the total; a rate that is null is an empty field.
/// </summary>
/// <param name="answer">The figures.</param>
/// <param name="language"><c>zh</c> or <c>en</c>; in English the headings are the names of the JSON.</param>
internal sealed class FigureCsv(FigureAnswer answer, string language) : IResult
{
    public const string MediaType = "text/csv";

    private const string Json = "application/json";

    private static readonly CsvWriterOptions Options = new()
    {
        WriteByteOrderMark = true,
        Injection = CsvInjection.Escape,
        FormatProvider = CultureInfo.InvariantCulture,
    };

    private static readonly (string En, string Zh, Func<FigureCounts, int> Of)[] Counts =
    [
        ("opened", "立案", counts => counts.Opened),
        ("dismissed", "作废或并案", counts => counts.Dismissed),
        ("responded", "已响应", counts => counts.Responded),
        ("respondedInTime", "按时响应", counts => counts.RespondedInTime),
        ("worked", "已处置", counts => counts.Worked),
        ("resolved", "已解决", counts => counts.Resolved),
        ("resolvedInTime", "按时解决", counts => counts.ResolvedInTime),
        ("closed", "结案", counts => counts.Closed),
        ("closedInTime", "按时结案", counts => counts.ClosedInTime),
        ("overdueOpen", "超时未结", counts => counts.OverdueOpen),
        ("rework", "返工", counts => counts.Rework),
        ("extended", "延期", counts => counts.Extended),
        ("whistled", "吹哨", counts => counts.Whistled),
        ("whistleAnswered", "吹哨已报到", counts => counts.WhistleAnswered),
        ("repeats", "重复上报", counts => counts.Repeats),
        ("clocksMet", "时限达标", counts => counts.ClocksMet),
        ("clocksMissed", "时限超时", counts => counts.ClocksMissed),
        ("extraTaken", "自行加时", counts => counts.ExtraTaken),
        ("whistlesSolved", "吹哨已解决", counts => counts.WhistlesSolved),
        ("departmentsCalled", "呼叫部门", counts => counts.DepartmentsCalled),
        ("departmentsInTime", "部门按时", counts => counts.DepartmentsInTime),
        ("departmentsSolved", "部门已解决", counts => counts.DepartmentsSolved),
        ("repliesInTime", "按时回复来源", counts => counts.RepliesInTime),
        ("repliesLate", "超时回复来源", counts => counts.RepliesLate),
        ("outcomesSaid", "已回访", counts => counts.OutcomesSaid),
        ("satisfied", "满意", counts => counts.Satisfied),
    ];

    private static readonly (string En, string Zh, Func<FigureRates, double?> Of)[] Rates =
    [
        ("responseRate", "响应率", rates => rates.Response),
        ("resolutionRate", "解决率", rates => rates.Resolution),
        ("onTimeRate", "按时结案率", rates => rates.OnTime),
        ("reworkRate", "返工率", rates => rates.Rework),
        ("extensionRate", "延期率", rates => rates.Extension),
        ("whistleRate", "吹哨率", rates => rates.Whistle),
        ("repeatRate", "重复率", rates => rates.Repeat),
        ("clocksRate", "时限达标率", rates => rates.Clocks),
        ("repliesRate", "按时回复率", rates => rates.Replies),
        ("satisfactionRate", "满意率", rates => rates.Satisfaction),
    ];

    /// <summary>Whether the caller would rather have CSV than JSON.</summary>
    public static bool IsWanted(HttpRequest request)
    {
        var accept = request.GetTypedHeaders().Accept;
        return Wish(accept, MediaType) is > 0 and var wish && wish > Wish(accept, Json);
    }

    /// <summary><c>zh</c> where the caller puts Chinese first, else <c>en</c>.</summary>
    public static string LanguageOf(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage.MaxBy(language => language.Quality ?? 1)?.Value.StartsWith("zh", StringComparison.OrdinalIgnoreCase) is true ? "zh" : "en";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = $"{MediaType}; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"figures-{answer.Scope.Kind}-{answer.Scope.Id}-by-{JsonName(answer.By)}.csv\"";
        await using var body = new MemoryStream();
        await using (var csv = CsvWriter.Create(body, Options, leaveOpen: true))
        {
            Write(csv);
        }

        body.Position = 0;
        await body.CopyToAsync(response.Body, httpContext.RequestAborted);
    }

    private void Write(CsvWriter csv)
    {
        csv.WriteHeader([.. Heading("key", "键"), .. Heading("nameZh", "名称"), .. Heading("nameEn", "英文名称"),
            .. Counts.SelectMany(count => Heading(count.En, count.Zh)), .. Rates.SelectMany(rate => Heading(rate.En, rate.Zh))]);
        foreach (var row in answer.Rows)
        {
            WriteRow(csv, row.Key, row.Name, row.Counts, row.Rates);
        }

        WriteRow(csv, "total", new Text("合计", "Total"), answer.Total.Counts, answer.Total.Rates);
    }

    private static void WriteRow(CsvWriter csv, string key, Text? name, FigureCounts counts, FigureRates rates)
    {
        csv.WriteField(key);
        csv.WriteField(name?.Zh ?? "");
        csv.WriteField(name?.En ?? "");
        foreach (var count in Counts)
        {
            csv.WriteField(count.Of(counts), default);
        }

        foreach (var rate in Rates)
        {
            csv.WriteField(rate.Of(rates), "0.######");
        }

        csv.EndRecord();
    }

    private string[] Heading(string en, string zh) => [language is "zh" ? zh : en];

    private static double Wish(IList<MediaTypeHeaderValue> accept, string type) =>
        accept.Where(one => one.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase)).Max(one => one.Quality ?? 1d as double?) ?? 0;

    private static string JsonName(FigureBy by) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(by.ToString());
}
