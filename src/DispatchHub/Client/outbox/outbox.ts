import { newKey } from '../api/http';
import { session } from '../app/session';
import type { Entry, Intent } from './entry';
import { HOLD_MS, inOrder, nextStep } from './outbox-plan';
import { outboxStore } from './outbox-store';
import { outcomeOf, sendEntry, uploadPhoto } from './send-entry';

/** Another tab may be sending; it is looked at again after this, real ms. */
const OTHER_TAB_MS = 2_000;

/**
 * What was decided on this device and is not known to be taken. One tab sends at a time, each person's own entries only, and each
 * with its key until the outcome is known. Sends `change` when entries change and `settled` {entry} when one was taken or refused.
 */
class Outbox extends EventTarget {
  /** The entries of whoever is signed in, oldest first. */
  entries: readonly Entry[] = [];
  /** How many unsent entries of other people this device holds. */
  ofOthers = 0;

  private owner: string | null = null;
  private running = false;
  private again = false;
  private heard = session.state;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly others = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('dispatch-outbox');

  /** Begins to send for a person; called whenever the page opens or somebody else signs in. */
  async begin(owner: string): Promise<void> {
    if (this.owner === null) {
      addEventListener('online', () => void outboxStore.hurry().then(() => this.wake()));
      document.addEventListener('visibilitychange', () => this.wake());
      session.addEventListener('change', () => this.sessionChanged());
      this.others?.addEventListener('message', () => void this.read().then(() => this.wake()));
    }
    this.owner = owner;
    await this.read();
    this.wake();
  }

  /** Takes a decision in. @returns its entry; null when the report that it follows is gone. */
  async add(intent: Intent): Promise<Entry | null> {
    // Browsers empty the storage of pages when space is short, unless they are asked not to.
    void navigator.storage?.persist?.().catch(() => undefined);
    const now = Date.now();
    const photos = new Map((intent.photos ?? []).map((blob) => [newKey(), blob]));
    const made = await outboxStore.add(
      {
        id: newKey(), owner: this.owner!, seq: 0, key: newKey(), target: intent.target, name: intent.name, body: intent.body ?? {},
        photos: [...photos.keys()].map((key) => ({ key, evidenceId: null })), decidedAt: now, timed: intent.timed ?? true, holdUntil: now + (intent.holdMs ?? HOLD_MS),
        state: 'waiting', earliest: null, occurredAt: null, tried: false, failures: 0, notBefore: 0, refused: null,
        about: intent.about ?? { number: null, type: null, place: null },
      },
      photos,
    );
    await this.told();
    return made;
  }

  /** Takes an entry away that was not sent, or is over. @returns whether it could be. */
  async discard(id: string): Promise<boolean> {
    const gone = await outboxStore.discard(id);
    await this.told();
    return gone;
  }

  /** The photos of an entry, as far as they are still on the device. */
  async photosOf(entry: Entry): Promise<Blob[]> {
    const photos = await Promise.all(entry.photos.map((photo) => outboxStore.photo(photo.key)));
    return photos.filter((photo) => photo !== null);
  }

  /** Sends a refused entry as of now. */
  async sendAsNow(id: string): Promise<void> {
    await outboxStore.again(id, newKey());
    await this.told();
  }

  /** Looks whether something may go now. */
  wake(): void {
    clearTimeout(this.timer);
    if (this.running) {
      this.again = true;
      return;
    }
    const mayAsk = navigator.onLine && session.state !== 'expired' && session.who?.userName === this.owner;
    if (!mayAsk || this.owner === null || !this.entries.some((entry) => entry.state === 'waiting')) {
      return;
    }
    this.running = true;
    void this.run().finally(() => {
      this.running = false;
      if (this.again) {
        this.again = false;
        this.wake();
      }
    });
  }

  /** A renewed token is no news; somebody who signed in again is. */
  private sessionChanged(): void {
    if (session.state !== this.heard) {
      this.heard = session.state;
      this.wake();
    }
  }

  private async run(): Promise<void> {
    if (!('locks' in navigator)) {
      await this.drain();
      return;
    }
    await navigator.locks.request('dispatch-outbox', { ifAvailable: true }, async (lock) => {
      await (lock ? this.drain() : this.later(Date.now() + OTHER_TAB_MS));
    });
  }

  /** Sends until nothing more may go now. */
  private async drain(): Promise<void> {
    for (;;) {
      await this.read();
      const step = nextStep(this.entries, this.owner!, Date.now());
      if (step.kind === 'wait') {
        this.later(step.until);
        return;
      }
      try {
        if (step.kind === 'upload') {
          await uploadPhoto(step.entry, step.photoKey);
          continue;
        }
        const outcome = await sendEntry(step.entry);
        if (outcome) {
          await outboxStore.settle(step.entry.id, outcome, Date.now());
        }
      } catch (fault) {
        const outcome = outcomeOf(fault, step.entry);
        if (!outcome || session.state === 'expired') {
          return; // Signing in wakes it.
        }
        await outboxStore.settle(step.entry.id, outcome, Date.now());
      }
      await this.tellSettled(step.entry.id);
    }
  }

  private async tellSettled(id: string): Promise<void> {
    await this.read();
    this.others?.postMessage('change');
    const entry = this.entries.find((one) => one.id === id);
    if (entry && entry.state !== 'waiting') {
      this.dispatchEvent(new CustomEvent<Entry>('settled', { detail: entry }));
    }
  }

  private later(until: number | null): void {
    if (until !== null) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.wake(), Math.max(0, until - Date.now()));
    }
  }

  private async read(): Promise<void> {
    const owner = this.owner;
    const all = await outboxStore.all();
    this.entries = inOrder(all.filter((entry) => entry.owner === owner));
    this.ofOthers = all.filter((entry) => entry.owner !== owner && entry.state !== 'sent').length;
    this.dispatchEvent(new Event('change'));
  }

  private async told(): Promise<void> {
    await this.read();
    this.others?.postMessage('change');
    this.wake();
  }
}

export const outbox = new Outbox();
