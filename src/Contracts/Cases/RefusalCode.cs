using System.Text.Json.Serialization;

namespace Dispatch.Contracts;

/// <summary>Everything that a case, dossier, grid or community refuses, a closed list. In JSON the kebab-case of the name (<c>outside-area</c>).</summary>
[GenerateSerializer, Alias("refusal-code"), JsonConverter(typeof(KebabCaseEnumJson<RefusalCode>))]
public enum RefusalCode
{
    /// <summary>No such case, grid, community or user. (404)</summary>
    Unknown = 0,

    /// <summary>The actor's role does not give this command. (403)</summary>
    RoleNotAllowed = 1,

    /// <summary>The case lies outside the actor's area. (403)</summary>
    OutsideArea = 2,

    /// <summary>The command has no place in the present status. (409)</summary>
    StatusNotAllowed = 3,

    /// <summary><c>expectedVersion</c> is not the present version. (409)</summary>
    VersionChanged = 4,

    /// <summary>Done in time, received after the clock fired and the case moved on. (409)</summary>
    CaseMovedOn = 5,

    /// <summary>The same key came before with another body. (422)</summary>
    IdempotencyKeyReused = 6,

    /// <summary>The pack has no such type. (422)</summary>
    UnknownType = 7,

    /// <summary>The place lies outside every grid. (422)</summary>
    OutsideTerritory = 8,

    /// <summary>No such estate, building, unit or grid. (422)</summary>
    UnknownPlace = 9,

    /// <summary>NUL, an unpaired surrogate, or too long. (422)</summary>
    InvalidText = 10,

    /// <summary>The command needs a reason. (422)</summary>
    ReasonRequired = 11,

    /// <summary>The type asks for more officers to a visit. (422)</summary>
    TooFewOfficers = 12,

    /// <summary>No such officer in the street's team. (422)</summary>
    UnknownOfficer = 13,

    /// <summary>The case was not offered to this officer, or is not theirs. (422)</summary>
    NotYours = 14,

    /// <summary>Whoever handled a case never checks it. (422)</summary>
    OwnWork = 15,

    /// <summary>No clock of the case waits for this milestone. (422)</summary>
    UnknownMilestone = 16,

    /// <summary>No such clock is running. (422)</summary>
    ClockNotRunning = 17,

    /// <summary>Extensions are asked for before expiry. (422)</summary>
    ExtensionAfterExpiry = 18,

    /// <summary>An extension of this clock is asked for already. (422)</summary>
    ExtensionPending = 19,

    /// <summary>Nobody asked for an extension. (422)</summary>
    NoExtensionRequested = 20,

    /// <summary>Not a budget such as <c>2 wd</c>, or not above zero. (422)</summary>
    InvalidLength = 21,

    /// <summary><c>occurredAt</c> lies after receipt. (422)</summary>
    OccurredInFuture = 22,

    /// <summary><c>occurredAt</c> lies before the case was opened. (422)</summary>
    OccurredBeforeOpening = 23,

    /// <summary><c>occurredAt</c> lies further back than the policy allows. (422)</summary>
    OccurredTooLongAgo = 24,

    /// <summary>Only a dispatcher or captain acts on behalf of others. (422)</summary>
    OnBehalfNotAllowed = 25,

    /// <summary>The end of a suspension must lie ahead, at most a year. (422)</summary>
    InvalidEnd = 26,

    /// <summary>A case cannot be merged into itself, a merged case, or one of another street. (422)</summary>
    InvalidMerge = 27,

    /// <summary>The party to return to is not one of this street's ladder below or beside. (422)</summary>
    InvalidReturn = 28,

    /// <summary>The case stands at supervision already. (409)</summary>
    AlreadySupervised = 29,

    /// <summary>The case exists already. (409)</summary>
    AlreadyReported = 30,

    /// <summary>A field has a value outside its range. (422)</summary>
    InvalidValue = 32,

    /// <summary>No such photo, or one that somebody else uploaded and that is not attached to this case. (422)</summary>
    UnknownEvidence = 33,

    /// <summary>The case would have more photos than it may. (422)</summary>
    TooMuchEvidence = 34,

    /// <summary>A roster is not changed, and a pack not adopted, before the present instant. (422)</summary>
    InThePast = 40,

    /// <summary>Somebody would have two duties at once. (409)</summary>
    OverlappingShift = 41,

    /// <summary>The person belongs to another street or community, or has no place in a team. (422)</summary>
    OutsideTeam = 42,

    /// <summary>No such user. (422)</summary>
    UnknownPerson = 43,

    /// <summary>Not on duty then. (409)</summary>
    NotOnDuty = 44,

    /// <summary>On leave then. (409)</summary>
    OnLeave = 45,

    /// <summary>It was answered already. (409)</summary>
    AnsweredAlready = 46,

    /// <summary>An officer's alarm is open, and the command would hide it. (409)</summary>
    AlarmOpen = 47,

    /// <summary>No alarm is open on the case. (409)</summary>
    NoAlarm = 48,

    /// <summary>Somebody has acknowledged the alarm already. (409)</summary>
    AlarmAnswered = 49,

