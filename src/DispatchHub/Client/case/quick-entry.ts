import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { city } from '../api/city';
import { newKey } from '../api/http';
import type { Problem } from '../api/problem';
import type { CaseView } from '../api/types';
import { giveDrill, giveReport, problemOf } from '../commands/give-command';
import { askCommand } from '../commands/run-command';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { statusMark } from '../parts/status-mark';
import { Localized } from '../words/language';
import { problemText } from '../words/problems';
import { say, sayName } from '../words/say';
import { readCase } from './case-data';
import './choice-box';
import type { ChoiceBox, ChoiceItem } from './choice-box';
import { PlaceSearch, type PlaceFound } from './place-search';
import { quickEntryCss } from './quick-entry.css';
import { quickEntryWords as w } from './quick-entry-words';
import { draftFaults, drillOf, emptyDraft, fieldOfReportRefusal, MOST, reportOf, type DraftFault, type PlaceChosen, type ReportDraft } from './report-draft';
import './similar-cases';

/** A place pointed at on the map; `gridId` is null outside every grid. */
export interface PointedAt {
  lat: number;
  lon: number;
  gridId?: string | null;
}

/** What is being taken down and its key: kept in memory over a closed form, a lost session and a server that is away. */
let kept: { draft: ReportDraft; key: string } = { draft: emptyDraft, key: newKey() };

/**
 * Takes down a telephone call: who calls, what, where; shows cases that it may already be. Enter sends. It lies over the page and
 * leaves the rest usable, so that the place can be clicked on the map. Sends `reported` {case}, `commented` {case}, `open-case` {id} and `closed`.
 */
@customElement('quick-entry')
export class QuickEntry extends LitElement {
  static override styles = [shared, quickEntryCss];

  /** Where the map was clicked. */
  @property({ attribute: false }) place: PointedAt | null = null;
  /** It did not happen: the report starts a drill. */
  @property({ type: Boolean }) drill = false;
  @state() private draft: ReportDraft = kept.draft;
  @state() private strict = false;
  @state() private problem: Problem | null = null;
  @state() private busy = '';
  @state() private done: { kind: 'reported' | 'commented'; view: CaseView } | null = null;
  private search: PlaceSearch | null = null;
  private typeNames: readonly ChoiceItem[] = [];

  constructor() {
    super();
    new Localized(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    city.addEventListener('change', this.learn);
    this.learn();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    city.removeEventListener('change', this.learn);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('place') && this.place) {
      this.done = null;
      this.put({ place: pointed(this.place) });
    }
  }

  protected override firstUpdated(): void {
    this.begin();
  }

  protected override render(): TemplateResult {
    return html`<section role="dialog" aria-labelledby="title" @keydown=${this.keys}>
      <header><h2 id="title">${icon(this.drill ? 'walk' : 'phone')}${say(this.drill ? w.drillTitle : w.title)}</h2><button type="button" class="plain" aria-label=${say(w.close)} @click=${this.cancel}>${icon('close')}</button></header>
      ${this.done ? this.outcome(this.done) : this.form()}
    </section>`;
  }

