import { get, newKey, post } from '../api/http';
import type { CaseRow, Priority, Surge } from '../api/types';
import { untilKnown } from '../commands/give-command';

/** Real ms between two looks: rows tell of a surge sooner. */
const LOOK_EVERY_MS = 30_000;

/** What a supervisor declares. */
export interface SurgeAsked {
  scope: string;
  until: string;
  reason: string;
  raise?: Priority;
  /** Codes of types; left out for all. */
  types?: string[];
}

/** The surges of a street, asked for calmly while somebody looks. Sends `change`. */
export class Surges extends EventTarget {
  /** The newest first, those that are over included. */
  all: readonly Surge[] = [];

  private scope = '';
  private timer: ReturnType<typeof setInterval> | undefined;
  private asking: AbortController | null = null;

  start(scope: string): void {
    this.stop();
    this.scope = scope;
    this.timer = setInterval(() => !document.hidden && navigator.onLine && void this.look(), LOOK_EVERY_MS);
    void this.look();
  }

  stop(): void {
    clearInterval(this.timer);
    this.asking?.abort();
    this.all = [];
  }

  /** Those in force at an instant, city ms. One that was ended is over, also where this page's clock is a moment behind the city's. */
  inForce(now: number): readonly Surge[] {
    return this.all.filter((one) => !one.endedAt && now < Date.parse(one.until));
  }

  /** A case that is under a surge not known yet tells that there is one. */
  heard(rows: Iterable<CaseRow>): void {
    for (const row of rows) {
      if (row.surge && !this.all.some((one) => one.id === row.surge)) {
        void this.look();
        return;
      }
    }
  }

  async look(): Promise<void> {
    this.asking?.abort();
    const asking = (this.asking = new AbortController());
    try {
      const { items } = await get<{ items: Surge[] }>(`/api/surges?scope=${encodeURIComponent(this.scope)}`, asking.signal);
      this.all = items;
      this.dispatchEvent(new Event('change'));
    } catch {
      // The board itself says when the city is away; the next look tries again.
    }
  }

  /** @throws Problem when it is refused. */
  async declare(asked: SurgeAsked, key: string): Promise<void> {
    await untilKnown(() => post('/api/surges', asked, key));
    await this.look();
  }

  /** @throws Problem when it is refused. */
  async end(id: string, reason: string): Promise<void> {
    const key = newKey();
    await untilKnown(() => post(`/api/surges/${encodeURIComponent(id)}/end`, { reason }, key));
    await this.look();
  }
}

/** How many clocks stand still by a surge. */
export function frozenBy(id: string, rows: Iterable<CaseRow>): number {
  let clocks = 0;
  for (const row of rows) {
    clocks += row.surge === id ? row.clocks.filter((clock) => clock.state === 'Paused').length : 0;
  }
  return clocks;
}

/** The surges of the board that is open. */
export const surges = new Surges();
