namespace Dispatch.Simulator.Habits;

/// <summary>What people write when a command asks them for a reason.</summary>
internal static class Phrases
{
    public static readonly string[] PassedUp = ["需社区协调物业处理", "业主不配合，转社区", "超出网格处置能力"];

    public static readonly string[] Whistled = ["业主拒绝停工，请执法队到场", "需多部门联合处置", "现场有安全隐患，紧急吹哨"];

    public static readonly string[] TakenBack = ["业主已同意停工，社区继续管控", "物业已到场，社区可自行处置"];

    public static readonly string[] Rejected = ["不属于街道职权范围，已告知反映人", "现场未发现所述情况"];

    public static readonly string[] Declined = ["正在另一现场处置", "车辆检修，无法及时到场"];

    public static readonly string[] Suspended = ["等待房屋安全鉴定报告", "业主外出，约定上门时间", "等待设计图纸调取"];

    public static readonly string[] Remarks = ["已电话联系当事人", "已请物业调取图纸", "请注意同幢多户装修", "已提醒在时限内反馈"];
}
