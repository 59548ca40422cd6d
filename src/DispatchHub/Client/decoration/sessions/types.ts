import type { components } from '../../api/schema';

type Schemas = components['schemas'];

export type Session = Schemas['TeachingSessionView'];
export type SessionList = Schemas['TeachingSessionList'];
export type Menu = Schemas['TeachingMenu'];
export type Audience = Schemas['TeachingAudience'];
export type Group = Schemas['TeachingGroup'];
export type SessionState = Schemas['TeachingState'];
export type Question = Schemas['SessionQuestion'];
export type Effect = Schemas['TeachingEffect'];
export type Violations = Schemas['ViolationCount'];
export type PublishedAnswers = Schemas['PublishedAnswers'];
