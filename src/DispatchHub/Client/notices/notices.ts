import { ask, get } from '../api/http';
import type { NoticeView, OwnNotices } from '../api/types';
import { session } from '../app/session';

/** How often the bell looks, real ms. */
const LOOK_EVERY_MS = 10_000;

/** What the person was told of. Sends `change`. */
class Notices extends EventTarget {
  items: readonly NoticeView[] = [];

  private timer: ReturnType<typeof setInterval> | undefined;
  private looking = false;

  /** How many wait to be seen. */
  get unseen(): number {
    return this.items.filter(waits).length;
  }

  /** Begins to look now and then; further calls look at once. */
  watch(): void {
    if (this.timer === undefined && typeof document !== 'undefined') {
      this.timer = setInterval(() => document.visibilityState === 'visible' && void this.look(), LOOK_EVERY_MS);
      document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void this.look());
      session.addEventListener('change', () => void this.look());
    }
    void this.look();
  }

  /** Reads them again; without a network what is known stays. */
  async look(): Promise<void> {
    if (this.looking || session.state !== 'signed-in' || session.who?.role === 'administrator') {
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
      // The next look shows it as it is.
    }
  }

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
