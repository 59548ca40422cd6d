import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Problem } from '../api/problem';
import type { CaseView, OfferRanking } from '../api/types';
import { instantText } from '../clocks/spoken';
import { mayRank, readCandidates } from '../commands/candidates';
import { problemOf } from '../commands/give-command';
import { people } from '../commands/people';
import { shared } from '../parts/shared-css';
import { Localized } from '../words/language';
import { problemText } from '../words/problems';
import { say, words } from '../words/say';
import { answerText, leftOutText, reasonsOf } from './offer-words';

const w = words({
  asked: { en: 'Who was asked', zh: '派单情况' },
  round: { en: 'round {n}', zh: '第 {n} 轮' },
  byHand: { en: 'chosen by hand', zh: '人工指定' },
  next: { en: 'Who would be asked next', zh: '下一步拟派' },
  leftOut: { en: 'Not asked ({n})', zh: '不派（{n}）' },
  nobody: { en: 'Nobody else can be asked now.', zh: '目前没有其他可派队员。' },
});

/** How many of those who would be asked next are shown. */
const MOST_NEXT = 4;

/** Who was asked for a case, why and with what answer, and for those who dispatch whom the ranking would ask next. */
@customElement('case-offers')
export class CaseOffers extends LitElement {
  static override styles = [
    shared,
    css`
      ul {
        list-style: none;
        margin: 0 0 0.4rem;
        padding: 0;
      }
      li {
        padding: 0.15rem 0;
      }
      h4 {
        margin: 0.4rem 0 0.1rem;
        font-size: 0.95em;
      }
    `,
  ];

  @property({ attribute: false }) case: CaseView | null = null;
  @state() private ranking: OfferRanking | null = null;
  @state() private problem: Problem | null = null;
  private readFor = '';

  constructor() {
    super();
    new Localized(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const view = this.case;
    const key = view && mayRank() && (view.status === 'AwaitingDispatch' || view.status === 'Offered') ? `${view.id} ${view.version}` : '';
    if (changed.has('case') && key !== this.readFor) {
      this.readFor = key;
      this.problem = null;
      this.ranking = key === '' ? null : this.ranking;
      if (key !== '') {
        void this.read(view!.id, key);
      }
    }
  }

  protected override render(): TemplateResult {
    return html`${this.asked()} ${this.next()}`;
  }

  private asked(): TemplateResult | typeof nothing {
    const asked = this.case?.offers?.asked ?? [];
    return asked.length === 0
      ? nothing
      : html`<h4>${say(w.asked)}</h4><ul>
          ${asked.map((one) => html`<li>
            <strong>${people.nameOf(one.userName)}</strong> ${answerText(one.answer ?? 'waiting')}
            <small class="muted">${instantText(one.at)} · ${one.why ? html`${say(w.round, { n: one.round })} · ${reasonsOf(one.why)}` : say(w.byHand)}</small>
          </li>`)}
        </ul>`;
  }

  private next(): TemplateResult | typeof nothing {
    if (this.problem) {
      return html`<p class="serious" role="alert">${problemText(this.problem)}</p>`;
    }
    const { ranking } = this;
    if (!ranking || ranking.best.length + ranking.leftOut.length === 0) {
      return nothing;
    }
    return html`<h4>${say(w.next)}</h4>
      ${ranking.best.length === 0 ? html`<p class="muted">${say(w.nobody)}</p>` : nothing}
      <ul>${ranking.best.slice(0, MOST_NEXT).map((one) => html`<li>${people.nameOf(one.userName)} <small class="muted">${reasonsOf(one.reasons)}</small></li>`)}</ul>
      ${ranking.leftOut.length === 0 ? nothing : html`<details><summary>${say(w.leftOut, { n: ranking.leftOut.length })}</summary><ul>
        ${ranking.leftOut.map((one) => html`<li>${people.nameOf(one.userName)} <small class="muted">${leftOutText(one)}</small></li>`)}
      </ul></details>`}`;
  }

  private async read(id: string, key: string): Promise<void> {
    try {
      const ranking = await readCandidates(id);
      if (key === this.readFor) {
        this.ranking = ranking;
      }
    } catch (fault) {
      if (key === this.readFor) {
        this.problem = problemOf(fault);
      }
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-offers': CaseOffers;
  }
}