    /// <summary>No sign is waited for on cases of this type. (409)</summary>
    NoCheckIn = 50,

    /// <summary>The case has no card of this number. (422)</summary>
    UnknownCard = 51,

    /// <summary>No card waits for the supervisor's word, or this one does not any more. (409)</summary>
    CardNotProposed = 52,

    /// <summary>No card stands that could be withdrawn, or this one does not. (409)</summary>
    CardNotStanding = 53,

    /// <summary>An outage has a beginning and an end that do not lie ahead or too far apart. (422)</summary>
    InvalidInterval = 54,

    /// <summary>The pack grants a case no more extensions. (422)</summary>
    ExtensionsUsedUp = 55,

    /// <summary>A suspension is asked for already. (409)</summary>
    SuspensionPending = 56,

    /// <summary>Nobody asked for a suspension. (422)</summary>
    NoSuspensionRequested = 57,

    /// <summary>The suspension is not one that is reviewed. (422)</summary>
    NoReview = 58,

    /// <summary>The case was returned as often as the pack allows. (422)</summary>
    ReturnedTooOften = 59,

    /// <summary>The pack gives no extra time. (422)</summary>
    ExtraTimeNotOffered = 60,

    /// <summary>The extra time of this case is taken. (422)</summary>
    ExtraTimeUsedUp = 61,

    /// <summary>An urgent clock takes no extra time. (422)</summary>
    UrgentClock = 62,

    /// <summary>A command that arrives after its clock fired needs a photo that shows it was done in time. (422)</summary>
    EvidenceNeeded = 63,

    /// <summary>The pack has no such department, or gives it no time to report in. (422)</summary>
    UnknownDepartment = 65,

    /// <summary>The department is called to this case already, and its part is still open. (409)</summary>
    DepartmentAlreadyCalled = 66,

    /// <summary>The department is not called to this case, or its part of it is over. (409)</summary>
    DepartmentNotCalled = 67,

    /// <summary>The department has reported in already. (409)</summary>
    AlreadyReportedIn = 68,

    /// <summary>A department reports in before it answers. (409)</summary>
    DepartmentNotReportedIn = 69,

    /// <summary>Departments have not answered yet, and nothing says why the case ends without them. (422)</summary>
    OpenAssists = 70,

    /// <summary>The case waits for no answer to an instruction. (409)</summary>
    NoInstruction = 71,

    /// <summary>The instruction before waits for its answer still. (409)</summary>
    InstructionPending = 72,

    /// <summary>The pack has no such source of cases. (422)</summary>
    UnknownSource = 85,

    /// <summary>The pack says of this source's type neither what it is here, nor what unknown ones are. (422)</summary>
    UnmappedType = 86,

    /// <summary>A source's number is 1 to 64 characters. (422)</summary>
    InvalidExternalNumber = 87,

    /// <summary>The last instant for a reply lies more than a year ahead or back. (422)</summary>
    InvalidReplyBy = 88,

    /// <summary>No other system sent this case. (422)</summary>
    NotExternal = 89,

    /// <summary>A surge is in force already over part of the area. (409)</summary>
    OverlappingSurge = 95,

    /// <summary>The pack knows no surges. (422)</summary>
    SurgeNotOffered = 96,

    /// <summary>The surge is over. (409)</summary>
    SurgeOver = 97,

    /// <summary>The pack knows no drills. (422)</summary>
    DrillNotOffered = 98,

    /// <summary>The case is no drill. (409)</summary>
    NotADrill = 99,

    /// <summary>The team has no such shift to hand over. (422)</summary>
    NoShift = 103,

    /// <summary>A hand-over is not signed before its hour, or before anything was written. (409)</summary>
    HandOverTooEarly = 104,

    /// <summary>The hand-over is signed and stays as it is. (409)</summary>
    HandOverSigned = 105,

    /// <summary>Whoever hands over does not sign for it as well. (409)</summary>
    OwnHandOver = 106,

    /// <summary>The policy pack has faults; the sentence names them. (422)</summary>
    FaultyPolicy = 107,

    /// <summary>The policy pack does not fit the territory, its calendars, or leaves cases where no clock runs. (422)</summary>
    UnfitPolicy = 108,

    /// <summary>Another text is kept under the pack's id and version. (409)</summary>
    PolicyTextDiffers = 109,

    /// <summary>No pack of this id and version is kept. (422)</summary>
    UnknownPolicy = 110,

    /// <summary>An area that is no community of the street and not the street, or none at all. (422)</summary>
    UnknownArea = 111,

    /// <summary>A pack is adopted for the same area from the same instant on already. (409)</summary>
    OverlappingAdoption = 112,

    /// <summary>Another dry run of the street is under way. (409)</summary>
    DryRunUnderWay = 125,

