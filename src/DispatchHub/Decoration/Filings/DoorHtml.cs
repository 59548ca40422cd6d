using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;

namespace Dispatch.Hub.Decoration.Filings;

/// <summary>The page of a door, in both languages under each other: whoever stands there reads one of them.</summary>
internal static class DoorHtml
{
    /// <summary>Leaves Chinese readable; whatever means something in HTML is written otherwise.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The token opens no door.</summary>
    public static string Missing { get; } = Whole(
        "未找到 · Not found",
        $"<h1>{Both("没有这张公示牌", "There is no such card")}</h1><p>{Both("请联系物业或社区。", "Ask the property manager or the community.")}</p>");

    /// <summary>The page.</summary>
    /// <param name="door">What anybody may know.</param>
    /// <param name="token">Of its address.</param>
    /// <param name="said">The answer to a form; null for none.</param>
    /// <param name="before">What the form held, to be corrected; null for an empty one.</param>
    public static string Page(Door door, string token, DoorSaid? said, IFormCollection? before = null)
    {
        List<string> page = [];
        page.Add($"<h1>{E(door.Estate.Zh)} {E(door.UnitId)}<span class=\"en\" lang=\"en\">{E(door.Estate.En)}, {E(door.Community.En)}</span></h1>");
        if (said is not null)
        {
            page.Add($"<div class=\"said {(said.Good ? "good" : "bad")}\" role=\"{(said.Good ? "status" : "alert")}\">{Both(said.Words.Zh, said.Words.En)}{Follow(said.Link)}</div>");
        }

        page.Add(State(door));
        page.Add($"<p class=\"ways\"><a class=\"button\" href=\"#file\">{Both("装修备案", "File your works")}</a><a class=\"button\" href=\"#may\">{Both("我能这样装修吗？", "May I do this?")}</a></p>");
        page.Add($"<p class=\"screen\"><a href=\"/unit?at={E(door.Id)}&amp;door={E(token)}\">{Both("工作人员：登记到场，打开检查单", "Staff: record that you are here, open the checklist")}</a></p>");
        page.Add(Report(door, token));
        page.Add(Questions(door));
        page.Add(Form(door, token, before));
        page.Add($"<p><a href=\"{DoorPages.Path}/{E(token)}/print\">{Both("打印公示牌", "Print the door card")}</a></p>");
        page.Add($"<footer>{Both("备案后请把公示牌贴在门上。联系方式只供工作人员联系您，期满自动删除。", "Put the card on your door once you have filed. Your contact is for the staff alone and is erased in time.")}</footer>");
        return Whole($"{door.Estate.Zh} {door.UnitId}", string.Concat(page));
    }

    /// <summary>Whether work may go on today.</summary>
    public static string State(Door door)
    {
        if (door.Filed is { } filed)
        {
            return $"<section class=\"state good\" id=\"filed\"><strong>{Both("已备案", "Filed")}</strong>{Works(filed)}<p>{Days(filed)}</p></section>";
        }

        var next = door.Next is not { } coming ? ""
            : coming.State == FilingState.AwaitingApproval
                ? $"<p>{Both("已提交，等待审批：" + string.Join("、", Waiting(coming).Select(name => name.Zh)) + "。批准前不得施工。", "Handed in; waits for approval by " + string.Join(", ", Waiting(coming).Select(name => name.En)) + ". No work before that.")}</p>{Works(coming)}<p>{Days(coming)}</p>"
                : $"<p>{Both("已备案，尚未开工：", "Filed, not begun yet:")}</p>{Works(coming)}<p>{Days(coming)}</p>";
        return $"<section class=\"state bad\" id=\"filed\"><strong>{Both("今日无备案，不得施工", "Not filed: no work today")}</strong>{next}</section>";
    }

    /// <summary>The scope of a filing, as a list.</summary>
    public static string Works(FilingView filing) => $"<ul>{string.Concat(filing.Works.Select(work => $"<li>{Both(work.Title.Zh, work.Title.En)}</li>"))}</ul>";

    /// <summary>From which day to which.</summary>
    public static string Days(FilingView filing) => $"<time datetime=\"{Iso(filing.From)}\">{Iso(filing.From)}</time> – <time datetime=\"{Iso(filing.To)}\">{Iso(filing.To)}</time>";

    /// <summary>A sentence in both languages; the page's own is Chinese.</summary>
    public static string Both(string zh, string en) => $"{E(zh)}<span class=\"en\" lang=\"en\">{E(en)}</span>";

    /// <summary>Text as it may stand in HTML.</summary>
    public static string E(string text) => Encoder.Encode(text);

    /// <summary>A day as it is written in both languages.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A whole page.</summary>
    public static string Whole(string title, string body) =>
        $"""
        <!doctype html>
        <html lang="zh-CN">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <title>{E(title)}</title>
        <link rel="stylesheet" href="/door.css">
        </head>
        <body>
        <main>
        {body}
        </main>
        </body>
        </html>
        """;

