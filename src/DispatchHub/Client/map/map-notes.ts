import { html, nothing, type TemplateResult } from 'lit';
import { city } from '../api/city';
import type { CaseRow } from '../api/types';
import { bySlack } from '../clocks/slack';
import { icon } from '../parts/icon';
import { toneMark } from '../parts/status-mark';
import { say } from '../words/say';
import { levelName } from '../words/terms';
import { caseTone, RANKS } from './spots';
import { mapWords as w } from './words';

// What lies above the map: its legend, the words beside the pointer, and the cases of one place.

/** As many cases of one place are listed; the board's list has the others. */
const MOST_LISTED = 30;

/** What the shapes mean, and how many cases are not on the map. */
export function legend(unplaced: number): TemplateResult {
  return html`<details class="corner">
    <summary><span>${say(w.legend)}</span>${unplaced > 0 ? html`<span class="muted">${say(w.unplaced, { n: unplaced })}</span>` : nothing}</summary>
    <ul>
      ${[...RANKS].reverse().map((tone) => html`<li>${toneMark(tone)}${say(w[tone])}</li>`)}
    </ul>
  </details>`;
}

/** What lies under the pointer. */
export function tipOf(rows: readonly CaseRow[], where: string): TemplateResult | typeof nothing {
  const [row] = rows;
  if (!row) {
    return nothing;
  }
  const what = rows.length === 1 ? `${row.number} ${city.typeName(row.type, row.title)}` : say(w.casesHere, { n: rows.length });
  return html`<div class="tip" .style=${where}><strong>${city.placeName(row)}</strong><br />${what}</div>`;
}

/** The cases of one place, the most pressing first, as buttons. */
export function listOf(rows: readonly CaseRow[], selected: string | null, now: number, where: string, choose: (id: string) => void, close: () => void): TemplateResult {
  const ordered = [...rows].sort(bySlack(now));
  const count = say(w.casesHere, { n: rows.length });
  const title = ordered[0] ? city.placeName(ordered[0]) : '';
  return html`<section class="here" aria-label=${`${title} ${count}`} .style=${where}>
    <header>
      <strong>${title || count}</strong>
      <button class="plain" aria-label=${say(w.close)} @click=${close}>${icon('close')}</button>
    </header>
    <ul>
      ${ordered.slice(0, MOST_LISTED).map(
        (row) => html`<li>
          <button aria-pressed=${row.id === selected} @click=${() => choose(row.id)}>
            ${toneMark(caseTone(row, now))}<span class="title">${city.typeName(row.type, row.title)} <span class="muted">${levelName(row.level)} · ${row.number.slice(-6)}</span></span>
          </button>
        </li>`,
      )}
    </ul>
    ${rows.length > MOST_LISTED ? html`<p class="muted">${say(w.more, { n: rows.length - MOST_LISTED })}</p>` : nothing}
  </section>`;
}
