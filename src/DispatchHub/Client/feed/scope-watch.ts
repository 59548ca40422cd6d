import { BoardState, type Applied, type WatchItem } from './board-state';
import { cityClock } from './city-clock';
import { liveLink } from './live-link';
import { LiveStream } from './live-stream';

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
  private readonly stream: LiveStream<WatchItem>;
  private readonly pulse = setInterval(() => this.checkFreshness(STALE_AFTER_MS), 1_000);

  constructor(
    readonly scope: string,
    private readonly listener: WatchListener,
  ) {
    document.addEventListener('visibilitychange', this.woke);
    this.stream = new LiveStream<WatchItem>('Watch', () => [scope, this.board.cursor], {
      next: (item) => this.take(item),
      lost: () => this.become(this.board.at === null ? 'connecting' : 'stale', null),
      refused: (code) => this.become('refused', code),
    });
  }

  stop(): void {
    clearInterval(this.pulse);
    document.removeEventListener('visibilitychange', this.woke);
    this.stream.stop();
  }

  private take(item: WatchItem): void {
    this.heard = Date.now();
    if (item.kind !== 'changes') {
      cityClock.set(item.clock);
    }
    const applied = this.board.apply(item);
    if (!applied) {
      this.stream.again();
      return;
    }
    this.become('live', null);
    this.listener.applied(applied);
  }

  /** A device that slept does not know yet that its connection is gone. */
  private readonly woke = (): void => {
    if (!document.hidden) {
      this.checkFreshness(STALE_AFTER_MS / 2);
    }
  };

  private checkFreshness(patience: number): void {
    if (this.state === 'live' && Date.now() - this.heard > patience) {
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
