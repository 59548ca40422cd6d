import type { components } from '../../api/schema';

type Schemas = components['schemas'];

export type PilotView = Schemas['PilotView'];
export type PilotList = Schemas['PilotList'];
export type PilotFigure = Schemas['PilotFigure'];
export type PilotStage = Schemas['PilotStage'];
