import { city } from '../api/city';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Problem } from '../api/problem';
import type { CaseRow } from '../api/types';
import { readSimilar } from '../case/case-data';
import { problemOf } from '../commands/give-command';
import { Pace } from '../feed/pace';
import { keep, kept } from '../outbox/device-store';
import { outbox } from '../outbox/outbox';
import { canTakeBack } from '../outbox/outbox-plan';
import { chime } from '../parts/chime';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { statusMark } from '../parts/status-mark';
import { Localized } from '../words/language';
import { problemText } from '../words/problems';
import { say, type Word } from '../words/say';
import { fieldCss } from './field-css';
import './field-photos';
import type { FieldPhotos } from './field-photos';
import type { Me } from './my-work';
import './place-choice';
import type { PlaceChoice } from './place-choice';
import { placeText } from './place-text';
import { emptyDraft, isEmpty, missingIn, placeAsked, recentFirst, reportBody, settles, type Draft, type DraftPlace } from './report-draft';
import { draftName, drafts } from './take-report-back';
import './type-choice';
import type { TypeChoice } from './type-choice';
import { fieldWords, reportWords as w } from './words';

const MOST_RECENT = 6;
const MOST_DESCRIPTION = 2_000;
const MOST_CONTACT = 200;
/** Typing is kept, and the like is looked for, at most so often, real ms. */
const KEEP_EVERY_MS = 500;

interface Recent {
  types: string[];
  places: DraftPlace[];
}

/** Reporting what is seen: type by picture, photos, place, and what becomes of it. The draft outlives a reload. Sends `open` {id}. */
@customElement('field-report')
export class FieldReport extends LitElement {
  static override styles = [
    shared,
    fieldCss,
    css`
      form {
        display: grid;
        gap: 0.75rem;
        scroll-margin-top: 5rem;
      }
      section > h2 {
        margin-top: 0.5rem;
      }
      .check {
        display: flex;
        align-items: center;
        gap: 0.75rem;
        min-height: 3rem;
      }
      .check input {
        width: 1.6rem;
        height: 1.6rem;
        min-height: 0;
        accent-color: var(--accent);
      }
      .acts.three {
        grid-template-columns: 1fr;
      }
      .acts button[aria-pressed='true'] {
        background: var(--accent-soft);
        border: 2px solid var(--accent);
      }
      .send {
        min-height: 3.75rem;
        font-size: 1.2rem;
        font-weight: 650;
        border-radius: 12px;
      }
      .similar button {
        width: 100%;
        justify-content: flex-start;
        flex-wrap: wrap;
        text-align: start;
      }
    `,
  ];

  @property({ attribute: false }) me!: Me;
  @state() private draft: Draft = emptyDraft;
  @state() private recent: Recent = { types: [], places: [] };
  @state() private similar: readonly CaseRow[] = [];
  @state() private strict = false;
  @state() private busyPhotos = false;
  @state() private problem: Problem | null = null;
  /** The report that was given last, as its entry in the outbox. */
  @state() private given: string | null = null;
  private readonly pace = new Pace(() => void this.keepAndLook(), KEEP_EVERY_MS);
  private looked = '';

