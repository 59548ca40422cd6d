import { beforeEach, describe, expect, it } from 'vitest';
import type { CaseRow } from '../api/types';
import { language } from '../words/language';
import { beginnings, searchTextOf, suggestionsFor, type SuggestContext } from './suggestions';

const row = (n: number, place: string): CaseRow =>
  ({ id: `c${n}`, number: `xiashi-2026-${String(n).padStart(6, '0')}`, type: 'DEC-01', placeName: place, clocks: [] }) as unknown as CaseRow;

const context: SuggestContext = {
  rows: [row(42, '华宇钱塘9幢'), row(142, '硖北里15幢')],
  meant: [],
  people: [{ userName: 'officer-1', displayName: '章丹' }, { userName: 'officer-2', displayName: '倪红' }],
  places: [],
  destinations: [{ address: '/stats', icon: 'stats', name: '统计', also: ['Figures'] }, { address: '/board?community=xishan', icon: 'community', name: '西山社区', also: ['Xishan'] }],
  typeOf: () => ({ minOfficers: 2, milestones: [], clocks: [] }),
  describe: (one) => one.placeName ?? '',
  textOf: (one) => `${one.type} ${one.placeName}`.toLowerCase(),
  zone: 'Asia/Shanghai',
  now: 0,
};
const acts = (line: string) => suggestionsFor(line, context).map((one) => one.act);

beforeEach(() => (language.current = 'en'));

describe('what the command bar offers', () => {
  it('begins with commands that the person may give', () => {
    const acts = beginnings((name) => name !== 'whistle').map((one) => one.act);
    expect(acts).toContainEqual({ kind: 'complete', text: 'Assign ' });
    expect(acts).not.toContainEqual({ kind: 'complete', text: 'Whistle ' });
  });

  it('is the case of a typed number first', () => {
    expect(acts('42').slice(0, 2)).toEqual([{ kind: 'open', id: 'c42' }, { kind: 'open', id: 'c142' }]);
  });

  it('finds cases by place and type', () => {
    expect(acts('华宇')).toEqual([{ kind: 'open', id: 'c42' }]);
    expect(acts('dec-01')).toHaveLength(2);
  });

  it('goes to pages and communities by name in either language and by initials', () => {
    for (const line of ['统计', 'figures', 'tj']) {
      expect(acts(line)).toContainEqual({ kind: 'go', address: '/stats' });
    }
    expect(acts('xishan')).toContainEqual({ kind: 'go', address: '/board?community=xishan' });
  });

  it('completes a command that is only begun', () => {
    expect(acts('whis')).toContainEqual({ kind: 'complete', text: 'Whistle ' });
  });

  it('says what a complete command will do, and does it with its body', () => {
    const [first] = suggestionsFor('assign 42 officer-1 officer-2', context);
    expect(first).toMatchObject({ tone: 'ready', detail: 'Gives: 华宇钱塘9幢 · 章丹, 倪红', act: { kind: 'do', name: 'assign', caseIds: ['c42'], body: { officerIds: ['officer-1', 'officer-2'] } } });
  });

  it('of an incomplete one says what its form will ask for, and offers what it can be', () => {
    const [first, ...rest] = suggestionsFor('assign 42 officer-1', context);
    expect(first).toMatchObject({ tone: 'asks', act: { kind: 'do', body: null, initial: { officerIds: ['officer-1'] } } });
    expect(first!.detail).toContain('Officers');
    expect(rest.map((one) => one.act)).toEqual([{ kind: 'complete', text: 'Assign 42 officer-1 officer-2 ' }]);
  });

  it('does nothing for a number that is no case, and asks the server for it', () => {
    expect(suggestionsFor('acknowledge 7', context)[0]).toMatchObject({ tone: 'wrong', act: { kind: 'none' } });
    expect(searchTextOf('acknowledge 7', context)).toBe('7');
    expect(searchTextOf('acknowledge 42', context)).toBeNull();
    expect(searchTextOf('硖北', context)).toBe('硖北');
    expect(searchTextOf('硖', context)).toBeNull();
  });

  it('finds the case of a command by its place', () => {
    expect(acts('assign 华宇')).toContainEqual({ kind: 'complete', text: 'Assign 42 ' });
  });

  it('completes into lines that it understands again', () => {
    for (const suggestion of suggestionsFor('assign 42 ', context)) {
      if (suggestion.act.kind === 'complete') {
        expect(suggestionsFor(suggestion.act.text, context)[0]!.tone).not.toBe('wrong');
      }
    }
  });
});
