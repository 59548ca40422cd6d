import type { ISubscription } from '@microsoft/signalr';
import { session } from '../app/session';
import { BoardState, type Applied, type WatchItem } from './board-state';
import { cityClock } from './city-clock';
import { isLasting, liveLink, refusalOf, waitAfter } from './live-link';

export type WatchState = 'connecting' | 'live' | 'stale' | 'refused';

/** An item comes every 15 s at least; after this long without one a board is stale. Real ms. */
const STALE_AFTER_MS = 40_000;

export interface WatchListener {
  /** The rows changed; `applied` says which. */
  applied(applied: Applied): void;
  /** `state`, `since` or `refusal` changed. */
  stateChanged(): void;
}

/**
 * Follows one scope: begins, resumes with the cursor after every loss (connection, server restart, sleep of the device), and
 * says how fresh the rows are. Rows stay when the connection is gone; they are stale, not wrong.
 */
export class ScopeWatch {
  readonly board = new BoardState();
  state: WatchState = 'connecting';
  /** Real Unix ms since which `state` holds; of `stale`, the instant of the last item. */
  since = Date.now();
  /** Why the server refuses, its stable code; null otherwise. */
  refusal: string | null = null;

  private heard = Date.now();
  private stream: ISubscription<WatchItem> | null = null;
  private failures = 0;
  private stopped = false;
  private turn = 0;
  private wake: ReturnType<typeof setTimeout> | undefined;
  private readonly release = liveLink.use();
  private readonly pulse = setInterval(() => this.checkFreshness(), 1_000);

  constructor(
    readonly scope: string,
    private readonly listener: WatchListener,
  ) {
    document.addEventListener('visibilitychange', this.lookAgain);
    addEventListener('online', this.lookAgain);
    session.addEventListener('change', this.lookAgain);
    void this.begin();
  }

  stop(): void {
    this.stopped = true;
    this.turn++;
    clearInterval(this.pulse);
    clearTimeout(this.wake);
    document.removeEventListener('visibilitychange', this.lookAgain);
    removeEventListener('online', this.lookAgain);
    session.removeEventListener('change', this.lookAgain);
    this.stream?.dispose();
    this.release();
  }

  private async begin(): Promise<void> {
    const turn = ++this.turn;
    this.stream?.dispose();
    this.stream = null;
    try {
      const connection = await liveLink.open();
      if (turn !== this.turn) {
        return;
      }
      this.stream = connection.stream<WatchItem>('Watch', this.scope, this.board.cursor).subscribe({
        next: (item) => turn === this.turn && this.take(item),
        error: (fault) => turn === this.turn && this.lost(fault),
        complete: () => turn === this.turn && this.lost(null),
      });
    } catch (fault) {
      if (turn === this.turn) {
        this.lost(fault);
      }
    }
  }

  private take(item: WatchItem): void {
    this.heard = Date.now();
    this.failures = 0;
    if (item.kind !== 'changes') {
      cityClock.set(item.clock);
    }
    const applied = this.board.apply(item);
    if (!applied) {
      void this.begin();
      return;
    }
    this.become('live', null);
    this.listener.applied(applied);
  }

  private lost(fault: unknown): void {
    if (this.stopped) {
      return;
    }
    const code = refusalOf(fault);
    if (code === 'invalid-token') {
      void session.renew().then(() => liveLink.drop()).catch(() => undefined);
    }
    if (isLasting(code)) {
      this.become('refused', code);
      return;
    }
    this.become(this.board.at === null ? 'connecting' : 'stale', null);
    this.tryIn(waitAfter(this.failures++));
  }

  private tryIn(ms: number): void {
    clearTimeout(this.wake);
    this.wake = setTimeout(() => void this.begin(), ms);
  }

  /** The device woke, the network came back, or somebody signed in: what was waited for may be there now. */
  private readonly lookAgain = (): void => {
    if (document.hidden || session.state !== 'signed-in') {
      return;
    }
    if (this.state === 'live' && Date.now() - this.heard > STALE_AFTER_MS / 2) {
      void liveLink.drop();
    } else if (this.state !== 'live') {
      this.failures = 0;
      this.tryIn(0);
    }
  };

  private checkFreshness(): void {
    if (this.state === 'live' && Date.now() - this.heard > STALE_AFTER_MS) {
      this.become('stale', null);
      void liveLink.drop();
    }
  }

  private become(state: WatchState, refusal: string | null): void {
    if (state === this.state && refusal === this.refusal) {
      return;
    }
    this.state = state;
    this.refusal = refusal;
    this.since = state === 'stale' ? this.heard : Date.now();
    this.listener.stateChanged();
  }
}
