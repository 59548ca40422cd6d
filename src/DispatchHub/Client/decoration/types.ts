import type { components } from '../api/schema';

type Schemas = components['schemas'];

export type EstateView = Schemas['EstateView'];
export type EstateList = Schemas['EstateList'];
export type EstateSummary = Schemas['EstateSummary'];
export type FloorPlan = Schemas['FloorPlanView'];
export type Spot = Schemas['ProneSpot'];
export type SpotKind = Schemas['SpotKind'];
export type RulingKind = Schemas['RulingKind'];
export type PartyKind = Schemas['PartyKind'];
export type EstateHandOver = Schemas['EstateHandOverState'];
export type PublicGuidance = Schemas['PublicGuidance'];
export type ReviewView = Schemas['ReviewView'];
export type ReviewList = Schemas['ReviewList'];
export type ReviewParty = Schemas['ReviewParty'];
export type ReviewState = Schemas['ReviewState'];
export type ForecastOutcomes = Schemas['ForecastOutcomes'];
