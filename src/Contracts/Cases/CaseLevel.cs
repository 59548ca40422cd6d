using System.Text.Json.Serialization;

namespace Dispatch.Contracts;

/// <summary>The levels of responsibility, lowest first. A pack's ladder names those that it uses.</summary>
[GenerateSerializer, Alias("case-level"), JsonConverter(typeof(ExactEnumJson<CaseLevel>))]
public enum CaseLevel
{
    /// <summary>网格.</summary>
    Grid = 0,

    /// <summary>社区（村）.</summary>
    Community = 1,

    /// <summary>街道: the street's law-enforcement team.</summary>
    Street = 2,

    /// <summary>督办: the supervisor sees to it that somebody acts. Status and responsible party stay as they were.</summary>
    Supervision = 3,
}

/// <summary>How much a dispatcher wants a case looked at first. It orders boards and changes no clock.</summary>
[GenerateSerializer, Alias("priority"), JsonConverter(typeof(ExactEnumJson<Priority>))]
public enum Priority
{
    /// <summary>The default.</summary>
    Normal = 0,

    /// <summary>Before normal ones.</summary>
    High = 1,

    /// <summary>Before all others; the default where the urgent clocks apply.</summary>
    Urgent = 2,
}

/// <summary>督办牌: what a missed deadline costs.</summary>
[GenerateSerializer, Alias("card"), JsonConverter(typeof(ExactEnumJson<CardColour>))]
public enum CardColour
{
    /// <summary>黄牌, the first.</summary>
    Yellow = 0,

    /// <summary>红牌, the last rung of the ladder.</summary>
    Red = 1,
}
