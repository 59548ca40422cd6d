import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseRow } from '../api/types';
import { routes } from '../app/routes';
import { caseByNumber, headsOf, namesOf, parseAs, type ParseContext } from './parse-command';
import { initialsOf } from './pinyin';
import { commandSpecs } from './registry';

const row = (n: number, more: object = {}): CaseRow =>
  ({ id: `c${n}`, number: `xiashi-2026-${String(n).padStart(6, '0')}`, type: 'ILL-01', clocks: [{ name: 'rectify', state: 'Running' }], ...more }) as unknown as CaseRow;

const context: ParseContext = {
  rows: [row(17), row(18), row(42), { ...row(42), id: 'older', number: 'xiashi-2025-000042' }],
  meant: [],
  people: [
    { userName: 'officer-1', displayName: '章丹' }, { userName: 'officer-2', displayName: '倪红' },
    { userName: 'captain', displayName: '高建军' },
  ],
  places: [{ scope: 'community:xishan', names: ['西山社区', 'Xishan'] }, { scope: 'grid:xishan-03', names: ['西山社区 第三网格'] }],
  typeOf: () => ({ minOfficers: 2, milestones: ['stop-work', 'decide'], clocks: [{ name: 'rectify', budget: '7 wd' }] }),
  zone: 'Asia/Shanghai',
  now: Date.parse('2026-03-10T16:00:00+08:00'),
};

function parsed(line: string) {
  const [head] = headsOf(line);
  return parseAs(head!.spec, head!.rest, context);
}

describe('a typed command', () => {
  it('is found by its English name, its Chinese name, its initials and its beginning', () => {
    for (const line of ['assign 42', 'Assign 42', '派单 42', '派单42', 'pd 42', 'assig 42', '指派42', 'dispatch 42']) {
      expect(parsed(line)).toMatchObject({ spec: { name: 'assign' }, cases: [{ id: 'c42' }] });
    }
  });

  it('knows all its own whole names', () => {
    for (const spec of commandSpecs) {
      for (const name of namesOf(spec)) {
        expect(headsOf(`${name} 42`).filter((head) => head.exact).map((head) => head.spec.name)).toContain(spec.name);
      }
      expect(initialsOf(spec.word.zh), spec.word.zh).not.toBeNull();
    }
    for (const route of routes) {
      expect(initialsOf(route.word.zh), route.word.zh).not.toBeNull();
    }
  });

  it('offers every command that begins so, and prefers a whole name', () => {
    expect(headsOf('re').map((head) => head.spec.name)).toEqual(expect.arrayContaining(['reassign', 'record-milestone', 'resolve', 'return', 'resume', 'reject', 'reopen']));
    expect(headsOf('check 42')[0]!.spec.name).toBe('check');
    expect(headsOf('offer-accept 42')[0]!.spec.name).toBe('offer-accept');
  });

  it('takes officers by user name, number or name, and sends when there are enough', () => {
    expect(parsed('assign 42 officer-1 officer-2').body).toEqual({ officerIds: ['officer-1', 'officer-2'] });
    expect(parsed('派单 42 章丹、倪红').body).toEqual({ officerIds: ['officer-1', 'officer-2'] });
    expect(parsed('pd 42 1, captain').body).toEqual({ officerIds: ['officer-1', 'captain'] });
    expect(parsed('assign 42 1')).toMatchObject({ body: null, missing: ['officerIds'], values: { officerIds: ['officer-1'] } });
  });

  it('does not send with a word left over that nothing could take', () => {
    expect(parsed('assign 42 officer-1 officer-2 officer-99')).toMatchObject({ body: null, leftover: 'officer-99' });
  });

  it('takes the rest of the line as the reason, a number at its beginning included', () => {
    expect(parsed('whistle 17 3 people refuse').body).toEqual({ reason: '3 people refuse' });
    expect(parsed('吹哨 17 业主不配合').body).toEqual({ reason: '业主不配合' });
    expect(parsed('whistle 17')).toMatchObject({ body: null, missing: ['reason'] });
  });

  it('takes several cases after commas, where the command can be given to several', () => {
    expect(parsed('whistle 17,18 noise')).toMatchObject({ cases: [{ id: 'c17' }, { id: 'c18' }], body: { reason: 'noise' } });
    expect(parsed('arrive 17,18')).toMatchObject({ cases: [{ id: 'c17' }, { id: 'c18' }], body: null });
  });

  it('says which numbers are no case', () => {
    expect(parsed('whistle 17,99 noise')).toMatchObject({ unknownCases: ['99'], body: null });
  });

  it('reads verdicts, milestones, lengths, times, places and other cases', () => {
    expect(parsed('check 42 yes').body).toEqual({ passed: true });
    expect(parsed('核查 42 未解决').body).toEqual({ passed: false });
    expect(parsed('登记节点 42 责令停工').body).toEqual({ milestone: 'stop-work' });
    expect(parsed('record-milestone 42 decide').body).toEqual({ milestone: 'decide' });
    expect(parsed('request-extension 42 整改 2wd rain').body).toEqual({ clock: 'rectify', length: '2 wd', reason: 'rain' });
    expect(parsed('suspend 42 +3d court').body).toEqual({ until: '2026-03-13T08:00:00.000Z', reason: 'court' });
    expect(parsed('suspend 42 18:30 court').body).toEqual({ until: '2026-03-10T10:30:00.000Z', reason: 'court' });
    expect(parsed('suspend 42 9:00 court').body).toEqual({ until: '2026-03-11T01:00:00.000Z', reason: 'court' });
    expect(parsed('退回 42 西山社区 第三网格 wrong grid').body).toEqual({ to: 'grid:xishan-03', reason: 'wrong grid' });
    expect(parsed('return 42 xishan wrong grid').body).toEqual({ to: 'community:xishan', reason: 'wrong grid' });
    expect(parsed('merge 42 17').body).toEqual({ intoCaseId: 'c17' });
    expect(parsed('set-priority 42 urgent smoke').body).toEqual({ priority: 'Urgent', reason: 'smoke' });
  });

  it('without a number is for the cases that are marked or open, and a number always wins', () => {
    const open = { ...context, meant: [row(18)] };
    const as = (line: string) => parseAs(headsOf(line)[0]!.spec, headsOf(line)[0]!.rest, open);
    expect(as('whistle noise')).toMatchObject({ cases: [{ id: 'c18' }], body: { reason: 'noise' } });
    expect(as('whistle 17 noise')).toMatchObject({ cases: [{ id: 'c17' }], body: { reason: 'noise' } });
    expect(as('whistle 99 noise')).toMatchObject({ cases: [], body: null });
  });

  it('without fields is complete with its case, and not without', () => {
    expect(parsed('acknowledge 42').body).toEqual({});
    expect(parsed('acknowledge')).toMatchObject({ body: null, cases: [] });
  });

  it('means the latest case of a number, or exactly the one that is written whole', () => {
    expect(caseByNumber('42', context.rows)?.id).toBe('c42');
    expect(caseByNumber('#000042', context.rows)?.id).toBe('c42');
    expect(caseByNumber('xiashi-2025-000042', context.rows)?.id).toBe('older');
    expect(caseByNumber('hello', context.rows)).toBeNull();
  });

  it('never fails, whatever is typed', () => {
    const word = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('assign', '派单', '42', '17,18', 'officer-1', '+3d', '2 wd', '是', 'xishan', '#'));
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (parts) => {
        for (const head of headsOf(parts.join(' '))) {
          const result = parseAs(head.spec, head.rest, context);
          expect(result.body === null || result.missing.length === 0).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
