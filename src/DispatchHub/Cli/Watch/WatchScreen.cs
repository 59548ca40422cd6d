using System.Globalization;
using Dispatch.Contracts;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Dispatch.Hub.Cli.Watch;

/// <summary>What a terminal shows of a board at one moment.</summary>
internal sealed record WatchScreen
{
    // Headings and the widths of what stands under them; what is left belongs to type and place.
    private static readonly (string Heading, int Width)[] Columns =
        [("left", 9), ("due", 11), ("case", 11), ("level", 20), ("status", 20), ("responsible", 19)];

    // A board is one street's: its year and number tell a case.
    private const int NumberColumns = 11;

    /// <summary>What is watched.</summary>
    public required string Scope { get; init; }

    /// <summary><c>live</c>, <c>connecting</c>, or why not.</summary>
    public required string Connection { get; init; }

    /// <summary>City time and speed; null before the first word of the server.</summary>
    public required CityFace? Clock { get; init; }

    /// <summary>The cases, most pressing first.</summary>
    public required IReadOnlyList<BoardLine> Lines { get; init; }

    /// <summary>Cases that went up a level in the last seconds, by id, with what happened.</summary>
    public required IReadOnlyDictionary<string, BoardChange> Marked { get; init; }

    /// <summary>How many cases fit.</summary>
    public required int Height { get; init; }

    /// <summary>How many columns there are.</summary>
    public required int Width { get; init; }

    /// <summary>The screen as something that Spectre draws.</summary>
    public IRenderable Draw()
    {
        var table = new Table().Border(TableBorder.Simple).Expand();
        foreach (var (heading, width) in Columns)
        {
            table.AddColumn(new TableColumn(heading) { Width = width, Padding = new Padding(0, 0, 1, 0) }.NoWrap());
        }

        table.AddColumn(new TableColumn("what, where") { Padding = new Padding(0) }.NoWrap());
        var rest = Math.Max(10, Width - Columns.Sum(column => column.Width + 1) - 8);
        foreach (var line in Lines.Take(Height))
        {
            table.AddRow([.. Cells(line, rest).Select(cell => new Markup(cell))]);
        }

        var hidden = Lines.Count - Height;
        return new Rows(
            new Markup(Header()),
            table,
            new Markup(hidden > 0 ? $"[grey]{hidden} more with more time left; Ctrl-C ends[/]" : "[grey]Ctrl-C ends[/]"));
    }

    private string Header()
    {
        var levels = string.Join("  ", Enum.GetValues<CaseLevel>().Select(level => Number($"{Colour(level, $"{level}")} {Lines.Count(line => line.Row.Level == level)}")));
        var state = Connection == "live" ? "[green]● live[/]" : $"[yellow]○ {Markup.Escape(Connection)}[/]";
        var clock = Clock is { } face ? Number($"{face.Now:ddd yyyy-MM-dd HH:mm:ss} ×{face.Speed:0.##}") : "";
        return $"{state}  [bold]{Markup.Escape(Scope)}[/]  {clock}   {levels}";
    }

    private IEnumerable<string> Cells(BoardLine line, int rest)
    {
        var row = line.Row;
        var marked = Marked.GetValueOrDefault(row.Id);
        yield return Left(line);
        yield return line.Clock is { DueAt: { } due } && Clock is { } face ? $"[grey]{DueText(face, due)}[/]" : "";
        yield return Markup.Escape(row.Number[Math.Max(0, row.Number.Length - NumberColumns)..]);
        yield return marked is null ? Colour(row.Level, $"{row.Level}") : $"[bold black on yellow]↑ {Markup.Escape(marked.What)}[/]";
        yield return $"{row.Status}";
        yield return Markup.Escape(TerminalText.Cut(row.Responsible.ToString(), 19));
        yield return Markup.Escape(TerminalText.Cut($"{row.Type} {row.PlaceName} {row.Title}", rest));
    }

    private static string Left(BoardLine line) => line.Left switch
    {
        null => "[grey]–[/]",
        { } left when left < TimeSpan.Zero => $"[red]{Countdown.Text(left)}[/]",
        { } left when left < TimeSpan.FromMinutes(10) => $"[yellow]{Countdown.Text(left)}[/]",
        { } left => Countdown.Text(left),
    };

    private static string DueText(CityFace face, DateTimeOffset due)
    {
        var local = face.Local(due);
        return local.Date == face.Now.Date ? Number($"{local:HH:mm}") : Number($"{local:MM-dd HH:mm}");
    }

    private static string Colour(CaseLevel level, string text) => level switch
    {
        CaseLevel.Supervision => $"[red]{text}[/]",
        CaseLevel.Street => $"[orange1]{text}[/]",
        CaseLevel.Community => $"[deepskyblue1]{text}[/]",
        _ => $"[green]{text}[/]",
    };

    private static string Number(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
