import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { AlarmView, CaseRow, CaseStatus } from '../api/types';
import { countdownText, instantText } from '../clocks/spoken';
import { people } from '../commands/people';
import { cityClock } from '../feed/city-clock';
import type { Entry, Intent } from '../outbox/entry';
import { chime } from '../parts/chime';
import '../parts/hold-button';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { ticking } from '../parts/ticking';
import { Localized } from '../words/language';
import { say } from '../words/say';
import { hereNow } from './device-place';
import { fieldCss } from './field-css';
import type { Me } from './my-work';
import { safetyWords as w } from './safety-words';

/** How often the phone looks whether it has to ring, and how often it rings, real ms. */
const LOOK_EVERY_MS = 5_000;
/** It rings once when so much of the time between two signs is left. */
const SOON = 0.1;

/** The officer's own safety on a visit: a sign that all is well, a call for help, and what came of it. Sends `decide` {name, body?}. */
@customElement('field-safety')
export class FieldSafety extends LitElement {
  static override styles = [
    shared,
    fieldCss,
    css`
      section {
        display: grid;
        gap: 0.5rem;
      }
      .sign {
        min-height: 4rem;
        border-radius: 10px;
        border: 2px solid var(--normal);
        background: var(--normal-soft);
        color: var(--normal);
        font-size: 1.15rem;
        font-weight: 700;
      }
      .sign small {
        display: block;
        font-weight: 400;
        font-variant-numeric: tabular-nums;
      }
      p {
        margin: 0;
      }
    `,
  ];

  @property({ attribute: false }) row!: CaseRow;
  /** Where the case stands when what waits here is taken. */
  @property() status: CaseStatus = 'OnSite';
  /** What waits to be sent about the case. */
  @property({ attribute: false }) entries: readonly Entry[] = [];
  @property({ attribute: false }) me!: Me;
  private timer: ReturnType<typeof setInterval> | undefined;
  private where: string | null = null;
  private rangFor = '';

  constructor() {
    super();
    new Localized(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    people.addEventListener('change', this.renew);
    people.want();
    this.timer = setInterval(() => this.ring(), LOOK_EVERY_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    people.removeEventListener('change', this.renew);
    clearInterval(this.timer);
  }

  protected override updated(): void {
    this.ring();
  }

  protected override render(): TemplateResult | typeof nothing {
    const alarm = this.row.safety?.alarm ?? null;
    const onVisit = this.status === 'EnRoute' || this.status === 'OnSite';
    if (!this.isMine || !(onVisit || alarm)) {
      return nothing;
    }
    return html`<section aria-label=${say(w.group)}>
      ${this.asked()} ${alarm ? this.answer(alarm) : nothing} ${this.sign()} ${this.underWay()}
      ${onVisit ? html`<hold-button .again=${say(w.again)} @pressing=${this.locate} @held=${this.cry}>${icon('bell')} ${say(w.help)}</hold-button>` : nothing}
    </section>`;
  }

  private get isMine(): boolean {
    return (this.me.role === 'officer' || this.me.role === 'captain') && this.row.officerIds.includes(this.me.userName);
  }

  /** Whether a sign is waited for, in time or after an alarm for its absence. */
  private get waited(): boolean {
    const { safety } = this.row;
    return this.row.status === 'OnSite' && this.status === 'OnSite' && Boolean(safety && (safety.checkInDue || (safety.alarm && !safety.alarm.by)));
  }

  private asked(): TemplateResult | typeof nothing {
    const { safety, officerIds } = this.row;
    const others = officerIds.filter((one) => one !== this.me.userName);
    return safety?.pairAskedAt && others.length > 0 && !this.queued('check-in')
      ? html`<p class="notice critical" role="alert">${icon('warning')} ${say(w.asked, { people: others.map((one) => people.nameOf(one)).join(' · ') })}</p>`
      : nothing;
  }

  private sign(): TemplateResult | typeof nothing {
    if (!this.waited) {
      return nothing;
    }
    const { safety } = this.row;
    const both = Boolean(safety?.pairAskedAt) && this.row.officerIds.length > 1;
    const due = safety?.checkInDue ? Date.parse(safety.checkInDue) : null;
    return html`<button class="sign" @click=${() => this.decide('check-in')}>
      <span>${icon('check')} ${say(both ? w.bothAllRight : w.allRight)}
        <small>${this.queued('check-in') ? say(w.queued) : due === null ? nothing : ticking(() => say(w.next, { left: countdownText(due - cityClock.now()) }))}</small></span>
    </button>`;
  }

  /** A call for help that the server does not have yet. */
  private underWay(): TemplateResult | typeof nothing {
    const cry = this.entries.find((entry) => entry.name === 'raise-alarm');
    if (!cry) {
      return nothing;
    }
    return html`<p class="notice critical" role="alert">${icon('send')} ${say(cry.state === 'refused' ? w.refused : navigator.onLine && cry.failures === 0 ? w.sending : w.offline)}</p>`;
  }

  private answer(alarm: AlarmView): TemplateResult {
    return alarm.acknowledgedBy
      ? html`<p class="notice" role="alert">${icon('eye')} ${say(w.seen, { person: people.nameOf(alarm.acknowledgedBy), at: instantText(alarm.acknowledgedAt) })}</p>`
      : html`<p class="notice critical" role="alert">${icon('bell')} ${alarmText(alarm, this.me.userName)}</p>`;
  }

  private queued(name: string): boolean {
    return this.entries.some((entry) => entry.name === name && entry.state === 'waiting');
  }

  /** Asks for the place while the finger is still down: an alarm waits for none. */
  private readonly locate = async (): Promise<void> => {
    this.where = null;
    // Nobody in danger is asked whether the page may know where they are.
    const may = await navigator.permissions?.query({ name: 'geolocation' }).catch(() => null);
    const here = may?.state === 'granted' ? await hereNow() : null;
    this.where = here && `${here.lat.toFixed(5)}, ${here.lon.toFixed(5)} (±${here.within} m)`;
  };

  private readonly cry = (): void => {
    navigator.vibrate?.(100);
    this.decide('raise-alarm', this.where ? { where: this.where } : {});
  };

  private decide(name: string, body: Record<string, unknown> = {}): void {
    this.dispatchEvent(new CustomEvent<Pick<Intent, 'name' | 'body'>>('decide', { detail: { name, body } }));
  }

  /** Once shortly before a sign is due, and again and again while the pair is asked or the partner calls for help. */
  private ring(): void {
    const { safety } = this.row;
    const cry = safety?.alarm;
    if (this.isMine && cry?.by && cry.by !== this.me.userName && !cry.acknowledgedBy) {
      chime.alarm();
      navigator.vibrate?.([300, 150, 300]);
      return;
    }
    if (!this.isMine || !this.waited || this.queued('check-in')) {
      return;
    }
    const due = safety!.checkInDue ?? null;
    const soon = due !== null && Date.parse(due) - cityClock.now() < SOON * (safety!.checkInMs ?? 0) && this.rangFor !== due;
    if (safety!.pairAskedAt) {
      chime.alarm();
      navigator.vibrate?.([300, 150, 300]);
    } else if (soon) {
      this.rangFor = due;
      chime.announce();
      navigator.vibrate?.(200);
    }
  }

  private readonly renew = (): void => this.requestUpdate();
}

/** What an alarm that nobody has answered says to somebody of the visit. */
export function alarmText(alarm: AlarmView, me: string): string {
  return !alarm.by ? say(w.silent) : alarm.by === me ? say(w.received, { at: instantText(alarm.at) }) : say(w.partner, { person: people.nameOf(alarm.by), at: instantText(alarm.at) });
}
