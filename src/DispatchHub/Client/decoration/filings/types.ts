import type { components } from '../../api/schema';

type Schemas = components['schemas'];

export type UnitPageView = Schemas['UnitPage'];
export type UnitFilings = Schemas['UnitFilingsView'];
export type FilingList = Schemas['FilingList'];
export type Filing = Schemas['FilingView'];
export type FilingState = Schemas['FilingState'];
export type FilingLevel = Schemas['FilingLevel'];
export type WorksInspection = Schemas['WorksInspection'];
export type WorkStage = Schemas['WorkStage'];
export type InspectionItem = Schemas['InspectionItem'];
