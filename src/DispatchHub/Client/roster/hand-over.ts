import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { city } from '../api/city';
import { Problem } from '../api/problem';
import type { HandOver, HandOverLine, HandOverShift, Roster } from '../api/types';
import { followLink } from '../app/follow-link';
import { instantText } from '../clocks/spoken';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { Localized } from '../words/language';
import { problemText } from '../words/problems';
import { say, type Word } from '../words/say';
import { clockName } from '../words/terms';
import { spanText } from './changes-view';
import { loadHandOver, lookOf, signFor, writeNote } from './hand-over-data';
import { handOverCss } from './hand-over-css';
import { handOverWords as w, markWords } from './hand-over-words';
import { nameIn } from './roster-data';

/** Handing a shift over: the outgoing adds a note, the incomer reads and signs. Sends `handed` with the sheet whenever it is another. */
@customElement('hand-over')
export class HandOverSheet extends LitElement {
  static override styles = [shared, handOverCss];

  @property() team = '';
  @property({ attribute: false }) roster: Roster | null = null;
  @property({ attribute: false }) view: HandOver | null = null;

  @state() private busy = false;
  @state() private refusal: Problem | null = null;
  @state() private said = '';
  @query('textarea') private text!: HTMLTextAreaElement;

  constructor() {
    super();
    new Localized(this);
  }

  protected override render(): TemplateResult {
    const view = this.view;
    if (!view) {
      return html`<p class="notice">${say(w.none)}</p>`;
    }
    return html`
      ${this.top(view)}
      ${this.refusal ? html`<p class="notice critical" role="alert">${problemText(this.refusal)}</p>` : nothing}
      ${this.note(view)} ${this.signing(view)}
      ${this.list(w.alarms, w.noAlarms, view.sheet.alarms, view.sheet.alarmsInAll, w.since)}
      ${this.list(w.promises, w.noPromises, view.sheet.promises, view.sheet.promisesInAll, w.due)}
      ${this.list(w.changed, w.noChanges, view.sheet.changed, view.sheet.changedInAll, null, say(w.counts, countsOf(view)))}
      <p class="muted">${say(w.asOf, { at: instantText(view.sheet.asOf) })}</p>
      <p class="visually-hidden" role="status">${this.said}</p>
    `;
  }

  private top(view: HandOver): TemplateResult {
    return html`<div class="top">
        <label>${say(w.shift)}<select ?disabled=${this.busy} @change=${this.choose}>
          ${view.shifts.map((one) => html`<option value=${one.from} ?selected=${one.from === view.shift.from}>${spanText(one)} · ${stateText(one)}</option>`)}
        </select></label>
        <button @click=${() => window.print()}>${icon('print')}${say(w.print)}</button>
      </div>
      <div class="who">
        <h2>${spanText(view.shift)}</h2>
        <span class="chip ${view.shift.late ? 'critical' : view.shift.state === 'takenOver' ? 'normal' : 'caution'}">${stateText(view.shift)}</span>
        <span>${say(w.of, { what: say(w.from), which: this.names(view.outgoing) })}</span>
        <span>${say(w.of, { what: say(w.to), which: this.names(view.incoming) })}</span>
      </div>`;
  }

  private note(view: HandOver): TemplateResult {
    const by = view.note ? html`<p class="muted">${say(w.writtenBy, { name: this.name(view.writtenBy), at: instantText(view.writtenAt) })}</p>` : nothing;
    if (view.noNote) {
      return html`<section><h3>${say(w.note)}</h3>${view.note ? html`<blockquote>${view.note}</blockquote>${by}` : html`<p class="muted">${say(w.noNote)}</p>`}</section>`;
    }
    return html`<form @submit=${this.write}>
      <label><h3>${say(w.note)}</h3><textarea name="note" rows="3" maxlength="2000" required .value=${view.note ?? ''}></textarea></label>
      ${by}<button class="primary" ?disabled=${this.busy}>${icon('edit')}${say(w.leave)}</button>
    </form>`;
  }

