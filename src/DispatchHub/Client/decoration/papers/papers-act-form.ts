import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get } from '../../api/http';
import type { Problem } from '../../api/problem';
import { problemOf } from '../../commands/give-command';
import { icon } from '../../parts/icon';
import { shared } from '../../parts/shared-css';
import { Localized } from '../../words/language';
import { problemText } from '../../words/problems';
import { say, sayName } from '../../words/say';
import { actText, factsOf } from './act-body';
import type { FineProposal, PapersAct, PapersView } from './types';
import { papersWords as w } from './words';

const LONGEST_TEXT = 500;

/** What an act about papers asks for. Sends `given` {filled} and `closed`; of a fine it shows the range and how it is found. */
@customElement('papers-act-form')
export class PapersActForm extends LitElement {
  static override styles = [
    shared,
    css`
      form {
        display: grid;
        gap: 0.6rem;
        border: 1px solid var(--line);
        border-radius: 8px;
        padding: 0.75rem;
      }
      label {
        display: grid;
        gap: 0.2rem;
      }
      fieldset {
        border: 0;
        margin: 0;
        padding: 0;
      }
      fieldset label {
        display: flex;
        gap: 0.5rem;
        align-items: center;
        min-height: 2.75rem;
      }
      .ends {
        display: flex;
        gap: 0.5rem;
        flex-wrap: wrap;
      }
    `,
  ];

  @property({ attribute: false }) view!: PapersView;
  @property({ attribute: false }) act!: PapersAct;
  @property({ type: Boolean }) busy = false;
  @state() private item = '';
  @state() private range: FineProposal | null = null;
  @state() private problem: Problem | null = null;

  constructor() {
    super();
    new Localized(this);
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>('textarea, select, input')?.focus();
  }

  protected override render(): TemplateResult {
    const asks = (name: string) => this.act.asks.includes(name);
    const text = (name: 'facts' | 'measure' | 'said' | 'note' | 'reason', needed = true) =>
      asks(name) ? html`<label>${say(w[name])}<textarea name=${name} rows="2" maxlength=${LONGEST_TEXT} ?required=${needed}></textarea></label>` : nothing;
    return html`<form aria-label=${actText(this.act)} @submit=${this.send}>
      ${text('facts')} ${text('measure')}
      ${asks('deadline') ? html`<label>${say(w.deadline)}<input type="date" name="deadline" required /></label>` : nothing}
      ${asks('punishment') ? this.punishment() : nothing} ${asks('fine') ? this.fine() : nothing}
      ${asks('passed') ? this.passed() : nothing} ${text('said')} ${text('note', false)} ${text('reason')}
      ${this.problem ? html`<p class="critical" role="alert">${problemText(this.problem)}</p>` : nothing}
      <div class="ends">
        <button class="primary" ?disabled=${this.busy}>${icon('check')}${say(w.save)}</button>
        <button type="button" @click=${() => this.dispatchEvent(new CustomEvent('closed'))}>${say(w.cancel)}</button>
      </div>
    </form>`;
  }

  private punishment(): TemplateResult {
    return html`<label>${say(w.punishment)}<select name="punishment" required @change=${this.chosen}>
      <option value=""></option>
      ${this.view.punishments.map((one) => html`<option value=${one.id}>${one.id} ${sayName(one.title)}${one.office ? ` (${say(w.decides, { office: sayName(one.office) })})` : ''}</option>`)}
    </select></label>
    ${this.chosenItem ? html`<p class="muted">${sayName(this.chosenItem.article)}</p>` : nothing}`;
  }

  private fine(): TemplateResult {
    const basis = this.chosenItem?.basis;
    const facts = factsOf(basis);
    return html`${facts ? html`<label>${say(w[facts])}<input name=${facts} type="number" min="1" step="0.01" required @change=${this.ranged} /></label>` : nothing}
      ${this.range && !this.range.refusal ? html`<p role="status">${sayName(this.range.computation)}</p>` : nothing}
      ${basis && basis !== 'measure' ? html`<label>${say(w.amount)}<input name="fine" type="number" min="0" step="0.01" required /></label>` : nothing}`;
  }

  private passed(): TemplateResult {
    const [yes, no] = this.act.command === 'answer-hand-over' ? [w.taken, w.notTaken] : [w.passed, w.failed];
    return html`<fieldset><legend class="visually-hidden">${actText(this.act)}</legend>
      ${([[yes, 'true'], [no, 'false']] as const).map(([word, value]) => html`<label><input type="radio" name="passed" value=${value} required />${say(word)}</label>`)}
    </fieldset>`;
  }

  private get chosenItem() {
    return this.view.punishments.find((one) => one.id === this.item);
  }

  private readonly chosen = (event: Event): void => {
    this.item = (event.target as HTMLSelectElement).value;
    this.range = null;
    void this.ranged();
  };

  private readonly ranged = async (): Promise<void> => {
    if (!this.item || !this.act.asks.includes('fine')) {
      return;
    }
    await this.updateComplete;
    const form = new FormData(this.renderRoot.querySelector('form')!);
    const query = new URLSearchParams({ punishment: this.item });
    for (const fact of ['fee', 'cost']) {
      if (form.get(fact)) {
        query.set(fact, String(form.get(fact)));
      }
    }
    try {
      this.range = await get<FineProposal>(`/api/papers/${this.view.id}/fine?${query}`);
      this.problem = null;
    } catch (fault) {
      this.problem = problemOf(fault);
    }
  };

  private readonly send = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    this.dispatchEvent(new CustomEvent('given', { detail: { filled: (name: string) => String(form.get(name) ?? '').trim() } }));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'papers-act-form': PapersActForm;
  }
}
