import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { city } from '../api/city';
import type { AssistView, CaseView, WhistleScore } from '../api/types';
import { instantText } from '../clocks/spoken';
import { people } from '../commands/people';
import { countdown } from '../parts/countdown';
import { shared } from '../parts/shared-css';
import { toneMark, type Tone } from '../parts/status-mark';
import { Localized } from '../words/language';
import { say, words } from '../words/say';
import { groundWords } from '../words/terms';

const w = words({
  called: { en: 'called {at}', zh: '{at} 呼叫' },
  calledState: { en: 'Not on site yet', zh: '未报到' },
  reportedIn: { en: 'On site, not answered', zh: '已报到，未答复' },
  answeredYes: { en: 'Solved', zh: '已解决' },
  answeredNo: { en: 'Not solved', zh: '未解决' },
  unanswered: { en: 'Never answered', zh: '未答复' },
  misses: { en: 'did not come in time ({n})', zh: '超时未报到（{n} 次）' },
  score: { en: 'Whistles, scored on both sides', zh: '吹哨双向评价' },
  to: { en: 'To', zh: '被呼叫方' },
  at: { en: 'When', zh: '时间' },
  ground: { en: 'Ground', zh: '情形' },
  inTime: { en: 'In time', zh: '按时' },
  solved: { en: 'Solved', zh: '解决' },
  yes: { en: 'yes', zh: '是' },
  no: { en: 'no', zh: '否' },
  open: { en: 'open', zh: '未定' },
  noGround: { en: 'none stated', zh: '未说明' },
  byClock: { en: 'by a clock', zh: '系统自动' },
  takenBack: { en: 'taken back', zh: '已收回' },
  instruction: { en: 'Instruction of the committee', zh: '街道专班交办' },
  answered: { en: 'Answered {at}: {text}', zh: '{at} 答复：{text}' },
  waits: { en: 'not answered yet', zh: '尚未答复' },
});

const tones: Record<AssistView['state'], Tone> = { called: 'serious', reportedIn: 'normal', answered: 'standby', unanswered: 'critical' };

/** The departments that were called to a case with their clocks, the committee's instruction, and the score of every whistle. */
@customElement('case-assists')
export class CaseAssists extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      ul {
        margin: 0 0 0.5rem;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0.1rem 0.5rem;
        padding: 0.35rem 0;
        border-bottom: 1px solid var(--line);
      }
      li > .wide {
        grid-column: 1 / -1;
        overflow-wrap: anywhere;
      }
      table {
        width: 100%;
        border-collapse: collapse;
        font-size: 0.9em;
      }
      th,
      td {
        padding: 0.2rem 0.4rem 0.2rem 0;
        text-align: left;
        font-weight: normal;
      }
    `,
  ];

  @property({ attribute: false }) case!: CaseView;
  @property({ attribute: false }) whistles: readonly WhistleScore[] = [];

  constructor() {
    super();
    new Localized(this);
  }

  protected override render(): TemplateResult {
    const assists = this.case.assists ?? [];
    return html`${assists.length > 0 ? html`<ul>${assists.map((one) => this.assist(one))}</ul>` : nothing} ${this.instruction()} ${this.scores()}`;
  }

  private assist(assist: AssistView): TemplateResult {
    const { department, state } = assist;
    const clocks = this.case.clocks.filter((clock) => clock.name === `report-in:${department}` || clock.name === `answer:${department}`);
    const running = clocks.filter((clock) => clock.state === 'Running' || clock.state === 'Paused');
    return html`<li>
      <strong>${city.scopeName(`department:${department}`)}</strong>
      <span>${toneMark(tones[state])} ${stateText(assist)} ${running.length > 0 ? countdown(running) : nothing}</span>
      <span class="wide muted">${say(w.called, { at: instantText(assist.calledAt) })} · ${people.nameOf(assist.by)} · ${say(groundWords[assist.ground])} · ${assist.reason}</span>
      ${Number(assist.misses) > 0 ? html`<span class="wide critical">${say(w.misses, { n: assist.misses })}</span>` : nothing}
      ${assist.answer ? html`<span class="wide">${assist.answer}</span>` : nothing}
    </li>`;
  }

  private instruction(): TemplateResult | typeof nothing {
    const said = this.case.instruction;
    if (!said) {
      return nothing;
    }
    const running = this.case.clocks.filter((clock) => clock.name === 'instruction' && clock.state === 'Running');
    return html`<ul><li>
      <strong>${say(w.instruction)}</strong><span>${running.length > 0 ? countdown(running) : nothing}</span>
      <span class="wide">${said.text}</span>
      <span class="wide muted">${people.nameOf(said.by)} · ${instantText(said.at)} ·
        ${said.answeredAt ? say(w.answered, { at: instantText(said.answeredAt), text: said.answer ?? '' }) : say(w.waits)}</span>
    </li></ul>`;
  }

  private scores(): TemplateResult | typeof nothing {
    return this.whistles.length === 0
      ? nothing
      : html`<table>
          <caption class="visually-hidden">${say(w.score)}</caption>
          <thead><tr>${[w.to, w.at, w.ground, w.inTime, w.solved].map((one) => html`<th scope="col">${say(one)}</th>`)}</tr></thead>
          <tbody>${this.whistles.map(
            (one) => html`<tr>
              <th scope="row">${city.scopeName(String(one.to))}</th><td>${instantText(one.at)}</td>
              <td>${one.ground ? say(groundWords[one.ground]) : say(one.automatic ? w.byClock : w.noGround)}</td>
              <td>${one.takenBack ? say(w.takenBack) : verdict(one.inTime)}</td><td>${one.takenBack ? nothing : verdict(one.solved)}</td>
            </tr>`,
          )}</tbody>
        </table>`;
  }
}

/** Where a department's part stands, in words. */
export function stateText(assist: AssistView): string {
  switch (assist.state) {
    case 'called':
      return say(w.calledState);
    case 'reportedIn':
      return say(w.reportedIn);
    case 'answered':
      return say(assist.solved ? w.answeredYes : w.answeredNo);
    case 'unanswered':
      return say(w.unanswered);
  }
}

function verdict(holds: boolean | null | undefined): string {
  return say(holds === true ? w.yes : holds === false ? w.no : w.open);
}

declare global {
  interface HTMLElementTagNameMap {
    'case-assists': CaseAssists;
  }
}
