import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { get } from '../api/http';
import type { HandOverShift, Role } from '../api/types';
import { followLink } from '../app/follow-link';
import { navigation } from '../app/navigation';
import { session } from '../app/session';
import { instantText } from '../clocks/spoken';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { Localized } from '../words/language';
import { say, words } from '../words/say';
import { HANDED_OVER } from './hand-over-data';

const w = words({
  short: { en: 'Not handed over', zh: '未交接' },
  unsigned: { en: 'Not handed over: shift until {at}', zh: '未交接：{at} 止的班' },
});

/** How often it looks, real ms: a sheet is late an hour after its hour, so nobody waits for a second. */
const LOOK_EVERY_MS = 20_000;

/** Who sees to it that shifts are handed over. */
const LEADS: readonly Role[] = ['dispatcher', 'captain', 'supervisor', 'communityStaff'];

/** A shift of the person's own team that nobody has signed for; one tap opens its sheet. Nothing where all are signed. */
@customElement('hand-over-mark')
export class HandOverMark extends LitElement {
  static override styles = [
    shared,
    css`
      a {
        white-space: nowrap;
      }
      @media (max-width: 1100px) {
        span {
          display: none;
        }
      }
    `,
  ];

  @state() private late: HandOverShift | null = null;
  private timer: ReturnType<typeof setInterval> | undefined;
  private path = navigation.path;

  constructor() {
    super();
    new Localized(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = setInterval(this.look, LOOK_EVERY_MS);
    navigation.addEventListener('change', this.went);
    addEventListener(HANDED_OVER, this.look);
    this.look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
    navigation.removeEventListener('change', this.went);
    removeEventListener(HANDED_OVER, this.look);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.late) {
      return nothing;
    }
    const text = say(w.unsigned, { at: instantText(this.late.to) });
    return html`<a class="chip serious" href="/roster?view=hand-over" aria-label=${text} title=${text} @click=${followLink}>${icon('edit')}<span>${say(w.short)}</span></a>`;
  }

  /** Another page, and not only another address of the same. */
  private readonly went = (): void => {
    if (this.path !== navigation.path) {
      this.path = navigation.path;
      this.look();
    }
  };

  private readonly look = (): void => {
    const { who } = session;
    const area = who?.area ?? '';
    if (session.state === 'signed-in' && who && LEADS.includes(who.role) && /^(street|community):/.test(area) && document.visibilityState === 'visible') {
      void this.read(area);
    }
  };

  private async read(team: string): Promise<void> {
    try {
      this.late = (await get<{ items: HandOverShift[] }>(`/api/teams/${team}/hand-over/late`)).items[0] ?? null;
    } catch {
      // What is known stays; the next look tries again.
    }
  }
}
