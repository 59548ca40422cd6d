import { get } from '../api/http';
import type { ForecastAnswer } from '../api/types';
import { cityClock } from '../feed/city-clock';
import { askUntil, hoursOf, type HourAhead } from './hours-ahead';

/** Real ms between two looks ahead, at a city's own speed; a faster city is asked more often, but never sooner than the least. */
const LOOK_EVERY_MS = 60_000;
const LEAST_MS = 10_000;
/** So many changed cases make the last answer old before its time. */
const MANY_CHANGES = 20;

const none: ReadonlySet<string> = new Set();

/** What a board will miss if nobody acts, asked anew calmly while somebody looks. Sends `change`. */
export class Outlook extends EventTarget {
  /** The next hours; empty until the first answer. */
  hours: readonly HourAhead[] = [];
  /** The last question was not answered; what is shown is of the one before. */
  failed = false;

  private scope: string | null = null;
  private timer: ReturnType<typeof setInterval> | undefined;
  private asking: AbortController | null = null;
  private askedAt = -Infinity;
  private changes = 0;

  constructor(private readonly fetchAhead: (scope: string, until: number, signal: AbortSignal) => Promise<ForecastAnswer> = lookAhead) {
    super();
  }

  /** Begins to look ahead for a scope. */
  start(scope: string): void {
    this.stop();
    this.scope = scope;
    this.timer = setInterval(this.look, 1_000);
  }

  stop(): void {
    clearInterval(this.timer);
    this.asking?.abort();
    this.asking = null;
    this.scope = null;
    this.hours = [];
    this.failed = false;
    this.askedAt = -Infinity;
    this.changes = 0;
  }

  /** So many cases of the board have changed. */
  changed(cases: number): void {
    this.changes += cases;
  }

  /** The cases that will be late in the hour that ends then; none when that is not ahead any more, or not known yet. */
  casesOf(key: string): ReadonlySet<string> {
    return this.hours.find((hour) => hour.key === key)?.cases ?? none;
  }

  private readonly look = (): void => {
    const rest = Date.now() - this.askedAt;
    const every = this.changes >= MANY_CHANGES ? LEAST_MS : Math.max(LEAST_MS, LOOK_EVERY_MS / Math.max(1, cityClock.speed));
    if (cityClock.known && !this.asking && !globalThis.document?.hidden && rest >= every) {
      void this.ask();
    }
  };

  private async ask(): Promise<void> {
    const asking = (this.asking = new AbortController());
    this.askedAt = Date.now();
    this.changes = 0;
    try {
      const answer = await this.fetchAhead(this.scope!, askUntil(cityClock.now()), asking.signal);
      if (!asking.signal.aborted) {
        this.hours = hoursOf(answer);
        this.failed = false;
      }
    } catch {
      // Whatever kept the answer away, the board itself says so; the last answer stays and is marked.
      this.failed = !asking.signal.aborted;
    }
    if (this.asking === asking) {
      this.asking = null;
      this.dispatchEvent(new Event('change'));
    }
  }
}

/** The outlook of the board that is open. */
export const outlook = new Outlook();

function lookAhead(scope: string, until: number, signal: AbortSignal): Promise<ForecastAnswer> {
  return get(`/api/forecast?scope=${encodeURIComponent(scope)}&until=${encodeURIComponent(new Date(until).toISOString())}`, signal);
}
