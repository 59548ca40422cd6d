using System.Globalization;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Hub.Decoration.Filings;
using static Dispatch.Hub.Decoration.Filings.DoorHtml;

namespace Dispatch.Hub.Decoration.Promises;

/// <summary>The public page of a case: both languages under each other, for a phone, without script.</summary>
internal static class PromiseHtml
{
    /// <summary>The token opens nothing.</summary>
    public static string Missing { get; } = Whole(
        "未找到 · Not found",
        $"<h1>{Both("没有这个事项", "There is nothing behind this link")}</h1><p>{Both("请检查链接是否完整。", "Look whether the link is whole.")}</p>");

    /// <summary>The page.</summary>
    /// <param name="promise">What whoever has the link may know.</param>
    /// <param name="token">Of its address.</param>
    /// <param name="said">The answer to a form; null for none.</param>
    public static string Page(Promise promise, string token, DoorSaid? said)
    {
        List<string> page = [$"<h1>{Both(promise.Title.Zh, promise.Title.En)}</h1>"];
        page.Add($"<p>{(promise.Place is { } place ? Both(place.Zh, place.En) : "")}<span class=\"en\">{E(promise.Number)}</span></p>");
        if (said is not null)
        {
            page.Add($"<div class=\"said {(said.Good ? "good" : "bad")}\" role=\"{(said.Good ? "status" : "alert")}\">{Both(said.Words.Zh, said.Words.En)}</div>");
        }

        page.Add(State(promise));
        page.Add(Answer(promise, token));
        page.Add(Times(promise));
        page.Add($"<h2>{Both("已做的事", "What was done")}</h2><ol class=\"times\">{string.Concat(promise.Steps.Reverse().Select(step => Line(
            PromiseWords.Of(step), step.Clock is null ? "" : "late", Short(step.At, promise))))}</ol>");
        page.Add(Photos(promise, token));
        page.Add(Contact(promise, token));
        page.Add($"<footer>{Both("请保管好此链接：凭链接可查看办理情况。页面不显示任何人的姓名，也不显示反映人。", "Keep this link to yourself: whoever has it sees this page. It names nobody, and never says who reported.")}</footer>");
        return Whole($"{promise.Title.Zh} {promise.Number}", string.Concat(page));
    }

    /// <summary>The link as a code, to be scanned from the staff's screen or printed.</summary>
    /// <param name="promise">The case.</param>
    /// <param name="address">The whole address of its page.</param>
    public static string Code(Promise promise, string address) => Whole(
        promise.Number,
        $"<div class=\"card\"><h1 class=\"center\">{Both("查看办理情况", "See what becomes of it")}</h1><p class=\"center\">{E(promise.Number)}</p>"
            + $"<div class=\"qr\">{DoorCard.Code(address)}</div><p class=\"center\"><a href=\"{E(address)}\">{E(address)}</a></p></div>");

    private static string State(Promise promise)
    {
        if (promise.OverdueSince is { } since)
        {
            return $"<section class=\"state bad\" id=\"state\"><strong>{Both("已超时", "Overdue")}</strong><p>{Both(
                $"本应在 {At(since, promise)} 前完成，目前尚未完成。很抱歉。", $"It should have been done by {At(since, promise)} and is not. We are sorry.")}</p>{Has(promise)}</section>";
        }

        var (mood, word) = promise.Status switch
        {
            CaseStatus.Closed => ("good", Both("已办结", "Closed as solved")),
            CaseStatus.Rejected => ("", Both("未予受理", "Not taken up")),
            CaseStatus.Merged => ("", Both("与同一事项的另一件合并处理", "Goes on together with another report of the same matter")),
            CaseStatus.Suspended => ("", Both("因故暂缓", "It has to wait")),
            CaseStatus.AwaitingCheck => ("", Both("已处理，等待复核", "Dealt with, waits for a check")),
            _ => ("", Both("办理中", "Under way")),
        };
        return $"<section class=\"state {mood}\" id=\"state\"><strong>{word}</strong>{Has(promise)}</section>";
    }

    private static string Has(Promise promise) => promise.Has is null ? "" :
        $"<p>{Both($"现由{PromiseWords.Has(promise).Zh}办理。", $"It is with {PromiseWords.Has(promise).En} now.")}</p>"
        + (promise.Supervised ? $"<p>{Both("督导员正在督办。", "The supervisor sees to it.")}</p>" : "");

    private static string Times(Promise promise)
    {
        if (promise.Times.Count == 0)
        {
            return "";
        }

        return $"<h2>{Both("承诺时限", "What was promised")}</h2><ul class=\"times\">{string.Concat(promise.Times.Select(time =>
        {
            var (mood, words) = time switch
            {
                { Within: { } within } => ("", PromiseWords.Within(within)),
                { State: ClockState.Met } => ("kept", new Text("已按时完成", "done in time")),
                { State: ClockState.Missed, DueAt: { } due } => ("late", new Text($"未按时（{Short(due, promise)} 前）", $"not in time (by {Short(due, promise)})")),
                { State: ClockState.Missed } => ("late", new Text("未按时", "not in time")),
                { DueAt: { } due } => ("", new Text($"{Short(due, promise)} 前", $"by {Short(due, promise)}")),
                _ => ("", new Text("暂停计时", "the time stands still")),
            };
            return $"<li class=\"{mood}\"><b>{Both(PromiseWords.Of(time.Clock).Zh, PromiseWords.Of(time.Clock).En)}</b><span>{Both(words.Zh, words.En)}</span></li>";
        }))}</ul>";
    }

    private static string Answer(Promise promise, string token)
    {
        if (promise.Said is { } given && (promise.AnswerBy is null || promise.Status != CaseStatus.Closed))
        {
            var words = PromiseWords.Of(given.Answer);
            return $"<section class=\"state\" id=\"answer\"><p>{Both($"您的评价（{At(given.At, promise)}）：{words.Zh}", $"You said ({At(given.At, promise)}): {words.En}")}</p></section>";
        }

        if (promise.AnswerBy is not { } until)
        {
            return "";
        }

        var answers = promise.Party == PromiseParty.Reporter ? Enum.GetValues<OutcomeAnswer>() : [OutcomeAnswer.Satisfied, OutcomeAnswer.Unsatisfied];
        return $"<h2 id=\"answer\">{Both("办得怎么样？", "How did it go?")}</h2><form method=\"post\" action=\"{PromisePages.Path}/{E(token)}/answer\">"
            + string.Concat(answers.Select(answer =>
                $"<button name=\"answer\" value=\"{Value(answer)}\" class=\"{(answer == OutcomeAnswer.NotSolved ? "no" : "")}\">{E(PromiseWords.Of(answer).Zh)} · {E(PromiseWords.Of(answer).En)}</button>"))
            + $"</form><p>{Both($"{At(until, promise)} 前可评价一次；选“没有解决”将重新办理。", $"You can say so once, until {At(until, promise)}. \"Not solved\" opens it again.")}</p>";
    }

    /// <summary>How an answer is written in the form.</summary>
    public static string Value(OutcomeAnswer answer) => answer switch
    {
        OutcomeAnswer.Satisfied => "satisfied",
        OutcomeAnswer.Unsatisfied => "unsatisfied",
        _ => "not-solved",
    };

    private static string Photos(Promise promise, string token) => promise.Photos.Count == 0 ? "" :
        $"<h2>{Both("现场照片（已模糊处理）", "Photos, made coarse")}</h2>" + string.Concat(Enumerable.Range(1, promise.Photos.Count).Select(n =>
            $"<img class=\"photo\" src=\"{PromisePages.Path}/{E(token)}/photos/{n}\" alt=\"照片 {n} · Photo {n}\">"));

    private static string Contact(Promise promise, string token) => promise.ContactUntil is not { } until ? "" :
        $"<form method=\"post\" action=\"{PromisePages.Path}/{E(token)}/forget\"><p>{Both(
            $"您留下的联系方式只供工作人员联系您，{At(until, promise)} 自动删除。", $"The contact that you left is for the staff alone and is erased on {At(until, promise)}.")}</p>"
        + "<button class=\"quiet\">现在删除 · Erase it now</button></form>";

    private static string Line(Text words, string mood, string at) => $"<li class=\"{mood}\"><b>{Both(words.Zh, words.En)}</b><span>{at}</span></li>";

    private static string At(DateTimeOffset at, Promise promise) => At(at, promise, "yyyy-MM-dd HH:mm");

    /// <summary>Without the year, for a line of a list.</summary>
    private static string Short(DateTimeOffset at, Promise promise) => At(at, promise, "MM-dd HH:mm");

    private static string At(DateTimeOffset at, Promise promise, string form) =>
        TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(promise.Zone)).ToString(form, CultureInfo.InvariantCulture);
}
