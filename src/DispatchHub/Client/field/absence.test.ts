import { expect, it } from 'vitest';
import type { CaseRow } from '../api/types';
import { Absence, AWAY_FROM_MS } from './absence';
import type { Me } from './my-work';

const officer: Me = { userName: 'officer-1', role: 'officer', area: 'street:xiashi', streetId: 'xiashi' };
const offered = { id: 'a', status: 'Offered', officerIds: ['officer-1'], clocks: [], responsible: 'street:xiashi', number: 'n' } as unknown as CaseRow;

function setUp() {
  let now = 0;
  let rows: CaseRow[] = [];
  const absence = new Absence(officer, () => ({ rows, at: now }), () => now);
  return {
    absence,
    pass: (ms: number) => (now += ms),
    put: (next: CaseRow[]) => (rows = next),
  };
}

it('tells at return what came meanwhile', () => {
  const { absence, pass, put } = setUp();

  absence.left({ rows: [], at: 0 }, 0);
  pass(AWAY_FROM_MS);
  put([offered]);
  absence.look(true, new Set());

  expect(absence.missed.map((one) => one.kind)).toEqual(['offered']);
});

it('tells nothing after a short look away', () => {
  const { absence, pass, put } = setUp();

  absence.left({ rows: [], at: 0 }, 0);
  pass(AWAY_FROM_MS - 1);
  put([offered]);
  absence.look(true, new Set());

  expect(absence.missed).toEqual([]);
});

it('counts a lost connection as being away', () => {
  const { absence, pass, put } = setUp();

  absence.look(false, new Set());
  pass(AWAY_FROM_MS);
  absence.look(false, new Set());
  put([offered]);
  absence.look(true, new Set());

  expect(absence.missed.map((one) => one.kind)).toEqual(['offered']);
});

it('tells once what the person has read', () => {
  const { absence, pass, put } = setUp();

  absence.left({ rows: [], at: 0 }, 0);
  pass(AWAY_FROM_MS);
  put([offered]);
  absence.look(true, new Set());
  absence.told();
  absence.look(true, new Set());

  expect(absence.missed).toEqual([]);
});
