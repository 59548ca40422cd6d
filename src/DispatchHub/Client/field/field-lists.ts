import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { CaseRow } from '../api/types';
import type { Entry } from '../outbox/entry';
import { say, type Word } from '../words/say';
import type { CaseDetails } from './case-details';
import './field-card';
import type { Me } from './my-work';
import { fieldWords as w } from './words';

/** Cards of a list that are drawn before somebody asks for all: a captain's grid may hold hundreds. */
export const FIRST_CARDS = 30;

/** What cards need beside their row. */
export interface Cards {
  me: Me;
  entries: readonly Entry[];
  details: CaseDetails;
  fresh: ReadonlySet<string>;
  decide: (event: Event) => void;
  open: (event: Event) => void;
}

/** One card for each row, in the order of the rows. */
export function cardList(rows: readonly CaseRow[], cards: Cards, more: { quiet?: boolean; away?: (row: CaseRow) => string } = {}): TemplateResult {
  return html`<div class="list">
    ${repeat(
      rows,
      (row) => row.id,
      (row) => html`<field-card
        .row=${row} .view=${cards.details.of(row.id)} .entries=${cards.entries} .me=${cards.me} .away=${more.away?.(row) ?? ''}
        ?fresh=${cards.fresh.has(row.id)} ?quiet=${more.quiet ?? false} @decide=${cards.decide} @open=${cards.open}
      ></field-card>`,
    )}
  </div>`;
}

/** A list under its name; the first cards of a long one, with a button for all. */
export function section(word: Word, rows: readonly CaseRow[], cards: Cards, more: { quiet?: boolean; all: boolean; showAll: () => void }): TemplateResult | typeof nothing {
  if (rows.length === 0) {
    return nothing;
  }
  const shown = more.all ? rows : rows.slice(0, FIRST_CARDS);
  return html`<section aria-label=${say(word)}>
    <h2>${say(word)} <span class="muted">${rows.length}</span></h2>
    ${cardList(shown, cards, more)}
    ${shown.length < rows.length ? html`<p><button @click=${more.showAll}>${say(w.showAll, { n: rows.length })}</button></p>` : nothing}
  </section>`;
}
