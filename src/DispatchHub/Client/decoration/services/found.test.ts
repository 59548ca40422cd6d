import { describe, expect, it } from 'vitest';
import type { DecorationCatalogue } from '../../api/types';
import { found } from './found';

const both = (zh: string, en: string) => ({ zh, en });

const catalogue = {
  offices: { planning: both('规划', 'Planning'), gas: both('燃气', 'Gas office') },
  spots: { 'bay-window': both('飘窗', 'Bay window') },
  papers: { 'works-plan': both('施工方案', 'Plan of the works') },
  works: [
    { id: 'remove-wall', title: both('拆墙', 'Remove a wall'), ruling: 'forbidden', documents: [], inspections: ['D2'] },
    { id: 'move-gas', title: both('改燃气', 'Move a line'), ruling: 'needs-approval', office: 'gas', documents: ['works-plan'], inspections: [] },
    { id: 'sill', title: both('改窗台', 'Change a sill'), ruling: 'forbidden', spot: 'bay-window', documents: [], inspections: [] },
  ],
  services: [],
  inspections: [{ id: 'D2', title: both('承重结构', 'Structure') }],
  punishments: [],
} as unknown as DecorationCatalogue;

const works = (typed: string): string[] => found(catalogue, typed).works.map((work) => work.id);

describe('what is found in a catalogue', () => {
  it('is everything where nothing is typed', () => {
    expect(works('  ')).toEqual(['remove-wall', 'move-gas', 'sill']);
    expect(found(catalogue, '').inspections).toHaveLength(1);
  });

  it('holds the words in either language, small or large', () => {
    expect(works('WALL')).toEqual(['remove-wall']);
    expect(works('拆墙')).toEqual(['remove-wall']);
  });

  it('holds every word, also in the names that an item refers to', () => {
    expect(works('gas office')).toEqual(['move-gas']);
    expect(works('飘窗')).toEqual(['sill']);
    expect(works('施工方案')).toEqual(['move-gas']);
    expect(works('gas wall')).toEqual([]);
  });

  it('is found by the id of an item', () => {
    expect(found(catalogue, 'd2').inspections).toHaveLength(1);
    expect(works('d2')).toEqual(['remove-wall']);
  });
});