  private signing(view: HandOver): TemplateResult | typeof nothing {
    if (view.shift.signedBy) {
      return html`<p class="notice">${icon('check')} ${say(w.signedBy, { name: this.name(view.shift.signedBy), at: instantText(view.shift.signedAt) })}</p>`;
    }
    if (!view.noSign) {
      return html`<button class="primary sign" ?disabled=${this.busy} @click=${() => void this.try(signFor(this.team, view.shift.from))}>${icon('check')}${say(w.sign)}</button>`;
    }
    return view.noSign === 'hand-over-too-early' ? html`<p class="muted">${problemText(new Problem(409, view.noSign, ''))}</p>` : nothing;
  }

  private list(title: Word, none: Word, lines: readonly HandOverLine[], inAll: number | string, when: Word | null, counts = ''): TemplateResult {
    const more = Number(inAll) - lines.length;
    return html`<section>
      <h3>${say(title)}${Number(inAll) > 0 ? html` <span class="muted">${Number(inAll)}${counts ? html` · ${counts}` : nothing}</span>` : nothing}</h3>
      ${lines.length === 0 ? html`<p class="muted">${say(none)}</p>` : html`<ul>${lines.map((one) => lineView(one, when))}</ul>`}
      ${more > 0 ? html`<p class="muted">${say(w.more, { n: more })}</p>` : nothing}
    </section>`;
  }

  private names(names: readonly string[]): string {
    return names.length === 0 ? say(w.nobody) : names.map((one) => this.name(one)).join(say(w.between));
  }

  private name(userName: string | null | undefined): string {
    return !userName ? '' : this.roster ? nameIn(this.roster, userName) : userName;
  }

  private readonly choose = (event: Event): void => void this.try(loadHandOver(this.team, (event.target as HTMLSelectElement).value), '');

  private readonly write = (event: Event): void => {
    event.preventDefault();
    void this.try(writeNote(this.team, this.view!.shift.from, this.text.value));
  };

  private async try(work: Promise<HandOver | null>, said = say(w.done)): Promise<void> {
    this.busy = true;
    this.refusal = null;
    this.said = '';
    try {
      this.view = await work;
      this.said = said;
      this.dispatchEvent(new CustomEvent<HandOver | null>('handed', { detail: this.view }));
    } catch (fault) {
      if (!(fault instanceof Problem)) {
        throw fault;
      }
      this.refusal = fault;
    } finally {
      this.busy = false;
    }
  }
}

function lineView(line: HandOverLine, when: Word | null): TemplateResult {
  const clock = line.clock && line.marks.includes('due') ? clockName(line.clock) : '';
  const department = line.clock && /^(report-in|answer):/.test(line.clock) ? city.scopeName(`department:${line.clock.split(':')[1]}`) : '';
  return html`<li>
    <span class="what"><a href="/cases/${line.caseId}" @click=${followLink}>${line.number}</a> ${city.typeName(line.type)} · ${city.placeName({ ...line, estate: line.estate ?? null, building: line.building ?? null, placeName: line.placeName ?? null })}</span>
    ${line.marks.map((mark) => html`<span class="chip ${lookOf(mark)}">${clock || department ? say(w.of, { what: say(markWords[mark]), which: clock || department }) : say(markWords[mark])}</span>`)}
    ${line.at ? html`<time class="muted" datetime=${line.at}>${when ? say(when, { at: instantText(line.at) }) : instantText(line.at)}</time>` : nothing}
  </li>`;
}

function stateText(shift: HandOverShift): string {
  return say(shift.late ? w.late : w[shift.state]);
}

function countsOf({ sheet }: HandOver): Record<string, number> {
  return { opened: Number(sheet.opened), ended: Number(sheet.ended), escalated: Number(sheet.escalated), missed: Number(sheet.missed) };
}
