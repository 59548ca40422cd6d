using Dispatch.Contracts;

namespace Dispatch.Hub.Decoration.Filings;

/// <summary>What a door page answers to a form.</summary>
/// <param name="Good">Whether it was done.</param>
/// <param name="Words">What is said.</param>
internal sealed record DoorSaid(bool Good, Text Words)
{
    /// <summary>Where to go on, a path from the root; null for nowhere.</summary>
    public string? Link { get; init; }

    /// <summary>The form did not come as the page sends it.</summary>
    public static DoorSaid Incomplete { get; } = new(false, new Text("表单不完整，请重新填写。", "The form was not complete; fill it in again."));

    /// <summary>A report was taken.</summary>
    /// <param name="link">The page on which whoever reported follows it.</param>
    public static DoorSaid Reported(string? link) =>
        new(true, new Text("已收到，网格员将到现场核实。", "Thank you. A grid worker will come and look.")) { Link = link };

    /// <summary>Why the city did not do it.</summary>
    public static DoorSaid Refused(Refusal refusal) => new(false, new Text(Chinese(refusal), refusal.Reason));

    private static string Chinese(Refusal refusal) => refusal.Code switch
    {
        RefusalCode.FilingOverlaps => "这段时间已有装修备案，请改选日期。",
        RefusalCode.WorkForbidden => "所选项目中有法律禁止的内容，不能备案：",
        RefusalCode.ContractorRequired => "请填写施工单位；自行施工请写“业主自装”。",
        RefusalCode.UnknownWork => "所选项目不存在，请重新选择。",
        RefusalCode.InvalidValue => "请检查所选项目和日期：应先备案后开工，结束日期不早于开始日期。",
        _ => "未能备案：",
    };
}
