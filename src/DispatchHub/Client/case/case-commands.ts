import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Problem } from '../api/problem';
import type { CaseView } from '../api/types';
import { commandName, commandSpec, commandSpecs } from '../commands/registry';
import { runCommand } from '../commands/run-command';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { Localized } from '../words/language';
import { problemText } from '../words/problems';
import { say, words } from '../words/say';
import type { Choice, Choices } from '../api/types';

const w = words({
  none: { en: 'There is nothing for you to do here now.', zh: '目前无需您操作。' },
  behalf: { en: 'On behalf of whoever calls in', zh: '代来电（对讲）人员操作' },
  notNow: { en: 'Not now, and why ({n})', zh: '暂不可用及原因（{n}）' },
  group: { en: 'What you can do', zh: '可执行操作' },
});

/** The commands of a case, sorted by what the person may do; in the registry's order, leading ones first. */
export interface Sorted {
  leading: Choice[];
  other: Choice[];
  behalf: Choice[];
  refused: Choice[];
}

export function sortChoices(choices: readonly Choice[]): Sorted {
  const order = new Map(commandSpecs.map((spec, i) => [spec.name, i]));
  const known = choices.filter((one) => order.has(one.name)).sort((a, b) => order.get(a.name)! - order.get(b.name)!);
  const leads = (one: Choice) => commandSpec(one.name)!.leads;
  const behalf = known.filter((one) => !one.allowed && one.onBehalf);
  return {
    leading: known.filter((one) => one.allowed && leads(one)),
    other: known.filter((one) => one.allowed && !leads(one)),
    behalf: [...behalf.filter(leads), ...behalf.filter((one) => !leads(one))],
    refused: known.filter((one) => !one.allowed && !one.onBehalf),
  };
}

/** All commands of a case as buttons: allowed ones, those given for somebody else, and for the rest why not. Sends `given` and `refused`. */
@customElement('case-commands')
export class CaseCommands extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        gap: 0.5rem;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem;
      }
      .leading button {
        min-height: 3rem;
        padding-inline: 1rem;
        font-weight: 600;
        flex: 1 1 8rem;
      }
      .behalf {
        border-left: 3px solid var(--standby);
        padding-left: 0.6rem;
        display: grid;
        gap: 0.3rem;
      }
      summary {
        cursor: pointer;
        color: var(--text-2);
        padding: 0.3rem 0;
      }
      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: 0.2rem 0.75rem;
        margin: 0;
      }
      dd {
        margin: 0;
        color: var(--text-2);
      }
      .notice {
        display: flex;
        gap: 0.5rem;
      }
    `,
  ];

  @property({ attribute: false }) case!: CaseView;
  @property({ attribute: false }) choices!: Choices;
  @state() private busy: string | null = null;
  @state() private refusal: { name: string; problem: Problem } | null = null;

  constructor() {
    super();
    new Localized(this);
  }

  /** Begins a command as its button would; for keys and links. */
  async begin(name: string, onBehalf = false): Promise<void> {
    this.refusal = null;
    this.busy = name;
    const outcome = await runCommand(this.case, name, { onBehalf });
    this.busy = null;
    if (outcome.kind === 'given') {
      this.dispatchEvent(new CustomEvent('given', { detail: { name, case: outcome.case } }));
    } else if (outcome.kind === 'refused') {
      this.refusal = { name, problem: outcome.problem };
      this.dispatchEvent(new CustomEvent('refused', { detail: { name, problem: outcome.problem } }));
    }
    await this.updateComplete;
    if (!this.renderRoot.querySelector(':focus')) {
      this.renderRoot.querySelector<HTMLElement>(`[data-name="${name}"]`)?.focus();
    }
  }

  protected override render(): TemplateResult {
    const { leading, other, behalf, refused } = sortChoices(this.choices.items);
    return html`
      ${this.refusal ? html`<p class="notice critical" role="alert">${icon('warning')}<span><strong>${commandName(this.refusal.name)}</strong> ${problemText(this.refusal.problem)}</span></p>` : nothing}
      ${leading.length > 0
        ? html`<div class="row leading" role="group" aria-label=${say(w.group)}>${leading.map((choice, i) => this.button(choice, i === 0))}</div>`
        : nothing}
      ${other.length > 0 ? html`<div class="row">${other.map((choice) => this.button(choice, false))}</div>` : nothing}
      ${leading.length + other.length + behalf.length === 0 ? html`<p class="muted">${say(w.none)}</p>` : nothing}
      ${behalf.length > 0
        ? html`<div class="behalf" role="group" aria-label=${say(w.behalf)}><span class="muted">${icon('phone')} ${say(w.behalf)}</span>
            <div class="row">${behalf.map((choice) => this.button(choice, false, true))}</div></div>`
        : nothing}
      ${refused.length > 0
        ? html`<details><summary>${say(w.notNow, { n: refused.length })}</summary>
            <dl>${refused.map((choice) => html`<dt>${commandName(choice.name)}</dt><dd>${whyNot(choice)}</dd>`)}</dl></details>`
        : nothing}
    `;
  }

  private button(choice: Choice, first: boolean, onBehalf = false): TemplateResult {
    const spec = commandSpec(choice.name)!;
    return html`<button data-name=${choice.name} class=${first ? 'primary' : ''} ?disabled=${this.busy !== null} aria-busy=${this.busy === choice.name} @click=${() => void this.begin(choice.name, onBehalf)}>
      ${icon(spec.icon)}${commandName(choice.name)}
    </button>`;
  }
}

function whyNot(choice: Choice): string {
  return problemText(new Problem(409, choice.code ?? 'status-not-allowed', choice.why ?? ''));
}
