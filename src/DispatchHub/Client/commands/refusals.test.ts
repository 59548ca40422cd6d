import { describe, expect, it } from 'vitest';
import { refusedAlike } from './refusals';

describe('the refusals of a command for several cases', () => {
  it('say each reason once, with the cases that it holds for', () => {
    const refused = [{ caseId: 'a', reason: 'closed' }, { caseId: 'b', reason: 'role' }, { caseId: 'c', reason: 'closed' }];
    expect(refusedAlike(refused)).toEqual([{ reason: 'closed', caseIds: ['a', 'c'] }, { reason: 'role', caseIds: ['b'] }]);
    expect(refusedAlike([])).toEqual([]);
  });
});
