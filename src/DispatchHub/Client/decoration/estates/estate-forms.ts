import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { newKey, post } from '../../api/http';
import type { Problem } from '../../api/problem';
import { problemOf } from '../../commands/give-command';
import { prepared, upload } from '../../commands/photos';
import { icon } from '../../parts/icon';
import { shared } from '../../parts/shared-css';
import { Localized } from '../../words/language';
import { problemText } from '../../words/problems';
import { say } from '../../words/say';
import type { EstateView, PartyKind } from '../types';
import { estateCss } from './estate-css';
import { estateWords as w, partyWords } from './words';

/** Gives a command of an estate. @throws Problem when it is refused. */
export type Give = (command: string, body: object) => Promise<void>;

/** A form under a line that opens it; what the server refuses is said below. */
export abstract class EstateForm extends LitElement {
  static override styles = [shared, estateCss];

  @state() protected problem: Problem | null = null;
  @state() private busy = false;

  constructor() {
    super();
    new Localized(this);
  }

  /** What the line says. */
  protected abstract line(): string;
  protected abstract fields(): TemplateResult;
  protected abstract send(filled: (name: string) => string, form: FormData): Promise<void>;

  protected override render(): TemplateResult {
    return html`<details>
      <summary>${this.line()}</summary>
      <form @submit=${this.submitted}>
        ${this.fields()}
        ${this.problem ? html`<p class="critical" role="alert">${problemText(this.problem)}</p>` : nothing}
        <div class="acts"><button class="primary" ?disabled=${this.busy}>${icon('check')}${say(w.save)}</button></div>
      </form>
    </details>`;
  }

  private readonly submitted = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const filled = new FormData(form);
    this.busy = true;
    try {
      await this.send((name) => String(filled.get(name) ?? '').trim(), filled);
      this.problem = null;
      form.reset();
      this.renderRoot.querySelector('details')!.open = false;
    } catch (fault) {
      this.problem = problemOf(fault);
    } finally {
      this.busy = false;
    }
  };
}

/** Draws a floor-plan type from a picture. */
@customElement('plan-form')
export class PlanForm extends EstateForm {
  @property({ attribute: false }) estate!: EstateView;
  @property({ attribute: false }) give!: Give;

  protected line(): string {
    return say(w.addPlan);
  }

  protected fields(): TemplateResult {
    const taken = new Set(this.estate.plans.flatMap((plan) => plan.units));
    return html`<label>${say(w.id)}<input name="planId" required maxlength="32" pattern="[a-z0-9]+(-[a-z0-9]+)*" autocomplete="off" /></label>
      <label>${say(w.nameZh)}<input name="zh" required maxlength="80" autocomplete="off" /></label>
      <label>${say(w.nameEn)}<input name="en" required maxlength="80" autocomplete="off" /></label>
      <label>${say(w.picture)}<input type="file" name="picture" required accept="image/*" /></label>
      <label>${say(w.units)}<select name="units" multiple size="6">${this.estate.units.filter((unit) => !taken.has(unit)).map((unit) => html`<option>${unit}</option>`)}</select></label>`;
  }

  protected async send(filled: (name: string) => string, form: FormData): Promise<void> {
    const { id } = await upload(await prepared(form.get('picture') as File));
    await this.give('draw-floor-plan', { planId: filled('planId'), name: { zh: filled('zh'), en: filled('en') }, evidenceId: id, units: form.getAll('units') });
  }
}

/** Plans or moves the day of the hand-over. */
@customElement('hand-over-form')
export class HandOverForm extends EstateForm {
  @property({ attribute: false }) give!: Give;

  protected line(): string {
    return say(w.planHandOver);
  }

  protected fields(): TemplateResult {
    return html`<label>${say(w.planHandOver)}<input type="date" name="on" required /></label>`;
  }

  protected send(filled: (name: string) => string): Promise<void> {
    return this.give('plan-hand-over', { on: filled('on') });
  }
}

