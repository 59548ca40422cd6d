namespace Dispatch.Contracts;

/// <summary>What a client must know of the pack in force: types with their clocks, scenes, departments, the ladder, who gives which command.</summary>
public sealed record CatalogueView
{
    /// <summary>The pack's id.</summary>
    public required string Id { get; init; }

    /// <summary>Its version; id and version together name one text for ever.</summary>
    public required string Version { get; init; }

    /// <summary>Its name.</summary>
    public required Text Title { get; init; }

    /// <summary>What readers must be told of it; absent where there is nothing.</summary>
    public Text? Notice { get; init; }

    /// <summary>The rungs that this place has, lowest first.</summary>
    public required IReadOnlyList<CaseLevel> Ladder { get; init; }

    /// <summary>Statuses in which a case is worked on.</summary>
    public required IReadOnlyList<CaseStatus> Worked { get; init; }

    /// <summary>The calendar of a street's own days.</summary>
    public required string Calendar { get; init; }

    /// <summary>The scenes that types belong to, by id; a type of the scene <c>other</c> belongs to none of them.</summary>
    public required IReadOnlyDictionary<string, Text> Scenes { get; init; }

    /// <summary>Departments that may be called, by id.</summary>
    public required IReadOnlyDictionary<string, Text> Departments { get; init; }

    /// <summary>Those of them that may be called to a case, by id, with their times.</summary>
    public required IReadOnlyDictionary<string, CatalogueDepartment> Callable { get; init; }

    /// <summary>The time to answer an instruction of the committee; absent where an instruction must name an instant.</summary>
    public string? Instruction { get; init; }

    /// <summary>Within which shares of cases whistled for whistling is usual; absent where the pack does not say.</summary>
    public CatalogueBand? WhistleRate { get; init; }

    /// <summary>The names of the systems that send cases, by id.</summary>
    public required IReadOnlyDictionary<string, Text> Sources { get; init; }

    /// <summary>The case types, by code.</summary>
    public required IReadOnlyList<CatalogueType> Types { get; init; }

    /// <summary>The roles that give each command, by the command's name.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<Role>> Commands { get; init; }

    /// <summary>Every status.</summary>
    public required IReadOnlyList<CaseStatus> Statuses { get; init; }
}

/// <summary>A type of case, as clients see it.</summary>
public sealed record CatalogueType
{
    /// <summary>Its code, such as <c>DEC-03</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Its name.</summary>
    public required Text Title { get; init; }

    /// <summary>One of the pack's scenes, or <c>other</c>.</summary>
    public required string Scene { get; init; }

    /// <summary>Who leads, first first: departments, or <c>enforcement</c>, <c>community</c>, <c>property</c>.</summary>
    public required IReadOnlyList<string> Lead { get; init; }

    /// <summary>Who assists, spelled as in <see cref="Lead"/>.</summary>
    public required IReadOnlyList<string> Assist { get; init; }

    /// <summary>Officers to a visit, at least.</summary>
    public required int MinOfficers { get; init; }

    /// <summary>How near, in metres, another case of this type counts as a likely duplicate.</summary>
    public required double DuplicateRadius { get; init; }

    /// <summary>True when <c>acknowledge</c> ignores calendars.</summary>
    public required bool Urgent { get; init; }

    /// <summary>Its clocks.</summary>
    public required IReadOnlyList<CatalogueClock> Clocks { get; init; }

    /// <summary>The clocks of a report marked as work in progress; absent where they are the same.</summary>
    public IReadOnlyList<CatalogueClock>? InProgressClocks { get; init; }

    /// <summary>The milestones that can be recorded.</summary>
    public required IReadOnlyList<string> Milestones { get; init; }
}

/// <summary>A department that may be called, as clients see it.</summary>
/// <param name="Standing">One of the standing team (1+4).</param>
/// <param name="ReportIn">From the whistle until it is on site, as the pack writes it.</param>
/// <param name="Answer">From its reporting in until its answer.</param>
public sealed record CatalogueDepartment(bool Standing, string ReportIn, string Answer)
{
    /// <summary>The time to report in where the type is urgent; absent where it is the same.</summary>
    public string? UrgentReportIn { get; init; }

    /// <summary>The time to answer where the type is urgent; absent where it is the same.</summary>
    public string? UrgentAnswer { get; init; }
}

/// <summary>Two shares, from 0 to 1.</summary>
/// <param name="Low">The lower.</param>
/// <param name="High">The upper.</param>
public sealed record CatalogueBand(double Low, double High);

/// <summary>A clock of a type, as clients see it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Budget">Its time as the pack writes it, such as <c>30 min</c>, <c>4 wh</c>, <c>7 wd</c>; <c>U</c> ignores calendars.</param>
/// <param name="Marks">Per cents at which somebody is told, ascending; the last is 100.</param>
public sealed record CatalogueClock(string Name, string Budget, IReadOnlyList<int> Marks)
{
    /// <summary>The calendar it runs on; absent where it ignores calendars.</summary>
    public string? Calendar { get; init; }
}
