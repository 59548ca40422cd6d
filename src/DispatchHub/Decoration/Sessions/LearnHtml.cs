using System.Globalization;
using Dispatch.Contracts.Decoration;
using Dispatch.Hub.Decoration.Filings;
using static Dispatch.Hub.Decoration.Filings.DoorHtml;

namespace Dispatch.Hub.Decoration.Sessions;

/// <summary>The page by which owners order topics and ask, in both languages under each other.</summary>
internal static class LearnHtml
{
    private const int LongestQuestion = 300;

    /// <summary>The token opens no estate.</summary>
    public static string Missing { get; } = Whole(
        "未找到 · Not found",
        $"<h1>{Both("链接无效", "This link is not valid")}</h1><p>{Both("请向物业或社区索取本小区的链接。", "Ask the property manager or the community for your estate's link.")}</p>");

    /// <summary>The page.</summary>
    /// <param name="page">What anybody may know.</param>
    /// <param name="token">Of its address.</param>
    /// <param name="said">The answer to a form; null for none.</param>
    /// <param name="question">What the box held, to be corrected; null for an empty one.</param>
    public static string Page(LearnPage page, string token, DoorSaid? said, string? question = null) => Whole(
        $"{page.Estate.Zh} 装修普法",
        $"<h1>{Both($"{page.Estate.Zh} 装修普法", $"{page.Estate.En}: learn the rules of decoration")}</h1>"
        + (said is null ? "" : $"<div class=\"said {(said.Good ? "good" : "bad")}\" role=\"{(said.Good ? "status" : "alert")}\">{Both(said.Words.Zh, said.Words.En)}</div>")
        + Next(page) + Question(page, token, question) + Menu(page, token) + Answers(page.Answers)
        + $"<footer>{Both("请勿填写姓名和电话：问题会在活动上宣读，答复会公布。", "No names and no numbers, please: questions are read out at the session and their answers published.")}</footer>");

    private static string Next(LearnPage page)
    {
        if (page.At is not { } at)
        {
            return "";
        }

        var when = at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return $"<section class=\"state good\" id=\"next\"><strong>{Both("下次活动", "Next session")}</strong><p><time datetime=\"{at:O}\">{E(when)}</time> {E(page.Place ?? "")}</p></section>";
    }

    private static string Question(LearnPage page, string token, string? question)
    {
        var count = page.Questions == 0 ? "" : $"<p id=\"count\">{Both($"已收集 {page.Questions} 个问题", $"{page.Questions} questions so far")}</p>";
        return $"<h2>{Both("您想问什么？", "What would you like to know?")}</h2>{count}<form method=\"post\" action=\"{LearnPages.Path}/{E(token)}/ask\">"
            + $"<label for=\"question\">{Both("您的问题", "Your question")}</label><textarea id=\"question\" name=\"question\" rows=\"3\" maxlength=\"{LongestQuestion}\" required>{E(question ?? "")}</textarea>"
            + "<button>提交问题 · Ask</button></form>";
    }

    private static string Menu(LearnPage page, string token)
    {
        var topics = string.Concat(page.Menu.Topics.Select(topic =>
            $"<label class=\"choice\"><input type=\"checkbox\" name=\"topic\" value=\"{E(topic.Id)}\"><span>{Both(topic.Title.Zh, topic.Title.En)}{Both(topic.Teaches.Zh, topic.Teaches.En)}</span></label>"));
        var notice = page.Menu.Notice is { } whose ? $"<p class=\"en\">{Both(whose.Zh, whose.En)}</p>" : "";
        return $"<h2>{Both("普法菜单：点您想听的", "The menu: order what you want to hear")}</h2><form method=\"post\" action=\"{LearnPages.Path}/{E(token)}/order\">"
            + $"<fieldset><legend>{Both("主题", "Topics")}</legend>{topics}</fieldset><button>预约 · Order</button></form>{notice}";
    }

    private static string Answers(PublishedAnswers answers) => answers.Items.Count == 0 ? "" : $"<h2>{Both("已公布的答复", "Answered before")}</h2>" + string.Concat(answers.Items.Select(one =>
        $"<details><summary>{E(one.Question)}</summary>{(one.Ruling is { } ruling ? $"<p class=\"{Word(ruling.Ruling)}\"><b>{Holds(ruling.Ruling)}</b></p>" : "")}<p>{Both(one.Answer.Zh, one.Answer.En)}</p></details>"));

    private static string Word(RulingKind ruling) => ruling switch { RulingKind.Allowed => "free", RulingKind.NeedsApproval => "needs-approval", _ => "forbidden" };

    private static string Holds(RulingKind ruling) => ruling switch
    {
        RulingKind.Allowed => Both("可以，备案后施工", "Yes, once you have filed"),
        RulingKind.NeedsApproval => Both("须经批准", "Only with approval"),
        _ => Both("不可以", "No"),
    };
}
