import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { post } from '../api/http';
import type { Problem } from '../api/problem';
import type { OutageAnswer } from '../api/types';
import { problemOf } from '../commands/give-command';
import { instantOf, wallTime } from '../commands/zone-time';
import { cityClock } from '../feed/city-clock';
import { shared } from '../parts/shared-css';
import { Localized } from '../words/language';
import { problemText } from '../words/problems';
import { say } from '../words/say';
import { morningWords as w } from './words';

const HOUR_MS = 3_600_000;

/** Records that the service was not there. Sends `recorded` {withdrawn}. */
@customElement('outage-form')
export class OutageForm extends LitElement {
  static override styles = [
    shared,
    css`
      form {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        align-items: end;
      }
      label {
        display: grid;
        gap: 0.15rem;
      }
      .why {
        flex: 1 1 14rem;
      }
      summary {
        min-height: 2rem;
        cursor: pointer;
      }
    `,
  ];

  @state() private problem: Problem | null = null;

  constructor() {
    super();
    new Localized(this);
  }

  protected override render(): TemplateResult {
    const wall = (back: number) => wallTime(cityClock.now() - back, cityClock.zone);
    return html`<details>
      <summary>${say(w.record)}</summary>
      <form @submit=${this.send}>
        <label>${say(w.from)}<input type="datetime-local" name="from" required .defaultValue=${wall(HOUR_MS)} /></label>
        <label>${say(w.to)}<input type="datetime-local" name="to" required .defaultValue=${wall(0)} /></label>
        <label class="why">${say(w.why)}<input name="reason" required maxlength="500" autocomplete="off" /></label>
        <button class="primary">${say(w.save)}</button>
      </form>
      ${this.problem ? html`<p class="critical" role="alert">${problemText(this.problem)}</p>` : nothing}
    </details>`;
  }

  private readonly send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const filled = new FormData(form);
    const at = (name: string) => new Date(instantOf(String(filled.get(name)), cityClock.zone) ?? 0).toISOString();
    try {
      const answer = await post<OutageAnswer>('/api/outages', { from: at('from'), to: at('to'), reason: String(filled.get('reason')) });
      this.problem = null;
      form.reset();
      this.renderRoot.querySelector('details')!.open = false;
      this.dispatchEvent(new CustomEvent('recorded', { detail: { withdrawn: answer.cardsWithdrawn } }));
    } catch (fault) {
      this.problem = problemOf(fault);
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'outage-form': OutageForm;
  }
}
