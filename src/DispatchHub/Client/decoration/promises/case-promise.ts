import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get } from '../../api/http';
import { Problem } from '../../api/problem';
import type { components } from '../../api/schema';
import type { CaseView } from '../../api/types';
import { instantText } from '../../clocks/spoken';
import { giveCommand } from '../../commands/give-command';
import { icon } from '../../parts/icon';
import { shared } from '../../parts/shared-css';
import { Localized } from '../../words/language';
import { problemText } from '../../words/problems';
import { say } from '../../words/say';
import { outcomeWords, partyWords, promiseWords as w } from './words';

type Handout = components['schemas']['PromiseHandout'];
type Party = 'reporter' | 'owner';

/**
 * What those outside see of a case: the links to hand out, what they said of how it ended, how to reach the reporter, and which photos they
 * may see. Sends `given` {name, case} when the photos were chosen anew.
 */
@customElement('case-promise')
export class CasePromise extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        gap: 0.5rem;
        min-width: 0;
      }
      p {
        margin: 0;
      }
      .links {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: 0.4rem 0.75rem;
        align-items: center;
        margin: 0;
      }
      dd {
        margin: 0;
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem 1rem;
      }
      a,
      label {
        display: inline-flex;
        align-items: center;
        gap: 0.3rem;
        min-height: 2rem;
      }
      fieldset {
        border: 0;
        margin: 0;
        padding: 0;
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 1rem;
      }
    `,
  ];

  @property({ attribute: false }) case!: CaseView;
  /** Whoever looks chooses the photos that are shown. */
  @property({ type: Boolean }) shows = false;
  @state() private handout: Handout | null = null;
  @state() private problem: Problem | null = null;

  constructor() {
    super();
    new Localized(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('case');
    if (changed.has('case') && before?.id !== this.case.id) {
      this.handout = null;
      void this.read();
    }
  }

  protected override render(): TemplateResult {
    const { handout } = this;
    return html`
      ${this.problem ? html`<p class="serious" role="alert">${problemText(this.problem)}</p>` : nothing}
      ${(this.case.outcomes ?? []).map((one) => html`<p><strong>${say(partyWords[one.party])}</strong> ${say(outcomeWords[one.answer])} <span class="muted">${instantText(one.at)}</span></p>`)}
      ${handout
        ? html`<dl class="links">${this.link('reporter', handout.reporter)} ${this.link('owner', handout.owner)}</dl>
            ${handout.contact ? html`<p>${icon('phone')} ${handout.contact} <span class="muted">${say(w.erased, { at: instantText(handout.contactUntil) })}</span></p>` : nothing}`
        : nothing}
      ${this.photos()}
    `;
  }

  private link(party: Party, path: string | null | undefined): TemplateResult | typeof nothing {
    return path
      ? html`<dt>${say(partyWords[party])}</dt>
          <dd><a href=${path} target="_blank" rel="noreferrer">${icon('link')}${say(w.page)}</a><a href=${`${path}/code`} target="_blank" rel="noreferrer">${say(w.code)}</a></dd>`
      : nothing;
  }

  private photos(): TemplateResult | typeof nothing {
    const pieces = this.case.evidence ?? [];
    const shown = this.case.shownPhotos ?? [];
    if (pieces.length === 0) {
      return nothing;
    }
    return html`<fieldset ?disabled=${!this.shows}>
      <legend class="muted">${say(w.photos)}</legend>
      ${pieces.map((piece, i) => html`<label><input type="checkbox" .checked=${shown.includes(piece.id)}
        @change=${(event: Event) => this.show(piece.id, (event.target as HTMLInputElement).checked)} />${say(w.photo, { n: i + 1 })}</label>`)}
    </fieldset>`;
  }

  private async show(id: string, on: boolean): Promise<void> {
    const others = (this.case.shownPhotos ?? []).filter((one) => one !== id);
    await this.ask(async () => {
      const after = await giveCommand(this.case.id, 'show-photos', { evidenceIds: on ? [...others, id] : others });
      this.dispatchEvent(new CustomEvent('given', { detail: { name: 'show-photos', case: after } }));
    });
  }

  private async read(): Promise<void> {
    const { id } = this.case;
    await this.ask(async () => {
      const handout = await get<Handout>(`/api/cases/${encodeURIComponent(id)}/promise`);
      this.handout = id === this.case.id ? handout : this.handout;
    });
  }

  private async ask(act: () => Promise<void>): Promise<void> {
    try {
      await act();
      this.problem = null;
    } catch (fault) {
      this.problem = fault instanceof Problem ? fault : Problem.unreachable();
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-promise': CasePromise;
  }
}
