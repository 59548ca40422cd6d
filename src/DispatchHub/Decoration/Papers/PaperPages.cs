using System.Text.Encodings.Web;
using System.Text.Unicode;
using Dispatch.Contracts.Decoration;

namespace Dispatch.Hub.Decoration.Papers;

/// <summary>
/// A document as a page for A4 paper. Plain HTML without script; every character of its text is written so that it cannot be taken for
/// markup, whatever a template or a person put there.
/// </summary>
internal static class PaperPages
{
    /// <summary>Where the pages are.</summary>
    public const string Path = "/papers";

    /// <summary>How they look.</summary>
    public const string StylePath = "/papers.css";

    public const string Css =
        """
        :root { --ink: #000; --soft: #444; --bad: #b00020; color-scheme: light; }
        * { box-sizing: border-box; }
        body { margin: 0; background: #e8eaed; color: var(--ink); font: 16pt/1.75 FangSong, STFangsong, 'Songti SC', SimSun, 'Noto Serif CJK SC', 'Noto Sans CJK SC', serif; }
        main { width: 210mm; max-width: 100%; min-height: 297mm; margin: 1rem auto; padding: 25mm 24mm 18mm; background: #fff; display: flex; flex-direction: column; }
        h1 { margin: 0; text-align: center; font-size: 22pt; line-height: 1.5; letter-spacing: .08em; }
        p { margin: .35rem 0; text-indent: 2em; overflow-wrap: anywhere; }
        .right { text-align: right; text-indent: 0; padding-right: 2em; }
        h1 + .right { text-align: center; padding: 0; margin-bottom: 1.5rem; }
        .flush { text-indent: 0; }
        .state { margin: 0 0 1rem; border: 2px solid var(--bad); color: var(--bad); text-align: center; text-indent: 0; font-weight: 700; }
        footer { margin-top: auto; padding-top: 1rem; border-top: 1px solid #999; color: var(--soft); font-size: 10pt; line-height: 1.4; }
        @page { size: A4; margin: 22mm 20mm 18mm; }
        @media print { body { background: #fff; } main { width: auto; min-height: 0; margin: 0; padding: 0; display: block; } footer { margin-top: 1.5rem; } p { break-inside: avoid; } }
        """;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The link opens no document.</summary>
    public static string Missing { get; } = Whole("未找到", "<h1>没有这份文书</h1><p class=\"flush\" lang=\"en\">There is no such document.</p>");

    /// <summary>The page of a document.</summary>
    public static string Page(PrintedPaper paper)
    {
        List<string> page = [];
        if (paper.State != PaperState.Issued)
        {
            page.Add($"<p class=\"state\">{(paper.State == PaperState.Proposed ? "草稿，未签发，无效" : "已退回，无效")}</p>");
        }

        page.AddRange(paper.Lines.Select(Line));
        page.Add($"<footer>案件编号 {E(paper.CaseNumber)}　文书模板 {E(paper.Template.ToString())}</footer>");
        return Whole($"{paper.Title.Zh} {paper.Number}", string.Concat(page));
    }

    private static string Line(string line) => line switch
    {
        ['#', ' ', .. var text] => $"<h1>{E(text)}</h1>",
        ['>', ' ', .. var text] => $"<p class=\"right\">{E(text)}</p>",
        ['|', ' ', .. var text] => $"<p class=\"flush\">{E(text)}</p>",
        _ => $"<p>{E(line)}</p>",
    };

    private static string E(string text) => Encoder.Encode(text);

    private static string Whole(string title, string body) =>
        "<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
        + $"<meta name=\"robots\" content=\"noindex\"><meta name=\"referrer\" content=\"no-referrer\"><title>{E(title)}</title><link rel=\"stylesheet\" href=\"{StylePath}\"></head><body><main>{body}</main></body></html>";
}
