import type { components } from '../../api/schema';

type Schemas = components['schemas'];

/** A list that is empty without being said is there all the same. */
type With<T, Lists extends keyof T> = T & Required<Pick<T, Lists>>;

export type PapersAct = With<Schemas['PapersAct'], 'asks'>;
export type PapersView = With<Omit<Schemas['PapersView'], 'acts'>, 'optional' | 'papers' | 'punishments'> & { acts: readonly PapersAct[] };
export type PapersStep = Schemas['PapersStep'];
export type PapersState = Schemas['PapersState'];
export type Paper = Schemas['PaperView'];
export type PaperState = Schemas['PaperState'];
export type FineBasis = Schemas['FineBasis'];
export type FineProposal = Schemas['FineProposal'];
