import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { CaseRow } from '../api/types';
import { mayGive } from '../commands/may-give';
import { refusedAlike } from '../commands/refusals';
import { commandName, commandSpecs } from '../commands/registry';
import { shortNumber } from '../parts/case-number';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { toneMark } from '../parts/status-mark';
import { Localized } from '../words/language';
import { problemText } from '../words/problems';
import { say, words } from '../words/say';
import type { Came, Order } from './give-orders';
import { parts } from './parts';
import { boardWords } from './words';

/** An outcome without a refusal goes by itself after this long, real ms. */
const GOOD_NEWS_MS = 6_000;

const w = words({
  title: { en: 'Marked cases', zh: '已勾选案件' },
  marked: { en: '{n} marked', zh: '已勾选 {n} 件' },
  unmark: { en: 'Take the marks away', zh: '取消勾选' },
  sending: { en: 'Sending …', zh: '提交中…' },
  given: { en: '{command}: done for {n}', zh: '{command}：已完成 {n} 件' },
  refused: { en: '{n} refused', zh: '{n} 件未成功' },
  close: { en: 'Close the list', zh: '关闭列表' },
});

/**
 * What can be ordered for the marked cases, and what came of the last order for each case, whoever gave it on the board.
 * Sends `unmark` to take all marks away, and `took` {ids} for the cases that took an order.
 */
@customElement('order-bar')
export class OrderBar extends LitElement {
  static override styles = [
    shared,
    css`
      section,
      .came {
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
        section .line {
          flex-wrap: nowrap;
          overflow-x: auto;
        }
        .line > * {
          flex: none;
        }
      }
    `,
  ];

  /** The marked cases. */
  @property({ attribute: false }) marked: readonly CaseRow[] = [];
  /** Finds a case of the board, for its number. */
  @property({ attribute: false }) find: (id: string) => CaseRow | null = () => null;
  /** A form asks for what is missing, or all is known and on its way. */
  @state() private busy: 'asking' | 'sending' | null = null;
  @state() private came: (Came & { name: string; numbers: Map<string, string> }) | null = null;
  @state() private failed = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    new Localized(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  /** Gives an order and shows what came of it. */
  async give(order: Order): Promise<void> {
    if (this.busy) {
      return;
    }
    clearTimeout(this.timer);
    this.busy = order.body ? 'sending' : 'asking';
    this.failed = false;
    // A case may have left the board when its answer comes.
    const numbers = new Map(order.caseIds.map((id) => [id, shortNumber(this.find(id)?.number ?? '')]));
    try {
      const { giveOrder } = await parts.commands();
      const came = await giveOrder(order, this.find);
      this.came = came && { ...came, name: order.name, numbers };
    } catch {
      this.failed = true;
    }
    this.busy = null;
    if (this.came) {
      this.dispatchEvent(new CustomEvent('took', { detail: { ids: this.came.done } }));
      if (this.came.refused.length === 0) {
        this.timer = setTimeout(this.close, GOOD_NEWS_MS);
      }
    }
  }

  protected override render(): TemplateResult {
    return html`
      ${this.marked.length > 0 ? this.orders() : nothing}
      <div aria-live="polite">
        ${this.busy === 'sending' ? html`<p class="came">${say(w.sending)}</p>` : nothing}
        ${this.failed ? html`<p class="came">${say(boardWords.partFailed)}</p>` : nothing}
        ${this.came ? this.outcome(this.came) : nothing}
      </div>
    `;
  }

  private orders(): TemplateResult {
    const caseIds = this.marked.map((row) => row.id);
    return html`<section aria-label=${say(w.title)}>
      <div class="line">
        <strong>${say(w.marked, { n: this.marked.length })}</strong>
        ${commandSpecs
          .filter((spec) => spec.many && mayGive(spec.name))
          .map((spec) => html`<button ?disabled=${this.busy !== null} @click=${() => void this.give({ name: spec.name, caseIds })}>${icon(spec.icon)}${say(spec.word)}</button>`)}
        <button class="plain" @click=${() => this.dispatchEvent(new CustomEvent('unmark'))}>${icon('close')}${say(w.unmark)}</button>
      </div>
    </section>`;
  }

  private outcome({ name, done, refused, numbers }: NonNullable<typeof this.came>): TemplateResult {
    return html`<div class="came">
      <div class="line">
        ${done.length > 0 ? html`${toneMark('normal')}${say(w.given, { command: commandName(name), n: done.length })}` : html`<strong>${commandName(name)}</strong>`}
        ${refused.length > 0 ? html`<span class="chip serious">${toneMark('serious')}${say(w.refused, { n: refused.length })}</span>` : nothing}
        <button class="plain" aria-label=${say(w.close)} @click=${this.close}>${icon('close')}</button>
      </div>
      ${refused.length > 0
        ? html`<ul tabindex="0" aria-label=${say(w.refused, { n: refused.length })}>${refusedAlike(refused.map(({ caseId, problem }) => ({ caseId, reason: problemText(problem) }))).map(
            ({ reason, caseIds }) => html`<li><strong>${caseIds.map((id) => numbers.get(id)).join(' ')}</strong>${reason}</li>`,
          )}</ul>`
        : nothing}
    </div>`;
  }

  private readonly close = (): void => {
    clearTimeout(this.timer);
    this.came = null;
    this.failed = false;
  };
}