  private form(): TemplateResult {
    const { draft } = this;
    const faults = this.strict ? draftFaults(draft) : [];
    const outside = this.place !== null && this.place.gridId === null && draft.place?.key === pointed(this.place).key;
    return html`<form novalidate @submit=${this.submit}>
      ${this.problem && !fieldOfReportRefusal(this.problem.code) ? html`<p class="notice critical" role="alert">${problemText(this.problem)}</p>` : nothing}
      ${this.drill
        ? html`<p class="muted">${say(w.drillHint)}</p>`
        : html`<label class="contact">${say(w.contact)}
            <input id="contact" name="contact" autocomplete="off" maxlength=${MOST.contact} aria-invalid=${faults.includes('callBack')} .value=${live(draft.contact)} @input=${this.text('contact')} />
            ${this.faultLine(faults, 'callBack', say(w.callBackNeeds))}
          </label>`}
      <div class="field"><span aria-hidden="true">${say(w.type)}</span>
        <choice-box id="type" .label=${say(w.type)} .placeholder=${say(w.typeHint)} ?invalid=${faults.includes('type')} .find=${this.findType}
          .chosen=${this.typeNames.find((one) => one.key === draft.type) ?? null} @chosen=${(event: CustomEvent<{ item: ChoiceItem | null }>) => this.put({ type: event.detail.item?.key ?? '' })}></choice-box>
        ${this.faultLine(faults, 'type', say(w.typeNeeded))}
      </div>
      <div class="field"><span aria-hidden="true">${say(w.place)}</span>
        <choice-box id="place" .label=${say(w.place)} .placeholder=${say(w.placeHint)} ?invalid=${faults.includes('place') || outside} .find=${this.findPlace}
          .chosen=${draft.place} @chosen=${(event: CustomEvent<{ item: PlaceChosen | null }>) => this.put({ place: event.detail.item })}></choice-box>
        ${this.faultLine(faults, 'place', say(w.placeNeeded))}
        ${outside && !this.problem ? html`<span class="fault" role="alert">${say(w.outside)}</span>` : nothing}
      </div>
      ${this.drill ? nothing : html`<similar-cases .type=${draft.type} .place=${outside ? null : (draft.place?.asked ?? null)} @comment-there=${this.commentThere}></similar-cases>`}
      <label>${say(w.description)}
        <textarea id="description" rows="3" maxlength=${MOST.description} .value=${live(draft.description)} @input=${this.text('description')}></textarea>
        ${this.faultLine([], 'description', '')}
      </label>
      ${this.drill ? nothing : html`<label>${say(w.address)}<input id="address" autocomplete="off" maxlength=${MOST.address} .value=${live(draft.address)} @input=${this.text('address')} /></label>`}
      <div class="ticks">
        <label><input type="checkbox" .checked=${live(draft.inProgress)} @change=${() => this.put({ inProgress: !draft.inProgress })} />${say(w.inProgress)}</label>
        ${this.drill ? nothing : html`<label><input type="checkbox" .checked=${live(draft.callBack)} @change=${() => this.put({ callBack: !draft.callBack })} />${say(w.callBack)}</label>`}
      </div>
      <footer>
        <span class="muted" role="status">${this.busy || say(w.keys)}</span>
        <button type="button" @click=${this.clear}>${say(w.clear)}</button>
        <button class="primary" ?disabled=${this.busy !== ''}>${icon('send')}${say(this.drill ? w.drillSend : w.send)}</button>
      </footer>
    </form>`;
  }

  private outcome({ kind, view }: { kind: 'reported' | 'commented'; view: CaseView }): TemplateResult {
    return html`<div class="outcome" role="status">
      <p>${icon('check')} ${say(kind === 'reported' ? w.reported : w.commented)}</p>
      <p class="number">${view.number}</p>
      <p>${city.typeName(view.type, view.title)} · ${[city.placeName(view.place), view.place.unit].filter(Boolean).join(' ')}</p>
      <p>${statusMark(view.status)} ${city.scopeName(String(view.responsible))}</p>
      ${view.drill ? nothing : html`<p class="muted">${say(w.tell, { number: view.number })}</p>`}
      <div class="after">
        <button class="primary" id="another" @click=${this.another}>${icon('plus')}${say(this.drill ? w.drillAnother : w.another)}</button>
        <button @click=${() => this.tell('open-case', { id: view.id })}>${say(w.open)}</button>
        <button @click=${this.cancel}>${say(w.close)}</button>
      </div>
    </div>`;
  }

  private faultLine(faults: readonly DraftFault[], field: DraftFault | 'description', text: string): TemplateResult | typeof nothing {
    const refused = this.problem && fieldOfReportRefusal(this.problem.code) === field ? problemText(this.problem) : null;
    return refused || (faults as readonly string[]).includes(field) ? html`<span class="fault" role="alert">${refused ?? text}</span>` : nothing;
  }

  private readonly learn = (): void => {
    const { catalogue, territory } = city;
    this.search = territory ? new PlaceSearch(territory, { estate: (id) => sayName(territory.estates.find((one) => one.id === id)?.name, id), grid: (id) => city.gridName(id) }) : null;
    this.typeNames = (catalogue?.types ?? []).map((type) => ({ key: type.code, label: `${type.code} ${sayName(type.title, type.code)}`, detail: sayName(catalogue?.scenes[type.scene]) }));
    this.requestUpdate();
  };