    // House decoration.
    /// <summary>The pack in force has no catalogue of house decoration. (422)</summary>
    CatalogueNotOffered = 140,
    /// <summary>The catalogue has no such item, or none was named. (422)</summary>
    UnknownCatalogueItem = 141,
    /// <summary>The fine depends on the management fee or the cost of the works, and it is missing or no amount of money. (422)</summary>
    FineFactsMissing = 142,
    /// <summary>The amount lies outside the range of the punishment item. (422)</summary>
    FineOutsideRange = 143,
    /// <summary>The punishment item knows a measure and no fine. (422)</summary>
    NoFine = 144,
    /// <summary>The policy pack knows nothing of house decoration. (422)</summary>
    DecorationNotOffered = 145,
    /// <summary>The estate has no such floor-plan type. (422)</summary>
    UnknownFloorPlan = 150,
    /// <summary>The floor plan has no such spot. (422)</summary>
    UnknownSpot = 151,
    /// <summary>A spot that lies outside its plan. (422)</summary>
    SpotOutsidePlan = 152,
    /// <summary>The flat belongs to another floor-plan type already. (409)</summary>
    FlatHasFloorPlan = 153,
    /// <summary>The guidance has no spot to speak of, or is published just so already. (409)</summary>
    NothingToPublish = 154,
    /// <summary>This party has signed already. (409)</summary>
    SignedAlready = 155,
    /// <summary>Signs for a party that one does not belong to. (403)</summary>
    WrongParty = 156,
    /// <summary>A review is finished once every party has signed. (409)</summary>
    SignatureMissing = 157,
    /// <summary>Another filing of the flat covers one of these days. (409)</summary>
    FilingOverlaps = 160,
    /// <summary>Something in the scope is never allowed. (422)</summary>
    WorkForbidden = 161,
    /// <summary>The catalogue knows no such work. (422)</summary>
    UnknownWork = 162,
    /// <summary>The contractor has no name. (422)</summary>
    ContractorRequired = 163,
    /// <summary>Work in the flat is filed today, so it cannot be reported as work without filing. (409)</summary>
    WorkIsFiled = 164,
    /// <summary>The checklist was not answered as it stands. (422)</summary>
    ChecklistIncomplete = 165,
    /// <summary>An office has not approved yet. (409)</summary>
    AwaitsApproval = 166,
    /// <summary>The round has no such item. (422)</summary>
    UnknownRoundItem = 170,
    /// <summary>The item belongs to a vanguard group's share, and somebody else marks it. (403)</summary>
    NotYourShare = 171,
    /// <summary>Works are stopped with a photo. (422)</summary>
    PhotoRequired = 172,
    /// <summary>There is nothing to walk: no filing under way, no watch point, no prone spot. (409)</summary>
    NothingToPatrol = 173,
    /// <summary>The mark is set already, or another one comes first. (409)</summary>
    MarkOutOfOrder = 174,
    /// <summary>A visit is made by two officers at least. (422)</summary>
    TwoOfficers = 175,
    /// <summary>A check is not open any more, or another visit has it. (409)</summary>
    CheckNotOpen = 176,
    /// <summary>The visit lies outside the time of one of its checks. (422)</summary>
    VisitOutsideWindow = 177,
    /// <summary>The scene of the case has no disposal path. (422)</summary>
    NoDisposalPath = 180,
    /// <summary>The step of a disposal does not run now. (409)</summary>
    StepNotRunning = 181,
    /// <summary>The pack has no template of this name. (422)</summary>
    UnknownPaper = 182,
    /// <summary>No step that runs now issues this document, or it waits for its signature already. (409)</summary>
    PaperNotDue = 183,
    /// <summary>A document of the step is not signed yet. (409)</summary>
    PaperMissing = 184,
    /// <summary>Who drafted a document does not sign it. (403)</summary>
    OwnPaper = 185,
    /// <summary>Another office decides on this punishment item. (409)</summary>
    PowerNotHeld = 186,
    /// <summary>The street decides on this punishment item itself. (409)</summary>
    PowerHeld = 187,
    /// <summary>The pack has no menu of topics. (422)</summary>
    TeachingNotOffered = 190,
    /// <summary>The menu has no such topic. (422)</summary>
    UnknownTopic = 191,
    /// <summary>The session has no question of this number. (422)</summary>
    UnknownQuestion = 192,
    /// <summary>A question that holds a telephone number. (422)</summary>
    QuestionNamesSomebody = 193,
    /// <summary>A question has no answer yet. (409)</summary>
    QuestionUnanswered = 194,
    /// <summary>A session takes no more questions or orders. (409)</summary>
    SessionFull = 195,
    /// <summary>The time to say how a case ended is over. (409)</summary>
    AnswerTooLate = 200,
    /// <summary>How the case ended was said by this link already, and otherwise. (409)</summary>
    AlreadyAnswered = 201,
    /// <summary>The community has adopted this pilot project already. (409)</summary>
    AdoptedAlready = 210,
    /// <summary>The community is a partner of this pilot project: others adopt it. (409)</summary>
    OwnPilot = 211,
    /// <summary>The experience of this pilot project is not shared yet. (409)</summary>
    PilotNotShared = 212,
    /// <summary>A figure that is no part of a whole, or is counted over no time. (422)</summary>
    PilotFigureInvalid = 213,
}
