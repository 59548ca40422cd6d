import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { shared } from '../../parts/shared-css';
import { Localized } from '../../words/language';
import { say, sayName } from '../../words/say';
import type { InspectionItem, WorksInspection } from './types';
import { filingWords as w, stageWords } from './words';

const LONGEST_NOTE = 500;

/** The checklist of an inspection, one line for each item. Sends `checked` {findings} and `closed`. */
@customElement('inspection-form')
export class InspectionForm extends LitElement {
  static override styles = [
    shared,
    css`
      form {
        display: grid;
        gap: 0.75rem;
        border: 1px solid var(--line);
        border-radius: 8px;
        padding: 0.75rem;
      }
      fieldset {
        border: 0;
        border-bottom: 1px solid var(--line);
        margin: 0;
        padding: 0 0 0.5rem;
      }
      .choices {
        display: flex;
        gap: 1rem;
      }
      .choices label {
        display: flex;
        align-items: center;
        min-height: 2.75rem;
        gap: 0.5rem;
      }
      .ends {
        display: flex;
        gap: 0.5rem;
      }
    `,
  ];

  @property({ attribute: false }) inspection!: WorksInspection;
  @property({ attribute: false }) items: readonly InspectionItem[] = [];
  @property({ type: Boolean }) busy = false;
  @state() private bad: ReadonlySet<string> = new Set();

  constructor() {
    super();
    new Localized(this);
  }

  protected override render(): TemplateResult {
    return html`<form aria-label=${`${say(w.checklist)}: ${say(stageWords[this.inspection.stage])}`} @submit=${this.send}>
      <p class="muted">${say(w.illustrative)}</p>
      ${this.inspection.items.map((id) => this.line(id))}
      <div class="ends">
        <button class="primary" ?disabled=${this.busy}>${say(w.save)}</button>
        <button type="button" @click=${() => this.dispatchEvent(new CustomEvent('closed'))}>${say(w.close)}</button>
      </div>
    </form>`;
  }

  private line(id: string): TemplateResult {
    const item = this.items.find((one) => one.id === id);
    const choice = (good: boolean) => html`<label><input type="radio" name=${id} value=${String(good)} required @change=${() => this.mark(id, !good)} />${say(good ? w.good : w.bad)}</label>`;
    return html`<fieldset>
      <legend>${id} ${sayName(item?.title)}</legend>
      <p class="muted">${sayName(item?.look)}</p>
      <div class="choices">${choice(true)}${choice(false)}</div>
      ${this.bad.has(id) ? html`<label>${say(w.note)}<input name=${`note-${id}`} maxlength=${LONGEST_NOTE} required /></label>` : nothing}
    </fieldset>`;
  }

  private mark(id: string, bad: boolean): void {
    this.bad = new Set(bad ? [...this.bad, id] : [...this.bad].filter((one) => one !== id));
  }

  private readonly send = (event: SubmitEvent): void => {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const findings = this.inspection.items.map((item) => {
      const note = data.get(`note-${item}`);
      return { item, good: data.get(item) === 'true', ...(note ? { note: String(note) } : {}) };
    });
    this.dispatchEvent(new CustomEvent('checked', { detail: { findings } }));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'inspection-form': InspectionForm;
  }
}
