using Dispatch.Contracts.Decoration;
using QRCoder;

namespace Dispatch.Hub.Decoration.Filings;

/// <summary>The card for the door: what is permitted, from when to when, what is forbidden, and the code that anybody may scan.</summary>
internal static class DoorCard
{
    private const int Module = 4;

    /// <summary>The card as a page of its own.</summary>
    /// <param name="door">What anybody may know.</param>
    /// <param name="address">The whole address of the door's page.</param>
    public static string Page(Door door, string address)
    {
        List<string> card = ["<div class=\"card\">"];
        card.Add($"<h1 class=\"center\">{DoorHtml.Both("住宅装修公示牌", "House decoration: door card")}</h1>");
        card.Add($"<p class=\"center\"><b>{DoorHtml.E(door.Estate.Zh)} {DoorHtml.E(door.UnitId)}</b><span class=\"en\" lang=\"en\">{DoorHtml.E(door.Estate.En)}</span></p>");
        var filing = door.Filed ?? (door.Next?.State == FilingState.Standing ? door.Next : null);
        card.Add(filing is null
            ? DoorHtml.State(door)
            : $"<h2>{DoorHtml.Both("备案内容", "Permitted")}</h2>{DoorHtml.Works(filing)}<p>{DoorHtml.Days(filing)}</p><p>{DoorHtml.Both("施工单位：" + filing.Contractor, "Contractor: " + filing.Contractor)}</p>");
        card.Add($"<h2>{DoorHtml.Both("禁止", "Forbidden")}</h2><ul class=\"wide\">{string.Concat(Forbidden(door))}</ul>");
        card.Add($"<div class=\"qr\">{Code(address)}</div>");
        card.Add($"<p class=\"center\">{DoorHtml.Both("扫一扫：查备案、问能否施工、举报", "Scan: is it filed, may they do this, report")}</p></div>");
        return DoorHtml.Whole($"{door.Estate.Zh} {door.UnitId}", string.Concat(card));
    }

    // What the estate ruled on a spot says more than the general rule about the same spot.
    private static IEnumerable<string> Forbidden(Door door) =>
        door.Rulings.Where(ruling => ruling.Ruling == WorkRuling.Forbidden).Select(ruling => $"<li>{DoorHtml.Both($"{ruling.Name.Zh}：{ruling.Sentence.Zh}", $"{ruling.Name.En}: {ruling.Sentence.En}")}</li>")
            .Concat(door.Works.Where(work => work.Ruling == WorkRuling.Forbidden && door.Rulings.All(ruling => ruling.Spot != work.Spot || ruling.Ruling != WorkRuling.Forbidden)).Select(work => $"<li>{DoorHtml.Both(work.Title.Zh, work.Title.En)}</li>"));

    /// <summary>An address as a code to scan.</summary>
    public static string Code(string address)
    {
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        return new SvgQRCode(code).GetGraphic(Module, "#000", "#fff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute)
            .Replace("<svg ", "<svg role=\"img\" aria-label=\"QR\" ", StringComparison.Ordinal);
    }
}
