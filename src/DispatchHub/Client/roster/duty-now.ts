import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get } from '../api/http';
import { Problem } from '../api/problem';
import type { Presence, PresenceKind, Role, Roster } from '../api/types';
import { followLink } from '../app/follow-link';
import { instantText } from '../clocks/spoken';
import { shortNumber } from '../parts/case-number';
import { shared } from '../parts/shared-css';
import { toneMark, type Tone } from '../parts/status-mark';
import { Localized } from '../words/language';
import { problemText } from '../words/problems';
import { say, words, type Word } from '../words/say';
import { nameIn } from './roster-data';

const w = words({
  title: { en: 'On duty now', zh: '当前值班' },
  nobody: { en: 'Nobody is on duty now.', zh: '当前无人值班。' },
  away: { en: 'Stepped away', zh: '暂离' },
  since: { en: 'since {at}', zh: '{at} 起' },
  unanswered: { en: 'did not answer the offer of {at}', zh: '{at} 的派单未应答' },
});

const kindWords: Record<PresenceKind, Word> = words({
  signedIn: { en: 'Ready', zh: '待命' },
  onTheMove: { en: 'On the way', zh: '途中' },
  busy: { en: 'At work', zh: '处置中' },
  outOfReach: { en: 'Out of reach', zh: '联系不上' },
  signedOff: { en: 'Not signed in', zh: '未签到' },
});

const tones: Record<PresenceKind, Tone> = { signedIn: 'normal', onTheMove: 'caution', busy: 'serious', outOfReach: 'critical', signedOff: 'off' };

/** How often it looks, real ms: presence is in no stream, since it is nobody's history. */
const LOOK_EVERY_MS = 5_000;

/** Who is told how officers stand. */
const LOOKS: readonly Role[] = ['dispatcher', 'captain', 'supervisor', 'system'];

/** Whether a role is told how the officers of a team stand; only streets have officers. */
export function seesPresence(role: Role, team: string): boolean {
  return LOOKS.includes(role) && team.startsWith('street:');
}

/** How everybody on duty in a street stands now: ready, on the way, at work and with which case, or out of reach. */
@customElement('duty-now')
export class DutyNow extends LitElement {
  static override styles = [
    shared,
    css`
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem;
        margin: 0.25rem 0 0.75rem;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.25rem 0.6rem;
        padding: 0.4rem 0.6rem;
        border: 1px solid var(--line);
        border-radius: 8px;
        background: var(--surface);
      }
    `,
  ];

  @property() team = '';
  @property({ attribute: false }) roster!: Roster;
  @state() private standing: readonly Presence[] | null = null;
  @state() private problem: Problem | null = null;
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    new Localized(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = setInterval(() => document.visibilityState === 'visible' && void this.look(), LOOK_EVERY_MS);
    void this.look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.problem && !this.standing) {
      return html`<p class="notice critical" role="alert">${problemText(this.problem)}</p>`;
    }
    return this.standing === null
      ? nothing
      : html`<section aria-labelledby="now">
          <h3 id="now">${say(w.title)}</h3>
          ${this.standing.length === 0 ? html`<p class="muted">${say(w.nobody)}</p>` : html`<ul>${this.standing.map((one) => this.one(one))}</ul>`}
        </section>`;
  }

  private one(one: Presence): TemplateResult {
    return html`<li>
      <strong>${nameIn(this.roster, one.userName)}</strong>
      <span class="chip ${tones[one.kind]}">${toneMark(tones[one.kind])}${say(one.kind === 'signedOff' && one.since ? w.away : kindWords[one.kind])}</span>
      ${one.caseId ? html`<a href="/cases/${encodeURIComponent(one.caseId)}" @click=${followLink}>${shortNumber(one.caseNumber ?? '')}</a>` : nothing}
      ${one.kind === 'outOfReach' && one.unansweredAt
        ? html`<span class="muted">${say(w.unanswered, { at: instantText(one.unansweredAt) })}</span>`
        : one.since ? html`<span class="muted">${say(w.since, { at: instantText(one.since) })}</span>` : nothing}
    </li>`;
  }

  private async look(): Promise<void> {
    try {
      this.standing = (await get<{ items: Presence[] }>(`/api/teams/${this.team}/presence`)).items;
      this.problem = null;
    } catch (fault) {
      if (!(fault instanceof Problem)) {
        throw fault;
      }
      // What is known stays; the next look tries again.
      this.problem = fault;
    }
  }
}