  private readonly findType = (text: string): readonly ChoiceItem[] => {
    const asked = text.trim().toLowerCase().split(/\s+/).filter(Boolean);
    return this.typeNames.filter((one) => {
      const title = city.type(one.key)?.title;
      const whole = `${one.key} ${one.key.replace('-', '')} ${title?.zh ?? ''} ${title?.en ?? ''} ${one.detail ?? ''}`.toLowerCase();
      return asked.every((word) => whole.includes(word));
    });
  };

  private readonly findPlace = (text: string): readonly PlaceFound[] => this.search?.find(text) ?? [];

  private text(field: 'contact' | 'description' | 'address') {
    return (event: Event): void => this.put({ [field]: (event.target as HTMLInputElement | HTMLTextAreaElement).value });
  }

  private put(change: Partial<ReportDraft>): void {
    this.draft = { ...this.draft, ...change };
    kept = { draft: this.draft, key: kept.key };
    if (this.problem && fieldOfReportRefusal(this.problem.code)) {
      this.problem = null;
    }
  }

  private readonly keys = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Escape' && !event.defaultPrevented) {
      this.cancel();
    } else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && (event.target as HTMLElement).localName === 'textarea') {
      event.preventDefault();
      this.renderRoot.querySelector('form')?.requestSubmit();
    } else if (event.key === 'Enter' && !event.isComposing && !event.defaultPrevented && (event.target as HTMLElement).localName === 'choice-box') {
      this.renderRoot.querySelector('form')?.requestSubmit();
    }
  };

  private readonly submit = (event: SubmitEvent): void => {
    event.preventDefault();
    this.strict = true;
    const [fault] = draftFaults(this.draft);
    if (fault) {
      this.renderRoot.querySelector<HTMLElement>(fault === 'callBack' ? '#contact' : `#${fault}`)?.focus();
    } else if (!this.busy) {
      void this.send();
    }
  };

  private async send(): Promise<void> {
    this.busy = say(w.sending);
    this.problem = null;
    try {
      const giving = { key: kept.key, again: (tries: number) => (this.busy = say(w.again, { n: tries })) };
      const view = await (this.drill ? giveDrill(drillOf(this.draft), giving) : giveReport(reportOf(this.draft, say(w.callBackText)), giving));
      this.finish('reported', view);
    } catch (fault) {
      this.problem = problemOf(fault);
      if (this.problem.code === 'idempotency-key-reused') {
        kept = { ...kept, key: newKey() };
      }
    } finally {
      this.busy = '';
    }
  }

  private readonly commentThere = async (event: CustomEvent<{ id: string }>): Promise<void> => {
    this.problem = null;
    try {
      const view = await readCase(event.detail.id);
      const { contact, description, callBack } = this.draft;
      const text = [say(w.alsoReported), description.trim(), contact.trim() && say(w.caller, { contact: contact.trim() }), callBack && say(w.callBackText)].filter(Boolean).join('\n');
      const outcome = await askCommand(view, 'comment', { initial: { text: { text } } });
      if (outcome.kind === 'given') {
        this.finish('commented', outcome.case);
      }
    } catch (fault) {
      this.problem = problemOf(fault);
    }
  };

  private finish(kind: 'reported' | 'commented', view: CaseView): void {
    this.clear();
    this.done = { kind, view };
    this.tell(kind, { case: view });
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#another')?.focus());
  }

  private readonly another = (): void => {
    this.done = null;
    void this.updateComplete.then(() => this.begin());
  };

  private begin(): void {
    this.renderRoot.querySelector<HTMLElement>(this.drill ? '#type' : '#contact')?.focus();
  }

  private readonly clear = (): void => {
    kept = { draft: emptyDraft, key: newKey() };
    this.draft = emptyDraft;
    this.problem = null;
    this.strict = false;
    for (const box of this.renderRoot.querySelectorAll<ChoiceBox>('choice-box')) {
      box.reset();
    }
  };

  private readonly cancel = (): void => void this.dispatchEvent(new CustomEvent('closed'));

  private tell(what: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(what, { detail, bubbles: true, composed: true }));
  }
}

/** A point of the map as a place. */
function pointed({ lat, lon, gridId }: PointedAt): PlaceChosen {
  return {
    key: `${lat} ${lon}`,
    asked: { lat, lon },
    label: say(w.pointed, { at: `${lat.toFixed(5)}, ${lon.toFixed(5)}` }),
    detail: gridId ? city.gridName(gridId) : '',
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'quick-entry': QuickEntry;
  }
}
