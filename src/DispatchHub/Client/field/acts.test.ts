import { describe, expect, it } from 'vitest';
import { actsOf, type Act } from './acts';
import { clock, officer, row, waiting } from './field.samples';

const names = (acts: readonly Act[]): string[] => acts.map((one) => one.name);

describe('the buttons of a case', () => {
  it('lead an officer from accept to on site to stopped and resolved', () => {
    const visit = row('a', { clocks: [clock('stop-work', 1_000)] });

    expect(names(actsOf(visit, 'Offered', [], officer))).toEqual(['offer-accept', 'offer-decline']);
    expect(names(actsOf(visit, 'EnRoute', [], officer))).toEqual(['arrive', 'attach-evidence']);
    expect(names(actsOf(visit, 'OnSite', [], officer))).toEqual(['record-milestone', 'resolve', 'attach-evidence']);
  });

  it('offer a milestone once', () => {
    const visit = row('a', { status: 'OnSite', clocks: [clock('stop-work', 1_000)] });

    expect(names(actsOf(visit, 'OnSite', [waiting('record-milestone', 'a', { milestone: 'stop-work' })], officer))).toEqual(['resolve', 'attach-evidence']);
  });

  it('are only photos where somebody else acts next', () => {
    expect(names(actsOf(row('a', { officerIds: ['officer-2'] }), 'OnSite', [], officer))).toEqual(['attach-evidence']);
  });

  it('offer a little more time to whoever has the case, while the rules leave some', () => {
    const visit = row('a', { status: 'OnSite', extraTimeLeft: true });

    expect(names(actsOf(visit, 'OnSite', [], officer))).toEqual(['resolve', 'attach-evidence', 'take-extra-time']);
    expect(names(actsOf({ ...visit, officerIds: ['officer-2'] }, 'OnSite', [], officer))).toEqual(['attach-evidence']);
    expect(names(actsOf(visit, 'OnSite', [waiting('record-milestone', 'a', { milestone: 'stop-work' })], officer))).not.toContain('take-extra-time');
  });

  it('end with the case', () => {
    expect(actsOf(row('a', { status: 'Rejected' }), 'Rejected', [], officer)).toEqual([]);
  });
});