  constructor() {
    super();
    new Localized(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    outbox.addEventListener('change', this.again);
    drafts.addEventListener('back', this.back);
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.pace.stop();
    outbox.removeEventListener('change', this.again);
    drafts.removeEventListener('back', this.back);
    void keep(draftName(this.me.userName), this.draft);
  }

  protected override render(): TemplateResult {
    const { draft } = this;
    const missing = this.strict ? missingIn(draft) : [];
    return html`<form novalidate @submit=${this.submit}>
      ${this.givenPart()}
      <section aria-label=${say(w.what)}>
        <h2>${say(w.what)}</h2>
        <type-choice .value=${draft.type} .recent=${this.recent.types} @change=${this.typeChosen}></type-choice>
        ${missing.includes('type') ? html`<p class="critical" role="alert">${say(w.needType)}</p>` : nothing}
      </section>
      <section aria-label=${say(w.photos)}>
        <h2>${say(w.photos)}</h2>
        <field-photos .blobs=${draft.photos} @change=${this.photosChanged}></field-photos>
      </section>
      <section aria-label=${say(w.where)}>
        <h2>${say(w.where)}</h2>
        <place-choice .me=${this.me} .value=${draft.place} .recent=${this.recent.places} @change=${this.placeChosen}></place-choice>
        ${missing.includes('place') ? html`<p class="critical" role="alert">${say(w.needPlace)}</p>` : nothing}
      </section>
      ${this.similarPart()}
      <label>${say(w.description)}
        <textarea rows="3" maxlength=${MOST_DESCRIPTION} .value=${draft.description} @input=${(event: Event) => this.put({ description: textOf(event) })}></textarea>
      </label>
      <label class="check"><input type="checkbox" .checked=${draft.inProgress} @change=${(event: Event) => this.put({ inProgress: (event.target as HTMLInputElement).checked })} />${say(w.inProgress)}</label>
      ${this.me.role === 'citizen'
        ? html`<label>${say(w.contact)}<input autocomplete="tel" maxlength=${MOST_CONTACT} .value=${draft.contact} @input=${(event: Event) => this.put({ contact: textOf(event) })} /></label>`
        : nothing}
      ${this.me.role === 'gridWorker' ? this.thenPart() : nothing}
      ${this.problem ? html`<p class="notice critical" role="alert">${problemText(this.problem)}</p>` : nothing}
      <button class="primary send" ?disabled=${this.busyPhotos}>${icon('send')}${say(this.busyPhotos ? w.busyPhotos : w.send)}</button>
      <button type="button" class="plain" @click=${this.clear}>${say(w.clear)}</button>
    </form>`;
  }

  /** What became of the report that was given last, until the next one is begun. */
  private givenPart(): TemplateResult | typeof nothing {
    const entry = outbox.entries.find((one) => one.id === this.given);
    if (!entry) {
      return nothing;
    }
    if (entry.state === 'refused') {
      return html`<p class="notice critical" role="alert">${say(fieldWords.refusedOne, { what: say(w.send) })}</p>`;
    }
    if (entry.state === 'waiting') {
      return html`<p class="notice" role="status">${icon('send')} ${say(!navigator.onLine ? w.keptOffline : canTakeBack(entry) ? w.done : w.onItsWay)}</p>`;
    }
    const id = entry.target.kind === 'case' ? entry.target.caseId : null;
    return html`<p class="notice row" role="status">${icon('check')}<span class="text">${say(w.arrived)}</span>${id
      ? html`<button type="button" @click=${() => this.dispatchEvent(new CustomEvent('open', { detail: { id } }))}>${say(w.see)}</button>`
      : nothing}</p>`;
  }

  private thenPart(): TemplateResult {
    const one = (then: Draft['then'], word: Word): TemplateResult => html`<button type="button" aria-pressed=${this.draft.then === then} @click=${() => this.put({ then })}>${say(word)}</button>`;
    return html`<section aria-label=${say(w.then)}>
      <h2>${say(w.then)}</h2>
      <div class="acts three">${one('keep', w.keep)} ${one('settle', w.settle)} ${one('pass-up', w.passUp)}</div>
    </section>`;
  }

  private similarPart(): TemplateResult | typeof nothing {
    return this.similar.length === 0
      ? nothing
      : html`<section class="notice similar" aria-label=${say(w.similar)}>
          <h3>${say(w.similar)}</h3>
          ${this.similar.slice(0, 3).map(
            (row) => html`<button type="button" class="plain" @click=${() => this.dispatchEvent(new CustomEvent('open', { detail: { id: row.id } }))}>
              ${statusMark(row.status)} ${city.placeName(row)} <span class="muted">${row.number}</span>
            </button>`,
          )}
        </section>`;
  }

  private put(change: Partial<Draft>): void {
    this.draft = { ...this.draft, ...change };
    this.given = null;
    this.pace.ask();
  }

  private readonly typeChosen = (event: Event): void => this.put({ type: (event.target as TypeChoice).value });

  private readonly placeChosen = (event: Event): void => this.put({ place: (event.target as PlaceChoice).value });

  private readonly photosChanged = (event: Event): void => {
    const photos = event.target as FieldPhotos;
    this.busyPhotos = photos.busy;
    this.put({ photos: photos.blobs });
  };

  private readonly submit = (event: SubmitEvent): void => {
    event.preventDefault();
    this.strict = true;
    if (missingIn(this.draft).length === 0 && !this.busyPhotos) {
      void this.give();
    } else {
      void this.updateComplete.then(() => this.renderRoot.querySelector('.critical')?.scrollIntoView({ block: 'center' }));
    }
  };

  private async give(): Promise<void> {
    const { draft, me } = this;
    const about = { number: null, type: draft.type, place: placeText(draft.place!) };
    try {
      const report = await outbox.add({ target: { kind: 'report' }, name: 'report', body: reportBody(draft, me.role), photos: draft.photos, about });
      this.given = report?.id ?? null;
      if (report && settles(draft, me.role)) {
        await outbox.add({ target: { kind: 'reported', entryId: report.id }, name: 'settle', about });
      }
    } catch (fault) {
      this.problem = problemOf(fault);
      return;
    }
    chime.accepted();
    await this.remember(draft);
    this.draft = emptyDraft;
    this.similar = [];
    this.strict = false;
    this.problem = null;
    await keep(draftName(me.userName), null);
    this.renderRoot.querySelector('form')?.scrollIntoView({ block: 'start' });
  }

  private async remember(draft: Draft): Promise<void> {
    const places = draft.place?.kind === 'estate' ? recentFirst(this.recent.places, draft.place, MOST_RECENT) : this.recent.places;
    this.recent = { types: recentFirst(this.recent.types, draft.type!, MOST_RECENT), places };
    await keep(this.name('recent'), this.recent);
  }

  private readonly clear = (): void => {
    this.put(emptyDraft);
    this.strict = false;
    this.similar = [];
  };

  private async load(): Promise<void> {
    this.recent = (await kept<Recent>(this.name('recent'))) ?? this.recent;
    const draft = await kept<Draft>(draftName(this.me.userName));
    if (draft && isEmpty(this.draft)) {
      this.draft = draft;
    }
  }

  private async keepAndLook(): Promise<void> {
    const { draft } = this;
    await keep(draftName(this.me.userName), draft);
    const asked = draft.type && draft.place ? JSON.stringify([draft.type, draft.place]) : '';
    if (asked === this.looked) {
      return;
    }
    this.looked = asked;
    try {
      const found = asked && navigator.onLine ? await readSimilar(draft.type!, placeAsked(draft.place!)) : [];
      this.similar = this.looked === asked ? found : this.similar;
    } catch (fault) {
      // The hint is worth no interruption; a place outside the street is said when it is sent.
      this.similar = [];
      if (!(fault instanceof Problem)) {
        throw fault;
      }
    }
  }

  private readonly back = (): void => void this.load();

  private readonly again = (): void => this.requestUpdate();

  private name(what: string): string {
    return `${what} ${this.me.userName}`;
  }
}

function textOf(event: Event): string {
  return (event.target as HTMLInputElement | HTMLTextAreaElement).value;
}
