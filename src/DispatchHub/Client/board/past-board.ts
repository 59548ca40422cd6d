import { get } from '../api/http';
import { Problem } from '../api/problem';
import type { CaseRow } from '../api/types';
import type { WatchItem } from '../feed/board-state';
import { cityClock } from '../feed/city-clock';

/** Boards are kept this long; the last minute is left out, since it runs away while one looks. City ms. */
export const KEPT_MS = 30 * 86_400_000 - 60_000;

/**
 * Brings the board as it stood at an instant. Whoever drags a slider asks for many: one request runs at a time, and of what was
 * asked meanwhile only the last is sent.
 */
export class PastBoard {
  busy = false;
  problem: Problem | null = null;

  private wanted: number | null = null;
  private running: AbortController | null = null;

  constructor(
    private readonly scope: string,
    private readonly shown: (rows: readonly CaseRow[], at: number) => void,
    private readonly changed: () => void,
    private readonly fetchBoard: (scope: string, at: number, signal: AbortSignal) => Promise<readonly CaseRow[]> = boardAt,
  ) {}

  /** Asks for an instant, Unix ms. */
  ask(at: number): void {
    this.wanted = at;
    if (!this.running) {
      void this.run();
    }
  }

  /** Asks no more; what is on its way is dropped. */
  stop(): void {
    this.wanted = null;
    this.running?.abort();
    this.problem = null;
    this.busy = false;
  }

  private async run(): Promise<void> {
    const running = (this.running = new AbortController());
    this.busy = true;
    this.changed();
    while (this.wanted !== null && !running.signal.aborted) {
      const at = this.wanted;
      this.wanted = null;
      try {
        const rows = await this.fetchBoard(this.scope, at, running.signal);
        if (!running.signal.aborted) {
          this.problem = null;
          this.shown(rows, at);
        }
      } catch (fault) {
        if (!running.signal.aborted) {
          this.problem = fault instanceof Problem ? fault : Problem.unreachable();
        }
      }
    }
    this.running = null;
    this.busy = false;
    if (this.wanted !== null) {
      void this.run();
      return;
    }
    this.changed();
  }
}

async function boardAt(scope: string, at: number, signal: AbortSignal): Promise<readonly CaseRow[]> {
  const item = await get<WatchItem>(`/api/board?scope=${encodeURIComponent(scope)}&at=${encodeURIComponent(new Date(at).toISOString())}`, signal);
  if (!('clock' in item && 'rows' in item)) {
    return [];
  }
  if (!cityClock.known) {
    // The live board may come later; which instants are of today is asked now.
    cityClock.set(item.clock);
  }
  return item.rows;
}
