import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
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

const shapes: Record<Tone, SVGTemplateResult> = {
  critical: svg`<path d="M6 0 12 12H0z"/>`,
  serious: svg`<path d="M6 0l6 6-6 6-6-6z"/>`,
  caution: svg`<path d="M1 1h10v10H1z"/>`,
  normal: svg`<circle cx="6" cy="6" r="5.5"/>`,
  standby: svg`<circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" stroke-width="2.2"/>`,
  off: svg`<path d="M0 5h12v2.5H0z"/>`,
};

export function toneOf(status: CaseStatus): Tone {
  return tones[status];
}

/** The shape of a tone, in its colour. */
export function toneMark(tone: Tone): TemplateResult {
  return html`<svg class="mark ${tone}" viewBox="0 0 12 12" width="12" height="12" fill="currentColor" aria-hidden="true">${shapes[tone]}</svg>`;
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