    private static string Follow(string? link) => link is null ? "" :
        $"<a class=\"button\" href=\"{E(link)}\">查看办理情况 · See what becomes of it</a><p>{Both("请收藏该页面：只有凭此链接才能查看和评价。", "Keep that page: only by its link can you see it and say how it went.")}</p>";

    private static IEnumerable<Text> Waiting(FilingView filing) => filing.Offices.Where(office => office.Permit is null).Select(office => office.Name);

    private static string Questions(Door door) =>
        $"<h2 id=\"may\">{Both("我能这样装修吗？", "May I do this?")}</h2>" + string.Concat(door.Works.Select(work =>
            $"<details><summary>{Both(work.Question.Zh, work.Question.En)}</summary><p class=\"{Word(work.Ruling)}\"><b>{Ruling(work, door)}</b></p><p>{Both(work.Answer.Zh, work.Answer.En)}</p><p>{Both(work.Article.Zh, work.Article.En)}</p></details>"));

    private static string Ruling(WorkItem work, Door door)
    {
        var office = work.Office is { } id ? door.Offices.GetValueOrDefault(id) ?? Text.Same(id) : Text.Same("");
        return work.Ruling switch
        {
            WorkRuling.Free => Both("可以，备案后施工", "Yes, once you have filed"),
            WorkRuling.NeedsApproval => Both($"须经批准：{office.Zh}", $"Only with approval: {office.En}"),
            _ => Both("不可以", "No"),
        };
    }

    private static string Word(WorkRuling ruling) => ruling switch { WorkRuling.Free => "free", WorkRuling.NeedsApproval => "needs-approval", _ => "forbidden" };

    private static string Form(Door door, string token, IFormCollection? before)
    {
        List<string> form = [$"<h2 id=\"file\">{Both("装修备案", "File your works")}</h2><form method=\"post\" action=\"{DoorPages.Path}/{E(token)}/file\"><fieldset><legend>{Both("装修项目", "What will you do?")}</legend>"];
        foreach (var work in door.Works)
        {
            var not = work.Ruling == WorkRuling.Forbidden;
            var state = not ? " disabled" : before?["work"].Contains(work.Id) == true ? " checked" : "";
            var note = work.Ruling == WorkRuling.Free ? "" : $"<small class=\"{Word(work.Ruling)}\">{(not ? Both("不可以", "No") : Ruling(work, door))}</small>";
            form.Add($"<label class=\"choice\"><input type=\"checkbox\" name=\"work\" value=\"{E(work.Id)}\"{state}><span>{Both(work.Title.Zh, work.Title.En)}{note}</span></label>");
        }

        form.Add("</fieldset>");
        form.Add(Field("contractor", "text", "施工单位（自装请写“业主自装”）", "Contractor (or: the owner)", before, "maxlength=\"100\" required"));
        form.Add(Field("from", "date", "开工日期", "First day", before, $"min=\"{Iso(door.Today)}\" required"));
        form.Add(Field("to", "date", "完工日期", "Last day", before, $"min=\"{Iso(door.Today)}\" required"));
        form.Add(Field("wet", "date", "防水施工日期（不清楚可不填）", "Day of waterproofing, if you know it", before, $"min=\"{Iso(door.Today)}\""));
        form.Add(Field("contact", "text", "联系方式（选填，仅工作人员可见）", "How we reach you (optional; seen by the staff only)", before, "maxlength=\"200\" autocomplete=\"tel\""));
        if (door.Guidance is { } guidance)
        {
            form.Add($"<label class=\"choice\"><input type=\"checkbox\" name=\"guidance\" value=\"{E(guidance.Name)}\"><span>{Both("我已阅读本户型装修指引", "I have read the guidance for flats like mine")}</span></label>"
                + $"<p><a href=\"{E(guidance.Link)}\">{Both("查看装修指引", "Read the guidance")}</a></p>");
        }

        form.Add("<button>提交备案 · File</button></form>");
        return string.Concat(form);
    }

    private static string Field(string name, string type, string zh, string en, IFormCollection? before, string more) =>
        $"<label for=\"{name}\">{Both(zh, en)}</label><input id=\"{name}\" name=\"{name}\" type=\"{type}\" value=\"{E(before?[name].ToString() ?? "")}\" {more}>";

    private static string Report(Door door, string token)
    {
        var types = string.Concat(door.Types.Select(type => $"<option value=\"{E(type.Code)}\">{E(type.Title.Zh)} · {E(type.Title.En)}</option>"));
        return $"<details id=\"report\"><summary>{Both("举报这一户的问题", "Report something wrong in this flat")}</summary><form method=\"post\" action=\"{DoorPages.Path}/{E(token)}/report\">"
            + $"<label for=\"type\">{Both("问题", "What is wrong?")}</label><select id=\"type\" name=\"type\">{types}</select>"
            + $"<label for=\"description\">{Both("您看到了什么", "What did you see?")}</label><textarea id=\"description\" name=\"description\" rows=\"3\" maxlength=\"2000\"></textarea>"
            + $"<label for=\"reach\">{Both("联系方式（选填）", "How we reach you (optional)")}</label><input id=\"reach\" name=\"contact\" maxlength=\"200\">"
            + "<button>提交 · Send</button></form></details>";
    }
}
