using Dispatch.Contracts;
using Dispatch.Hub.Decoration.Filings;

namespace Dispatch.Hub.Decoration.Sessions;

/// <summary>What the page of a menu answers to its forms.</summary>
internal static class LearnSaid
{
    /// <summary>Topics were ordered.</summary>
    public static DoorSaid Ordered { get; } = new(true, new Text("已预约，时间地点会公布在这里。", "Ordered. Place and time will stand here."));

    /// <summary>A question was taken.</summary>
    public static DoorSaid Asked { get; } = new(true, new Text("已收到，您的问题会列入议程。", "Thank you: your question is on the agenda."));

    /// <summary>Why the city did not do it.</summary>
    public static DoorSaid Refused(Refusal refusal) => new(false, new Text(Chinese(refusal), refusal.Reason));

    private static string Chinese(Refusal refusal) => refusal.Code switch
    {
        RefusalCode.QuestionNamesSomebody => "请不要填写电话和姓名：问题可能被所有人看到。",
        RefusalCode.SessionFull => "本次活动的预约或问题已满。",
        RefusalCode.UnknownTopic => "菜单中没有这个主题，请重新选择。",
        RefusalCode.InvalidValue => "请至少选择一个主题。",
        RefusalCode.InvalidText => "请写下您的问题（300字以内）。",
        RefusalCode.StatusNotAllowed => "这次活动刚刚结束，请再提交一次。",
        _ => "未能提交。",
    };
}
