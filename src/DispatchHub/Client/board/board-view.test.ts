import { beforeEach, describe, expect, it } from 'vitest';
import { casesIn, isGroup, windowOf } from './board-lines';
import { changed, clockLeft, everything, MINUTE, NOON, rowOf, rowsOf } from './board-samples';
import { BoardView, MOST_ENDED, MOST_MARKS } from './board-view';
import { Axes } from './urgency';

const who = { userName: 'dispatcher-1', role: 'dispatcher', area: 'street:xiashi', streetId: 'xiashi' } as const;
let view: BoardView;
const shown = (): string[] => view.lines.map((line) => (isGroup(line) ? `${line.level} ${line.count}` : line.row.id));

beforeEach(() => {
  view = new BoardView((now) => new Axes(now, () => null), who);
  view.take(everything, rowsOf(rowOf('a', { clocks: [clockLeft(10 * MINUTE)] }), rowOf('b', { clocks: [clockLeft(20 * MINUTE)], level: 'Street' }), rowOf('c')), NOON);
  view.arrange();
});

describe('the lines of a board', () => {
  it('stand under their levels, highest first, when grouped', () => {
    view.grouped = true;
    view.arrange();
    expect(shown()).toEqual(['Street 1', 'b', 'Grid 2', 'a', 'c']);
    view.fold('Grid');
    view.arrange();
    expect(shown()).toEqual(['Street 1', 'b', 'Grid 2']);
    expect(casesIn(view.lines, true)).toBe(3);
  });

  it('are on the page as far as they are seen, with a few to spare', () => {
    expect(windowOf(0, 360, 36, 5_000)).toEqual({ first: 0, end: 16 });
    expect(windowOf(36_000, 360, 36, 5_000)).toEqual({ first: 994, end: 1_016 });
    expect(windowOf(9_999_999, 360, 36, 100)).toEqual({ first: 100, end: 100 });
    expect(windowOf(0, 360, 36, 0)).toEqual({ first: 0, end: 0 });
  });
});

describe('the cursor', () => {
  it('moves by lines and stops at both ends', () => {
    expect([view.move(1), view.cursor]).toEqual([0, 'a']);
    expect([view.move(1), view.cursor]).toEqual([1, 'b']);
    expect([view.move(100), view.cursor]).toEqual([2, 'c']);
    expect([view.move(-Infinity), view.cursor]).toEqual([0, 'a']);
    view.cursor = null;
    expect(view.move(Infinity)).toBe(2);
  });

  it('stays on its case when the order changes', () => {
    view.move(1);
    view.take(changed('c'), rowsOf(rowOf('c', { version: 2, clocks: [clockLeft(MINUTE)] })), NOON);
    view.arrange();
    expect(shown()).toEqual(['c', 'a', 'b']);
    expect(view.move(1)).toBe(2);
  });

  it('has nowhere to go in an empty list', () => {
    view.take({ all: false, changed: [], removed: ['a', 'b', 'c'], ended: [] }, rowsOf(), NOON);
    view.arrange();
    expect([view.move(1), view.cursor]).toEqual([-1, null]);
  });
});

describe('a paused board', () => {
  it('keeps its lines and counts what waits, each case once', () => {
    view.hold(NOON);
    const rows = rowsOf(rowOf('a', { version: 2 }), rowOf('c'), rowOf('d'), rowOf('e'));
    view.take({ all: false, changed: ['a', 'd', 'e'], removed: ['b'], ended: [] }, rows, NOON);
    view.take({ all: false, changed: ['a'], removed: ['e'], ended: [] }, rowsOf(rowOf('a', { version: 3 })), NOON);
    view.arrange();
    expect(shown()).toEqual(['a', 'b', 'c']);
    expect(view.paused).toMatchObject({ fresh: 1, changed: 1, gone: 1 });
    view.letGo();
    view.arrange();
    expect(shown()).toEqual(['a', 'c', 'd']);
  });

  it('goes on to say what breaches', () => {
    view.hold(NOON);
    expect(view.tick(NOON + 11 * MINUTE)!.map((one) => one.entry.row.id)).toEqual(['a']);
  });

  it('counts what a gap brought', () => {
    view.hold(NOON);
    view.take(everything, rowsOf(rowOf('a', { version: 2 }), rowOf('d')), NOON);
    expect(view.paused).toMatchObject({ fresh: 1, changed: 1, gone: 2 });
  });
});

describe('an earlier board', () => {
  it('is shown as it stood, has no marks, and leaves the live one alone', () => {
    view.mark('a');
    view.showPast([rowOf('z', { clocks: [clockLeft(-MINUTE)] })], NOON - 60 * MINUTE);
    view.arrange();
    view.mark('z');
    expect(shown()).toEqual(['z']);
    expect(view.marks.size).toBe(0);
    expect(view.model.totals.late).toBe(0);
    view.showLive();
    view.arrange();
    expect(shown()).toEqual(['a', 'b', 'c']);
  });
});

describe('what asks for attention', () => {
  it('is left to whoever filters it away', () => {
    view.read(new URLSearchParams('level=Street'));
    expect(view.take(changed('d'), rowsOf(rowOf('d')), NOON)).toEqual([]);
    expect(view.take(changed('e'), rowsOf(rowOf('e', { level: 'Street' })), NOON)).toHaveLength(1);
  });
});

describe('marks and ended cases', () => {
  it('leave with their case', () => {
    view.mark('a');
    view.mark('b');
    view.take({ all: false, changed: [], removed: ['a'], ended: [rowOf('a', { status: 'Closed' })] }, rowsOf(), NOON);
    view.arrange();
    expect([...view.marks]).toEqual(['b']);
    expect(view.ended.map((one) => one.row.id)).toEqual(['a']);
  });

  it('are bounded', () => {
    for (let i = 0; i < MOST_MARKS + 5; i++) {
      view.mark(`m${i}`);
      view.take({ all: false, changed: [], removed: [], ended: [rowOf(`e${i}`, { status: 'Closed' })] }, rowsOf(), NOON);
    }
    expect(view.marks.size).toBe(MOST_MARKS);
    expect(view.ended).toHaveLength(MOST_ENDED);
    expect(view.ended[0]!.row.id).toBe(`e${MOST_MARKS + 4}`);
  });
});
