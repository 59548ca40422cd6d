import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get } from '../api/http';
import type { Problem } from '../api/problem';
import type { NoticeView } from '../api/types';
import { session } from '../app/session';
import { cityNames } from '../case/event-data';
import { instantText } from '../clocks/spoken';
import { problemOf } from '../commands/give-command';
import { shared } from '../parts/shared-css';
import { Localized } from '../words/language';
import { problemText } from '../words/problems';
import { say } from '../words/say';
import { outcomeText } from './outcome';
import { partyWord } from './party-word';
import { channelName, noticeWords as w, stateName, whatName } from './words';

/** Whether the person's role sees who was told of a case. */
export function mayLookAtNotices(): boolean {
  return ['dispatcher', 'captain', 'supervisor'].includes(session.who?.role ?? '');
}

/** Who was told of a case and when, by what, and whether they have seen it; whoever was left in peace off duty too. */
@customElement('case-notices')
export class CaseNotices extends LitElement {
  static override styles = [
    shared,
    css`
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
      }
      li {
        padding: 0.2rem 0;
      }
      .muted {
        display: block;
      }
    `,
  ];

  @property() caseId = '';
  /** The case's version: with another one somebody else may have been told. */
  @property({ type: Number }) version = 0;
  @state() private items: readonly NoticeView[] | null = null;
  @state() private problem: Problem | null = null;

  constructor() {
    super();
    new Localized(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('caseId')) {
      this.items = null;
    }
    if (changed.has('caseId') || changed.has('version')) {
      void this.read(this.caseId);
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.problem) {
      return html`<p class="serious" role="alert">${problemText(this.problem)}</p>`;
    }
    if (!this.items) {
      return nothing;
    }
    return this.items.length === 0
      ? html`<p class="muted">${say(w.noneSent)}</p>`
      : html`<ul>
          ${this.items.map((one) => this.item(one))}
        </ul>`;
  }

  private item(notice: NoticeView): TemplateResult {
    const seen = notice.seenAt ? say(w.seenAt, { at: instantText(notice.seenAt) }) : notice.state === 'told' ? say(w.notSeen) : stateName(notice.state);
    return html`<li>
      <time datetime=${notice.at}>${instantText(notice.at)}</time> <strong>${partyWord(notice.receiver, cityNames)}</strong> ${whatName(notice.what)} · ${seen}${notice.goneAt
        ? html` · ${say(w.gone, { at: instantText(notice.goneAt) })}`
        : nothing}
      ${(notice.tries ?? []).map((one) => html`<span class="muted">${instantText(one.at)} ${channelName(one.channel)}: ${outcomeText(one.outcome)}</span>`)}
    </li>`;
  }

  private async read(id: string): Promise<void> {
    try {
      const { items } = await get<{ items: NoticeView[] }>(`/api/cases/${encodeURIComponent(id)}/notices`);
      if (id === this.caseId) {
        [this.items, this.problem] = [items, null];
      }
    } catch (fault) {
      this.problem = problemOf(fault);
    }
  }
}
