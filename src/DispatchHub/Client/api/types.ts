import type { components } from './schema';

type Schemas = components['schemas'];

export type CaseRow = Schemas['CaseRow'];
export type CaseView = Schemas['CaseView'];
export type CaseStatus = Schemas['CaseStatus'];
export type CaseLevel = Schemas['CaseLevel'];
export type Priority = Schemas['Priority'];
export type Role = Schemas['Role'];
/** One of the three lawful grounds of a whistle. */
export type WhistleGround = Schemas['WhistleGround'];
/** A department's part of a case. */
export type AssistView = Schemas['AssistView'];
export type WhistleScore = Schemas['WhistleScore'];
export type ClockView = Schemas['ClockView'];
export type ClockState = Schemas['ClockState'];
export type CityTime = Schemas['CityTime'];
export type HistoryLine = Schemas['HistoryLine'];
export type GridView = Schemas['GridView'];
export type SessionView = Schemas['SessionView'];
export type DemoUser = Schemas['DemoUser'];
export type CalendarSpans = Schemas['CalendarSpans'];
export type Catalogue = Schemas['CatalogueView'];
/** What the pack says about one type of case. */
export type CaseType = Schemas['CatalogueType'];
export type Territory = Schemas['TerritoryView'];
export type Estate = Schemas['EstateGround'];
/** A piece of ground as a GeoJSON multipolygon. */
export type Area = Schemas['AreaGround'];
/** How those on site are. */
export type SafetyView = Schemas['SafetyView'];
export type AlarmView = Schemas['AlarmView'];
/** Somebody who handles cases. */
export type Person = Schemas['PersonAtWork'];
export type Choices = Schemas['CaseChoices'];
/** Somebody was told of something. */
export type NoticeView = Schemas['NoticeView'];
/** What the person was told of, and how much of it they have not seen. */
export type OwnNotices = Schemas['OwnNotices'];
/** How the person is told. */
export type ChannelsView = Schemas['ChannelsView'];
/** Whether a command may be given now, and why not. */
export type Choice = Schemas['CommandChoice'];
/** One clock of a case with everything that happened to it. */
export type LedgerClock = Schemas['ClockLedger'];
/** A photo of a case. */
export type CaseEvidence = Schemas['CaseEvidence'];
/** A photo as the server keeps it. */
export type StoredPhoto = Schemas['EvidencePiece'];
/** What will be missed if nobody acts. */
export type ForecastAnswer = Schemas['ForecastAnswer'];
/** Whom a case would be offered to and whom not. */
export type OfferRanking = Schemas['OfferRanking'];
export type RankedOfficer = Schemas['RankedOfficer'];
export type LeftOutOfficer = Schemas['LeftOutOfficer'];
export type RankingReason = Schemas['RankingReason'];
/** A supervision card of a case. */
export type CardView = Schemas['CardView'];
export type CardState = Schemas['CardState'];
/** The gravest card of a case, as a row shows it. */
export type CardMark = Schemas['CardMark'];
export type CardColour = Schemas['CardColour'];
/** What a supervisor looks at in the morning. */
export type MorningView = Schemas['MorningView'];
export type MorningCase = Schemas['MorningCase'];
export type MorningApproval = Schemas['MorningApproval'];
export type Outage = Schemas['Outage'];
export type OutageAnswer = Schemas['OutageAnswer'];
export type OfferAnswer = Schemas['OfferAnswer'];
export type FigureAnswer = Schemas['FigureAnswer'];
/** A surge over an area, in force or over. */
export type Surge = Schemas['SurgeView'];
/** How quickly one link of the chain answered. */
export type AnswerLink = Schemas['AnswerLink'];
/** What a file of another system's cases did, or would do. */
export type ImportAnswer = Schemas['ImportAnswer'];
export type ImportedLine = Schemas['ImportedLine'];
export type LineFault = Schemas['LineFault'];
/** A team's roster between two instants. */
export type Roster = Schemas['RosterView'];
export type OnDuty = Schemas['OnDuty'];
export type DutyGap = Schemas['DutyGap'];
export type DutySwap = Schemas['DutySwap'];
export type DutyLeave = Schemas['DutyLeave'];
export type DutyOverride = Schemas['DutyOverride'];
/** A duty that comes back. */
export type PlannedDuty = Schemas['PlannedDuty'];
/** The hand-over of one shift. */
export type HandOver = Schemas['HandOverView'];
export type HandOverShift = Schemas['HandOverShift'];
export type HandOverLine = Schemas['HandOverLine'];
export type HandOverMark = Schemas['HandOverMark'];
/** What a pack tells of house decoration, for everybody. */
export type DecorationCatalogue = Schemas['DecorationCatalogue'];
export type InspectionItem = Schemas['InspectionItem'];
export type PunishmentItem = Schemas['PunishmentItem'];
export type WorkItem = Schemas['WorkItem'];
export type ServiceItem = Schemas['ServiceItem'];
export type FineRule = Schemas['FineRule'];
export type WorkRuling = Schemas['WorkRuling'];
export type WorkStage = Schemas['WorkStage'];
export type LiableParty = Schemas['LiableParty'];
export type ServiceKind = Schemas['ServiceKind'];
/** How an officer stands. */
export type Presence = Schemas['Presence'];
export type PresenceKind = Schemas['PresenceKind'];
/** A text in both languages of the product. */
export type BothLanguages = Schemas['Text'];

/** A scope such as `community:xishan`, in its two halves. */
export function scopeParts(scope: string): { kind: string; id: string } {
  const colon = scope.indexOf(':');
  return { kind: scope.slice(0, colon), id: scope.slice(colon + 1) };
}
