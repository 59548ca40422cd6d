using System.Globalization;

namespace Dispatch.Benchmarks.Running;

/// <summary>One measured number beside what is asked of it.</summary>
/// <param name="What">What was measured, as a reader of the table needs it.</param>
/// <param name="Measured">The number with its unit.</param>
/// <param name="Floor">The least that is accepted; empty where nothing is asked.</param>
/// <param name="Aim">What is aimed at; empty where nothing is asked.</param>
/// <param name="Standing">How it stands to both.</param>
public sealed record Figure(string What, string Measured, string Floor, string Aim, Standing Standing)
{
    /// <summary>A number of which more is better.</summary>
    public static Figure AtLeast(string what, double value, string format, double? floor, double aim) => new(
        what, Text(value, format), floor is null ? "" : Text(floor.Value, format), Text(aim, format),
        value >= aim ? Standing.Aim : value >= (floor ?? aim) ? Standing.Floor : Standing.Missed);

    /// <summary>A number of which less is better.</summary>
    public static Figure AtMost(string what, double value, string format, double? floor, double aim) => new(
        what, Text(value, format), floor is null ? "" : Text(floor.Value, format), Text(aim, format),
        value <= aim ? Standing.Aim : value <= (floor ?? aim) ? Standing.Floor : Standing.Missed);

    /// <summary>A number that explains another; nothing is asked of it.</summary>
    public static Figure Beside(string what, double value, string format) => new(what, Text(value, format), "", "", Standing.Beside);

    /// <summary>The row of the table.</summary>
    public string ToRow() => $"| {What} | {Measured} | {Floor} | {Aim} | {Verdict} |";

    /// <summary>The table's first two lines.</summary>
    public static string Heading => $"| what | measured | floor | aim | |{Environment.NewLine}| --- | --- | --- | --- | --- |";

    private string Verdict => Standing switch
    {
        Standing.Aim => "aim met",
        Standing.Floor => "floor met",
        Standing.Missed => "**short**",
        _ => "",
    };

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}

/// <summary>How a figure stands to floor and aim.</summary>
public enum Standing
{
    /// <summary>Nothing is asked of it.</summary>
    Beside = 0,

    /// <summary>Reaches the aim.</summary>
    Aim = 1,

    /// <summary>Reaches the floor.</summary>
    Floor = 2,

    /// <summary>Falls short.</summary>
    Missed = 3,
}
