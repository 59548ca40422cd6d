using Dispatch.TestKit;

namespace Dispatch.Browser.Tests.Kit;

/// <summary>How a city of one story runs.</summary>
public sealed record CityOptions
{
    /// <summary>City seconds per real second; 1 keeps deadlines far away.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>When it begins: a Tuesday morning without holidays around it.</summary>
    public DateTimeOffset Start { get; init; } = new(2026, 3, 10, 9, 0, 0, TimeSpan.FromHours(8));

    /// <summary>Whether made-up people report and act.</summary>
    public bool Simulation { get; init; }

    /// <summary>Whether cases are offered by themselves, as in the sample pack; else the dispatcher chooses.</summary>
    public bool Offers { get; init; }

    /// <summary>Further settings, as <c>--Section:Key=value</c>.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    internal string[] ToArguments() =>
    [
        FormattableString.Invariant($"--Clock:Speed={Speed}"),
        $"--Clock:Start={Start:O}",
        $"--Demo:Simulation={(Simulation ? "true" : "false")}",
        "--Auth:SignInsPerMinute=10000", // All stories sign in from one address.
        .. Offers ? [] : (string[])[$"--Policy:Path={ByHandPack.Folder}"],
        .. Settings,
    ];
}
