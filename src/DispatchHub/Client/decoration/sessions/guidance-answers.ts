import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { documentCss } from '../../parts/document-css';
import { shared } from '../../parts/shared-css';
import { Localized } from '../../words/language';
import { say, sayName } from '../../words/say';
import { rulingWords } from '../estates/words';
import { typed } from '../typed';
import type { PublishedAnswers } from './types';
import { sessionWords as w } from './words';

/** On a guidance page: what owners asked before and what was answered, and where to ask. Nothing where that cannot be had. */
@customElement('guidance-answers')
export class GuidanceAnswers extends LitElement {
  static override styles = [shared, documentCss];

  /** The address of the guidance. */
  @property() address = '';
  @state() private answers: PublishedAnswers | null = null;

  constructor() {
    super();
    new Localized(this);
  }

  protected override firstUpdated(): void {
    void this.load();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { items = [], link } = this.answers ?? {};
    return !this.answers || (items.length === 0 && !link) ? nothing : html`<h2>${say(w.residents)}</h2>
      ${items.map((one) => html`<details><summary>${typed(one.question)}</summary>
        <p>${one.ruling ? html`<strong>${say(rulingWords[one.ruling.ruling])}</strong> ` : nothing}${sayName(one.answer)}</p></details>`)}
      ${link ? html`<p><a class="button no-print" href=${link}>${say(w.askHere)}</a></p>` : nothing}`;
  }

  private async load(): Promise<void> {
    const answer = await fetch(`${this.address}/answers`).catch(() => null);
    this.answers = answer?.ok ? ((await answer.json()) as PublishedAnswers) : null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guidance-answers': GuidanceAnswers;
  }
}
