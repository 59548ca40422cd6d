using System.Collections.Frozen;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;

namespace Dispatch.Hub.Decoration.Promises;

/// <summary>What the public page of a case says, for people who know nothing of how the street works.</summary>
internal static class PromiseWords
{
    private static readonly FrozenDictionary<string, Text> Steps = new Dictionary<string, Text>(StringComparer.Ordinal)
    {
        ["received"] = new("已收到反映", "The report was received"),
        ["looked-at"] = new("网格员已到现场核实", "A grid worker came and looked"),
        ["community-knows"] = new("社区已接手", "The community has taken it on"),
        ["community-at-work"] = new("社区已到场处理", "The community began to work on it"),
        ["team-called"] = new("已呼叫街道执法队", "The street's enforcement team was called"),
        ["team-coming"] = new("执法队已出发", "The team is on its way"),
        ["team-there"] = new("执法队已到场", "The team is on site"),
        ["part-done"] = new("处理有进展", "A step of it is done"),
        ["departments-called"] = new("已请相关部门一起处理", "Other departments were called in"),
        ["handled"] = new("已处理，等待复核", "It was dealt with"),
        ["checked"] = new("已复核", "Somebody else checked it"),
        ["check-failed"] = new("复核未通过，继续处理", "The check found it not solved; work goes on"),
        ["paused"] = new("因故暂缓", "It has to wait"),
        ["goes-on"] = new("恢复处理", "It goes on"),
        ["supervised"] = new("督导员已介入督办", "The supervisor sees to it"),
        ["closed"] = new("已办结", "Closed as solved"),
        ["rejected"] = new("未予受理", "Not taken up"),
        ["merged"] = new("与同一事项的另一件合并处理", "Goes on together with another report of the same matter"),
        ["reopened"] = new("重新办理", "Opened again"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Text> Promises = new Dictionary<string, Text>(StringComparer.Ordinal)
    {
        ["verify-report"] = new("网格员到现场核实", "A grid worker comes and looks"),
        ["grid"] = new("网格员先行处理", "The grid worker deals with it"),
        ["acknowledge"] = new("社区接手", "The community takes it on"),
        ["pre-control"] = new("社区到场劝阻处理", "The community comes and sees to it"),
        ["assign"] = new("执法队安排人员", "The team sends somebody"),
        ["arrive"] = new("执法队到场", "The team comes"),
        ["stop-work"] = new("责令停工", "Work is stopped"),
        ["rectify"] = new("整改解决", "It is solved"),
        ["decide"] = new("作出处理决定", "A decision is made"),
        ["demolish"] = new("拆除完毕", "It is taken down"),
        ["check"] = new("复核", "Somebody else checks it"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What was done.</summary>
    public static Text Of(PromiseStep step) => step.Clock is { } clock
        ? new Text($"未按时：{Of(clock).Zh}", $"Not in time: {LowerFirst(Of(clock).En)}")
        : Steps.GetValueOrDefault(step.What) ?? Text.Same(step.What);

    /// <summary>What a clock promises.</summary>
    public static Text Of(string clock) => Promises.GetValueOrDefault(clock) ?? Text.Same(clock);

    /// <summary>How long something takes once it has begun, from how packs write it.</summary>
    public static Text Within(string budget)
    {
        var parts = budget.Split(' ');
        var many = parts[0] == "1" ? "" : "s";
        return parts switch
        {
            [var n, "min", ..] => new Text($"之后 {n} 分钟内", $"then within {n} minute{many}"),
            [var n, "wd", ..] => new Text($"之后 {n} 个工作日内", $"then within {n} working day{many}"),
            [var n, "d", ..] => new Text($"之后 {n} 天内", $"then within {n} day{many}"),
            [var n, "h", "U"] => new Text($"之后 {n} 小时内", $"then within {n} hour{many}"),
            [var n, ..] => new Text($"之后 {n} 个工作小时内", $"then within {n} working hour{many}"),
            _ => Text.Same(budget),
        };
    }

    /// <summary>Who has it now: a part of the city and no person.</summary>
    public static Text Has(Promise promise) => promise.Has switch
    {
        ScopeKind.Grid => new Text($"{promise.Community.Zh}的网格员", $"the grid worker of {promise.Community.En}"),
        ScopeKind.Community => promise.Community,
        _ => new Text("街道综合执法队", "the street's enforcement team"),
    };

    /// <summary>What somebody said of how it ended.</summary>
    public static Text Of(OutcomeAnswer answer) => answer switch
    {
        OutcomeAnswer.Satisfied => new Text("已解决，满意", "Solved, and I am satisfied"),
        OutcomeAnswer.Unsatisfied => new Text("已解决，不满意", "Solved, but I am not satisfied"),
        _ => new Text("没有解决", "Not solved"),
    };

    /// <summary>Why an answer was not taken.</summary>
    public static Text Refused(Refusal refusal) => new(
        refusal.Code switch
        {
            RefusalCode.AlreadyAnswered => "此前已评价过，以第一次为准。",
            RefusalCode.AnswerTooLate => "评价时间已过；如有问题请重新反映。",
            RefusalCode.StatusNotAllowed => "事项还未办结，办结后再评价。",
            _ => "未能提交，请稍后再试。",
        },
        refusal.Reason);

    private static string LowerFirst(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
