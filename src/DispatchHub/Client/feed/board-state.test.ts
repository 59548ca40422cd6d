import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseRow } from '../api/types';
import { BoardState, type WatchItem } from './board-state';

const clock = { now: '2026-03-10T08:30:00+08:00', speed: 1, zone: 'Asia/Shanghai' };

/** One change of a street's feed: a case gets its next version, or leaves. */
interface Change {
  id: string;
  leaves: boolean;
}

/** A street's feed as the server keeps it: everything that happened, and what is held at each number. */
class Street {
  private readonly entries: { row: CaseRow; gone: boolean }[] = [];

  constructor(changes: Change[]) {
    const versions = new Map<string, number>();
    for (const { id, leaves } of changes) {
      const version = (versions.get(id) ?? 0) + 1;
      versions.set(id, version);
      this.entries.push({ row: row(id, version, leaves), gone: leaves });
    }
  }

  get head(): number {
    return this.entries.length;
  }

  snapshot(at: number, kind: 'snapshot' | 'gap' = 'snapshot'): WatchItem {
    const rows = new Map<string, CaseRow>();
    for (const entry of this.entries.slice(0, at)) {
      if (entry.gone) {
        rows.delete(entry.row.id);
      } else {
        rows.set(entry.row.id, entry.row);
      }
    }
    return { kind, at, cursor: String(at), clock, rows: [...rows.values()] };
  }

  /** The latest of each case between two numbers, as a slow reader is told. */
  changes(from: number, to: number): WatchItem {
    const latest = new Map<string, { row: CaseRow; gone: boolean }>();
    for (const entry of this.entries.slice(from, to)) {
      latest.set(entry.row.id, entry);
    }
    const told = [...latest.values()];
    return {
      kind: 'changes', from, to, cursor: String(to),
      rows: told.map((entry) => entry.row),
      removed: told.filter((entry) => entry.gone).map((entry) => entry.row.id),
    };
  }
}

function row(id: string, version: number, closed: boolean): CaseRow {
  return {
    id, number: id, type: 'DEC-01', title: '', communityId: 'c', gridId: 'g', level: 'Grid', status: closed ? 'Closed' : 'AtGrid',
    priority: 'Normal', responsible: 'grid:g', officerIds: [], clocks: [], openedAt: clock.now, version,
  } as unknown as CaseRow;
}

function held(board: BoardState): Record<string, number> {
  return Object.fromEntries([...board.rows.values()].map((one) => [one.id, one.version] as const).sort());
}

const change = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), leaves: fc.boolean() });

describe('a board', () => {
  it('ends equal to a fresh snapshot however its items were split, repeated or lost', () => {
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 30 }),
        fc.nat(),
        fc.array(fc.record({ length: fc.integer({ min: 0, max: 6 }), fate: fc.constantFrom('told', 'twice', 'lost', 'gap') }), { maxLength: 20 }),
        (changes, begin, ranges) => {
          const street = new Street(changes);
          const board = new BoardState();
          let at = begin % (street.head + 1);
          board.apply(street.snapshot(at));
          for (const { length, fate } of [...ranges, { length: street.head, fate: 'told' }]) {
            const to = Math.min(street.head, at + length);
            const item = fate === 'gap' ? street.snapshot(to, 'gap') : street.changes(at, to);
            if (fate !== 'lost') {
              if (board.apply(item) === null) {
                // What the connection does then: watch again from the cursor.
                const from = Number(board.cursor);
                expect(board.apply({ kind: 'resumed', at: from, cursor: String(from), clock })).not.toBeNull();
                expect(board.apply(street.changes(from, to))).not.toBeNull();
              }
              if (fate === 'twice') {
                board.apply(item);
              }
            }
            at = to;
          }
          const fresh = new BoardState();
          fresh.apply(street.snapshot(street.head));
          expect(held(board)).toEqual(held(fresh));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('asks to be resumed when a range is missing, and changes nothing', () => {
    const street = new Street([{ id: 'a', leaves: false }, { id: 'b', leaves: false }, { id: 'a', leaves: true }]);
    const board = new BoardState();
    board.apply(street.snapshot(1));
    expect(board.apply(street.changes(2, 3))).toBeNull();
    expect(held(board)).toEqual({ a: 1 });
    expect(board.cursor).toBe('1');
  });

  it('tells what changed, what left and how it ended', () => {
    const street = new Street([{ id: 'a', leaves: false }, { id: 'b', leaves: false }, { id: 'a', leaves: true }]);
    const board = new BoardState();
    board.apply(street.snapshot(1));
    const applied = board.apply(street.changes(1, 3));
    expect(applied?.changed).toEqual(['b']);
    expect(applied?.removed).toEqual(['a']);
    expect(applied?.ended.map((one) => one.status)).toEqual(['Closed']);
  });

  it('takes nothing before its first snapshot', () => {
    expect(new BoardState().apply(new Street([{ id: 'a', leaves: false }]).changes(0, 1))).toBeNull();
  });
});
