import { html, nothing, type TemplateResult } from 'lit';
import type { DutyLeave, DutyOverride, DutySwap, Roster } from '../api/types';
import { instantText } from '../clocks/spoken';
import { say } from '../words/say';
import { answersSwap, nameIn, withdrawsLeave, withdrawsSwap, type Looker, type RosterChange } from './roster-data';
import { rosterWords as w } from './words';

type Give = (change: RosterChange, body: object) => void;

/** Swaps, leave and stand-ins of a week, with what the looker can do about each. */
export function changesView(roster: Roster, looker: Looker, busy: boolean, give: Give): TemplateResult {
  const lines = [
    ...roster.swaps.map((swap) => swapLine(roster, swap, looker, busy, give)),
    ...roster.leave.map((leave) => leaveLine(roster, leave, looker, busy, give)),
    ...roster.overrides.filter((one) => !one.swapId).map((one) => overrideLine(roster, one, looker, busy, give)),
  ];
  return html`<section class="changes">
    <h2>${say(w.changes)}</h2>
    ${lines.length === 0 ? html`<p class="muted">${say(w.noChanges)}</p>` : html`<ul>${lines}</ul>`}
  </section>`;
}

function swapLine(roster: Roster, swap: DutySwap, looker: Looker, busy: boolean, give: Give): TemplateResult {
  const values = { a: nameIn(roster, swap.askedBy), b: nameIn(roster, swap.other), given: spanText(swap.given) };
  const text = swap.taken ? say(w.swapBack, { ...values, taken: spanText(swap.taken) }) : say(w.swapText, values);
  return line(text, swap.state, [
    answersSwap(looker, swap) ? button(say(w.agree), busy, () => give('answer-swap', { id: swap.id, agreed: true }), true) : nothing,
    answersSwap(looker, swap) ? button(say(w.decline), busy, () => give('answer-swap', { id: swap.id, agreed: false })) : nothing,
    withdrawsSwap(looker, swap) ? button(say(w.withdraw), busy, () => give('withdraw', { id: swap.id })) : nothing,
  ]);
}

function leaveLine(roster: Roster, leave: DutyLeave, looker: Looker, busy: boolean, give: Give): TemplateResult {
  const decides = looker.plans && leave.state === 'asked';
  return line(say(w.leaveText, { a: nameIn(roster, leave.userName), span: spanText(leave) }), leave.state, [
    decides ? button(say(w.grant), busy, () => give('decide-leave', { id: leave.id, granted: true }), true) : nothing,
    decides ? button(say(w.decline), busy, () => give('decide-leave', { id: leave.id, granted: false })) : nothing,
    withdrawsLeave(looker, leave) ? button(say(w.withdraw), busy, () => give('withdraw', { id: leave.id })) : nothing,
  ]);
}

function overrideLine(roster: Roster, one: DutyOverride, looker: Looker, busy: boolean, give: Give): TemplateResult {
  const values = { a: nameIn(roster, one.userName), span: spanText(one) };
  const text = one.replaces ? say(w.overrideText, { ...values, b: nameIn(roster, one.replaces) }) : say(w.additionText, values);
  return line(text, 'agreed', [looker.plans ? button(say(w.withdraw), busy, () => give('withdraw', { id: one.id })) : nothing]);
}

function line(text: string, state: DutySwap['state'], buttons: (TemplateResult | typeof nothing)[]): TemplateResult {
  const mark = { asked: 'caution', agreed: 'normal', declined: 'off' }[state];
  return html`<li><span>${text}</span><span class="chip ${mark}">${say(w[state])}</span>${buttons}</li>`;
}

function button(text: string, busy: boolean, act: () => void, primary = false): TemplateResult {
  return html`<button class=${primary ? 'primary' : ''} ?disabled=${busy} @click=${act}>${text}</button>`;
}

/** Two instants as people say them. */
export function spanText(span: { from: string; to: string }): string {
  return `${instantText(span.from)}–${instantText(span.to)}`;
}
