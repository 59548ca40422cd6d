import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { Problem } from '../api/problem';
import type { CaseRow } from '../api/types';
import { session } from '../app/session';
import { instantText } from '../clocks/spoken';
import { problemOf } from '../commands/give-command';
import { cityClock } from '../feed/city-clock';
import { keep } from '../outbox/device-store';
import type { Entry } from '../outbox/entry';
import { outbox } from '../outbox/outbox';
import { canTakeBack } from '../outbox/outbox-plan';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { statusMark } from '../parts/status-mark';
import { Localized } from '../words/language';
import { problemText } from '../words/problems';
import { say } from '../words/say';
import { entryName } from './entry-name';
import { fieldCss } from './field-css';
import { draftOf } from './report-draft';
import { draftName, takeBack } from './take-report-back';
import { outboxWords as w } from './words';

/** Refusals of the instant alone: the same as of now is what the person wants. After any other they look at the case first. */
const lateOnly = new Set(['occurred-too-long-ago', 'occurred-in-future', 'occurred-before-opening']);

/**
 * What waits to be sent, what was not taken with what can be done about it, and what was sent last. Sends `open` {id} and `edit`
 * when a report has become a draft again.
 */
@customElement('field-outbox')
export class FieldOutbox extends LitElement {
  static override styles = [
    shared,
    fieldCss,
    css`
      .card.refused {
        border-left: 6px solid var(--critical);
      }
      .card.sent {
        padding-block: 0.5rem;
      }
    `,
  ];

  /** Open cases that are known, to say where one stands that refused something. */
  @property({ attribute: false }) rows: readonly CaseRow[] = [];
  @state() private problem: Problem | null = null;
  @state() private online = navigator.onLine;

