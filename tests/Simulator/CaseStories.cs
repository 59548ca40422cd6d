namespace Dispatch.Simulator;

/// <summary>What residents say about each type of the sample street, and how often: made up, with the types of the sample pack.</summary>
public static class CaseStories
{
    private static readonly Dictionary<string, CaseKind> ByCode = new CaseKind[]
    {
        new() { Code = "DEC-01", Weight = 0.5, NightWeight = 0.2, Descriptions = ["疑似拆除承重墙，楼上有震动", "装修工人在剪力墙上开槽"] },
        new() { Code = "DEC-02", Weight = 1.0, InProgress = 0.25, Descriptions = ["卫生间移位，楼下渗水", "正在拆阳台隔墙"] },
        new() { Code = "DEC-03", Weight = 1.6, InProgress = 0.3, Descriptions = ["准备拆除飘窗", "设备平台搭建封闭阳台", "外立面开洞装空调外机"] },
        new() { Code = "DEC-04", Weight = 0.4, NightWeight = 0.8, Descriptions = ["私自移动燃气表", "装修时改动燃气管道，有异味"] },
        new() { Code = "DEC-05", Weight = 1.4, NightWeight = 0.1, Descriptions = ["装修未见备案公示", "装修队进场，物业无登记"] },
        new() { Code = "DEC-06", Weight = 0.6, NightWeight = 0.1, Descriptions = ["防水层被凿开，未做闭水试验", "楼板堆放大量沙石"] },
        new() { Code = "DEC-07", Weight = 2.4, NightWeight = 2.4, Descriptions = ["中午装修噪声扰民", "夜间仍在电钻施工", "装修垃圾堆在楼道"] },
        new() { Code = "ILL-01", Weight = 0.7, NightWeight = 0.4, InProgress = 0.5, Descriptions = ["顶楼正在搭建阳光房", "院内正在加盖一层"] },
        new() { Code = "ILL-02", Weight = 0.5, NightWeight = 0.05, Descriptions = ["天井内已建成储物间", "露台已加建房间"] },
        new() { Code = "GRN-01", Weight = 0.9, NightWeight = 0.1, InProgress = 0.2, Descriptions = ["绿化带被改为停车位", "楼下灌木被铲除种菜"] },
        new() { Code = "FIRE-01", Weight = 0.6, NightWeight = 0.7, Descriptions = ["消防通道被装修材料堵塞", "防火门被拆除"] },
        new() { Code = "PROP-01", Weight = 0.3, NightWeight = 0.05, Descriptions = ["物业知情但未上报"] },
        new() { Code = "DISP-01", Weight = 0.8, NightWeight = 0.3, Descriptions = ["楼上装修漏水，双方争执", "邻里因公共走道堆物争吵"] },
    }.ToDictionary(kind => kind.Code, StringComparer.Ordinal);

    /// <summary>A type as this city sees it; a type that the sample lacks is reported as often as any.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="milestones">The clocks that a milestone of the same name stops.</param>
    /// <param name="minOfficers">How many officers a visit takes.</param>
    public static CaseKind Of(string code, IReadOnlyList<string> milestones, int minOfficers) =>
        (ByCode.GetValueOrDefault(code) ?? new CaseKind { Code = code }) with { Milestones = milestones, MinOfficers = minOfficers };
}
