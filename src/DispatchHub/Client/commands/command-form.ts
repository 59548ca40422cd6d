import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { city } from '../api/city';
import { newKey } from '../api/http';
import type { Problem } from '../api/problem';
import type { CaseRow, CaseView } from '../api/types';
import { cityClock } from '../feed/city-clock';
import { assistingOn, isOpenAssist } from './callable';
import { shortNumber } from '../parts/case-number';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { statusMark } from '../parts/status-mark';
import { Localized } from '../words/language';
import { problemText } from '../words/problems';
import { say } from '../words/say';
import { levelName } from '../words/terms';
import { formCss } from './command-form.css';
import { fieldControl, faultText, type FieldHost } from './field-controls';
import { bodyOf, expectedVersionOf, faultsOf, fieldOfRefusal, noValues, type Fault, type Known, type Values } from './field-values';
import { formWords as w } from './form-words';
import { giveCommand, giveToMany, problemOf, type GivenToMany } from './give-command';
import './on-behalf';
import type { Behalf, OnBehalf } from './on-behalf';
import { refusedAlike } from './refusals';
import { commandName, commandSpec, type CommandSpec, type Field } from './registry';

/** What was typed and not sent, by case and command, so that closing the form loses nothing until the page is left. */
const drafts = new Map<string, { values: Values; behalf: Behalf }>();

/** Where a form begins. */
const FIRST = ['textarea', 'select', 'input', 'on-behalf', 'case-picker', 'officer-picker', 'photo-picker', 'button'].map((one) => `.body ${one}`).join(', ');

/** Of more cases than these the first are named in the title. */
const MOST_NUMBERS = 12;

/** Older drafts than these go. */
const MOST_DRAFTS = 50;

/**
 * One command on one case, or on several with `also`: a dialog made from the registry's fields, open as long as it is on the page.
 * Sends `given` {name, case, many} when the server took it and `cancelled` when the person left; what was typed is kept for the next time.
 */
@customElement('command-form')
export class CommandForm extends LitElement implements FieldHost {
  static override styles = [shared, formCss];

  @property({ attribute: false }) case!: CaseView;
  @property() name = '';
  /** Ask for whom it is given. */
  @property({ type: Boolean }) onBehalf = false;
  /** Further cases that get the same command. */
  @property({ attribute: false }) also: readonly CaseRow[] = [];
  /** What is filled in from the start, such as by the command bar. */
  @property({ attribute: false }) initial: Partial<Values> = {};

  @state() values: Values = noValues;
  @state() private behalf: Behalf = { actorId: '', channel: 'phone', said: '' };
  @state() private faults: Record<string, Fault> = {};
  @state() private strict = false;
  @state() private problem: Problem | null = null;
  @state() private many: GivenToMany | null = null;
  @state() private busy = '';
  /** One key for one intent: the same until the server has taken it. */
  private key = newKey();

  constructor() {
    super();
    new Localized(this);
  }

  get view(): CaseView {
    return this.case;
  }

  get known(): Known {
    const types = [this.case, ...this.also].map((one) => city.type(one.type));
    return {
      minOfficers: Math.max(1, ...types.map((type) => type?.minOfficers ?? 1)),
      budgets: Object.fromEntries((types[0]?.clocks ?? []).map((clock) => [clock.name, clock.budget])),
      zone: cityClock.zone,
      now: cityClock.now(),
    };
  }

