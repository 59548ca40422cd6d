import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { city } from '../api/city';
import { countdown } from '../parts/countdown';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { Localized } from '../words/language';
import { say } from '../words/say';
import { groundWords } from '../words/terms';
import type { Call } from './calls';
import { departmentWords as w } from './words';

/** What a department does with one tap. */
export type CallAct = 'report-in' | 'solved' | 'unsolved';

/** One case that a department was called to. Sends `open` {id} for details and `act` {view, act}. */
@customElement('department-call')
export class DepartmentCall extends LitElement {
  static override styles = [
    shared,
    css`
      article {
        display: grid;
        gap: 0.5rem;
        padding: 0.75rem;
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: 8px;
      }
      header,
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        align-items: baseline;
        justify-content: space-between;
      }
      h2 {
        margin: 0;
        font-size: 1.05rem;
      }
      p {
        margin: 0;
        overflow-wrap: anywhere;
      }
      .acts button {
        flex: 1 1 8rem;
        min-height: 48px;
      }
    `,
  ];

  @property({ attribute: false }) call!: Call;

  constructor() {
    super();
    new Localized(this);
  }

  protected override render(): TemplateResult {
    const { view, assist } = this.call;
    const clocks = view.clocks.filter((clock) => clock.name === `report-in:${assist.department}` || clock.name === `answer:${assist.department}`);
    return html`<article aria-labelledby="title number">
      <header><h2 id="title">${city.typeName(view.type, view.title)}</h2>${countdown(clocks.filter((clock) => clock.state === 'Running'))}</header>
      <p>${icon('pin')} ${city.placeName(view.place)} ${view.place.unit ?? ''}${view.address ? html` · ${view.address}` : nothing}</p>
      <p>${say(groundWords[assist.ground])} · ${assist.reason}</p>
      <p class="muted"><span id="number">${view.number}</span> ${Number(assist.misses) > 0 ? html`<span class="critical">${say(w.misses, { n: assist.misses })}</span>` : nothing}</p>
      <div class="acts">
        ${assist.state === 'called'
          ? html`<button class="primary" @click=${() => this.tell('report-in')}>${icon('pin')}${say(w.reportIn)}</button>`
          : html`<button class="primary" @click=${() => this.tell('solved')}>${icon('check')}${say(w.solved)}</button>
              <button @click=${() => this.tell('unsolved')}>${icon('close')}${say(w.unsolved)}</button>`}
        <button @click=${this.open}>${say(w.details)}${icon('chevron-right')}</button>
      </div>
    </article>`;
  }

  private tell(act: CallAct): void {
    this.dispatchEvent(new CustomEvent('act', { detail: { view: this.call.view, act } }));
  }

  private readonly open = (): void => {
    this.dispatchEvent(new CustomEvent('open', { detail: { id: this.call.view.id } }));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'department-call': DepartmentCall;
  }
}
