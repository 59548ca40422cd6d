import type { ISubscription } from '@microsoft/signalr';
import { session } from '../app/session';
import { isLasting, liveLink, refusalOf, waitAfter } from './live-link';

export interface StreamListener<T> {
  next(item: T): void;
  /** The stream has broken off; it begins again by itself. */
  lost(): void;
  /** The server refuses it with a code that stays until something changes; tried again when the device wakes or somebody signs in. */
  refused(code: string): void;
}

/** A stream of the hub that is begun again after every loss: of the connection, of the server, of the device's attention. */
export class LiveStream<T> {
  private stream: ISubscription<T> | null = null;
  private flowing = false;
  private failures = 0;
  private turn = 0;
  private wake: ReturnType<typeof setTimeout> | undefined;
  private readonly release = liveLink.use();

  /** `args` are asked for at each beginning, so that a stream can go on from where it was. */
  constructor(
    private readonly method: string,
    private readonly args: () => unknown[],
    private readonly listener: StreamListener<T>,
  ) {
    document.addEventListener('visibilitychange', this.hurry);
    addEventListener('online', this.hurry);
    session.addEventListener('change', this.hurry);
    void this.begin();
  }

  /** Begins anew at once. */
  again(): void {
    void this.begin();
  }

  stop(): void {
    this.turn++;
    clearTimeout(this.wake);
    document.removeEventListener('visibilitychange', this.hurry);
    removeEventListener('online', this.hurry);
    session.removeEventListener('change', this.hurry);
    this.stream?.dispose();
    this.release();
  }

  private async begin(): Promise<void> {
    const turn = ++this.turn;
    clearTimeout(this.wake);
    this.stream?.dispose();
    this.stream = null;
    this.flowing = false;
    try {
      const connection = await liveLink.open();
      if (turn !== this.turn) {
        return;
      }
      this.stream = connection.stream<T>(this.method, ...this.args()).subscribe({
        next: (item) => turn === this.turn && this.take(item),
        error: (fault) => turn === this.turn && this.break(fault),
        complete: () => turn === this.turn && this.break(null),
      });
    } catch (fault) {
      if (turn === this.turn) {
        this.break(fault);
      }
    }
  }

  private take(item: T): void {
    this.failures = 0;
    this.flowing = true;
    this.listener.next(item);
  }

  private break(fault: unknown): void {
    this.flowing = false;
    const code = refusalOf(fault);
    if (code === 'invalid-token') {
      void session.renew().then(
        () => liveLink.drop(),
        () => undefined, // Who is signed in no more is asked to sign in; that begins the stream again.
      );
    }
    if (code !== null && isLasting(code)) {
      this.listener.refused(code);
      return;
    }
    this.listener.lost();
    this.beginIn(waitAfter(this.failures++));
  }

  private beginIn(ms: number): void {
    clearTimeout(this.wake);
    this.wake = setTimeout(() => void this.begin(), ms);
  }

  /** The device woke, the network came back, or somebody signed in: what was waited for may be there now. */
  private readonly hurry = (): void => {
    if (!this.flowing && !document.hidden && session.state === 'signed-in') {
      this.failures = 0;
      this.beginIn(0);
    }
  };
}
