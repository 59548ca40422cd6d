using Dispatch.Contracts;
using Dispatch.Grains.Notices;
using Dispatch.Grains.Storage;

namespace Dispatch.Silo.Notices;

/// <summary>A notice on its way to a person.</summary>
/// <param name="Stored">The notice.</param>
/// <param name="Payload">What it says.</param>
/// <param name="Person">To whom.</param>
public sealed record NoticeMail(StoredNotice Stored, NoticePayload Payload, NoticePerson Person)
{
    /// <summary>The first line: what waits.</summary>
    public Text Subject => NoticeWords.Subject(Payload.What);

    /// <summary>The second line: which case, and where.</summary>
    public Text Detail => new(Line(Payload.Title.Zh), Line(Payload.Title.En));

    /// <summary>Both lines in one language.</summary>
    public string In(string language) => language == "en" ? $"{Subject.En}: {Detail.En}" : $"{Subject.Zh}：{Detail.Zh}";

    private string Line(string title) => string.Join(' ', new[] { Stored.Number, title, Payload.Place }.Where(part => !string.IsNullOrEmpty(part)));
}

/// <summary>What people are told, in both languages.</summary>
internal static class NoticeWords
{
    /// <summary>What waits, in a few words.</summary>
    /// <param name="what">As <see cref="NoticeView.What"/> lists it.</param>
    public static Text Subject(string what) => what switch
    {
        "offer" => new("有案件派给你，请接单", "A case is offered to you"),
        "along" => new("你随队前往", "You go along on a visit"),
        "verify" => new("有上报待现场核实", "A report waits to be verified on site"),
        "grid" => new("有案件待你处理", "A case waits in your grid"),
        "acknowledge" => new("有案件待社区响应", "A case waits for the community"),
        "assign" => new("有案件待派单", "A case waits to be assigned"),
        "check" => new("有案件待核查", "A case waits to be checked"),
        "rework" => new("核查未通过，请返工", "The check failed: rework"),
        "returned" => new("案件退到你处", "A case was sent to you"),
        "alarm" => new("时限已过，请队长处理", "A clock ran out: the captain is asked"),
        "supervision" => new("案件已升级到督查", "A case has come to supervision"),
        "department" => new("部门被吹哨，请报到", "Your department is whistled"),
        "extension" => new("有延期申请待批", "An extension waits for a decision"),
        "suspension" => new("有挂账申请待批", "A suspension waits for a decision"),
        "instruction" => new("有专班交办事项", "The committee has given an instruction"),
        "help" => new("队员求助，请立即应答", "An officer calls for help: answer now"),
        "pair" => new("现场未报平安，请确认同伴安全", "A sign from the site is missing: is your partner all right?"),
        "card" => new("有拟发的个人督办牌待决定", "A card on a person waits for your word"),
        "review" => new("挂账复核已逾期", "The review of a suspension was missed"),
        "swapAsked" => new("有人请你换班", "You are asked to swap duties"),
        "swapAgreed" => new("换班已同意", "Your swap was agreed"),
        "swapDeclined" => new("换班被拒绝", "Your swap was declined"),
        "dutyGiven" => new("你被安排值班", "You are put on duty"),
        "dutyTaken" => new("你的班次已由他人顶替", "Somebody takes over your duty"),
        "reminder" => new("催办：案件已逾期", "A reminder: a case is overdue"),
        "dossier-late" => new("装修监管事项逾期", "Something of house decoration is late"),
        "filing" => new("装修备案待处理", "A filing of works waits for you"),
        "visit" => new("联合检查已排定", "A visit of several departments is planned"),
        "paper-to-sign" => new("有文书待签发", "A document waits for your signature"),
        "session" => new("小区预约了普法活动，请安排", "A teaching session was ordered: plan it"),
        "session-late" => new("普法活动逾期", "A teaching session is late"),
        _ => new("有案件待处理", "A case waits for you"),
    };
}
