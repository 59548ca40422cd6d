import type { Filing, WorksInspection } from './types';

/** The inspection of a filing that comes next; null when none is to come. */
export function nextInspection(filing: Filing): WorksInspection | null {
  return filing.state === 'standing' ? (filing.inspections.filter((one) => !isPassed(one)).sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt))[0] ?? null) : null;
}

/** Whether it was made without a fault. */
export function isPassed(inspection: WorksInspection): boolean {
  return Boolean(inspection.doneAt) && (inspection.findings ?? []).every((one) => one.good);
}
