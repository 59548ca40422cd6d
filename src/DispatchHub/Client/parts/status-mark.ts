import { html, type TemplateResult } from 'lit';
import type { CaseStatus, Priority } from '../api/types';
import { statusName } from '../words/terms';

/** How urgent something looks; each has a colour (`app/theme.css`) and a shape of its own, so that neither is needed alone. */
export type Tone = 'critical' | 'serious' | 'caution' | 'normal' | 'standby' | 'off';

/** What a status asks of others: waiting for somebody to begin, being worked on, standing still, over. */
const tones: Record<CaseStatus, Tone> = {
  AwaitingVerification: 'standby',
  AtGrid: 'standby',
  AwaitingCommunity: 'caution',
  PreControl: 'normal',
  AwaitingDispatch: 'serious',
  Offered: 'caution',
  EnRoute: 'normal',
  OnSite: 'normal',
  AwaitingCheck: 'standby',
  Suspended: 'off',
  Closed: 'off',
  Rejected: 'off',
  Merged: 'off',
};

/** The shape of each tone in a square of 12, as path data filled by the even-odd rule; also what the map draws. */
export const tonePaths: Record<Tone, string> = {
  critical: 'M6 0 12 12H0z',
  serious: 'M6 0l6 6-6 6-6-6z',
  caution: 'M1 1h10v10H1z',
  normal: 'M6 .5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11z',
  standby: 'M6 .4a5.6 5.6 0 1 0 0 11.2a5.6 5.6 0 1 0 0-11.2zM6 2.6a3.4 3.4 0 1 1 0 6.8a3.4 3.4 0 1 1 0-6.8z',
  off: 'M0 5h12v2.5H0z',
};

export function toneOf(status: CaseStatus): Tone {
  return tones[status];
}

/** The shape of a tone, in its colour. */
export function toneMark(tone: Tone): TemplateResult {
  return html`<svg class="mark ${tone}" viewBox="0 0 12 12" width="12" height="12" fill="currentColor" aria-hidden="true"><path fill-rule="evenodd" d=${tonePaths[tone]} /></svg>`;
}

/** A status as boards show it: shape, colour and word. */
export function statusMark(status: CaseStatus): TemplateResult {
  const tone = tones[status];
  return html`<span class="chip ${tone}">${toneMark(tone)}${statusName(status)}</span>`;
}

/** How a priority looks; normal ones look like nothing, so that the others are seen. */
export function priorityTone(priority: Priority): Tone {
  return priority === 'Urgent' ? 'critical' : priority === 'High' ? 'serious' : 'off';
}

/** How much is left of a clock, as a tone: run out, nearly, soon, enough. */
export function slackTone(leftMs: number | null, budgetMs: number): Tone {
  if (leftMs === null) {
    return 'off';
  }
  if (leftMs < 0) {
    return 'critical';
  }
  const part = budgetMs > 0 ? leftMs / budgetMs : 1;
  return part < 0.2 ? 'serious' : part < 0.5 ? 'caution' : 'normal';
}