  constructor() {
    super();
    new Localized(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    outbox.addEventListener('change', this.again);
    addEventListener('online', this.again);
    addEventListener('offline', this.again);
    session.addEventListener('change', this.again);
    cityClock.addEventListener('change', this.again);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    outbox.removeEventListener('change', this.again);
    removeEventListener('online', this.again);
    removeEventListener('offline', this.again);
    session.removeEventListener('change', this.again);
    cityClock.removeEventListener('change', this.again);
  }

  protected override render(): TemplateResult {
    const of = (state: Entry['state']): Entry[] => outbox.entries.filter((entry) => entry.state === state);
    const [refused, waiting, sent] = [of('refused'), of('waiting'), of('sent').reverse()];
    return html`
      ${this.online ? nothing : html`<p class="notice" role="status">${icon('offline')} ${say(w.offline)}</p>`}
      ${session.state === 'expired' ? html`<p class="notice critical" role="alert">${say(w.signIn)}</p>` : nothing}
      ${this.problem ? html`<p class="notice critical" role="alert">${problemText(this.problem)}</p>` : nothing}
      ${refused.length > 0 ? html`<h2>${say(w.refused)}</h2>${this.list(refused)}` : nothing}
      ${waiting.length > 0 ? html`<h2>${say(w.waiting)} <span class="muted">${waiting.length}</span></h2>${this.list(waiting)}` : nothing}
      ${waiting.length + refused.length === 0 ? html`<p class="empty">${say(w.empty)}</p>` : nothing}
      ${outbox.ofOthers > 0 ? html`<p class="muted">${say(w.byOther, { n: outbox.ofOthers })}</p>` : nothing}
      ${sent.length > 0 ? html`<h2>${say(w.sent)}</h2>${this.list(sent)}` : nothing}
    `;
  }

  private list(entries: readonly Entry[]): TemplateResult {
    return html`<div class="list">${repeat(entries, (entry) => entry.id, (entry) => this.card(entry))}</div>`;
  }

  private card(entry: Entry): TemplateResult {
    const { number, place } = entry.about;
    const caseId = entry.target.kind === 'case' ? entry.target.caseId : null;
    return html`<article class="card ${entry.state}" aria-label=${entryName(entry)}>
      <p><strong>${entryName(entry)}</strong> ${[place, number].filter(Boolean).join(' · ')}</p>
      <p class="muted">
        ${say(w.at, { time: instantText(cityClock.at(entry.decidedAt)) })}
        ${entry.photos.length > 0 ? html` · ${say(w.photos, { n: entry.photos.length })}` : nothing}
        ${entry.byPartner ? html` · ${say(w.byPartner)}` : nothing}
        ${entry.state === 'waiting' && entry.failures > 0 ? html` · ${say(w.tries, { n: entry.failures })}` : nothing}
        ${entry.state === 'waiting' && this.isBehind(entry) ? html` · ${say(w.behind)}` : nothing}
      </p>
      ${entry.state === 'refused' ? this.stands(entry, caseId) : nothing}
      ${entry.refused ? html`<p>${problemText(new Problem(entry.refused.status, entry.refused.code, entry.refused.detail))}</p>` : nothing}
      ${entry.state === 'refused'
        ? this.choices(entry, caseId)
        : canTakeBack(entry)
          ? html`<div class="acts"><button @click=${() => void this.try(takeBack(entry))}>${icon('undo')}${say(w.takeBack)}</button></div>`
          : entry.state === 'sent' ? html`<div class="row">${this.openButton(caseId)}</div>` : nothing}
    </article>`;
  }

  /** What can become of a refused entry; what is most likely wanted stands first. */
  private choices(entry: Entry, caseId: string | null): TemplateResult {
    const isReport = entry.name === 'report';
    const leads = isReport ? 'edit' : lateOnly.has(entry.refused?.code ?? '') || caseId === null ? 'again' : 'open';
    return html`<div class="acts">
      ${isReport ? html`<button class="primary" @click=${() => void this.try(this.edit(entry))}>${icon('edit')}${say(w.edit)}</button>` : nothing}
      ${leads === 'open' ? this.openButton(caseId, 'primary') : nothing}
      <button class=${leads === 'again' ? 'primary' : 'plain'} @click=${() => void this.try(outbox.sendAsNow(entry.id))}>${icon('send')}${say(w.asOfNow)}</button>
      <button class="plain" @click=${() => void this.try(outbox.discard(entry.id))}>${icon('close')}${say(w.discard)}</button>
      ${leads === 'open' ? nothing : this.openButton(caseId)}
    </div>`;
  }

  /** A case that went to others has left the rows; the refusal said where it stood. */
  private stands(entry: Entry, caseId: string | null): TemplateResult | typeof nothing {
    const status = this.rows.find((one) => one.id === caseId)?.status ?? entry.refused?.stands;
    return status ? html`<p class="row">${say(w.stands)} ${statusMark(status)}</p>` : nothing;
  }

  /** A report that was refused becomes the draft again, with what was written and its photos. */
  private async edit(entry: Entry): Promise<void> {
    await keep(draftName(entry.owner), draftOf(entry.body, await outbox.photosOf(entry)));
    await outbox.discard(entry.id);
    this.dispatchEvent(new Event('edit'));
  }

  private openButton(caseId: string | null, look = ''): TemplateResult | typeof nothing {
    return caseId === null
      ? nothing
      : html`<button class=${look} @click=${() => this.dispatchEvent(new CustomEvent('open', { detail: { id: caseId } }))}>${icon('eye')}${say(w.open)}</button>`;
  }

  /** Whether something decided earlier on the same case was refused and holds this up. */
  private isBehind(entry: Entry): boolean {
    const target = JSON.stringify(entry.target);
    return outbox.entries.some((one) => one.seq < entry.seq && one.state === 'refused' && JSON.stringify(one.target) === target);
  }

  private async try(work: Promise<unknown>): Promise<void> {
    try {
      await work;
      this.problem = null;
    } catch (fault) {
      this.problem = problemOf(fault);
    }
  }

  private readonly again = (): void => {
    this.online = navigator.onLine;
    this.requestUpdate();
  };
}
