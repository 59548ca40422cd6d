import { ask, get } from '../api/http';
import type { NoticeView, OwnNotices } from '../api/types';
import { session } from '../app/session';
import { LiveStream } from '../feed/live-stream';

/** How often the bell looks by itself while no stream tells it anything, real ms. */
const LOOK_EVERY_MS = 10_000;

/** What the stream of the bell says: each time everything. */
interface NoticesItem extends OwnNotices {
  kind: 'notices';
}

/** What the person was told of, as the server says it when something of it changes. Sends `change`. */
class Notices extends EventTarget {
  items: readonly NoticeView[] = [];

  private stream: LiveStream<NoticesItem> | null = null;
  private listensTo: string | null = null;
  private flowing = false;
  private watching = false;
  private looking = false;

  /** How many wait to be seen. */
  get unseen(): number {
    return this.items.filter(waits).length;
  }

  /** Begins to listen; further calls change nothing. */
  watch(): void {
    if (this.watching || typeof document === 'undefined') {
      return;
    }
    this.watching = true;
    setInterval(() => document.visibilityState === 'visible' && !this.flowing && void this.look(), LOOK_EVERY_MS);
    session.addEventListener('change', this.listen);
    this.listen();
  }

  /** Reads them, where the stream does not; without a network what is known stays. */
  async look(): Promise<void> {
    if (this.looking || this.listener() === null) {
      return;
    }
    this.looking = true;
    try {
      this.take((await get<OwnNotices>('/api/notices')).items);
    } catch {
      // The connection mark says that nobody answers; the next look tries again.
    } finally {
      this.looking = false;
    }
  }

  /** The person has looked at a case: everything about it is seen. */
  async seenCase(caseId: string): Promise<void> {
    await Promise.all(this.items.filter((one) => one.caseId === caseId && waits(one)).map((one) => this.seen(one.id)));
  }

  /** The person has looked at a notice. */
  async seen(id: string): Promise<void> {
    const now = new Date().toISOString();
    this.take(this.items.map((one) => (one.id === id ? { ...one, seenAt: one.seenAt ?? now } : one)));
    try {
      await ask('POST', `/api/notices/${encodeURIComponent(id)}/seen`);
    } catch {
      // What the server says next shows it as it is.
    }
  }

  /** Whose bell it is; nobody's while nobody is signed in, and an administrator has none. */
  private listener(): string | null {
    return session.state === 'signed-in' && session.who && session.who.role !== 'administrator' ? session.who.userName : null;
  }

  private readonly listen = (): void => {
    const who = this.listener();
    if (who === this.listensTo || (who === null && session.state === 'expired')) {
      return;
    }
    this.stream?.stop();
    this.stream = null;
    this.flowing = false;
    this.listensTo = who;
    this.take([]);
    if (who !== null) {
      this.stream = new LiveStream<NoticesItem>('Notices', () => [], {
        next: (item) => {
          this.flowing = true;
          this.take(item.items);
        },
        lost: () => (this.flowing = false),
        refused: () => (this.flowing = false),
      });
    }
  };

  private take(items: readonly NoticeView[]): void {
    this.items = items;
    this.dispatchEvent(new Event('change'));
  }
}

/** Whether somebody is still to look at it: not seen, of a matter that lasts. */
export function waits(notice: NoticeView): boolean {
  return !notice.seenAt && !notice.goneAt;
}

export const notices = new Notices();