/** Opens a joint review. Sends `opened` {id}. */
@customElement('open-review-form')
export class OpenReviewForm extends EstateForm {
  @property({ attribute: false }) estate!: EstateView;

  protected line(): string {
    return say(w.openReview);
  }

  protected fields(): TemplateResult {
    return html`<label>${say(w.planHandOver)}<input type="date" name="on" required .defaultValue=${this.estate.handOver?.on ?? ''} /></label>
      <label>${say(w.agenda)}<textarea name="agenda" required rows="4" maxlength="3000"></textarea></label>`;
  }

  protected async send(filled: (name: string) => string): Promise<void> {
    const id = `${this.estate.id}-${filled('on')}`;
    const agenda = filled('agenda').split('\n').map((line) => line.trim()).filter(Boolean);
    await post(`/api/reviews/${id}/commands/open-review`, { estateId: this.estate.id, handOverOn: filled('on'), agenda }, newKey());
    this.dispatchEvent(new CustomEvent('opened', { detail: { id } }));
  }
}

/** Puts a party on the list of those responsible. */
@customElement('party-form')
export class PartyForm extends EstateForm {
  @property({ attribute: false }) give!: Give;

  protected line(): string {
    return say(w.parties);
  }

  protected fields(): TemplateResult {
    return html`<label>${say(w.id)}<input name="id" required maxlength="32" pattern="[a-z0-9]+(-[a-z0-9]+)*" autocomplete="off" /></label>
      <label>${say(w.kind)}<select name="kind">${(Object.keys(partyWords) as PartyKind[]).map((kind) => html`<option value=${kind}>${say(partyWords[kind])}</option>`)}</select></label>
      <label>${say(w.nameZh)}<input name="name" required maxlength="80" autocomplete="off" /></label>
      <label>${say(w.sentenceZh)}<textarea name="zh" required maxlength="500" rows="2"></textarea></label>
      <label>${say(w.sentenceEn)}<textarea name="en" required maxlength="500" rows="2"></textarea></label>
      <label>${say(w.from)}<input type="date" name="since" required /></label>`;
  }

  protected send(filled: (name: string) => string): Promise<void> {
    return this.give('name-responsible', {
      party: { id: filled('id'), kind: filled('kind'), name: filled('name'), duties: { zh: filled('zh'), en: filled('en') }, since: filled('since') },
    });
  }
}

/** Records the property-service agreement. */
@customElement('agreement-form')
export class AgreementForm extends EstateForm {
  @property({ attribute: false }) give!: Give;

  protected line(): string {
    return say(w.record);
  }

  protected fields(): TemplateResult {
    return html`<label>${say(w.partyA)}<input name="a" required maxlength="80" autocomplete="off" /></label>
      <label>${say(w.partyB)}<input name="b" required maxlength="80" autocomplete="off" /></label>
      <label>${say(w.covers)}<textarea name="covers" required maxlength="500" rows="2"></textarea></label>
      <label>${say(w.from)}<input type="date" name="from" required /></label>
      <label>${say(w.until)}<input type="date" name="until" required /></label>
      <label>${say(w.picture)}<input type="file" name="pages" accept="image/*" multiple /></label>`;
  }

  protected async send(filled: (name: string) => string, form: FormData): Promise<void> {
    const files = (form.getAll('pages') as File[]).filter((file) => file.size > 0);
    const pages = await Promise.all(files.map(async (file) => (await upload(await prepared(file))).id));
    await this.give('record-agreement', { agreement: { parties: [filled('a'), filled('b')], covers: filled('covers'), from: filled('from'), until: filled('until'), evidenceIds: pages } });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plan-form': PlanForm;
    'hand-over-form': HandOverForm;
    'open-review-form': OpenReviewForm;
    'party-form': PartyForm;
    'agreement-form': AgreementForm;
  }
}
