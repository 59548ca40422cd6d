import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get } from '../api/http';
import { Problem } from '../api/problem';
import type { AnswerLink, CaseView } from '../api/types';
import { countdownText, instantText } from '../clocks/spoken';
import { shared } from '../parts/shared-css';
import { toneMark } from '../parts/status-mark';
import { Localized } from '../words/language';
import { problemText } from '../words/problems';
import { say, words } from '../words/say';
import { clockName } from '../words/terms';
import { cityNames } from './event-data';
import { actorName, partyName } from './history-words';

const w = words({
  link: { en: 'Link', zh: '环节' },
  asked: { en: 'Asked', zh: '通知时间' },
  took: { en: 'Answered after', zh: '响应用时' },
  limit: { en: 'Limit', zh: '时限' },
  waiting: { en: 'waiting', zh: '等待中' },
  'not-at-all': { en: 'not at all', zh: '未响应' },
  overtaken: { en: 'not needed any more', zh: '无需响应' },
  unstaffed: { en: 'nobody there, passed over', zh: '无人值守，已越过' },
  by: { en: 'by {person}', zh: '由{person}响应' },
});

/** How quickly each link of the chain answered: what a drill is made for. */
@customElement('case-links')
export class CaseLinks extends LitElement {
  static override styles = [
    shared,
    css`
      table {
        width: 100%;
        border-collapse: collapse;
      }
      th,
      td {
        text-align: start;
        vertical-align: top;
        padding: 0.25rem 0.5rem 0.25rem 0;
        border-bottom: 1px solid var(--line);
      }
      td {
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  @property({ attribute: false }) case!: CaseView;
  @state() private links: readonly AnswerLink[] = [];
  @state() private problem: Problem | null = null;

  constructor() {
    super();
    new Localized(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('case');
    if (changed.has('case') && (!before || before.version !== this.case.version || before.id !== this.case.id)) {
      void this.read();
    }
  }

  protected override render(): TemplateResult {
    return html`${this.problem ? html`<p class="serious" role="alert">${problemText(this.problem)}</p>` : nothing}
      <table>
        <thead><tr><th scope="col">${say(w.link)}</th><th scope="col">${say(w.asked)}</th><th scope="col">${say(w.took)}</th><th scope="col">${say(w.limit)}</th></tr></thead>
        <tbody>${this.links.map((one) => html`<tr>
          <th scope="row">${clockName(one.clock)}<br /><span class="muted">${partyName(String(one.asked), cityNames)}</span></th>
          <td>${instantText(one.askedAt)}</td>
          <td>${this.answer(one)}</td>
          <td>${one.limit ?? ''}</td>
        </tr>`)}</tbody>
      </table>`;
  }

  private answer(one: AnswerLink): TemplateResult {
    const tone = one.outcome === 'late' || one.outcome === 'not-at-all' ? 'critical' : null;
    const said = one.tookMs === null || one.tookMs === undefined
      ? say(w[one.outcome as 'waiting' | 'not-at-all' | 'overtaken' | 'unstaffed'])
      : countdownText(Number(one.tookMs));
    return html`<span class=${tone ?? 'muted'}>${tone ? toneMark(tone) : nothing} ${said}</span>
      ${one.by ? html`<br /><span class="muted">${say(w.by, { person: actorName(one.by, cityNames) })}</span>` : nothing}`;
  }

  private async read(): Promise<void> {
    try {
      this.links = (await get<{ items: AnswerLink[] }>(`/api/cases/${encodeURIComponent(this.case.id)}/links`)).items;
      this.problem = null;
    } catch (fault) {
      this.problem = fault instanceof Problem ? fault : Problem.unreachable();
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-links': CaseLinks;
  }
}
