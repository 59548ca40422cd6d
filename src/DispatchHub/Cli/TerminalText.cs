using Spectre.Console.Rendering;

namespace Dispatch.Hub.Cli;

/// <summary>Text measured as a terminal shows it: a Chinese character takes two columns.</summary>
internal static class TerminalText
{
    /// <summary>The columns that a text takes.</summary>
    public static int Columns(string text) => new Segment(text).CellCount();

    /// <summary>The text, or as much of it as fits with an ellipsis behind.</summary>
    public static string Cut(string text, int columns)
    {
        if (Columns(text) <= columns)
        {
            return text;
        }

        var kept = text.Length;
        while (kept > 0 && Columns(text[..kept]) > columns - 1)
        {
            kept--;
        }

        return text[..kept] + "…";
    }
}
