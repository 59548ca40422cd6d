import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Problem } from '../api/problem';
import { instantText } from '../clocks/spoken';
import { cityClock } from '../feed/city-clock';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { Localized } from '../words/language';
import { problemText } from '../words/problems';
import { say, words } from '../words/say';
import { KEPT_MS } from './past-board';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** The coarse slider moves by this much, the fine one by `FINE`. */
const COARSE = 10 * MINUTE;
const FINE = 10_000;
/** Real ms between two steps of the film. */
const FILM_EVERY_MS = 1_000;

const w = words({
  past: { en: 'The board as it stood at {at}. Not live; nothing can be ordered here.', zh: '回看：{at} 的看板。非实时数据，不能下达命令。' },
  coarse: { en: 'Instant within the last 30 days', zh: '最近 30 天内的时刻' },
  fine: { en: 'Finer, one hour around', zh: '微调（前后各一小时）' },
  back: { en: '{n} min back', zh: '后退 {n} 分钟' },
  forward: { en: '{n} min on', zh: '前进 {n} 分钟' },
  play: { en: 'Play', zh: '播放' },
  stop: { en: 'Stop', zh: '停止' },
  speed: { en: 'Minutes a second', zh: '每秒分钟数' },
  live: { en: 'Back to live', zh: '返回实时' },
  loading: { en: 'Fetching …', zh: '获取中…' },
});

/** Chooses an earlier instant. Sends `asked` {at} with Unix ms of city time, and `live` to go back to now. */
@customElement('rewind-bar')
export class RewindBar extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        gap: 0.4rem 1rem;
        padding: 0.5rem 0.75rem;
        background: var(--standby-soft);
        border-block: 2px solid var(--standby);
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.3rem 0.8rem;
      }
      p {
        flex: 1 1 20rem;
        font-weight: 600;
      }
      label {
        flex: 2 1 16rem;
        font-size: 0.85rem;
      }
      label.fine {
        flex: 1 1 12rem;
      }
      input[type='range'] {
        width: 100%;
        padding: 0;
        accent-color: var(--standby);
      }
      select {
        width: 4.5rem;
      }
      .speed {
        display: flex;
        flex: none;
        align-items: center;
        gap: 0.3rem;
      }
      .critical {
        flex-basis: 100%;
      }
    `,
  ];

  /** The instant that is asked for. */
  @property({ attribute: false }) at = 0;
  /** The instant whose board is shown, which follows when it has come. */
  @property({ attribute: false }) shown = 0;
  @property({ type: Boolean }) busy = false;
  @property({ attribute: false }) problem: Problem | null = null;
  @state() private middle = 0;
  @state() private minutes = 5;
  @state() private film: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    new Localized(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.cut();
  }

  protected override willUpdate(): void {
    // The fine slider stays put while it is dragged, and follows when the instant has left it.
    if (Math.abs(this.at - this.middle) > HOUR) {
      this.middle = this.at;
    }
  }

  protected override render(): TemplateResult {
    const latest = cityClock.now();
    return html`
      <div class="line">
        <p role="status">${say(w.past, { at: instantText(this.shown, 'full') })} <span class="muted">${this.busy ? say(w.loading) : nothing}</span></p>
        <button class="primary" @click=${this.live}>${icon('play')}${say(w.live)}</button>
        ${this.problem ? html`<p class="critical" role="alert">${problemText(this.problem)}</p>` : nothing}
      </div>
      <div class="line">
        <button aria-label=${say(w.back, { n: this.minutes })} title=${say(w.back, { n: this.minutes })} @click=${() => this.step(-this.minutes)}>${icon('chevron-left')}</button>
        <button @click=${this.film ? this.cut : this.play}>${icon(this.film ? 'pause' : 'play')}${say(this.film ? w.stop : w.play)}</button>
        <button aria-label=${say(w.forward, { n: this.minutes })} title=${say(w.forward, { n: this.minutes })} @click=${() => this.step(this.minutes)}>${icon('chevron-right')}</button>
        <label class="speed">${say(w.speed)}
          <select @change=${(event: Event) => (this.minutes = Number((event.target as HTMLSelectElement).value))}>
            ${[1, 5, 15, 60].map((n) => html`<option value=${n} ?selected=${n === this.minutes}>${n}</option>`)}
          </select>
        </label>
        <label>${say(w.coarse)}
          <input
            type="range" min="0" max=${Math.floor(KEPT_MS / COARSE)} step="1" .value=${String(Math.round((this.at - latest + KEPT_MS) / COARSE))}
            aria-valuetext=${instantText(this.at, 'full')} @input=${(event: Event) => this.ask(latest - KEPT_MS + Number((event.target as HTMLInputElement).value) * COARSE)}
          />
        </label>
        <label class="fine">${say(w.fine)}
          <input
            type="range" min=${-HOUR} max=${HOUR} step=${FINE} .value=${String(this.at - this.middle)}
            aria-valuetext=${instantText(this.at, 'full')} @input=${(event: Event) => this.ask(this.middle + Number((event.target as HTMLInputElement).value))}
          />
        </label>
      </div>
    `;
  }

  private ask(at: number): void {
    const latest = cityClock.now();
    const within = Math.max(latest - KEPT_MS, Math.min(latest, at));
    if (within < at) {
      this.cut();
    }
    this.at = within;
    this.dispatchEvent(new CustomEvent('asked', { detail: { at: within } }));
  }

  private step(minutes: number): void {
    this.ask(this.at + minutes * MINUTE);
  }

  private readonly play = (): void => {
    this.film = setInterval(() => !this.busy && this.step(this.minutes), FILM_EVERY_MS);
  };

  private readonly cut = (): void => {
    clearInterval(this.film);
    this.film = undefined;
  };

  private readonly live = (): void => {
    this.cut();
    this.dispatchEvent(new CustomEvent('live'));
  };
}
