import type { components } from '../../api/schema';

type Schemas = components['schemas'];

export type Mediation = Schemas['MediationView'];
export type MediationList = Schemas['MediationList'];
export type MediationState = Schemas['MediationState'];
