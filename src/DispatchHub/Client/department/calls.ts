import type { AssistView, CaseView } from '../api/types';
import { isOpenAssist } from '../commands/callable';

/** A case with the part of it that a department has open. */
export interface Call {
  view: CaseView;
  assist: AssistView;
}

/** What waits for a department: those not on site yet before those that only lack its answer, each the longest called first. */
export function callsOf(views: readonly CaseView[], department: string): Call[] {
  return views
    .flatMap((view) => (view.assists ?? []).filter((assist) => assist.department === department && isOpenAssist(assist)).map((assist) => ({ view, assist })))
    .sort((a, b) => rank(a) - rank(b) || Date.parse(a.assist.calledAt) - Date.parse(b.assist.calledAt));
}

function rank(call: Call): number {
  return call.assist.state === 'called' ? 0 : 1;
}
