import { describe, expect, it } from 'vitest';
import { nextInspection } from './next-inspection';
import type { Filing, WorksInspection } from './types';

const inspection = (stage: WorksInspection['stage'], dueAt: string, good?: boolean): WorksInspection =>
  ({ stage, dueAt, items: ['D1'], level: 'grid', atTheDoor: false, times: 0, ...(good === undefined ? {} : { doneAt: dueAt, findings: [{ item: 'D1', good }] }) }) as WorksInspection;

const filing = (inspections: WorksInspection[], state: Filing['state'] = 'standing'): Filing => ({ state, inspections }) as unknown as Filing;

describe('the next inspection', () => {
  it('is the earliest that was not passed, one with a fault included', () => {
    expect(nextInspection(filing([inspection('start', '2026-09-14T00:00:00Z', true), inspection('finish', '2026-10-01T00:00:00Z'), inspection('wet-works', '2026-09-20T00:00:00Z', false)]))?.stage).toBe('wet-works');
  });

  it('is none before approval and after the end', () => {
    expect(nextInspection(filing([inspection('start', '2026-09-14T00:00:00Z')], 'awaitingApproval'))).toBeNull();
    expect(nextInspection(filing([inspection('start', '2026-09-14T00:00:00Z', true)]))).toBeNull();
  });
});
