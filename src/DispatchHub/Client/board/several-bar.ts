import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get } from '../api/http';
import { Problem } from '../api/problem';
import type { CaseRow, CaseView } from '../api/types';
import { commandName, commandSpecs } from '../commands/registry';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { toneMark } from '../parts/status-mark';
import { Localized } from '../words/language';
import { problemText } from '../words/problems';
import { say, words } from '../words/say';
import { parts } from './parts';
import { shortNumber } from './responsible';

const w = words({
  title: { en: 'Marked cases', zh: '已勾选案件' },
  marked: { en: '{n} marked', zh: '已勾选 {n} 件' },
  unmark: { en: 'Take the marks away', zh: '取消勾选' },
  given: { en: '{command}: done for {n}', zh: '{command}：已完成 {n} 件' },
  refused: { en: '{n} refused; they stay marked', zh: '{n} 件未成功，保留勾选' },
  close: { en: 'Close the list', zh: '关闭列表' },
});

interface Given {
  command: string;
  done: number;
  refused: { row: CaseRow; problem: Problem }[];
}

/** What can be ordered for all marked cases, and what came of it for each. Sends `unmark`, and `unmarked` {ids} for those that took it. */
@customElement('several-bar')
export class SeveralBar extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
        padding: 0.4rem 0.75rem;
        background: var(--accent-soft);
        border-bottom: 1px solid var(--accent);
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.35rem;
      }
      strong {
        margin-right: 0.5rem;
      }
      ul {
        margin: 0.3rem 0 0;
        padding: 0;
        list-style: none;
        max-height: 9rem;
        overflow-y: auto;
      }
      @media (max-width: 700px) {
        .line {
          flex-wrap: nowrap;
          overflow-x: auto;
        }
        .line > * {
          flex: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) rows: readonly CaseRow[] = [];
  @state() private busy = false;
  @state() private given: Given | null = null;
  @state() private problem: Problem | null = null;

  constructor() {
    super();
    new Localized(this);
  }

  /** Asks what the command needs, gives it to one case after the other, and lists what came of it. */
  async give(name: string): Promise<void> {
    const [first, ...others] = this.rows;
    if (!first || this.busy) {
      return;
    }
    this.busy = true;
    this.problem = null;
    try {
      const [{ runCommand }, view] = await Promise.all([parts.runCommand(), get<CaseView>(`/api/cases/${first.id}`)]);
      const rows = new Map(this.rows.map((row) => [row.id, row]));
      const outcome = await runCommand(view, name, { also: others });
      if (outcome.kind === 'refused') {
        this.problem = outcome.problem;
      } else if (outcome.kind === 'given') {
        const { given, refused } = outcome.many;
        this.given = { command: name, done: given.length, refused: refused.flatMap((one) => (rows.get(one.caseId) ? { row: rows.get(one.caseId)!, problem: one.problem } : [])) };
        this.dispatchEvent(new CustomEvent('unmarked', { detail: { ids: given.map((one) => one.id) } }));
      }
    } catch (fault) {
      this.problem = fault instanceof Problem ? fault : Problem.unreachable();
    } finally {
      this.busy = false;
    }
  }

  protected override render(): TemplateResult {
    return html`<section aria-label=${say(w.title)}>
      ${this.rows.length > 0
        ? html`<div class="line">
            <strong>${say(w.marked, { n: this.rows.length })}</strong>
            ${commandSpecs.filter((spec) => spec.many).map((spec) => html`<button ?disabled=${this.busy} @click=${() => void this.give(spec.name)}>${icon(spec.icon)}${say(spec.word)}</button>`)}
            <button class="plain" @click=${() => this.dispatchEvent(new CustomEvent('unmark'))}>${icon('close')}${say(w.unmark)}</button>
          </div>`
        : nothing}
      ${this.problem ? html`<p class="critical" role="alert">${problemText(this.problem)}</p>` : nothing}
      ${this.given ? this.outcome(this.given) : nothing}
    </section>`;
  }

  /** Whether there is anything to show beside the marks. */
  get hasOutcome(): boolean {
    return this.given !== null || this.problem !== null;
  }

  private outcome(given: Given): TemplateResult {
    return html`<div role="status">
      <div class="line">
        ${toneMark('normal')}${say(w.given, { command: commandName(given.command), n: given.done })}
        ${given.refused.length > 0 ? html`<span class="chip serious">${toneMark('serious')}${say(w.refused, { n: given.refused.length })}</span>` : nothing}
        <button class="plain" aria-label=${say(w.close)} @click=${this.close}>${icon('close')}</button>
      </div>
      ${given.refused.length > 0 ? html`<ul tabindex="0" aria-label=${say(w.refused, { n: given.refused.length })}>${given.refused.map((one) => html`<li><strong>${shortNumber(one.row.number)}</strong>${problemText(one.problem)}</li>`)}</ul>` : nothing}
    </div>`;
  }

  private readonly close = (): void => {
    this.given = null;
    this.problem = null;
    this.dispatchEvent(new CustomEvent('unmarked', { detail: { ids: [] } }));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'several-bar': SeveralBar;
  }
}
