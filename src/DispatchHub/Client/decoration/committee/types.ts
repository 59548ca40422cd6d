import type { components } from '../../api/schema';

type Schemas = components['schemas'];

export type CommitteeReport = Schemas['CommitteeReport'];
export type CommitteeSection = Schemas['CommitteeSection'];
export type CommitteeLine = Schemas['CommitteeLine'];
export type CommitteeSource = Schemas['CommitteeSource'];
export type Competition = Schemas['Competition'];
export type CompetitionRow = Schemas['CompetitionRow'];
