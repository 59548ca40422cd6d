import { describe, expect, it } from 'vitest';
import type { CaseView } from '../api/types';
import { callsOf } from './calls';

const view = (id: string, assists: [department: string, state: string, at: string][]): CaseView =>
  ({ id, assists: assists.map(([department, state, calledAt]) => ({ department, state, calledAt })) }) as unknown as CaseView;

describe('what waits for a department', () => {
  it('is what it was called to and has not answered, whoever else was called', () => {
    const views = [
      view('a', [['fire', 'called', '2026-03-10T08:00:00Z'], ['gas', 'called', '2026-03-10T08:00:00Z']]),
      view('b', [['fire', 'answered', '2026-03-10T08:00:00Z']]),
      view('c', [['gas', 'called', '2026-03-10T08:00:00Z']]),
      view('d', [['fire', 'unanswered', '2026-03-10T08:00:00Z']]),
    ];
    expect(callsOf(views, 'fire').map((call) => call.view.id)).toEqual(['a']);
  });

  it('begins with where nobody is on site yet, the longest called first', () => {
    const views = [
      view('on-site', [['fire', 'reportedIn', '2026-03-10T07:00:00Z']]),
      view('late', [['fire', 'called', '2026-03-10T09:00:00Z']]),
      view('early', [['fire', 'called', '2026-03-10T08:00:00Z']]),
    ];
    expect(callsOf(views, 'fire').map((call) => call.view.id)).toEqual(['early', 'late', 'on-site']);
  });
});
