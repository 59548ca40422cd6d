using System.Text.Json.Serialization;

namespace Dispatch.Contracts;

/// <summary>Where a case stands. The order up to <see cref="OnSite"/> is the order in which a case passes them.</summary>
[GenerateSerializer, Alias("case-status"), JsonConverter(typeof(ExactEnumJson<CaseStatus>))]
public enum CaseStatus
{
    /// <summary>A public report that the grid worker has not yet verified on site.</summary>
    AwaitingVerification = 0,

    /// <summary>With the grid worker, who may settle it on the spot.</summary>
    AtGrid = 1,

    /// <summary>With the community, which has not yet acknowledged it.</summary>
    AwaitingCommunity = 2,

    /// <summary>前置管控: the community handles it itself before it whistles.</summary>
    PreControl = 3,

    /// <summary>Whistled to the street; nobody has been asked yet.</summary>
    AwaitingDispatch = 4,

    /// <summary>Officers have been asked and none has accepted yet.</summary>
    Offered = 5,

    /// <summary>An officer accepted and has not yet reported in.</summary>
    EnRoute = 6,

    /// <summary>Reported in; worked on site under the type's milestones.</summary>
    OnSite = 7,

    /// <summary>Settled or resolved; somebody who did not handle it has to check that it is.</summary>
    AwaitingCheck = 8,

    /// <summary>挂账: parked with a reason; all clocks but <c>suspension-end</c> stand still.</summary>
    Suspended = 9,

    /// <summary>Solved and, where the type asks for it, checked.</summary>
    Closed = 10,

    /// <summary>Not a case: the report was not confirmed, or is not the street's.</summary>
    Rejected = 11,

    /// <summary>The same matter as another case, in which it goes on.</summary>
    Merged = 12,
}

/// <summary>Questions that a status alone answers.</summary>
public static class CaseStatusFacts
{
    /// <summary>True until the case is closed, rejected or merged.</summary>
    public static bool IsOpen(this CaseStatus status) => status < CaseStatus.Closed;

    /// <summary>The level that a status belongs to; null where it keeps the level of what went before.</summary>
    public static CaseLevel? Level(this CaseStatus status) => status switch
    {
        CaseStatus.AwaitingVerification or CaseStatus.AtGrid => CaseLevel.Grid,
        CaseStatus.AwaitingCommunity or CaseStatus.PreControl => CaseLevel.Community,
        CaseStatus.AwaitingDispatch or CaseStatus.Offered or CaseStatus.EnRoute or CaseStatus.OnSite => CaseLevel.Street,
        _ => null,
    };
}
