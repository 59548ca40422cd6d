import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { city } from '../api/city';
import type { Problem } from '../api/problem';
import type { CaseRow } from '../api/types';
import { instantText } from '../clocks/spoken';
import { giveCommand, problemOf } from '../commands/give-command';
import { people } from '../commands/people';
import { shortNumber } from '../parts/case-number';
import { chime } from '../parts/chime';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { alarmOutcomeWords, alarmRungWords } from '../words/alarm-words';
import { Localized } from '../words/language';
import { problemText } from '../words/problems';
import { say, words } from '../words/say';

const w = words({
  title: { en: 'Alarm', zh: '求助' },
  calls: { en: '{person} calls for help', zh: '{person} 求助' },
  silent: { en: 'No sign from {people}', zh: '{people} 失去联系' },
  since: { en: 'since {at}', zh: '{at} 起' },
  asked: { en: 'Nobody has answered; asked: {whom}', zh: '尚无人应答，已通知{whom}' },
  answer: { en: 'I see to it', zh: '我来处理' },
  look: { en: 'Look at the case', zh: '查看案件' },
  later: { en: 'Keep at the top', zh: '先收起' },
  seen: { en: '{person} sees to it', zh: '{person} 正在处理' },
  own: { en: 'Somebody else has to answer your alarm.', zh: '须由他人应答您的求助。' },
});

/** An alarm that nobody has answered is heard again after this, real ms. */
const RING_EVERY_MS = 4_000;

/**
 * Open alarms, over whatever a page shows and filters: a dialog that nobody can overlook until somebody answers or puts it aside, and
 * a bar at the top until the alarm is over. It rings for as long as nobody has answered. Sends `opened` {id}.
 */
@customElement('alarm-banner')
export class AlarmBanner extends LitElement {
  static override styles = [
    shared,
    css`
      dialog {
        width: min(40rem, 92vw);
        padding: 1rem 1.25rem;
        border: 4px solid var(--critical);
        border-radius: 12px;
        background: var(--surface);
        color: var(--text);
        box-shadow: var(--shadow);
      }
      dialog::backdrop {
        background: rgb(120 0 0 / 45%);
      }
      h2 {
        margin: 0 0 0.5rem;
        font-size: 1.4rem;
      }
      .alarm {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.4rem 0.8rem;
        padding: 0.5rem 0.75rem;
        background: var(--critical-soft);
        border-bottom: 1px solid var(--critical);
      }
      .alarm.answered {
        background: var(--caution-soft);
      }
      .alarm > span {
        flex: 1 1 14rem;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      dialog .alarm {
        margin-bottom: 0.5rem;
        border: 0;
        border-radius: 8px;
      }
      dialog .alarm button.primary {
        min-height: 3rem;
        font-size: 1.1rem;
        flex: 1 1 100%;
      }
    `,
  ];

  /** The cases with an open alarm, those that nobody has answered first. */
  @property({ attribute: false }) rows: readonly CaseRow[] = [];
  /** Who looks. */
  @property() me = '';
  /** What was put aside, so that it does not open again by itself. */
  @state() private aside: ReadonlySet<string> = new Set();
  @state() private busy: string | null = null;
  @state() private problem: Problem | null = null;
  @query('dialog') private dialog!: HTMLDialogElement | null;
  private ringing: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    new Localized(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    people.addEventListener('change', this.renew);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    people.removeEventListener('change', this.renew);
    this.quiet();
  }

  protected override shouldUpdate(changed: PropertyValues<this>): boolean {
    return this.rows.length > 0 || !changed.has('rows') || (changed.get('rows')?.length ?? 0) > 0;
  }

  protected override updated(): void {
    const waiting = this.rows.some(waits);
    if (waiting && this.ringing === undefined) {
      chime.alarm();
      this.ringing = setInterval(() => chime.alarm(), RING_EVERY_MS);
    } else if (!waiting) {
      this.quiet();
    }
    // Shown again each time: it lies over whatever was opened since.
    if (this.dialog && !this.dialog.open) {
      this.dialog.showModal();
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const urgent = this.rows.filter((row) => waits(row) && !this.aside.has(callOf(row)));
    return html`
      ${this.rows.filter((row) => !urgent.includes(row)).map((row) => this.alarm(row))}
      ${urgent.length === 0
        ? nothing
        : html`<dialog role="alertdialog" aria-labelledby="title" autofocus tabindex="-1" @cancel=${(event: Event) => event.preventDefault()}>
            <h2 id="title">${icon('bell')} ${say(w.title)}</h2>
            ${urgent.map((row) => this.alarm(row))}
            ${this.problem ? html`<p class="notice critical" role="alert">${problemText(this.problem)}</p>` : nothing}
            <button @click=${() => this.putAside(urgent)}>${say(w.later)}</button>
          </dialog>`}
    `;
  }

  private alarm(row: CaseRow): TemplateResult {
    const alarm = row.safety!.alarm!;
    const names = row.officerIds.map((one) => people.nameOf(one)).join(' · ');
    const own = alarm.by === this.me;
    const act = (name: string, body: object, text: string, look = ''): TemplateResult =>
      html`<button class=${look} ?disabled=${this.busy !== null} @click=${() => void this.give(row, name, body)}>${text}</button>`;
    return html`<div class="alarm ${alarm.acknowledgedBy ? 'answered' : ''}" role="group" aria-label=${`${say(w.title)} ${row.number}`}>
      <span>
        <strong>${alarm.by ? say(w.calls, { person: people.nameOf(alarm.by) }) : say(w.silent, { people: names })}</strong>
        ${say(w.since, { at: instantText(alarm.at) })} · ${city.placeName(row)} · ${city.typeName(row.type, row.title)} ${shortNumber(row.number)}
        <br />${alarm.acknowledgedBy ? say(w.seen, { person: people.nameOf(alarm.acknowledgedBy) }) : say(own ? w.own : w.asked, { whom: say(alarmRungWords[alarm.rung]) })}
      </span>
      ${own ? nothing
        : alarm.acknowledgedBy ? Object.entries(alarmOutcomeWords).map(([outcome, word]) => act('end-alarm', { outcome }, say(word)))
        : act('acknowledge-alarm', {}, say(w.answer), 'primary')}
      <button @click=${() => this.look(row)}>${say(w.look)}</button>
    </div>`;
  }

  private async give(row: CaseRow, name: string, body: object): Promise<void> {
    this.busy = row.id;
    this.problem = null;
    try {
      await giveCommand(row.id, name, body);
      this.putAside([row]);
    } catch (fault) {
      this.problem = problemOf(fault);
    } finally {
      this.busy = null;
    }
  }

  private look(row: CaseRow): void {
    this.putAside([row]);
    this.dispatchEvent(new CustomEvent('opened', { detail: { id: row.id } }));
  }

  private putAside(rows: readonly CaseRow[]): void {
    this.aside = new Set([...this.rows.map(callOf).filter((call) => this.aside.has(call)), ...rows.map(callOf)]);
  }

  private quiet(): void {
    clearInterval(this.ringing);
    this.ringing = undefined;
  }

  private readonly renew = (): void => this.requestUpdate();
}

function waits(row: CaseRow): boolean {
  return !row.safety!.alarm!.acknowledgedBy;
}

/** One call on somebody to answer: the next rung, or a cry after an answer, is a new one. */
function callOf(row: CaseRow): string {
  const { at, rung } = row.safety!.alarm!;
  return `${row.id} ${at} ${rung}`;
}
