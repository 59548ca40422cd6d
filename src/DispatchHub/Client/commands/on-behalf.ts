import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { city } from '../api/city';
import type { Problem } from '../api/problem';
import type { CaseView } from '../api/types';
import { shared } from '../parts/shared-css';
import { Localized } from '../words/language';
import { problemText } from '../words/problems';
import { say } from '../words/say';
import { channelWords, roleName } from '../words/terms';
import { formWords as w } from './form-words';
import { problemOf } from './give-command';
import type { Person } from '../api/types';
import { people } from './people';

export type Channel = keyof typeof channelWords;

/** For whom a dispatcher or captain speaks, and what was said. */
export interface Behalf {
  actorId: string;
  channel: Channel;
  said: string;
}

/** People of whom one may have called about a case: those it lies with first, then its officers, then the rest of its area. */
export function likelyCallers(all: readonly Person[], view: Pick<CaseView, 'gridId' | 'communityId' | 'officerIds' | 'responsible'>): Person[] {
  const areas = [`grid:${view.gridId}`, `community:${view.communityId}`];
  const rank = (one: Person): number =>
    view.responsible === `officer:${one.userName}` || view.responsible === one.area ? 0
    : view.officerIds.includes(one.userName) ? 1
    : areas.includes(one.area) ? 2
    : one.area.startsWith('street:') ? 3
    : 4;
  return [...all].sort((a, b) => rank(a) - rank(b) || a.userName.localeCompare(b.userName, 'en', { numeric: true }));
}

/** Asks for whom, by which channel and what was said. Sends `change`; `behalf` holds what is filled in so far. */
@customElement('on-behalf')
export class OnBehalf extends LitElement {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  static override styles = [
    shared,
    css`
      fieldset {
        border: 1px solid var(--line);
        border-radius: 8px;
        padding: 0.6rem 0.75rem 0.75rem;
        margin: 0;
        display: grid;
        gap: 0.6rem;
      }
      legend {
        font-weight: 600;
        padding: 0 0.3rem;
      }
      select,
      textarea {
        width: 100%;
      }
      .channels {
        display: flex;
        gap: 0.4rem;
        flex-wrap: wrap;
      }
    `,
  ];

  @property({ attribute: false }) of!: CaseView;
  @property({ attribute: false }) behalf: Behalf = { actorId: '', channel: 'phone', said: '' };
  /** Say what is missing. */
  @property({ type: Boolean }) strict = false;
  @state() private callers: Person[] = [];
  @state() private problem: Problem | null = null;

  constructor() {
    super();
    new Localized(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override render(): TemplateResult {
    const { actorId, channel, said } = this.behalf;
    return html`<fieldset>
      <legend>${say(w.behalf)}</legend>
      ${this.problem
        ? html`<p class="critical" role="alert">${problemText(this.problem)} <button type="button" @click=${() => void this.load()}>${say(w.retry)}</button></p>`
        : nothing}
      <label>${say(w.behalfWho)}
        <select aria-invalid=${this.strict && !actorId} @change=${(event: Event) => this.put({ actorId: (event.target as HTMLSelectElement).value })}>
          <option value="" ?selected=${!actorId}>${say(w.choose)}</option>
          ${this.callers.map((one) => html`<option value=${one.userName} ?selected=${one.userName === actorId}>${one.displayName || one.userName} · ${roleName(one.role)}${one.area.startsWith('street:') ? '' : ` · ${city.scopeName(one.area)}`}</option>`)}
        </select>
        ${this.strict && !actorId ? html`<span class="critical" role="alert">${say(w.chooseOne)}</span>` : nothing}
      </label>
      <div role="group" aria-label=${say(w.behalfHow)}>
        <span class="muted">${say(w.behalfHow)}</span>
        <div class="channels">
          ${(Object.keys(channelWords) as Channel[]).map((one) => html`<button type="button" aria-pressed=${one === channel} @click=${() => this.put({ channel: one })}>${say(channelWords[one])}</button>`)}
        </div>
      </div>
      <label>${say(w.behalfSaid)}
        <textarea rows="2" maxlength="500" aria-invalid=${this.strict && !said.trim()} .value=${said} @input=${(event: Event) => this.put({ said: (event.target as HTMLTextAreaElement).value })}></textarea>
        ${this.strict && !said.trim() ? html`<span class="critical" role="alert">${say(w.needed)}</span>` : nothing}
      </label>
    </fieldset>`;
  }

  private put(change: Partial<Behalf>): void {
    this.behalf = { ...this.behalf, ...change };
    this.dispatchEvent(new Event('change'));
  }

  private async load(): Promise<void> {
    this.problem = null;
    try {
      this.callers = likelyCallers(await people.list(), this.of);
    } catch (fault) {
      this.problem = problemOf(fault);
    }
  }
}
