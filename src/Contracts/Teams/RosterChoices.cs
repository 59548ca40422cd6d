using System.Text.Json.Serialization;

namespace Dispatch.Contracts;

/// <summary>The local days on which a planned duty begins, by the street's calendar.</summary>
[GenerateSerializer, Alias("duty-days"), JsonConverter(typeof(CamelCaseEnumJson<DutyDays>))]
public enum DutyDays
{
    /// <summary>Every day.</summary>
    EveryDay = 0,

    /// <summary>Days with working hours, make-up days included, holidays not.</summary>
    WorkingDays = 1,

    /// <summary>The others.</summary>
    DaysOff = 2,
}

/// <summary>What became of something asked for.</summary>
[GenerateSerializer, Alias("ask-state"), JsonConverter(typeof(CamelCaseEnumJson<AskState>))]
public enum AskState
{
    /// <summary>Nobody has answered.</summary>
    Asked = 0,

    /// <summary>It holds.</summary>
    Agreed = 1,

    /// <summary>It does not.</summary>
    Declined = 2,
}