  put(change: Partial<Values>): void {
    this.values = { ...this.values, ...change };
    if (this.strict) {
      this.faults = faultsOf(this.spec, this.values, this.known);
    }
    this.keep();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('name') || changed.has('initial')) {
      const draft = drafts.get(this.draftKey);
      // Photos chosen before were given back with the dialog; those on the server are chosen again.
      this.values = { ...noValues, ...draft?.values, ...this.initial, evidenceIds: [], photosPending: false };
      if (!draft && this.values.departmentIds.length === 0) {
        this.values = { ...this.values, departmentIds: assistingOn(this.case) };
      }
      this.behalf = draft?.behalf ?? this.behalf;
      const onlyClock = this.case.clocks.filter((clock) => clock.state === 'Running');
      if (!this.values.clock && onlyClock.length === 1) {
        this.values = { ...this.values, clock: onlyClock[0]!.name };
      }
    }
  }

  override firstUpdated(): void {
    const dialog = this.renderRoot.querySelector('dialog')!;
    dialog.showModal();
    // A picker that is still being rendered can be focused only after that.
    void Promise.resolve().then(() => dialog.querySelector<HTMLElement>(FIRST)?.focus());
  }

  protected override render(): TemplateResult {
    const title = commandName(this.name);
    return html`<dialog aria-labelledby="title" @cancel=${this.cancel}>
      <form novalidate @submit=${this.submit} @keydown=${this.keys}>
        <div class="head">
          <div><h2 id="title">${icon(this.spec.icon)}${title}</h2>${this.about()}</div>
          <button type="button" class="plain" aria-label=${say(w.close)} @click=${this.cancel}>${icon('close')}</button>
        </div>
        <div class="body" tabindex="-1">
          ${this.notice()}
          ${this.many ? nothing : this.fields()}
        </div>
        <div class="foot">
          <span class="muted" role="status">${this.busy || (this.many ? nothing : say(w.keys))}</span>
          <button type="button" @click=${this.cancel}>${say(this.many ? w.close : w.cancel)}</button>
          ${this.many ? nothing : html`<button class="primary" ?disabled=${this.busy !== ''}>${this.problem?.caseNow ? say(w.asItStands) : say(w.give, { command: title })}</button>`}
        </div>
      </form>
    </dialog>`;
  }

  private fields(): TemplateResult {
    return html`
      ${this.onBehalf ? html`<on-behalf .of=${this.case} .behalf=${this.behalf} ?strict=${this.strict} @change=${this.spoke}></on-behalf>` : nothing}
      ${this.spec.fields.filter(this.isAsked).map((field) => fieldControl(field, this, this.faultOn(field.name)))}
      ${this.spec.name === 'comment' ? nothing : this.note()}
    `;
  }

  /** Why a case ends without its departments is asked only where some have not answered. */
  private readonly isAsked = (field: Field): boolean => field.name !== 'openAssists' || (this.case.assists ?? []).some(isOpenAssist);

  private about(): TemplateResult {
    if (this.also.length > 0) {
      const numbers = [this.case, ...this.also].map((one) => shortNumber(one.number));
      return html`<p class="muted">${say(w.manyCases, { n: numbers.length })} · ${numbers.slice(0, MOST_NUMBERS).join(' ')}${numbers.length > MOST_NUMBERS ? ' …' : nothing}</p>`;
    }
    const { number, type, title, place } = this.case;
    return html`<p class="muted">${number} · ${city.typeName(type, title)} · ${city.placeName(place)} ${place.unit ?? ''}</p>`;
  }

  private note(): TemplateResult {
    return html`<div class="field">
      <label for="field-note">${say(w.note)}</label>
      <textarea id="field-note" rows="2" maxlength="2000" .value=${this.values.note} @input=${(event: Event) => this.put({ note: (event.target as HTMLTextAreaElement).value })}></textarea>
      <span class="fault" role="alert">${this.faults['note'] ? faultText(this.faults['note']) : nothing}</span>
    </div>`;
  }

  /** What the server said that is about no single field, with the case as it stands now. */
  private notice(): TemplateResult | typeof nothing {
    if (this.many) {
      return html`<div class="notice critical" role="alert">
        ${this.many.given.length > 0 ? html`<p>${say(w.givenTo, { n: this.many.given.length })}</p>` : nothing}
        <p>${say(w.refusedBy, { n: this.many.refused.length })}</p>
        <ul>${refusedAlike(this.many.refused.map(({ caseId, problem }) => ({ caseId, reason: problemText(problem) }))).map(
          ({ reason, caseIds }) => html`<li>${reason} <strong>${caseIds.map((id) => shortNumber(this.numberOf(id))).join(' ')}</strong></li>`,
        )}</ul>
      </div>`;
    }
    if (!this.problem || fieldOfRefusal(this.problem.code, this.spec)) {
      return nothing;
    }
    const now = this.problem.caseNow;
    return html`<div class="notice critical" role="alert">
      <p>${problemText(this.problem)}</p>
      ${now
        ? html`<p class="stands">${say(w.nowStands)} ${statusMark(now.status)} <span class="chip off">${levelName(now.level)}</span> ${city.scopeName(String(now.responsible))}</p>`
        : nothing}
    </div>`;
  }

  private faultOn(field: string): string | null {
    const fault = this.faults[field];
    if (fault) {
      return faultText(fault);
    }
    return this.problem && fieldOfRefusal(this.problem.code, this.spec) === field ? problemText(this.problem) : null;
  }

  private readonly spoke = (event: Event): void => {
    this.behalf = (event.target as OnBehalf).behalf;
    this.keep();
  };

  private readonly keys = (event: KeyboardEvent): void => {
    const writing = event.composedPath()[0] instanceof HTMLTextAreaElement;
    if (event.key === 'Enter' && !event.isComposing && (event.ctrlKey || event.metaKey || (writing && !event.shiftKey))) {
      event.preventDefault();
      (event.currentTarget as HTMLFormElement).requestSubmit();
    }
    // What is typed here is not for the page's own keys.
    event.stopPropagation();
  };

  private readonly submit = (event: SubmitEvent): void => {
    event.preventDefault();
    this.strict = true;
    this.faults = faultsOf(this.spec, this.values, this.known);
    const spoken = !this.onBehalf || (this.behalf.actorId !== '' && this.behalf.said.trim() !== '');
    if (Object.keys(this.faults).length > 0 || !spoken) {
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
    } else if (!this.busy && !this.many) {
      void (this.also.length > 0 ? this.sendMany() : this.send());
    }
  };

  private async send(): Promise<void> {
    this.busy = say(w.sending);
    this.problem = null;
    try {
      const view = await giveCommand(this.case.id, this.name, this.body(), { key: this.key, again: (tries) => (this.busy = say(w.again, { n: tries })) });
      this.done(view, { given: [view], refused: [] });
    } catch (fault) {
      this.refused(problemOf(fault));
    } finally {
      this.busy = '';
    }
  }

  private async sendMany(): Promise<void> {
    this.busy = say(w.sending);
    const many = await giveToMany([this.case.id, ...this.also.map((one) => one.id)], this.name, this.body());
    this.busy = '';
    if (many.refused.length === 0) {
      this.done(many.given.at(-1) ?? this.case, many);
    } else {
      this.many = many;
      // The field that had the focus is gone.
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.foot button')?.focus());
    }
  }

  private body(): Record<string, unknown> {
    const body = bodyOf(this.spec, this.values, cityClock.zone);
    const expectedVersion = this.also.length === 0 ? expectedVersionOf(this.name, this.case) : undefined;
    return {
      ...body,
      ...(expectedVersion === undefined ? {} : { expectedVersion }),
      ...(this.onBehalf ? { onBehalf: { ...this.behalf, said: this.behalf.said.trim() } } : {}),
    };
  }

  private refused(problem: Problem): void {
    this.problem = problem;
    if (problem.caseNow) {
      this.case = problem.caseNow;
    }
    if (problem.code === 'idempotency-key-reused') {
      // The first sending was taken after all; what is sent next is a decision of its own.
      this.key = newKey();
    }
    void this.updateComplete.then(() => this.renderRoot.querySelector('.body')?.scrollTo({ top: 0 }));
  }

  private done(view: CaseView, many: GivenToMany): void {
    drafts.delete(this.draftKey);
    this.renderRoot.querySelector('dialog')!.close();
    this.dispatchEvent(new CustomEvent('given', { detail: { name: this.name, case: view, many } }));
  }

  private readonly cancel = (event: Event): void => {
    event.preventDefault();
    this.renderRoot.querySelector('dialog')!.close();
    if (this.many && this.many.given.length > 0) {
      this.done(this.many.given.at(-1)!, this.many);
      return;
    }
    this.dispatchEvent(new CustomEvent('cancelled'));
  };

  private keep(): void {
    drafts.delete(this.draftKey);
    const oldest = drafts.keys().next();
    if (drafts.size >= MOST_DRAFTS && !oldest.done) {
      drafts.delete(oldest.value);
    }
    drafts.set(this.draftKey, { values: this.values, behalf: this.behalf });
  }

  private numberOf(caseId: string): string {
    return caseId === this.case.id ? this.case.number : this.also.find((one) => one.id === caseId)?.number ?? caseId;
  }

  private get draftKey(): string {
    return `${this.case.id} ${this.name}`;
  }

  private get spec(): CommandSpec {
    return commandSpec(this.name) ?? { name: this.name, word: { en: this.name, zh: this.name }, icon: 'check', fields: [], leads: false, many: false, also: [] };
  }
}
